import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

function misspelledIn(source: string): string[] {
  const fixture = readFixture(source);
  return findingsOf(fixture, ['misspelled-word']).map(({ path, finding: { start, end, severity } }) => {
    return `${fixture.corpus.document(path)!.text.slice(start, end)}: ${severity}`;
  });
}

describe('a word that is in no dictionary, but in a longer list', () => {
  it('is a hint, for it may be right', () => {
    assert.deepEqual(misspelledIn('They ate raclette beside three bowsers.\n'), ['raclette: hint', 'bowsers: hint']);
  });
  it('is a typo where another source has the likelier word in its place', () => {
    const found = misspelledIn(`-- a.txt --
The envoys watched the bowsers of the old casino of Kolvik late on Tuesday evening.
-- b.txt --
The envoys watched the browsers of the old casino of Kolvik late on Tuesday evening, tired and hungry.
`);
    assert.deepEqual(found, ['bowsers: warning']);
  });
  it('is a typo where the slip is one that everybody makes', () => {
    assert.deepEqual(misspelledIn('The cat went leeping over the wall.\n'), ['leeping: warning']);
  });
});
