import { sentenceAt } from '../analysis/sentenceAt.js';
import { weightOf } from '../analysis/wordFrame.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Place } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import type { Check } from './judge.js';

/** Characters beside a name in which its sentence says what part it plays. */
const REACH = 120;
const SAYS = /^,? (?:said|says|told|added|announced|confirmed|reported|wrote)\b/;
const SOURCE_BEFORE = /\b(?:according to|(?:cited|quoted|reported|disclosed|revealed) by) (?:the )?$/i;
/** “If it was Lund”: who somebody is. */
const IS_BEFORE = /\b(?:is|are|was|were|be|been) $/i;
/** “Airlite would”: what is told is told of the bearer. */
const ACTS = /^ (?:is|are|was|were|will|would|can|could|may|might|should|must)\b/;
const EXAMPLES = /\b(?:including|such as|among them|for example|for instance)\b([^.!?]*)$/i;
/** Telling words that two examples have in common if they are one: a couple in a flat in this street, or in that. */
const LEAST_OF_ONE = 2;
const LEAST_WEIGHT = 0.5;
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

/** “In parks such as that in Lund”, “in many, including that in Kolvik”; not where the same is told of both. */
export const areExamples: Check = (here, there, corpus) => {
  const [own, theirs] = [here, there].map((place) => EXAMPLES.exec(nameAt(place, corpus).before)?.[1]);
  if (own === undefined || theirs === undefined) return false;
  const [words, others] = [tellingWords(own, corpus), tellingWords(theirs, corpus)];
  return [...words].filter((word) => others.has(word)).length < LEAST_OF_ONE;
};

function tellingWords(text: string, { resources: { wordVectors } }: Corpus): ReadonlySet<string> {
  const words = wordsIn(text).filter((word) => weightOf(word, wordVectors) >= LEAST_WEIGHT);
  return new Set(words.map((word) => stem(normalForm(word.text))));
}

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
