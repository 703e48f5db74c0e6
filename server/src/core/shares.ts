import { UNITS } from './numberWords.js';
import type { Span } from './span.js';

/** A part of a whole that is written as a fraction. */
export interface Share extends Span {
  /** More than 0, less than 100. */
  readonly percent: number;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  tenth: 10,
};
const SHARE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}-])(?<over>a|one|two|three|four|five|six|seven|nine)[ -](?<part>${Object.keys(PARTS).join('|')})s? of`,
    String.raw`(?<!\b(?:first|second|other|last|latter|former|third|fourth|final|their|own|and a|a) |[\p{L}\p{N}-])(?<half>half) (?:of )?(?:the|all|those|its|his|her|their|our|them)`,
    String.raw`(?<![\p{L}\p{N}-])(?<few>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of)(?: every)? (?<all>three|four|five|six|seven|eight|ten|10|twelve|twenty|20|hundred|100)(?!\p{N}|[,.]\p{N}|-)`,
  ].join('|'),
  'giu',
);
/** Three wins in five matches are no share. */
const SPELLS =
  /^ (?:\p{L}+ )?(?:days|weeks|months|years|seasons|hours|minutes|games|matches|starts|attempts|outings|overs|innings)\b/u;
/** A quarter of an hour, of a year, of 2012. */
const OF_TIME = /^ (?:(?:an?|the|this|last|next) (?:hour|day|week|month|season|year|century|match|game|mile)\b|\d)/i;

/** The fractions of a text in order: two-thirds of the crew, half the crew, one in five patients. The span leaves out “of”. */
export function sharesIn(text: string): Share[] {
  return [...text.matchAll(SHARE)].flatMap(({ 0: written, index, groups = {} }) => {
    const { over, part, half, few, all } = groups;
    const behind = text.slice(index + written.length, index + written.length + 24);
    if (OF_TIME.test(behind) || (few && SPELLS.test(behind))) return [];
    const value = half
      ? 0.5
      : part
        ? numberOf(over ?? '') / (PARTS[part.toLowerCase()] ?? 1)
        : numberOf(few ?? '') / numberOf(all ?? '');
    if (!(value > 0 && value < 1)) return [];
    const end = index + (half ? half.length : part ? written.length - ' of'.length : written.length);
    return [{ start: index, end, percent: 100 * value }];
  });
}

function numberOf(word: string): number {
  const lower = word.toLowerCase();
  if (/^\d+$/.test(lower)) return Number(lower);
  if (lower === 'a') return 1;
  return lower === 'hundred' ? 100 : lower === 'twenty' ? 20 : (UNITS[lower] ?? NaN);
}
