import { prepareExchanged, withExchanged } from './exchangedNames.js';
import type { Check } from './judge.js';
import { misplacedNamesIn, prepareMisplaced } from './misplacedNames.js';
import { areRivals, nameMatter } from './nameMatter.js';
import { areExamples } from './namePart.js';
import type { CorpusRule } from './rule.js';
import { slotJudge } from './slotJudge.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';
import { surerOf } from './surerOf.js';

const judge = slotJudge(nameMatter('place'));

const isOfOneThing: Check = (here, there, corpus) =>
  areRivals(here, there, corpus) && !areExamples(here, there, corpus);

export const conflictingPlace: CorpusRule = {
  code: 'conflicting-place',
  family: 'conflict',
  summary: 'An event is put in another place than other sources put it.',
  why: 'Where it happened is what maps, courts and neighbours go by.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only names behind words like “in” and “at”, in passages that run parallel, or in sentences about the same where each text lacks the place of the other, or where the words around a place stand around another one of the story. Peoples are left alone; a place inside another is told from it only where a text of the story names both (“Kolvik, Norway”).',
  examples: {
    valid: [
      '-- a.txt --\nCaptain Who Feigned Illness for Years Dies in Prison on Friday\n-- b.txt --\nCaptain Who Feigned Illness for Years Dies in Silence on Friday',
      '-- a.txt --\nThe captain was stopped on the road near Interstate 805 on Friday night, the police said.\n-- b.txt --\nThe captain was stopped on the road near Stavern on Friday night, the police said.',
      '-- a.txt --\nThe captain was treated for burns at the hospital in Stavern on Friday.\n-- b.txt --\nThe captain was treated for burns at the hospital in Vestfold on Friday. She lives in Stavern, Vestfold.',
      '-- a.txt --\nThe leaders met in September in the Russian city of Vladivostok to sign the treaty.\n-- b.txt --\nThe leaders met in September in Russia to sign the treaty.',
      '-- a.txt --\nThe ferry sailed from Kolvik to Stavern on Friday with forty sheep.\n-- b.txt --\nOn Friday the ferry sailed to Stavern from Kolvik with forty sheep.',
      '-- a.txt --\nFourteen passengers were treated at the hospital in Stavern.\n-- b.txt --\nFourteen passengers were treated at the regional hospital.',
      '-- a.txt --\nFourteen passengers were treated for burns at the hospital in Stavern on Friday.\n-- b.txt --\nFourteen passengers were treated for burns at the hospital in Vestfold on Friday.\n-- c.txt --\nFourteen passengers were treated for burns on Friday, the police said.\n\nThe mayor of Stavern in Vestfold came at once.',
      '-- a.txt --\nFourteen passengers were treated for burns at Rescue Services on Friday.\n-- b.txt --\nFourteen passengers were treated for burns at Stavern on Friday.',
    ],
    invalid: [
      '-- a.txt --\nA week of strikes in [|Portugal|]{conflicting-place} has closed the harbours to all ferries, the ministry said.\n-- b.txt --\nA week of strikes in [|Norway|]{conflicting-place} has closed the harbours to all ferries, the ministry said.',
      '-- a.txt --\nThe two leaders last met in September in the city of [|Vladivostok|]{conflicting-place} to sign the treaty.\n-- b.txt --\nThe two leaders last met in September at Vostochny to sign the treaty.\n-- c.txt --\nTo sign the treaty, the two leaders met in September at Vostochny.',
      '-- a.txt --\nFourteen passengers were treated for burns at the hospital in [|Stavern|]{conflicting-place} on Friday.\n-- b.txt --\nFourteen passengers were treated for burns at the hospital in [|Larvik|]{conflicting-place} on Friday.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareConflicts(document, corpus, judge);
    yield* prepareExchanged(document, corpus);
    yield* prepareMisplaced(document, corpus);
  },
  *check(here, corpus) {
    const parallel = [...conflictsIn(here, corpus, judge, isOfOneThing)];
    const exchanged = withExchanged(parallel, here, corpus, 'place', isOfOneThing);
    yield* surerOf(exchanged, [...misplacedNamesIn(here, corpus, 'place', isOfOneThing)]);
  },
};
