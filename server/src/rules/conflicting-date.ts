import { areComparable, areDifferent, calendarDatesIn } from '../core/calendarDates.js';
import { isPublicationStamp } from '../core/stamps.js';
import type { Judge, Verdict } from './judge.js';
import type { CorpusRule } from './rule.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';

const LEAST_OVERLAP = 0.45;
const LEAST_SUPPORT = 0.75;
/** The day of an event and that of the report stand in the same words; weekdays need more around them. */
const WEEKDAY_SUPPORT = 1.3;

const judge: Judge = ({ a, b, frame }) => {
  if (isPublicationStamp(a) || isPublicationStamp(b)) return [];
  const [here, there] = [calendarDatesIn(a), calendarDatesIn(b)];
  const verdicts: Verdict[] = [];
  for (const one of here) {
    const comparable = there.filter((other) => areComparable(one, other));
    const same = comparable.find((other) => !areDifferent(one, other));
    if (same) {
      verdicts.push({ a: one, b: same, strength: 0 });
      continue;
    }
    let best: Verdict | undefined;
    for (const other of comparable) {
      // A date that this passage has as well is another one.
      if (here.some((own) => areComparable(own, other) && !areDifferent(own, other))) continue;
      const support = frame.support(one.start, other.start);
      const least = one.weekday === undefined ? LEAST_SUPPORT : WEEKDAY_SUPPORT;
      if (frame.overlap < LEAST_OVERLAP || support < least) continue;
      const strength = Math.min(0.9, 0.5 + 0.15 * support);
      if (!best || strength > best.strength) best = { a: one, b: other, strength };
    }
    if (best) verdicts.push(best);
  }
  return verdicts;
};

export const conflictingDate: CorpusRule = {
  code: 'conflicting-date',
  family: 'conflict',
  summary: 'A date, weekday or time of day differs from what other sources give for the same event.',
  why: 'A wrong date moves an event in every chronology built on it.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only in passages that run parallel, and only between statements of one kind: a year is not held against “24 years ago”, nor a weekday against a date. Publication stamps are left alone.',
  examples: {
    valid: [
      '-- a.txt --\nThe treaty of Kolvik was signed by both kings in March 1648.\n-- b.txt --\nThe treaty of Kolvik was signed by both kings on 12 March 1648.',
      '-- a.txt --\nShe visits the island of Kolvik for the first time in 24 years.\n-- b.txt --\nShe visits the island of Kolvik for the first time since 2000.',
      '-- a.txt --\nThe ferry struck the reef off Kolvik at 5:40 a.m. in thick fog.\n-- b.txt --\nThe ferry struck the reef off Kolvik at 05:40 in thick fog.',
      '-- a.txt --\nThe ferry struck the reef in 1998 and again in 2004 off Kolvik.\n-- b.txt --\nThe ferry struck the reef in 2004 off Kolvik.',
    ],
    invalid: [
      '-- a.txt --\nThe treaty of Kolvik was signed by both kings in [|1684|]{conflicting-date} after long talks.\n-- b.txt --\nThe treaty of Kolvik was signed by both kings in [|1648|]{conflicting-date} after long talks.',
      '-- a.txt --\nThe ferry passed its safety inspection in [|February|]{conflicting-date}, the operator said.\n-- b.txt --\nThe ferry passed its safety inspection in January, the operator said.\n-- c.txt --\nThe operator said the ferry passed its last safety inspection in January.',
    ],
  },
  prepare: (document, corpus) => prepareConflicts(document, corpus, judge),
  *check(here, corpus) {
    yield* conflictsIn(here, corpus, judge);
  },
};
