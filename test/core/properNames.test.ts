import assert from 'node:assert/strict';
import { properNamesIn } from '../../server/src/core/properNames.js';

function namesIn(text: string): string[] {
  return properNamesIn(text, () => false).map(({ start, end }) => text.slice(start, end));
}

describe('names', () => {
  it('go on behind the point of an initial', () => {
    assert.deepEqual(namesIn('the judge, James G. Berg of Kolvik'), ['James G. Berg', 'Kolvik']);
    assert.deepEqual(namesIn('he saw plan B. Berg came later'), ['Berg']);
  });
  it('are not made parts of other names by a number that belongs to them', () => {
    assert.deepEqual(namesIn('it was Carl Berg’s 1964 campaign on Interstate 805'), ['Carl Berg']);
  });
  it('are not read where all words are in capitals', () => {
    assert.deepEqual(namesIn('FERRY TOPS CLIFF, 20-13, AT SEA'), []);
  });
});
