import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';
import { areOfTwoMoments } from '../../server/src/rules/movingPrices.js';
import { bothWays } from '../bothWays.js';

const areTwo = bothWays(areOfTwoMoments);

describe('two sentences on a market', () => {
  const price = (change: string, level: string) => `Shares of Brandt fell [|${change}|] percent to ${level} crowns.`;
  it('are of two moments where no figure is the same', () => {
    assert.ok(areTwo(price('1.3', '$12.43'), price('1.9', '$12.34')));
    assert.ok(areTwo('The Lund index closed at [|654|] points.', 'The Lund index rose to [|652|] points at noon.'));
  });
  it('are of two moments where two figures are others', () => {
    const index = (points: string, level: string) =>
      `The Lund index gained ${points} points, or [|1.2|] percent, to ${level}.`;
    assert.ok(areTwo(index('11.14', '931.41'), index('10.89', '931.12')));
  });
  it('are of two moments where a change is told with what came of it, in cents', () => {
    const oil = (change: string, level: string) =>
      `March oil ended down ${change} cent to [|${level}|] cents a gallon.`;
    assert.ok(areTwo(oil('0.41', '70.74'), oil('0.85', '69.89')));
    assert.ok(!areTwo(oil('0.41', '70.74'), oil('0.41', '69.89')));
  });
  it('are of two moments where they count the shares that were traded', () => {
    const volume = (count: string, day: string) => `Trading was light at ${count} billion shares, below [|${day}|].`;
    assert.ok(areTwo(volume('1.5', 'Thursday'), volume('1.05', 'Tuesday')));
    assert.ok(!areTwo(volume('1.5', 'Thursday'), volume('1.5', 'Tuesday')));
  });
  it('are of one, and differ, where one figure is another and the rest are the same', () => {
    assert.ok(!areTwo(price('1.3', '$12.43'), price('1.9', '$12.43')));
  });
  it('are of two moments where the change is told both ways, whatever is sold', () => {
    const brandt = (sum: string, share: string) => `Brandt dropped [|$${sum}|], or ${share} percent, in Lund.`;
    assert.ok(areTwo(brandt('2.21', '5.8'), brandt('1.21', '3.2')));
    assert.ok(!areTwo(brandt('2.21', '5.8'), brandt('1.21', '5.8')));
  });
  it('are of two moments where they say how much was traded so far', () => {
    const traded = (count: string) =>
      `Some [|${count} million|] shares changed hands, three times the usual 6.8 million.`;
    assert.ok(areTwo(traded('26.5'), traded('11.8')));
    assert.ok(areTwo('It closed at $4 on volume of [|26|] million shares.', traded('11.8')));
    assert.ok(!areTwo('Some [|26.5 million|] shares were sold by Brandt.', traded('11.8')));
  });
  it('are no such where nothing moves, or nothing is traded', () => {
    assert.ok(!areTwo('Brandt has [|20|] million shares.', 'Brandt has [|30|] million shares.'));
    assert.ok(!areTwo('Wages rose by [|20|] percent.', 'Wages rose by [|30|] percent.'));
  });
  it('are not held against each other', () => {
    const told = (points: string, level: string) =>
      findingsOf(
        readFixture(
          `-- a.txt --\nThe Kolvik & Lund 500 index rose 11.14, or 1.2 percent, to 931.41.\n-- b.txt --\nThe Kolvik & Lund 500 index gained ${points}, or 1.2 percent, to ${level} as of noon.\n`,
        ),
      ).length;
    assert.ok(told('10.14', '931.41') > 0);
    assert.equal(told('10.89', '931.12'), 0);
  });
});
