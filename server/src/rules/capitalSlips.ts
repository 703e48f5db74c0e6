import type { Corpus } from '../analysis/corpus.js';
import { people } from '../analysis/people.js';
import type { Unlisted } from '../analysis/unlistedWords.js';
import { vocabulary } from '../analysis/vocabulary.js';
import type { Correction } from '../core/corrections.js';

/** Slips within which a capital may be a typo and no name; about one. */
const ONE_SLIP = 1.25;
/** What a swap of two letters costs, and a doubled one; see `core/slips.ts`. */
const SWAP = 0.6;

/** A capital makes it a name, unless the sources themselves write the word it resembles so, or it opens a sentence. */
export function isLikelierThanName(one: Correction, { word, start }: Unlisted, text: string, corpus: Corpus): boolean {
  const words = corpus.get(vocabulary);
  if (one.cost > ONE_SLIP || one.word.includes(' ') || words.count(word) > 1) return false;
  const isOrdinary = corpus.resources.speller.isOrdinary(one.word);
  // Names of firms and papers are words with another ending: “Ars Technica”.
  const endsAlike = word.at(-1) === one.word.at(-1);
  const isNoName = endsAlike || sameLetters(word, one.word);
  if (isOrdinary && isNoName && word.length + one.word.length >= 9 && words.capitals(one.word) > 0) return true;
  if (!isBehindName(text, start, corpus) && isProperName(one, word, corpus)) return true;
  const opensSentence =
    /(?:^|[.!?:]['’”"]?\s+|^['‘“"])$/.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
  if (!isOrdinary) return false;
  // “Departmnt”: long, whole at both ends, and a common word.
  const isWhole = word.length >= 8 && word[0]?.toLowerCase() === one.word[0] && endsAlike;
  if (isWhole && one.cost <= 0.9 && corpus.resources.speller.frequency(one.word) >= 75) return true;
  if (!opensSentence) return false;
  const frequency = corpus.resources.speller.frequency(one.word);
  // Letters swapped, or one twice: no way for a name to differ from a word.
  return frequency >= 75 && (one.cost <= SWAP ? sameLetters(one.word, word) : word.length >= 7 && one.cost <= 1);
}

/** The word right before, if it has a capital. */
const CAPITAL_BEFORE = /(?<![\p{L}'’-])(\p{Lu}\p{Ll}{1,30})\s$/u;

/** “Varuhi Sirian” is somebody: a given name, or a word that means nothing else, stands before it. */
function isBehindName(text: string, start: number, { resources: { nameLists, speller } }: Corpus): boolean {
  const before = CAPITAL_BEFORE.exec(text.slice(Math.max(0, start - 33), start))?.[1];
  return before !== undefined && (nameLists.given.has(before.toLowerCase()) || !speller.isWord(before));
}

const CALENDAR = new Set(
  `january february march april june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday`.split(/\s+/),
);

/** “Febuary”, “Brittish”, “Philipines”: months, peoples and places that everybody writes, in a word that names nobody. */
function isProperName(one: Correction, word: string, { resources: { nameLists, speller } }: Corpus): boolean {
  const { given, surname, place, country, demonym, organisation } = nameLists;
  if (word.length < 6 || one.cost > 1 || speller.frequency(one.word) < 60) return false;
  const lower = word.toLowerCase();
  if ([given, surname, place, organisation, demonym].some((list) => list.has(lower))) return false;
  if (CALENDAR.has(one.word)) return true;
  return !given.has(one.word) && !surname.has(one.word) && [country, demonym, place].some((list) => list.has(one.word));
}

/** Part of a recognised name, unless no name is known to be written so and the texts write the other word in its place. */
export function isInName(word: string, meant: string, path: string, start: number, corpus: Corpus): boolean {
  const named = /^\p{Lu}\p{Ll}/u.test(word) ? corpus.get(people).at(path, start + 1) : undefined;
  if (!named) return false;
  const { resources } = corpus;
  const { given, surname } = resources.nameLists;
  // What follows a given name is a surname, though it be a letter from a word: Kenneth Baer.
  const [first = ''] = named.mention.text.split(/\s/);
  if (named.mention.start < start && given.has(first.toLowerCase())) return true;
  const [lower, other] = [word.toLowerCase(), meant.toLowerCase()];
  if ([given, surname].some((list) => list.has(lower) || list.has(other)) || !resources.speller.isOrdinary(other))
    return true;
  return corpus.get(vocabulary).capitals(other) < 2;
}

function sameLetters(a: string, b: string): boolean {
  const sorted = (word: string) => Array.from(word.toLowerCase()).sort().join('');
  return sorted(a) === sorted(b);
}
