import assert from 'node:assert/strict';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { readFixture } from '../fixture.js';

function folded(source: string): string[] {
  const { corpus } = readFixture(source);
  const [document] = corpus.documents.values();
  return foldingRanges(document!, corpus).map(({ startLine, endLine }) => `${startLine}–${endLine}`);
}

describe('what can be folded away', () => {
  it('front matter', () => {
    assert.deepEqual(folded('-- a.md --\n---\ntitle: The ferry\n---\n\nIt left at dawn.\n'), ['0–2']);
  });

  it('a run of web furniture, not a single line of it', () => {
    const text =
      'Share this article\n\nThe ferry left at dawn.\n\nLeave a comment\n\nPost a comment\n\n© 2024 The Paper\n';
    assert.deepEqual(folded(text), ['4–8']);
  });

  it('nothing in plain text', () => {
    assert.deepEqual(folded('The ferry left at dawn.\n\nNobody came.'), []);
  });
});
