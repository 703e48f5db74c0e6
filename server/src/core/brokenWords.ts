import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { proseOf } from './prose.js';
import type { Span } from './span.js';
import type { Speller } from './speller.js';

/** Letters on both sides of a hyphen that is followed by a blank or a line end. */
export interface Break extends Span {
  readonly first: string;
  readonly second: string;
}

const BREAK =
  /(?<![\p{L}\p{N}’'-])(?<first>\p{L}{2,})-[ \t]*(?:\r?\n[ \t]*|[ \t])(?<second>\p{Ll}{2,})(?![\p{L}\p{N}’'-])/gu;

const cache = new Facts<Paragraph, readonly Break[]>();

export function breaksOf(paragraph: Paragraph): readonly Break[] {
  let found = cache.get(paragraph);
  if (!found) {
    found = [...proseOf(paragraph).matchAll(BREAK)].map(({ index, 0: words, groups }) => ({
      start: index,
      end: index + words.length,
      first: groups?.first ?? '',
      second: groups?.second ?? '',
    }));
    cache.set(paragraph, found);
  }
  return found;
}

/** Two words of small letters with a blank between them. */
const PAIR = /(?<![\p{L}\p{N}’'-])(?<first>\p{Ll}{2,30}) (?=(?<second>\p{Ll}{2,30})(?![\p{L}\p{N}’'-]))/gu;
/** Of a word that everybody writes; see `Speller.frequency`. */
const COMMON = 65;
/** What tokenisers make of “gonna”, “gotta”, “gimme”. */
const TOKENISED = /^(?:gon|wan) na$|^got ta$|^(?:gim|lem) me$/;

/** Where a blank stands inside a common word: “fe ll”. One of the halves is no word, or neither is one that people write. */
export function gapsOf(paragraph: Paragraph, speller: Speller): readonly Break[] {
  let found = gaps.get(paragraph);
  if (!found) gaps.set(paragraph, (found = [...findGaps(proseOf(paragraph), speller)]));
  return found;
}

const gaps = new Facts<Paragraph, readonly Break[]>();

function* findGaps(prose: string, speller: Speller): Iterable<Break> {
  const isUsual = (word: string) => speller.frequency(word) > 0;
  for (const { index, groups } of prose.matchAll(PAIR)) {
    const [first, second] = [groups?.first ?? '', groups?.second ?? ''];
    if (isUsual(first) && isUsual(second)) continue;
    if (speller.frequency(first + second) < COMMON || TOKENISED.test(`${first} ${second}`)) continue;
    const isNone = [first, second].some((half) => !isUsual(half) && !speller.isWord(half));
    if (isNone || (!isUsual(first) && !isUsual(second)))
      yield { start: index, end: index + first.length + 1 + second.length, first, second };
  }
}

/** Whether both halves are one word, broken at the end of a line of print: the whole is a word, one half is none. */
export function isBroken({ first, second }: { first: string; second: string }, speller: Speller): boolean {
  const whole = (first + second).toLowerCase();
  return speller.isWord(whole) && !(speller.isWord(first.toLowerCase()) && speller.isWord(second));
}
