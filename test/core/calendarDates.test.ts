import assert from 'node:assert/strict';
import { areDifferent, calendarDatesIn } from '../../server/src/core/calendarDates.js';

function timesIn(text: string): (number | undefined)[] {
  return calendarDatesIn(text).map(({ time }) => time);
}

function areOtherTimes(a: string, b: string): boolean {
  const [one] = calendarDatesIn(a);
  const [other] = calendarDatesIn(b);
  assert.ok(one && other);
  return areDifferent(one, other);
}

describe('dates', () => {
  for (const text of ['June 12, 1875', 'June 12 , 1875', '12 June 1875', '12 June , 1875']) {
    it(text, () => {
      const dates = calendarDatesIn(`She was born on ${text}.`).map(({ year, month, day }) => [year, month, day]);
      assert.deepEqual(dates, [[1875, 6, 12]]);
    });
  }
  it('June of 1875', () => {
    const dates = calendarDatesIn('She was born in June of 1875.').map(({ year, month }) => [year, month]);
    assert.deepEqual(dates, [[1875, 6]]);
  });
});

describe('times of day', () => {
  for (const text of ['7:40 p.m.', '7:40 pm', '7.40 p.m.', '7: 40 p. m.', '7 : 40 p. m', '19:40']) {
    it(text, () => assert.deepEqual(timesIn(`The ferry left at ${text}`), [19 * 60 + 40]));
  }
  it('differ', () => {
    assert.ok(areOtherTimes('7 p.m.', '8 p.m.'));
    assert.ok(areOtherTimes('7:40 p.m.', '7:45 p.m.'));
    assert.ok(areOtherTimes('7 p.m.', '7:40 p.m.'));
  });
  it('do not where one of them is the full hour that the other is next to', () => {
    assert.ok(!areOtherTimes('7 p.m.', '7:01 p.m.'));
    assert.ok(!areOtherTimes('6:50 p.m.', '7 p.m.'));
  });
});

describe('a month and a year', () => {
  for (const text of ['June 2005', 'June, 2005']) {
    it(`are one date: ${text}`, () => {
      assert.deepEqual(
        calendarDatesIn(`The ferry sank in ${text}.`).map(({ month, year }) => [month, year]),
        [[6, 2005]],
      );
    });
  }
});
