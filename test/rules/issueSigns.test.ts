import assert from 'node:assert/strict';
import { alliesIn, type Ally, type Issue, type Rival } from '../../server/src/rules/issueSigns.js';

const place = (path: string) => ({ path, start: 0, end: 4 });

function allies(agreeing: readonly Ally[], strength: number): string[] {
  const rival: Rival = {
    place: place('b.txt'),
    passage: place('b.txt'),
    strength,
    score: 1,
    odds: 0,
    isOtherTime: false,
  };
  const issue: Issue = { mark: place('a.txt'), kind: 'date', agreeing, differing: new Map([['1972', [rival]]]) };
  return alliesIn(issue).map(({ path }) => path);
}

describe('sources that say the same', () => {
  it('are none that have something else in the very place', () => {
    assert.deepEqual(allies([{ ...place('b.txt'), chance: 0.4 }], 0.9), []);
  });
  it('are those that have it in the place, and something else elsewhere', () => {
    assert.deepEqual(allies([{ ...place('b.txt'), chance: 0.9 }], 0.4), ['b.txt']);
  });
  it('are told source by source', () => {
    assert.deepEqual(allies([{ ...place('c.txt'), chance: 0.1 }], 0.9), ['c.txt']);
  });
});
