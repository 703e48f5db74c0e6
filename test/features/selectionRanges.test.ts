import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import { toOffset } from '../../server/src/features/toProtocol.js';
import { readFixture } from '../fixture.js';

/** What a growing selection takes in, from the cursor on. */
function grown(source: string): string[] {
  const { corpus, cursor } = readFixture(source);
  const document = corpus.document(cursor!.path)!;
  const steps: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(document, [cursor!.offset])[0];
  for (; range; range = range.parent) {
    steps.push(document.text.slice(toOffset(document, range.range.start), toOffset(document, range.range.end)));
  }
  return steps;
}

describe('a growing selection', () => {
  it('takes in word, clause, sentence, passage and text', () => {
    assert.deepEqual(grown('It rained. The ferry left Lis<|>bon, although fog lay over the river.\n\nNobody came.'), [
      'Lisbon',
      'The ferry left Lisbon',
      'The ferry left Lisbon, although fog lay over the river.',
      'It rained. The ferry left Lisbon, although fog lay over the river.',
      'It rained. The ferry left Lisbon, although fog lay over the river.\n\nNobody came.',
    ]);
  });

  it('leaves out steps that would add nothing', () => {
    assert.deepEqual(grown('Nobody c<|>ame.'), ['came', 'Nobody came.']);
  });

  it('is the whole text between passages', () => {
    assert.deepEqual(grown('One.\n\n<|>\n\nTwo.'), ['One.\n\n\n\nTwo.']);
  });
});
