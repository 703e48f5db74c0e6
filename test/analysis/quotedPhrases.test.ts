import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { quotedPhrases } from '../../server/src/analysis/quotedPhrases.js';
import { finish } from '../../server/src/analysis/steps.js';
import { testResources } from '../resources.js';

const QUOTED = '“We will rebuild the old harbour wall before the winter storms come,” said Ann Berg.\n';

/** Numbers that the index of quoted phrases holds. */
function sizeOf(corpus: Corpus): number {
  corpus.get(quotedPhrases);
  const packed = finish(corpus.save(quotedPhrases)) ?? {};
  return Object.values(packed).reduce((sum, { length }) => sum + length, 0);
}

describe('the index of what texts quote', () => {
  it('holds no more after ten edits than after two: what a text quoted before is taken out', () => {
    let corpus = Corpus.empty(testResources).apply([{ path: 'a.txt', text: QUOTED }]);
    const sizes = [sizeOf(corpus)];
    for (let edit = 1; edit <= 10; edit++) {
      corpus = corpus.apply([{ path: 'a.txt', text: QUOTED.replace('old harbour', `harbour${edit} lost`) }]);
      sizes.push(sizeOf(corpus));
    }
    assert.ok(sizes[2]! > 20, `${sizes[2]}`);
    assert.equal(sizes[10], sizes[2]);
  });
});
