import { sentenceAt } from '../analysis/sentenceAt.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Place } from '../core/span.js';
import type { Check } from './judge.js';

/** Characters beside a name in which its sentence says what part it plays. */
const REACH = 120;
const SAYS = /^,? (?:said|says|told|added|announced|confirmed|reported|wrote)\b/;
const SOURCE_BEFORE = /\b(?:according to|(?:cited|quoted|reported|disclosed|revealed) by) (?:the )?$/i;
/** “If it was Lund”: who somebody is. */
const IS_BEFORE = /\b(?:is|are|was|were|be|been) $/i;
/** “Airlite would”: what is told is told of the bearer. */
const ACTS = /^ (?:is|are|was|were|will|would|can|could|may|might|should|must)\b/;
const EXAMPLES = /\b(?:including|such as|among them|for example|for instance)\b[^.!?]*$/i;
/** “The parents of Lund”, “the Lund parents”. */
const OF = /\b(?:(?:of|by|for|to|with) (?:the )?|(?:the|an?) )$/i;

/**
 * Whether two names play other parts in their sentences, so that both can be right: who says it and whom it is said of, whose
 * somebody is and who he is, two examples of what may have more.
 */
export const playOtherParts: Check = (here, there, corpus) => {
  const [a, b] = [nameAt(here, corpus), nameAt(there, corpus)];
  return (
    (isSource(a) && isActor(b)) ||
    (isSource(b) && isActor(a)) ||
    (isOwner(a) && !mayOwn(b)) ||
    (isOwner(b) && !mayOwn(a)) ||
    areExamples(here, there, corpus)
  );
};

/** “In parks such as that in Lund”, “in many, including that in Kolvik”. */
export const areExamples: Check = (here, there, corpus) =>
  isExample(nameAt(here, corpus)) && isExample(nameAt(there, corpus));

/** What stands before and behind a name in its sentence. */
interface Around {
  readonly before: string;
  readonly behind: string;
}

function nameAt(place: Place, corpus: Corpus): Around {
  const { text, start } = sentenceAt(place, corpus);
  const [from, to] = [place.start - start, place.end - start];
  return { before: text.slice(Math.max(0, from - REACH), from), behind: text.slice(to, to + REACH) };
}

function isSource({ before, behind }: Around): boolean {
  return SAYS.test(behind) || SOURCE_BEFORE.test(before);
}

/** Of whom something is told, or who somebody is. */
function isActor({ before, behind }: Around): boolean {
  return (ACTS.test(behind) || IS_BEFORE.test(before)) && !SOURCE_BEFORE.test(before);
}

/** “Lund’s parents”. */
function isOwner({ behind }: Around): boolean {
  return /^['’]s? \p{L}/u.test(behind);
}

function mayOwn(name: Around): boolean {
  return isOwner(name) || OF.test(name.before);
}

function isExample({ before }: Around): boolean {
  return EXAMPLES.test(before);
}
