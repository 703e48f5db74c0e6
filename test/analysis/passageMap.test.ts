import assert from 'node:assert/strict';
import { longestRise, passageMap, type MappedPassage } from '../../server/src/analysis/passageMap.js';
import { readFixture } from '../fixture.js';

const STORY = `
-- a.txt --
The harbour master Rui Prado closed the northern pier of Velden on Friday.

A storm had torn eleven boats from their moorings during the night.

The band played on at the town hall until two in the morning.
-- b.txt --
A storm had torn eleven boats from their moorings during the night.

The harbour master Rui Prado closed the northern pier of Velden on Friday.

Insurers put the damage at four million crowns.
-- c.txt --
A storm had torn eleven boats from their moorings in the night.

The harbour master Rui Prado closed the northern pier of Velden on Friday.

Insurers put the damage at four million crowns.
`;

function lines(passages: readonly MappedPassage[], source: string): string[] {
  const { corpus } = readFixture(source);
  return passages.map(({ place, elsewhere, missing }) => {
    const words = corpus.document(place.path)!.text.slice(place.start, place.end).split(' ').slice(0, 3).join(' ');
    const here = elsewhere.map((one) => `${one.place.path} ${one.isMoved ? 'moved' : one.relation}`);
    return [`${place.path} ${words}`, ...here, ...missing.map((path) => `not ${path}`)].join('; ');
  });
}

describe('the map of passages', () => {
  it('says of each passage of the reference who has it, in which order, and who has not', () => {
    const map = passageMap(readFixture(STORY).corpus)!;
    assert.equal(map.reference, 'a.txt');
    assert.deepEqual(lines(map.passages, STORY), [
      'a.txt The harbour master; b.txt moved; c.txt moved',
      'a.txt A storm had; b.txt verbatim; c.txt reworded',
      'a.txt The band played; not b.txt; not c.txt',
    ]);
  });

  it('lists what others tell and the reference does not, once', () => {
    const map = passageMap(readFixture(STORY).corpus, 'c.txt')!;
    assert.deepEqual(lines(map.others, STORY), ['b.txt Insurers put the; c.txt verbatim; not a.txt']);
    assert.deepEqual(map.alone, []);
  });

  it('begins a passage with its own words, not with what the page puts before them', () => {
    const story = STORY.replace('The harbour master', 'Published: 2024-06-18 (The News) – The harbour master');
    assert.equal(
      lines(passageMap(readFixture(story).corpus)!.passages, story)[0]?.split(';')[0],
      'a.txt The harbour master',
    );
  });

  it('is of nothing in an empty corpus', () => {
    assert.equal(passageMap(readFixture('').corpus.apply([{ path: 'text.txt', text: undefined }])), undefined);
  });

  it('keeps the longest order that both texts share', () => {
    assert.deepEqual([...longestRise([5, 1, 2, 9, 3])].sort(), [1, 2, 4]);
    assert.deepEqual([...longestRise([])], []);
  });
});
