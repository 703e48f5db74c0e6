import assert from 'node:assert/strict';
import { prepareCards } from '../../server/src/features/shownPeople.js';
import { readFixture } from '../fixture.js';

/** Steps that the cards of a span take. */
function stepsFor(text: string): number {
  const { corpus, marks } = readFixture(text);
  const [mark] = marks;
  assert.ok(mark);
  return [...prepareCards({ corpus, uriOf: (path) => path }, mark.path, mark)].length;
}

describe('cards of people in view', () => {
  it('are made for each person once', () => {
    const none = stepsFor('Anna Kowalska met Teun Brekke. [|It rained all day.|]');
    const one = stepsFor('[|Mayor Anna Kowalska left. Kowalska was glad.|] Teun Brekke stayed.');
    const two = stepsFor('[|Mayor Anna Kowalska met Teun Brekke.|] Kowalska was glad.');
    assert.equal(none, 0);
    assert.ok(one > 0);
    assert.equal(two, 2 * one);
  });

  it('are made of no more people than stand on a screen', () => {
    const surnames = ['Kowalska', 'Brekke', 'Okafor', 'Hartmann', 'Lindqvist', 'Moreau', 'Tanaka', 'Petrov'];
    const given = ['Anna', 'Maria', 'Peter', 'John', 'Laura', 'Paul'];
    const all = given.flatMap((first) => surnames.map((last) => `Mr ${first} ${last} left.`));
    const steps = [20, 21, 48].map((count) => stepsFor(`[|${all.slice(0, count).join(' ')}|]`));
    assert.ok(steps[0]! > stepsFor(`[|${all.slice(0, 19).join(' ')}|]`));
    assert.deepEqual(steps.slice(1), [steps[0], steps[0]]);
  });
});
