import assert from 'node:assert/strict';
import { NameMarks, sketchOf } from '../../server/src/core/nameMarks.js';
import { randomFrom } from '../random.js';

const SEED = 7;

function marksOf(ids: Iterable<number>): NameMarks {
  const marks = new NameMarks();
  for (const id of ids) marks.add(id);
  return marks;
}

describe('marks of names', () => {
  const { below } = randomFrom(SEED);
  /** The numbers of a text of some five kilobytes. */
  const text = () => Array.from({ length: 200 }, () => below(300_000));

  it('have what was added', () => {
    const marks = marksOf([0, 31, 5000]);
    assert.deepEqual(
      [0, 1, 31, 32, 5000, 5001].map((id) => marks.has(id)),
      [true, false, true, false, true, false],
    );
    assert.ok(!marks.isEmpty);
    assert.ok(new NameMarks().isEmpty);
  });

  it(`may be in the sketch of every text that has one of them, seed ${SEED}`, () => {
    for (let round = 0; round < 500; round++) {
      const ids = text();
      const marks = marksOf([below(300_000), ids[below(ids.length)]!, below(300_000)]);
      assert.ok(marks.mayBeIn(sketchOf(ids)));
    }
  });

  it(`are seldom in the sketch of a text that has none of them, seed ${SEED}`, () => {
    let misled = 0;
    for (let round = 0; round < 500; round++) misled += Number(marksOf([below(300_000)]).mayBeIn(sketchOf(text())));
    assert.ok(misled < 75, `${misled} of 500`);
  });

  it('may be anywhere where they are many', () => {
    assert.ok(marksOf(text()).mayBeIn(sketchOf([])));
    assert.ok(!marksOf([]).mayBeIn(sketchOf(text())));
  });
});
