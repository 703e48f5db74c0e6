import assert from 'node:assert/strict';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { placed } from '../../server/src/core/document.js';
import { otherHoldersIn } from '../../server/src/rules/holdersElsewhere.js';
import { readFixture } from '../fixture.js';

/** A pier that is closed, told freely; somebody in each is said to be something. */
const closed = (who: string) =>
  `Divers have found holes in eleven piles of the pier of Kolvik. ${who} wants 40 crowns a boat for the repairs. Carl Berg fishes for crab and is against it.`;
const dear = (who: string) =>
  `Eleven piles of the pier at Kolvik have holes, the divers say. Mending them is dear, 40 crowns from every boat. So says ${who}. “Crab pays nobody,” said the skipper, Carl Berg.`;

/** Who is told in the first text, and in whose place. */
function told(base: string | undefined, ...texts: string[]): string[] {
  const fixture = readFixture(texts.map((text, at) => `-- ${'abc'.charAt(at)}.txt --\n${text}\n`).join(''));
  const corpus = base === undefined ? fixture.corpus : fixture.corpus.withManifest({ ...emptyManifest, base });
  const document = corpus.document('a.txt');
  assert.ok(document);
  return [...otherHoldersIn(placed(document, 0), corpus)].map(({ message }) => message.split(': “')[0] ?? '');
}

describe('a post that one holds', () => {
  const lund = 'the mayor, Anna Lund';
  it('goes with one name, wherever that stands', () => {
    assert.deepEqual(told(undefined, closed('The mayor, Mr Berg,'), dear(lund)), ['“Berg” here; “Anna Lund” in b']);
    assert.deepEqual(told(undefined, closed('Carl Berg, the mayor,'), dear('Mayor Anna Lund')), [
      '“Carl Berg” here; “Anna Lund” in b',
    ]);
    assert.deepEqual(told(undefined, closed('The mayor of Kolvik, Carl Berg,'), dear(lund)), [
      '“Carl Berg” here; “Anna Lund” in b',
    ]);
  });
  it('may be held by the same', () => {
    assert.deepEqual(told(undefined, closed('The mayor, Ms Lund,'), dear(lund)), []);
    assert.deepEqual(told(undefined, closed('The mayor, Carl Berg,'), dear(lund), dear('the mayor, Carl Berg')), []);
  });
  it('may be another one, of one many hold, or of a deputy', () => {
    assert.deepEqual(told(undefined, closed('The mate, Carl Berg,'), dear('the mate, Anna Lund')), []);
    assert.deepEqual(told(undefined, closed('The deputy mayor, Carl Berg,'), dear(lund)), []);
    assert.deepEqual(told(undefined, closed('The mayor, Carl Berg,'), dear('the deputy mayor, Anna Lund')), []);
  });
  it('may be held by two of whom a text tells', () => {
    assert.deepEqual(told(undefined, `${closed('The mayor, Berg,')} Mayor Anna Lund is ill.`, dear(lund)), []);
    assert.deepEqual(told(undefined, `${closed('The mayor, Berg,')} Mayor Eva Dahl is ill.`, dear(lund)), []);
    assert.deepEqual(told(undefined, closed('The mayor, Berg,'), dear(lund), dear('the mayor, Eva Dahl')), []);
    assert.deepEqual(told(undefined, `${closed('The mayor, Berg,')} Lund was mayor before.`, dear(lund)), []);
    assert.deepEqual(told(undefined, closed('The mayor, Berg,'), `${dear(lund)} Berg was mayor before.`), []);
  });
  it('may be held by somebody whom nobody else knows', () => {
    assert.deepEqual(told(undefined, closed('The mayor, Nils Aasen,'), dear(lund)), []);
  });
  it('is not told of in the base text', () => {
    assert.deepEqual(told('a.txt', closed('The mayor, Mr Berg,'), dear(lund)), []);
  });
});
