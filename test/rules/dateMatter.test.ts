import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { dateMatter } from '../../server/src/rules/dateMatter.js';
import { checkFindings, findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';
import { testResources as resources } from '../resources.js';

const isOtherYearOnly = (a: string, b: string) => signsOf(a, b).isOtherYearOnly === 1;
const isOtherMonthOnly = (a: string, b: string) => signsOf(a, b).isOtherMonthOnly === 1;

/** Of two sentences, each with one date. */
function signsOf(a: string, b: string) {
  const [one] = dateMatter.itemsIn(a, resources);
  const [other] = dateMatter.itemsIn(b, resources);
  assert.ok(one && other);
  const beside = { a, b, slots: [], frame: wordFrame(a, b, [], resources.wordVectors), resources };
  return dateMatter.signsOf(one, other, beside);
}

describe('a year alone whose digits changed places', () => {
  const isTransposedYear = (a: string, b: string) => signsOf(a, b).isTransposedYear === 1;
  it('is known', () => assert.ok(isTransposedYear('the worst result since 1958', 'its worst result since 1985')));
  it('is not known of other digits, nor where both give the month', () => {
    assert.ok(!isTransposedYear('the worst result since 1958', 'its worst result since 1986'));
    assert.ok(!isTransposedYear('the result of May 1958', 'the result of June 1985'));
  });
  it('is told more surely than another year', () => {
    const surenessOf = (year: number) => {
      const here = `With a quarter of the votes the party of Kolvik had its worst result since ${year}.`;
      const there = 'The party of Kolvik took 24 seats, its worst result since 1958, and its leader goes.';
      return findingsOf(readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}`))[0]?.finding.confidence ?? 0;
    };
    assert.ok(surenessOf(1985) > surenessOf(1986));
  });
});

describe('two dates of one day in two years', () => {
  it('are known by their month, and by their day where they have one', () => {
    assert.ok(
      isOtherYearOnly(
        'the captain of the ferry was shot on June 24, 2003 by a guard',
        'the captain of the ferry was shot on 24 June 2005 by a guard',
      ),
    );
    assert.ok(
      isOtherYearOnly(
        'the captain of the ferry was shot in June 2003 by a guard',
        'the captain of the ferry was shot in June, 2005 by a guard',
      ),
    );
  });
  it('are known where one of them gives no day', () => {
    assert.ok(
      isOtherYearOnly(
        'the captain of the ferry crossed the river on 14 September 1756',
        'the captain of the ferry crossed the river in September 1765',
      ),
    );
  });
  it('are none of other days, or where years stand alone', () => {
    assert.ok(
      !isOtherYearOnly(
        'the captain of the ferry was shot on June 24, 2003 by a guard',
        'the captain of the ferry was shot on June 20, 2005 by a guard',
      ),
    );
    assert.ok(
      !isOtherYearOnly(
        'the captain of the ferry was shot in 2003 by a guard',
        'the captain of the ferry was shot in 2005 by a guard',
      ),
    );
  });
  it('are told where two other days would be two events', () => {
    const texts = (one: string, other: string) => `-- a.txt --
The guards of Kolvik were asked to find the captain the day before ${one}, when he sank the ferry.
-- b.txt --
The ferry was sunk on ${other} off the reef of Kolvik while the captain was looking for a harbour.
`;
    const marked = (date: string) => `[|${date}|]{conflicting-date}`;
    checkFindings(texts(marked('June 24, 2003'), marked('June 24, 2005')), ['conflicting-date']);
    checkFindings(texts('June 20, 2003', 'June 24, 2005'), ['conflicting-date']);
  });
});

describe('two dates of one day in two months', () => {
  it('are known by their day, with the same year or without one', () => {
    assert.ok(isOtherMonthOnly('the order is in force from 1 May 2024', 'the order comes into force on 1 March 2024'));
    assert.ok(isOtherMonthOnly('the order is in force from 1 May', 'the order comes into force on 1 March 2024'));
  });
  it('are none of other days or years, or where no day is given', () => {
    assert.ok(!isOtherMonthOnly('the order is in force from 1 May 2024', 'the order comes into force on 2 March 2024'));
    assert.ok(!isOtherMonthOnly('the order is in force from 1 May 2024', 'the order comes into force on 1 March 2025'));
    assert.ok(!isOtherMonthOnly('the order is in force from May 2024', 'the order comes into force in March 2024'));
  });
  it('stand against each other where two other days would not', () => {
    const texts = (here: string, there: string) => `-- a.txt --
From ${here} it is against the law to feed the gulls on the long seafront of Kolvik.
-- b.txt --
The order on the gulls of the seafront comes into force on ${there}.
`;
    const marked = (date: string) => `[|${date}|]{conflicting-date}`;
    checkFindings(texts(marked('1 March 2024'), marked('1 May 2024')), ['conflicting-date']);
    checkFindings(texts('1 March 2024', '4 May 2024'), ['conflicting-date']);
  });
});

describe('a date that is told of something else', () => {
  /** Whether the dates of two sentences can be held against each other. */
  const areHeld = (a: string, b: string) => {
    const [[one], [other]] = [dateMatter.itemsIn(a, resources), dateMatter.itemsIn(b, resources)];
    assert.ok(one && other);
    const beside = { a, b, slots: [], frame: wordFrame(a, b, [], resources.wordVectors), resources };
    const isHeld = dateMatter.areComparable(one, other, beside);
    assert.equal(dateMatter.areComparable(other, one, { ...beside, a: b, b: a }), isHeld);
    return isHeld;
  };
  it('is the day on which somebody said so', () => {
    const sunk = 'the ferry was sunk on Saturday off the reef';
    assert.ok(!areHeld(sunk, 'the ferry was sunk off the reef, the mayor said on Sunday'));
    assert.ok(!areHeld(sunk, 'the ferry was sunk off the reef, she said in an interview Sunday'));
    assert.ok(areHeld(sunk, 'the ferry, she said, was sunk on Sunday off the reef'));
    assert.ok(areHeld('the mayor said on Saturday that it sank', 'that it sank, the mayor announced on Sunday'));
  });
  it('is the day on which somebody else said so', () => {
    const sank = (who: string, day: string) => `that the ferry sank off the reef, ${who} said on ${day}`;
    assert.ok(!areHeld(sank('the mayor', 'Saturday'), sank('the police', 'Sunday')));
    assert.ok(!areHeld('it sank, Lund told the Herald on Saturday', sank('Berg', 'Sunday')));
    assert.ok(areHeld(sank('the mayor', 'Saturday'), sank('Berg', 'Sunday')));
    assert.ok(areHeld(sank('the mayor', 'Saturday'), 'that it sank, the mayor told the council Sunday'));
  });
  it('begins here what it ends there', () => {
    assert.ok(!areHeld('mayor of Kolvik since 2020', 'no ferry to Kolvik before the spring of 2025'));
    assert.ok(!areHeld('no ferry to Kolvik by 2025', 'mayor of Kolvik since early 2020'));
    assert.ok(
      !areHeld(
        'the port had 9,000 crates last year, 4 percent more than in 2023',
        'the port of Kolvik had 9,000 crates in 2024',
      ),
    );
    assert.ok(
      !areHeld(
        'the port of Kolvik had 9,000 crates in 2024',
        'the port had 9,000 crates, compared with the 8,600 in 2023',
      ),
    );
    assert.ok(areHeld('the port had more crates than in 2023', 'the crates at the port were up from 8,600 in 2022'));
    assert.ok(areHeld('more than 40 men of Kolvik died in 1962', 'forty men of Kolvik died in 1964'));
    assert.ok(areHeld('mayor of Kolvik since 2020', 'mayor of Kolvik from 2018 on'));
    assert.ok(areHeld('no ferry to Kolvik before 2024', 'no ferry to Kolvik until the summer of 2025'));
  });
  it('stands in a heading of what is told of another day below', () => {
    const flood = (day: string) => `The flood struck the old mill town of Kolvik on ${day}, and took forty houses.\n`;
    const heading = (text: string) => `-- a.txt --\nFlood in the old mill town of Kolvik on Monday\n\n${text}`;
    checkFindings(
      `${heading('The flood of early Sunday took at least forty houses.\n')}-- b.txt --\n${flood('Sunday')}`,
      ['conflicting-date'],
    );
    checkFindings(
      `${heading('The water took at least forty houses.\n').replace('Monday', '[|Monday|]{conflicting-date}')}-- b.txt --\n${flood('[|Sunday|]{conflicting-date}')}`,
      ['conflicting-date'],
    );
  });
  it('and is held where that is no heading, but a sentence', () => {
    const struck = (day: string) => `Flood struck the old mill town of Kolvik on ${day}, and took forty houses`;
    for (const end of ['.', ', “every one.”']) {
      checkFindings(
        `-- a.txt --\n${struck('[|Monday|]{conflicting-date}')}${end}\n\nThe flood of early Sunday took at least forty houses.\n-- b.txt --\n${struck('[|Sunday|]{conflicting-date}')}.\n`,
        ['conflicting-date'],
      );
    }
  });
  it('is the last of several days', () => {
    assert.ok(!areHeld('the harbour is closed on May 15', 'the harbour is closed through May 22'));
    assert.ok(areHeld('the harbour is closed until May 15', 'the harbour is closed through May 22'));
  });
});
