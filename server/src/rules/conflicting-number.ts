import { contradictionsIn, prepareContradictions } from './contradictions.js';
import { countJudge } from './countJudge.js';
import type { Check } from './judge.js';
import { exchangedFiguresIn, prepareFigures } from './exchangedFigures.js';
import { isCount } from './figureModel.js';
import { miscopiedNumbersIn, prepareMiscopied } from './miscopiedNumbers.js';
import { areOfTwoGroups } from './namedGroup.js';
import { areTwoFigures } from './otherFigure.js';
import { areOfTwoSubjects } from './otherSubject.js';
import type { CorpusRule } from './rule.js';
import { scoreJudge } from './scoreMatter.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';
import { surerOf } from './surerOf.js';

const isOfOneThing: Check = (here, there, corpus) =>
  !areOfTwoSubjects(here, there, corpus) && !areTwoFigures(here, there, corpus) && !areOfTwoGroups(here, there, corpus);

export const conflictingNumber: CorpusRule = {
  code: 'conflicting-number',
  family: 'conflict',
  summary: 'A number differs from what other sources, or the same text elsewhere, give for the same count.',
  why: 'At most one of them is right, and readers will quote either.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only counts of the same thing in passages that run parallel, or in two sentences of one text that otherwise say nearly the same; and numbers that nobody else gives, where others give one for the same, however they word it, or one with a digit exchanged or two in the other order. Rounded numbers, ranges, “about” and “nearly”, “at least”, and numbers that both sources give are no conflict; ages are held against each other only beside the same name. Measures in different units are held against each other only where the number is the same (212 km, 212 miles); sums of other currencies are not.',
  examples: {
    valid: [
      '-- a.txt --\nKolvik beat Stavern 3–1 in the final of the cup on Sunday night.\n-- b.txt --\nStavern lost 1-3 to Kolvik in the final of the cup on Sunday night.',
      'The fire at the mill of Kolvik killed 12 workers in 1998.\n\nThe fire at the mill of Kolvik killed 15 workers in 2004.',
      'The fire at the mill of Kolvik killed 12 workers on Friday.\n\nFires have killed 15 workers in the mills of the valley so far, the ministry said.',
      '-- a.txt --\nThe ferry carried 212 people when it struck the reef near Kolvik.\n-- b.txt --\nThe ferry carried some 200 people when it struck the reef near Kolvik.',
      '-- a.txt --\nThe bridge cost 4,987 crowns to repair after the flood.\n-- b.txt --\nThe bridge cost five thousand crowns to repair after the flood.',
      '-- a.txt --\nThe mayor sent dozens of guards to the harbour on Friday night.\n-- b.txt --\nThe mayor sent 36 guards to the harbour on Friday night.',
      '-- a.txt --\nPolice held five men and three women after the march in Tallinn.\n-- b.txt --\nPolice held three women and five men after the march in Tallinn.',
      '-- a.txt --\nThe mine employed 40 engineers before the strike in Orsk.\n-- b.txt --\nThe mine employed 900 workers before the strike in Orsk.',
      '-- a.txt --\nKarl Lund scored 20 points in the match against Kolvik on Sunday.\n-- b.txt --\nKarl Lund now has 2,302 points after the match against Kolvik on Sunday.',
      '-- a.txt --\nThe storm killed at least three people on the island of Kolvik on Sunday.\n-- b.txt --\nThe storm killed 10 people on the island of Kolvik on Sunday.',
      '-- a.txt --\nA 63-year-old woman was shot in the office at Kolvik on Monday, the police said.\n-- b.txt --\nA 47-year-old man was shot in the office at Kolvik on Monday, the police said.',
      '-- a.txt --\nBrandt completed 28 of 41 passes in the match at Kolvik on Sunday.\n-- b.txt --\nBrandt completed 28 passes in the match at Kolvik on Sunday.',
      '-- a.txt --\nThe firm of Kolvik offered between $140 and $150 million for the mine.\n-- b.txt --\nThe firm of Kolvik offered between $140 million and $150 million for the mine.',
      '-- a.txt --\nThe 15,800-square-metre mill of Kolvik was sold to the bank on Friday.\n-- b.txt --\nThe 170,000-square-foot mill of Kolvik was sold to the bank on Friday.',
      '-- a.txt --\nThe damage to the mill of Kolvik was estimated at A$1 million ($1.52 million) on Friday.\n-- b.txt --\nThe damage to the mill of Kolvik was estimated at $1 million on Friday.',
    ],
    invalid: [
      '-- a.txt --\nThe birds of Kolvik strayed [|212 miles|]{conflicting-number} from the direct route in the fog.\n-- b.txt --\nThe birds of Kolvik strayed [|212 kilometres|]{conflicting-number} from the direct route in fog.',
      '-- a.txt --\nKolvik beat Stavern [|3–1|]{conflicting-number} in the final of the cup on Sunday night.\n-- b.txt --\nKolvik beat Stavern [|3-2|]{conflicting-number} in the final of the cup on Sunday night, a surprise to many.',
      '-- a.txt --\nThe council of Kolvik voted by [|five votes to three|]{conflicting-number} to keep the baths open.\n-- b.txt --\nThe council of Kolvik voted by [|four votes to three|]{conflicting-number} to keep the baths open.',
      '-- a.txt --\nThe captain of Kolvik was stopped by the police early on Friday on state Route [|52|]{conflicting-number} near the bridge.\n-- b.txt --\nThe captain of Kolvik was stopped by the police early on Friday on state Route [|94|]{conflicting-number} in fog.',
      '-- a.txt --\nOlga Lund had 11 points, [|91|]{conflicting-number} rebounds and six blocks for Kolvik on Friday.\n-- b.txt --\nOlga Lund had 11 points, [|11|]{conflicting-number} rebounds and six blocks for Kolvik on Friday.',
      '-- a.txt --\nThe boy slipped and fell [|203|]{conflicting-number} feet from the ridge above Kolvik on Friday night.\n-- b.txt --\nThe boy slipped and fell [|200|]{conflicting-number} feet from the ridge above Kolvik on Friday night.',
      '-- a.txt --\nThe pilot of Kolvik, who was arrested 12 days after the fire, faces a sentence of up to [|65|]{conflicting-number} years in prison.\n-- b.txt --\nThe pilot of Kolvik, who was arrested 12 days after the fire, faces a sentence of up to [|15|]{conflicting-number} years in prison.',
      '-- a.txt --\nThe guards of Kolvik caught the pirates off the reef on Friday and took [|23|]{conflicting-number} of them into the harbour.\n-- b.txt --\nThe guards of Kolvik caught the pirates off the reef on Friday and took [|73|]{conflicting-number} into the harbour.',
      '-- a.txt --\nThe ferry was towing [|ten|]{conflicting-number} boats when it struck the reef near Kolvik on Tuesday.\n-- b.txt --\nThe ferry was towing [|seven|]{conflicting-number} boats when it struck the reef near Kolvik on Tuesday.',
      'The fire at the mill of Kolvik killed 12 workers on Friday night, the police said.\n\nThe mayor came at once.\n\nThe fire at the mill of Kolvik killed [|15|]{conflicting-number} workers, the mayor said.',
      '-- a.txt --\nFlight [|447|]{conflicting-number} to Stavern left Kolvik in thick fog on Friday morning.\n-- b.txt --\nFlight [|474|]{conflicting-number} to Stavern left Kolvik in thick fog on Friday morning.',
      '-- a.txt --\nMore than [|50|]{conflicting-number} firefighters fought the blaze at the mill of Kolvik on Friday.\n-- b.txt --\nMore than [|80|]{conflicting-number} firefighters fought the blaze at the mill of Kolvik on Friday.',
      '-- a.txt --\nThe fire at the mill of Kolvik killed Solveig Brandt, [|36|]{conflicting-number}, and her dog.\n-- b.txt --\nSolveig Brandt, [|63|]{conflicting-number}, and her dog were killed by the fire at the mill of Kolvik.',
      '-- a.txt --\nThe ferry carried [|221|]{conflicting-number} people when it struck the reef near Kolvik on Tuesday.\n-- b.txt --\nThe ferry carried [|212|]{conflicting-number} people when it struck the reef near Kolvik on Tuesday.',
      '-- a.txt --\n[|Fifteen|]{conflicting-number} passengers were treated for burns at the hospital in Stavern.\n-- b.txt --\nFourteen passengers were treated for burns at the hospital in Stavern.\n-- c.txt --\nAt the hospital in Stavern, 14 passengers were treated for burns.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareConflicts(document, corpus, countJudge);
    yield* prepareConflicts(document, corpus, scoreJudge);
    yield* prepareMiscopied(document, corpus);
    yield* prepareFigures(document, corpus);
    yield* prepareContradictions(document, corpus);
  },
  *check(here, corpus) {
    const found = [
      ...conflictsIn(here, corpus, countJudge, isOfOneThing),
      ...conflictsIn(here, corpus, scoreJudge, isOfOneThing),
    ];
    const told = new Set(found.flatMap(({ start, severity }) => (severity === 'hint' ? [] : [start])));
    const miscopied = [...miscopiedNumbersIn(here, corpus)].filter(({ start }) => !told.has(start));
    const numbers = [...found.filter((one) => !miscopied.some(({ start }) => start === one.start)), ...miscopied];
    yield* surerOf(numbers, [...exchangedFiguresIn(here, corpus, isCount, isOfOneThing)]);
    yield* contradictionsIn(here, corpus);
  },
};
