import { overlaps } from '../core/span.js';
import { prepareExchanged, withExchanged } from './exchangedNames.js';
import type { Check } from './judge.js';
import { otherHoldersIn } from './holdersElsewhere.js';
import { misplacedNamesIn, prepareMisplaced } from './misplacedNames.js';
import { areRivals, nameMatter } from './nameMatter.js';
import { playOtherParts } from './namePart.js';
import { preparePosts } from './postsElsewhere.js';
import type { CorpusRule } from './rule.js';
import { slotJudge } from './slotJudge.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';
import { surerOf } from './surerOf.js';
import { unmatchedNamesIn } from './unmatchedNames.js';

const judge = slotJudge(nameMatter('name'));

const isOfOneThing: Check = (here, there, corpus) =>
  areRivals(here, there, corpus) && !playOtherParts(here, there, corpus);

export const conflictingName: CorpusRule = {
  code: 'conflicting-name',
  family: 'conflict',
  summary: 'Another person or organisation stands where other sources name theirs.',
  why: 'Words and deeds are put down to somebody else.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only in the same place of passages that run parallel, or where two of one given name play one part, or two people stand in sentences about the same, and neither text knows the other’s, or where the words around a name stand around another one of the story, or a post that one holds (the mayor) goes with another name everywhere else. Countries and peoples are left alone, and so are names that both texts have, parts of one name, and single words of the language (the Saints).',
  examples: {
    valid: [
      '-- a.txt --\nThe bombs were laid by Qaeda men on the road to Kolvik on Friday.\n-- b.txt --\nThe bombs were laid by Qa’ida men on the road to Kolvik on Friday.',
      '-- a.txt --\nThe ferry was sold by the Kolvik Shipping Line to the council on Friday.\n-- b.txt --\nThe ferry was sold by the KSL to the council on Friday.',
      '-- a.txt --\nThe inquiry was opened by Solveig Brandt of the transport ministry.\n-- b.txt --\nThe inquiry was opened by Brandt of the transport ministry.',
      '-- a.txt --\nThe report was published by the Kolvik Herald on Friday.\n-- b.txt --\nThe report was published by Norway on Friday.',
      '-- a.txt --\nThe ferry was built by Aker and owned by Fjordline since 1998.\n-- b.txt --\nThe ferry was owned by Fjordline and built by Aker in 1998.',
      '-- a.txt --\nThe bridge was opened by the mayor, who came from the Betty Lund Clinic in Kolvik.\n-- b.txt --\nThe bridge was opened by the mayor, who came from the Betty Lund Hospital in Kolvik.',
      '-- a.txt --\nThe old ferry was sold to the council of Kolvik by Anna Lund on the day of the vote.\n-- b.txt --\nThe old ferry was sold to the council of Kolvik by Fjordline on the day of the vote.',
      '-- a.txt --\nThe match was won on Friday by the Saints, who will play for the cup of Kolvik.\n-- b.txt --\nThe match was won on Friday by the Mariners, who will play for the cup of Kolvik.',
    ],
    invalid: [
      '-- a.txt --\nThe council of Kolvik heard pilot [|Anna Lund|]{conflicting-name} on Friday about the new bridge.\n-- b.txt --\nOn Friday the council of Kolvik heard pilot [|Carl Lund|]{conflicting-name} about the new bridge.',
      '-- a.txt --\nThe council of Kolvik heard pilot [|Anna Lund|]{conflicting-name} on Friday about the new bridge.\n-- b.txt --\nOn Friday the council of Kolvik heard pilot [|Carl Berg|]{conflicting-name} about the new bridge.',
      '-- a.txt --\nThe article was published by the [|Kolvik Herald|]{conflicting-name} on the day of the vote.\n-- b.txt --\nThe article was published by the Stavern Tribune on the day of the vote.\n-- c.txt --\nIt was on the day of the vote that the article came out, published by the Stavern Tribune.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareConflicts(document, corpus, judge);
    yield* prepareExchanged(document, corpus);
    yield* preparePosts(document, corpus);
    yield* prepareMisplaced(document, corpus);
  },
  *check(here, corpus) {
    const parallel = [...conflictsIn(here, corpus, judge, isOfOneThing)];
    const exchanged = withExchanged(parallel, here, corpus, 'person', isOfOneThing);
    const unmatched = [...unmatchedNamesIn(here, corpus)].filter(
      (one) => !exchanged.some((other) => overlaps(one, other)),
    );
    const misplaced = surerOf(
      [...exchanged, ...unmatched],
      [...misplacedNamesIn(here, corpus, 'person', isOfOneThing)],
    );
    yield* surerOf(misplaced, [...otherHoldersIn(here, corpus)]);
  },
};
