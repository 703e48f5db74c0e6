import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { placed } from '../../server/src/core/document.js';
import { contradictionsIn } from '../../server/src/rules/contradictions.js';
import { testResources } from '../resources.js';

const later = 'The fire at the mill of Kolvik killed 15 workers, the mayor said.';

function report(count: string): { path: string; text: string } {
  const earlier = `The fire at the mill of Kolvik killed ${count} workers on Friday night, the police said.`;
  return { path: 'a.txt', text: [earlier, 'The mayor came at once.', later].join('\n\n') };
}

/** What is told of the numbers of its last paragraph. */
function toldIn(corpus: Corpus): string[] {
  const here = placed(corpus.document('a.txt')!, 2);
  return Array.from(contradictionsIn(here, corpus), ({ message }) => message.split(' before')[0] ?? '');
}

describe('a number that a text gives twice', () => {
  it('is held against the one before it as that stands now', () => {
    const first = Corpus.empty(testResources).apply([report('12')]);
    assert.deepEqual(toldIn(first), ['“15” here; “12”']);
    const mended = first.apply([report('15')]);
    assert.equal(mended.document('a.txt')!.paragraphs[2], first.document('a.txt')!.paragraphs[2]);
    assert.deepEqual(toldIn(mended), []);
    assert.deepEqual(toldIn(mended.apply([report('13')])), ['“15” here; “13”']);
  });
});
