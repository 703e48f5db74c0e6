import assert from 'node:assert/strict';
import { isLocative, properNamesIn } from '../../server/src/core/properNames.js';

/** Of each name the preposition that says where it is, before it. */
function placesIn(text: string): string[] {
  return properNamesIn(text, () => false).map((name) => {
    const { preposition, start, end } = name;
    return `${isLocative(name) ? preposition : '–'} ${text.slice(start, end)}`;
  });
}

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
  it('stand behind a preposition, whatever describes them', () => {
    assert.deepEqual(placesIn('they voted in Kolvik'), ['in Kolvik']);
    assert.deepEqual(placesIn('they voted in reclusive Stavern'), ['in Stavern']);
    assert.deepEqual(placesIn('the raid was near the upscale resort of Larvik'), ['near Larvik']);
    assert.deepEqual(placesIn('she was born in the once busy mill town of Kolvik'), ['in Kolvik']);
    assert.deepEqual(placesIn('they burned the village of Kolvik'), ['of Kolvik']);
  });
  it('stand behind no preposition of another word', () => {
    assert.deepEqual(placesIn('it was in the hands of Kolvik'), ['– Kolvik']);
    assert.deepEqual(placesIn('the gain lay in buying Fjordline'), ['– Fjordline']);
    assert.deepEqual(placesIn('the year in which Brandt fell'), ['– Brandt']);
    assert.deepEqual(placesIn('they told of Kolvik'), ['– Kolvik']);
  });
});
