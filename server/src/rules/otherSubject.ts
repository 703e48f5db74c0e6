import type { Corpus } from '../analysis/corpus.js';
import { isSpellingOf } from '../analysis/nameMatching.js';
import { sentenceAt } from '../analysis/sentenceAt.js';
import { properNamesIn } from '../core/properNames.js';
import type { Place } from '../core/span.js';
import { placesOf } from './wordsElsewhere.js';

/**
 * Whether two texts tell of two things in the same words: the sentence of each place begins with a name that its text has
 * again, and the other text nowhere (“The ferry Aurora left with 90 people”, “The ferry Borea left with 75”). A name that
 * is wrong in one place stands there alone.
 */
export function areOfTwoSubjects(here: Place, there: Place, corpus: Corpus): boolean {
  const [own, theirs] = [subjectAt(here, corpus), subjectAt(there, corpus)];
  if (!isOfOneTextOnly(own, there.path, corpus) || !isOfOneTextOnly(theirs, here.path, corpus)) return false;
  const [words, others] = [own, theirs].map((name) => name.map((word) => corpus.textAt(word).toLowerCase()));
  return words?.some((word) => others?.some((other) => isSpellingOf(word, other))) !== true;
}

/** @param name its words */
function isOfOneTextOnly(name: readonly Place[], other: string, corpus: Corpus): boolean {
  const last = name.at(-1);
  if (!last) return false;
  const isOften = placesOf(last, 'name', last.path, corpus).length >= OFTEN;
  return isOften && !name.some((word) => isWrittenIn(corpus.textAt(word), other, corpus));
}

/** In capitals or not: SEACOM, Seacom. */
function isWrittenIn(word: string, path: string, corpus: Corpus): boolean {
  return new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, 'iu').test(corpus.document(path)?.text ?? '');
}

const OFTEN = 2;
/** Characters before a name of which something is said at the start of a sentence. */
const MOST_BEFORE = 30;
const LONGEST_SAYS = 20;
/** Who says it is not what it is about. */
const SAYS = /^,? (?:said|says|told|reported|reports|confirmed|announced|added|wrote)\b/;

/** Words of the name that a sentence begins with. */
function subjectAt(place: Place, corpus: Corpus): readonly Place[] {
  const { text, start } = sentenceAt(place, corpus);
  const { speller } = corpus.resources;
  const name = properNamesIn(text, (lower) => speller.isOrdinary(lower))[0];
  if (name?.preposition !== '' || name.start > MOST_BEFORE) return [];
  if (SAYS.test(text.slice(name.end, name.end + LONGEST_SAYS))) return [];
  const from = start + name.start;
  return [...text.slice(name.start, name.end).matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    path: place.path,
    start: from + index,
    end: from + index + word.length,
  }));
}
