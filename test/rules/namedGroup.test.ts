import assert from 'node:assert/strict';
import { areOfTwoGroups } from '../../server/src/rules/namedGroup.js';
import { readFixture } from '../fixture.js';

function areTwo(here: string, there: string): boolean {
  const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
  const [mark, other] = marks;
  assert.ok(mark && other);
  const isSo = areOfTwoGroups(mark, other, corpus);
  assert.equal(areOfTwoGroups(other, mark, corpus), isSo);
  return isSo;
}

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
});
