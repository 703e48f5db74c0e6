import assert from 'node:assert/strict';
import { areOfTwoSubjects } from '../../server/src/rules/otherSubject.js';
import { readFixture } from '../fixture.js';

function areTwo(here: string, there: string): boolean {
  const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
  const [mark, other] = marks;
  assert.ok(mark && other);
  return areOfTwoSubjects(mark, other, corpus) && areOfTwoSubjects(other, mark, corpus);
}

describe('two texts that say the same of two things', () => {
  const aurora = 'The ferry Aurora left with [|90|] people.';
  const borea = 'The ferry Borea left with [|75|] people. The Borea was late.';
  it('are known by names that each has again and the other never', () => {
    assert.ok(areTwo(`${aurora} The Aurora was late.`, borea));
  });
  it('are not known by a name that stands in one place: it may be wrong there', () => {
    assert.ok(!areTwo(aurora, borea));
    assert.ok(!areTwo(`${aurora} The ferry was late.`, borea));
  });
  it('are not known by a name that the other text has as well', () => {
    assert.ok(!areTwo(`${aurora} The Aurora was late, and the Borea was not.`, borea));
    assert.ok(!areTwo(`${aurora} The Aurora was late, and the BOREA was not.`, borea));
  });
  it('are not known by a name that the other text spells otherwise', () => {
    assert.ok(
      !areTwo(`${aurora} The Aurora was late.`, 'The ferry AURORA left with [|75|] people. The AURORA was late.'),
    );
    assert.ok(
      !areTwo(`${aurora} The Aurora was late.`, 'The ferry Aurorra left with [|75|] people. The Aurorra was late.'),
    );
  });
  it('are not known by who says it, or by where it was', () => {
    const isTwo = (of: (name: string, count: number) => string) => areTwo(of('Lundgren', 90), of('Kowalska', 75));
    assert.ok(isTwo((name, count) => `${name} took [|${count}|] people aboard. ${name} left.`));
    assert.ok(!isTwo((name, count) => `${name} said [|${count}|] people were aboard. ${name} left.`));
    assert.ok(!isTwo((name, count) => `In ${name} there were [|${count}|] people aboard. ${name} is cold.`));
  });
});
