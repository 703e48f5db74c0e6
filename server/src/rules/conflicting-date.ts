import { dateMatter } from './dateMatter.js';
import { exchangedFiguresIn, prepareFigures } from './exchangedFigures.js';
import { isCount } from './figureModel.js';
import type { Check } from './judge.js';
import { areOfTwoMoments } from './movingPrices.js';
import { areOfTwoSubjects } from './otherSubject.js';
import type { CorpusRule } from './rule.js';
import { isSaidOfAnother } from './saidOfAnother.js';
import { slotJudge } from './slotJudge.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';
import { surerOf } from './surerOf.js';

const judge = slotJudge(dateMatter);

const isOfOneThing: Check = (here, there, corpus) =>
  !isSaidOfAnother(here, there, corpus) &&
  !areOfTwoSubjects(here, there, corpus) &&
  !areOfTwoMoments(here, there, corpus);

export const conflictingDate: CorpusRule = {
  code: 'conflicting-date',
  family: 'conflict',
  summary: 'A date, weekday or time of day differs from what other sources give for the same event.',
  why: 'A wrong date moves an event in every chronology built on it.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only in passages that run parallel, or where a text has a year, day or weekday that nobody else gives and a sentence about the same gives another; and only between statements of one kind: a year is not held against “24 years ago”, nor a weekday against a date; times of day only of one time zone. Publication stamps are left alone.',
  examples: {
    valid: [
      '-- a.txt --\nThe captain missed four games after the 30-7 Oct. 19 loss at Kolvik.\n-- b.txt --\nThe captain missed four games after the Oct. 19 loss at Kolvik.',
      '-- a.txt --\nThe treaty of Kolvik was signed by both kings in March 1648.\n-- b.txt --\nThe treaty of Kolvik was signed by both kings on 12 March 1648.',
      '-- a.txt --\nShe visits the island of Kolvik for the first time in 24 years.\n-- b.txt --\nShe visits the island of Kolvik for the first time since 2000.',
      '-- a.txt --\nThe ferry struck the reef off Kolvik at 5:40 a.m. in thick fog.\n-- b.txt --\nThe ferry struck the reef off Kolvik at 05:40 in thick fog.',
      '-- a.txt --\nThe ferry struck the reef off Kolvik at about 7 p.m. in thick fog.\n-- b.txt --\nThe ferry struck the reef off Kolvik at 7:01 p.m. in thick fog.',
      '-- a.txt --\nThe match against Kolvik begins on Saturday at 4:30 p.m. ET in the old ground.\n-- b.txt --\nThe match against Kolvik begins on Saturday at 1:30 p.m. PST in the old ground.',
      '-- a.txt --\nThe ferry struck the reef in 1998 and again in 2004 off Kolvik.\n-- b.txt --\nThe ferry struck the reef in 2004 off Kolvik.',
      '-- a.txt --\nShe married the keeper of the lighthouse of Kolvik in 1955. He died in 1999, and the lighthouse was sold.\n-- b.txt --\nHer husband, the keeper of the lighthouse of Kolvik, died in 1999.',
    ],
    invalid: [
      '-- a.txt --\nLund was released from the county jail of Kolvik in late [|2005|]{conflicting-date} after serving two years for the robbery of the mill.\n-- b.txt --\nLund was released from the county jail of Kolvik in late [|2008|]{conflicting-date} after serving two years for the robbery of the mill.\n-- c.txt --\nIn 1998, in 2001 and in 2005 the mill was sold by its owners, and the county jail of Kolvik was painted green.',
      '-- a.txt --\nThe 1972 fire at the mill of Kolvik led to the resignation of the mayor in [|1972|]{conflicting-date}, after a long inquiry.\n-- b.txt --\nThe 1972 fire at the mill of Kolvik led to the resignation of the mayor in [|1974|]{conflicting-date}, after a long inquiry.',
      '-- a.txt --\nThe old ferry of Kolvik was sold to the council of the town in [|March|]{conflicting-date}, the owners said.\n-- b.txt --\nThe old ferry of Kolvik was sold to the council of the town in [|May|]{conflicting-date}.\n\nThe owners said the old ferry of Kolvik was sold to the council of the town in [|May|]{conflicting-date}.',
      '-- a.txt --\nThe ferry struck the reef off Kolvik on [|Sunday|]{conflicting-date}, and divers followed on Monday.\n-- b.txt --\nThe ferry struck the reef off Kolvik on [|Tuesday|]{conflicting-date}.',
      '-- a.txt --\nThe treaty of Kolvik was signed by both kings in [|March 1684|]{conflicting-date} after long talks.\n-- b.txt --\nThe treaty of Kolvik was signed by both kings in [|1648|]{conflicting-date} after long talks.',
      '-- a.txt --\nThe treaty of Kolvik was signed by both kings in [|1684|]{conflicting-date} after long talks.\n-- b.txt --\nThe treaty of Kolvik was signed by both kings in [|1648|]{conflicting-date} after long talks.',
      '-- a.txt --\nThe ferry passed its safety inspection in [|February|]{conflicting-date}, the operator said.\n-- b.txt --\nThe ferry passed its safety inspection in January, the operator said.\n-- c.txt --\nThe operator said the ferry passed its last safety inspection in January.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareConflicts(document, corpus, judge);
    yield* prepareFigures(document, corpus);
  },
  *check(here, corpus) {
    const exchanged = exchangedFiguresIn(here, corpus, (kind) => !isCount(kind), isOfOneThing);
    yield* surerOf([...conflictsIn(here, corpus, judge, isOfOneThing)], [...exchanged]);
  },
};
