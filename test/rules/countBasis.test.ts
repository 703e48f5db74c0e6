import assert from 'node:assert/strict';
import { quantitiesIn } from '../../server/src/core/quantities.js';
import { areOnOneBasis } from '../../server/src/rules/countBasis.js';
import { testResources as resources } from '../resources.js';

/** Whether the numbers in brackets of two sentences are given on one basis. */
function areOnOne(here: string, there: string): boolean {
  const [[own, a], [theirs, b]] = [numberIn(here), numberIn(there)];
  const isSo = areOnOneBasis(own, theirs, { a, b, resources });
  assert.equal(areOnOneBasis(theirs, own, { a: b, b: a, resources }), isSo);
  return isSo;
}

function numberIn(marked: string) {
  const text = marked.replace(/[[\]]/g, '');
  const number = quantitiesIn(text).find(({ start }) => start === marked.indexOf('['));
  assert.ok(number, marked);
  return [number, text] as const;
}

describe('two numbers', () => {
  it('are given for one unit of time, or one thing, or not', () => {
    assert.ok(!areOnOne('Lund earns $[4,000] a match.', 'Lund earns $[3,500] a week.'));
    assert.ok(!areOnOne('Lund earns $[4,000] a match.', 'Lund has a weekly wage of about $[3,500].'));
    assert.ok(!areOnOne('They bake [400] loaves daily.', 'They bake [2,500] loaves a week.'));
    assert.ok(areOnOne('They bake [400] loaves daily.', 'They bake [300] loaves each day.'));
    assert.ok(areOnOne('Its annual loss was $[5] million.', 'It loses $[7] million per year.'));
    assert.ok(areOnOne('Lund earns $[4,000] a match.', 'Lund earns $[3,500].'));
    assert.ok(areOnOne('It sold [40] boats a year ago.', 'It sold [50] boats a month ago.'));
  });
  it('are both a level or both a change', () => {
    assert.ok(!areOnOne('Rents rose by [9] percent in Lund.', 'Rents were at [31] percent of wages.'));
    assert.ok(!areOnOne('The price rose [9] crowns.', 'The price rose to about [31] crowns.'));
    assert.ok(!areOnOne('There was a [9] percent rise in rents.', 'Rents stood at [31] percent of wages.'));
    assert.ok(areOnOne('Rents rose by [9] percent in Lund.', 'Rents in Lund climbed nearly [8] percent.'));
    assert.ok(areOnOne('Rents were [9] percent of wages.', 'Rents stood at [8] percent of wages.'));
    assert.ok(areOnOne('Ferries make up [9] percent of them.', 'Ferries are [8] percent of them.'));
    assert.ok(areOnOne('Lund was hit by [9] waves.', 'Lund was hit on [8] waves.'));
  });
  it('are shares of one part, not of the two that make up the whole', () => {
    assert.ok(!areOnOne('[Two-thirds] of the reef has died.', 'Only [one third] of the reef is still alive.'));
    assert.ok(
      !areOnOne('Some [40] percent of the roofs are gone.', 'The storm left [60] percent of the roofs intact.'),
    );
    assert.ok(areOnOne('[Two-thirds] of the reef has died.', '[One third] of the reef has died.'));
    assert.ok(
      areOnOne('Some [40] percent of the roofs are intact.', 'The storm left [50] percent of the roofs intact.'),
    );
  });
  it('are both of now, or both of a time before it', () => {
    const now = 'Brandt earned $[48] million in the quarter.';
    assert.ok(!areOnOne(now, 'Brandt earned $[45] million a year earlier.'));
    assert.ok(!areOnOne(now, 'In the same quarter last year, Brandt earned $[45] million.'));
    assert.ok(!areOnOne(now, 'Brandt earned $52 million, compared with a loss of $[45] million.'));
    assert.ok(areOnOne('A year ago Brandt earned $[48] million.', 'Brandt earned $[45] million a year before.'));
    assert.ok(areOnOne(now, 'Brandt earned $[45] million, compared with $41 million a year ago.'));
  });
  it('are shares of one group', () => {
    assert.ok(!areOnOne('[22] percent of teachers smoke.', 'About [31] percent of Norwegians now smoke.'));
    assert.ok(!areOnOne('[22] percent of the homes Finns own burnt.', '[31] percent of all boats Finns own burnt.'));
    assert.ok(!areOnOne('[22] percent of Lund’s homes burnt.', '[31] percent of Lund’s boats burnt.'));
    assert.ok(areOnOne('[22] percent of teachers smoke.', '[31] percent of all the teachers smoke.'));
    assert.ok(areOnOne('[22] percent of pupils smoke.', '[31] percent of students smoke.'));
    assert.ok(areOnOne('[22] percent of teachers smoke.', '[31] percent smoke.'));
    assert.ok(areOnOne('[22] of the homes burnt.', '[31] of the boats burnt.'));
  });
  it('are shares of the group that they are compared in', () => {
    const boats = '3 percent of boats sank, compared with [22] percent in Lund.';
    assert.ok(!areOnOne(boats, '4 percent of mills burnt, compared to [31] percent in Lund.'));
    assert.ok(areOnOne(boats, '4 percent of boats sank, compared to [31] percent in Lund.'));
  });
});
