import assert from 'node:assert/strict';
import { areOfTwoGroups } from '../../server/src/rules/namedGroup.js';
import { bothWays } from '../bothWays.js';
import { checkFindings } from '../check.js';

const areTwo = bothWays(areOfTwoGroups);

describe('a number of people who are named', () => {
  const against = '[|Two|] members of the council, Hans Lund and Anna Berg, voted for the old bridge.';
  const others = '[|Six|] members of the council voted for the new one.';
  it('is of another group where the other text speaks of them beside its own', () => {
    assert.ok(areTwo(against, `${others} Lund and Anna Berg wanted to keep the old one.`));
  });
  it('may be the same where the other text names none of them, or names them in it', () => {
    assert.ok(!areTwo(against, others));
    assert.ok(!areTwo(against, `${others} Lund was ill.`));
    assert.ok(!areTwo(against, '[|Three|] members, Lund, Berg and Moe, voted for it. Lund and Berg left.'));
  });
  it('may be the same where as many as it says are not named', () => {
    assert.ok(!areTwo(against.replace('Two', 'Three'), `${others} Lund and Anna Berg wanted to keep the old one.`));
  });
  it('is read in figures, and of names in brackets or three in a row', () => {
    const apart = `${others} Lund and Anna Berg wanted to keep the old one.`;
    assert.ok(areTwo(against.replace('Two', '2'), apart));
    assert.ok(areTwo('[|Two|] members (Hans Lund and Anna Berg) voted for it.', apart));
    const three = '[|Three|] members, Hans Lund, Inger Dahl, and Anna Berg, voted for it.';
    assert.ok(areTwo(three, `${others} Lund, Dahl and Berg wanted to keep the old one.`));
  });
  it('may be the same where the names are those of who says it, or come later', () => {
    const apart = `${others} Lund and Anna Berg wanted to keep the old one.`;
    assert.ok(!areTwo('[|Two|] members of the council, Hans Lund and Anna Berg said, voted for it.', apart));
    assert.ok(!areTwo('[|Two|] members, to the grief of the mayor, Hans Lund and Anna Berg, voted for it.', apart));
  });
  it('is no conflict', () => {
    const source = (here: string, there: string, more: string) =>
      `-- a.txt --\n${here} members of the council, Hans Lund and Anna Berg, voted for the new bridge on Friday.\n-- b.txt --\n${there} members of the council voted for the new bridge on Friday.${more}\n`;
    const codes = ['conflicting-number'];
    checkFindings(source('[|Two|]{conflicting-number}', '[|Six|]{conflicting-number}', ''), codes);
    checkFindings(source('Two', 'Six', ' Lund and Anna Berg wanted to keep the old one.'), codes);
  });
});
