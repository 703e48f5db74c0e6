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
  for (const [text, year, month, day] of [
    ['on 9 June 1347', 1347, 6, 9],
    ['on the ninth of June 1347', 1347, 6, 9],
    ['on the 9th day of June, 1347', 1347, 6, 9],
    ['on June the twenty-first', undefined, 6, 21],
    ['on the thirty-first of May', undefined, 5, 31],
    ['in the year of our Lord 1184', 1184, undefined, undefined],
    ['in 1184', 1184, undefined, undefined],
    ['in AD 984', 984, undefined, undefined],
    ['the day after St John’s, 1184.', 1184, undefined, undefined],
  ] as const) {
    it(text, () => {
      const dates = calendarDatesIn(`It was written ${text}`).map((date) => [date.year, date.month, date.day]);
      assert.deepEqual(dates, [[year, month, day]]);
    });
  }
  for (const text of [
    'in 1200 villages',
    'to 1300 men',
    'of 1250 metres',
    'by 1400 votes',
    'about 1,184',
    'in 1184.5',
  ]) {
    it(`are not ${text}`, () => assert.deepEqual(calendarDatesIn(`It was told ${text}`), []));
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
  for (const [text, hour] of [
    ['at midnight', 0],
    ['at noon', 12],
    ['at four in the morning', 4],
    ['about ten o’clock at night', 22],
    ['at 4 o’clock in the afternoon', 16],
  ] as const) {
    it(text, () => assert.deepEqual(timesIn(`The ferry left ${text}.`), [hour * 60]));
  }
  it('are none where nobody says which half of the day is meant', () => {
    assert.deepEqual(timesIn('Four in ten left at ten o’clock, in the morning, after midnight mass.'), []);
  });
  it('at noon and at midnight differ, but not from what is near them', () => {
    assert.ok(areOtherTimes('at noon', 'at midnight'));
    assert.ok(!areOtherTimes('11:40 p.m.', 'at midnight'));
    assert.ok(areOtherTimes('10 p.m.', 'at midnight'));
  });
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
