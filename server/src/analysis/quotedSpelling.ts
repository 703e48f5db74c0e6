import { isZone } from '../core/numberFolding.js';
import { quotedWords } from '../core/quotedWords.js';
import type { Span } from '../core/span.js';

/** A word as it is spelt; neither case nor the shape of an apostrophe is spelling. */
export function spellingOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase().replace(/[’‘]/g, "'").replace(/[.\s]/g, '');
}

/** The marks between two words in one form; neither blanks, quotation marks, brackets nor hyphens count. */
export function punctuationBetween(text: string, { end }: Span, { start }: Span): string {
  return text
    .slice(end, start)
    .replace(/[—―]|\s[–-]+\s|--+/g, '–')
    .replace(/[^,;:.!?–(]/g, '')
    .replace(/\.{2,}/g, '');
}

/** Whether differing words only differ in letters: hyphen or none, initials or the full name, a shortened “is”. */
export function isRespelled(a: string, b: string): boolean {
  if (lettersOf(a) === lettersOf(b)) return true;
  if (transcribed(a) === transcribed(b)) return true;
  return (
    isInitials(a, b) || isInitials(b, a) || isShortened(a, b) || isShortened(b, a) || isMonth(a, b) || isMonth(b, a)
  );
}

function lettersOf(words: string): string {
  // Massachusetts’s, Massachusetts’.
  const folded = quotedWords(words.replace(/(?<=s)['’]s(?!\p{L})/giu, '')).map((word) => word.folded);
  // The zone of a time may be left out: 6:41 pm PST, 18:41.
  return folded
    .filter((word, at) => !(isZone(word) && /^\d+:\d\dh$/.test(folded[at - 1] ?? '')))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A name with the vowels that Arabic does not tell apart in one form: Qaeda, Qaida; Osama, Usama. Words that are no names, or
 * brief, stay what they are.
 */
function transcribed(words: string): string {
  return words.replace(/(?<!\p{L})\p{Lu}\p{Ll}{4,}/gu, (name) =>
    name.toLowerCase().replaceAll('e', 'i').replaceAll('o', 'u'),
  );
}

/** IE, Internet Explorer; U.S., United States. */
function isInitials(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, '').replace(/^the(?=\p{Lu})/iu, '');
  const names = long.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
  return names.length >= 2 && names.map((name) => name.charAt(0)).join('') === letters.replace(/s$/, '');
}

/** Sept, September. */
function isMonth(short: string, long: string): boolean {
  return (
    /^(?:January|February|March|April|June|July|August|September|October|November|December)$/.test(long) &&
    /^\p{Lu}\p{Ll}{2,3}$/u.test(short) &&
    long.startsWith(short)
  );
}

/** The trip’s over, the trip is over; he’d, he had. */
function isShortened(short: string, long: string): boolean {
  const [words, whole] = [short, long].map((text) => text.toLowerCase().replace(/’/g, "'"));
  const [, word, ending] = /^(.+)'(s|d)$/u.exec(words ?? '') ?? [];
  if (word === undefined) return false;
  const full = ending === 's' ? ['is', 'has', 'us'] : ['had', 'would'];
  return full.some((verb) => whole === `${word} ${verb}` || whole === verb);
}
