import { ORDINALS, SCALES, TENS, UNITS } from './numberWords.js';
import type { Span } from './span.js';

/** A word in the form that it is compared by. */
export interface FoldedWord extends Span {
  readonly folded: string;
}

/** Right behind an amount of money only: 5m is a length as well. */
const MONEY_SCALES: Readonly<Record<string, number>> = { ...SCALES, k: 1e3, m: 1e6, mn: 1e6 };
const DIGITS = /^((?!0\d)\d+(?:,\d{3})*(?:\.\d+)?)([a-z]{0,2})$/;
const MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollars', '£': 'pounds', '€': 'euros' };

/**
 * Numbers in one form: eleven = 11, twenty-four = 24, 11,000 = 11 thousand, 5bn = 5 billion, 5 % = 5 per cent, $5 = 5 dollars,
 * eleventh = 11th, May 11th = May 11, 6 p.m. = 6pm = 6:00 p.m. = 18:00. Words that make one number become one.
 */
export function foldNumbers(words: readonly FoldedWord[]): FoldedWord[] {
  const found: FoldedWord[] = [];
  let currency: FoldedWord | undefined;
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? NOTHING;
    if (CURRENCIES[word.folded] !== undefined) {
      if (currency) found.push(currency);
      currency = { ...word, folded: CURRENCIES[word.folded] ?? '' };
      at++;
      continue;
    }
    const read =
      clockAt(words, at) ?? ordinalAt(words, at) ?? shareAt(words, at) ?? numberAt(words, at, currency !== undefined);
    if (currency && !read) found.push(currency);
    found.push(...(read?.words ?? [word]));
    at += read?.count ?? 1;
    if (currency && read) found.push(currency);
    currency = undefined;
  }
  return currency ? [...found, currency] : found;
}

const NOTHING: FoldedWord = { folded: '', start: 0, end: 0 };

interface Read {
  readonly words: readonly FoldedWord[];
  /** How many of the given words it took. */
  readonly count: number;
}

function one(words: readonly FoldedWord[], at: number, count: number, folded: string): Read {
  const [first, last] = [words[at] ?? NOTHING, words[at + count - 1] ?? NOTHING];
  return { words: [{ folded, start: first.start, end: last.end }], count };
}

function clockAt(words: readonly FoldedWord[], at: number): Read | undefined {
  const word = words[at] ?? NOTHING;
  const glued = /^(\d{1,2})(?:[:.]?(\d\d))?([ap]m)$/.exec(word.folded);
  if (glued) return clock([word], glued[1], glued[2], glued[3]);
  const next = words[at + 1];
  const parts = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(word.folded);
  if (parts && next && /^[ap]m$/.test(next.folded)) return clock([word, next], parts[1], parts[2], next.folded);
  // By the hours of a day: 18:41, 0241 GMT. Without a half, 6:41 may be either.
  const ofDay = /^(\d\d):(\d\d)$/.exec(word.folded) ?? (isZone(next?.folded) && /^(\d\d)(\d\d)$/.exec(word.folded));
  return ofDay ? clock([word], ofDay[1], ofDay[2]) : undefined;
}

/** UTC, PST. */
export function isZone(folded: string | undefined): boolean {
  return /^(?:gmt|utc|[ecmp][sd]t|[bj]st|cest)$/.test(folded ?? '');
}

function clock(words: readonly FoldedWord[], hour = '', minute = '00', half = ''): Read {
  const [first, last] = [words[0] ?? NOTHING, words.at(-1) ?? NOTHING];
  const at = { start: first.start, end: last.end };
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  return { words: [{ folded: `${hours}:${minute}h`, ...at }], count: words.length };
}

function ordinalAt(words: readonly FoldedWord[], at: number): Read | undefined {
  const here = words[at]?.folded ?? '';
  const tens = TENS[here];
  const unit = tens === undefined ? undefined : ORDINALS[words[at + 1]?.folded ?? ''];
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(here)?.[1];
  const count = unit !== undefined && unit < 10 ? 2 : 1;
  const value = count === 2 ? (tens ?? 0) + (unit ?? 0) : digits === undefined ? ORDINALS[here] : Number(digits);
  if (value === undefined) return undefined;
  const isDay = [words[at - 1], words[at + count], words[at + count + 1]].some((word, index) => {
    return MONTHS.test(word?.folded ?? '') && (index < 2 || words[at + count]?.folded === 'of');
  });
  return one(words, at, count, isDay ? String(value) : `${value}th`);
}

function shareAt(words: readonly FoldedWord[], at: number): Read | undefined {
  const here = words[at]?.folded;
  if (here === '%') return one(words, at, 1, 'percent');
  return here === 'per' && words[at + 1]?.folded === 'cent' ? one(words, at, 2, 'percent') : undefined;
}

/** 1,200.5, 5bn; as money 5m, too. */
function digitsOf(word: string, isMoney: boolean): number | undefined {
  const [, digits = '', letters = ''] = DIGITS.exec(word) ?? [];
  const scale = letters === '' ? 1 : (isMoney ? MONEY_SCALES : SCALES)[letters];
  return digits === '' || scale === undefined ? undefined : Number(digits.replaceAll(',', '')) * scale;
}

function numberAt(words: readonly FoldedWord[], at: number, isMoney: boolean): Read | undefined {
  const here = words[at]?.folded ?? '';
  let count = 1;
  let value = UNITS[here] ?? digitsOf(here, isMoney);
  const tens = TENS[here];
  if (tens !== undefined) {
    const unit = UNITS[words[at + 1]?.folded ?? ''] ?? 0;
    const isOne = unit > 0 && unit < 10;
    value = tens + (isOne ? unit : 0);
    count = isOne ? 2 : 1;
  }
  if (value === undefined) return undefined;
  for (let scale = SCALES[words[at + count]?.folded ?? '']; scale; scale = SCALES[words[at + count]?.folded ?? '']) {
    value *= scale;
    count++;
  }
  return one(words, at, count, String(Math.round(value * 1000) / 1000));
}
