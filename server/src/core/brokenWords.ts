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

/** Whether both halves are one word, broken at the end of a line of print: the whole is a word, one half is none. */
export function isBroken({ first, second }: { first: string; second: string }, speller: Speller): boolean {
  const whole = (first + second).toLowerCase();
  return speller.isWord(whole) && !(speller.isWord(first.toLowerCase()) && speller.isWord(second));
}
