import { calendarDatesIn } from './calendarDates.js';
import { asRoughAs } from './composedMeasures.js';
import { unitOf, type Unit } from './countedUnits.js';
import { ordinalsIn, type Ordinal } from './ordinals.js';
import { scoresIn } from './scores.js';
import { sharesIn, type Share } from './shares.js';
import { overlaps, type Span } from './span.js';
import { tokensIn, type Token } from './tokens.js';
import { numberAt, PLURAL, rangeFrom, withUnitsApart, type ReadNumber } from './writtenNumbers.js';

/** A count or a measure, with what it counts. The span covers the number as written, scale words included. */
export interface Quantity extends Span {
  /** From, and to, where it is a range or a round word (dozens: 24 to 99); both the same otherwise. */
  readonly least: number;
  readonly most: number;
  /**
   * Stem of the noun that is counted, a currency sign, `%`, or `AGE`; of a number that is a name, the word before it and
   * `#` (flight 447); of an ordinal, the stem and `nth`; empty where none stands beside it.
   */
  readonly unit: string;
  /** Normal form of the noun that `unit` is the stem of. */
  readonly noun?: string;
  /** “about”, “nearly”, “more than”: the number is not meant to the letter. */
  readonly isRough: boolean;
  /** These words, in lower case. */
  readonly qualifier?: string;
  /** “At least”, “more than”: no less is meant; “up to”, “fewer than”: no more. */
  readonly bound?: 'least' | 'most';
  /** “Two of the engines”: of more; “two more engines”, “another two”: besides others. */
  readonly share?: 'part' | 'rest';
}

const ROUGH =
  /(?:\b(?:about|around|nearly|almost|over|under|above|below|(?:more|less|fewer|greater) than|at (?:least|most)|up to|some|roughly|approximately|approx\.?|as (?:many|much|few) as|close to|an? estimated|estimated|(?:just )?(?:over|under|short of)|well over|upwards of|or so)|~|≈|>|<)\s*(?:[$£€¥]\s*)?$/i;
const AT_LEAST =
  /\b(?:over|above|(?:more|greater) than|at least|no (?:less|fewer) than|well over|upwards of)\s*(?:(?:about|around|some|nearly|almost|roughly|an? estimated)\s)?(?:[$£€¥]\s*)?$/i;
const AT_MOST =
  /\b(?:under|below|(?:less|fewer) than|at most|no more than|up to|as (?:many|much) as|(?:just )?(?:under|short of))\s*(?:(?:about|around|some|nearly|almost|roughly|an? estimated)\s)?(?:[$£€¥]\s*)?$/i;
/** “Paid over three years” is during them, “for over three years” and “over three years ago” more than that. */
const DURING =
  /(?<!\b(?:for|of|just|well|in|after|than|took|takes?|lasted|spent|is|are|was|were|been|little|slightly)\s)\bover\s$/i;
const SPELL = /^(?:hour|day|week|month|year|decad|season)$/;
const SINCE = /^\s\S+\s(?:ago|old|later|earlier|before|after)\b/;
const UNCOUNTED = /\b(?:No|p\.|figure|table|part|volume|day|type)\s*$/i;
/** A number behind these is a name: two of them are two things. */
const LABEL = /\b(flight|route|highway|interstate|room|phase|version|No\.|page|chapter|section|article)\s$/i;
/** “The 12200 block of 223rd Street”: a name, too. */
const BLOCK = /^ block of\b/;

/**
 * The quantities of a text in order: digits, words, scales, ranges, money, shares, ordinals from “third” on. Years, dates
 * and results are not among them.
 */
export function quantitiesIn(text: string): Quantity[] {
  const tokens = withUnitsApart(tokensIn(text), text);
  const dates = calendarDatesIn(text).filter(
    ({ year, month, time }) => month !== undefined || time !== undefined || (year !== undefined && year < 1500),
  );
  const uncounted = [...dates, ...scoresIn(text)];
  const whole = [...sharesIn(text).map((one) => ofShare(one, text)), ...ordinalsIn(text).map(ofOrdinal)];
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const known = whole.find((one) => token && overlaps(one, token));
    if (known || uncounted.some((one) => token && overlaps(one, token))) {
      if (known && known.start === token?.start) found.push(known);
      at++;
      continue;
    }
    const number = numberAt(tokens, at, text);
    if (!number) {
      at++;
      continue;
    }
    const range = rangeFrom(tokens, number, text);
    const { next } = range;
    const quantity = quantityOf(tokens, at, range, text);
    if (quantity) found.push(asRoughAs(found.at(-1), quantity, text));
    at = next;
  }
  return found;
}

/** Of two fractions that differ neither is the other one rounded. */
const FRACTION = 'fraction';

function ofShare({ start, end, percent }: Share, text: string): Quantity {
  const before = text.slice(Math.max(0, start - 24), start);
  const bound = boundIn(before);
  return {
    start,
    end,
    least: percent,
    most: percent,
    unit: '%',
    isRough: true,
    qualifier: qualifierIn(before) ?? FRACTION,
    ...(bound ? { bound } : {}),
  };
}

function ofOrdinal({ start, end, value, unit, noun }: Ordinal): Quantity {
  return { start, end, least: value, most: value, unit, noun, isRough: false };
}

function qualifierIn(before: string): string | undefined {
  return ROUGH.exec(before)?.[0]
    .replace(/[$£€¥]/g, '')
    .trim()
    .toLowerCase();
}

function boundIn(before: string): Quantity['bound'] {
  return AT_MOST.test(before) ? 'most' : AT_LEAST.test(before) ? 'least' : undefined;
}

const IS_PART = /^\sof\s(?:(?:the|its|his|her|our|my|your|their|these|those)\b|\d)/;
const IS_REST = /^\s(?:other|more|additional|further)\b/;
const REST_BEFORE = /\b(?:another|an additional|a further|the other)\s$/i;
/** “The Airbus 380”, “on their iPhone 4”: what a number belongs to where it counts nothing. */
const NAMED = /[\p{L}\d,;:)’']\s(\p{Ll}*\p{Lu}[\p{L}’']*)\s$/u;

function isNameless({ unit, noun }: Unit): boolean {
  return noun === undefined ? unit === '' : !PLURAL.test(noun);
}

const SCALE = /^(?:hundred|thousand|million|billion|trillion)$/i;
const BEHIND_HYPHEN = /\p{Ll}-$/u;

function quantityOf(tokens: readonly Token[], at: number, number: ReadNumber, text: string): Quantity | undefined {
  const [first, last] = [tokens[at], tokens[number.next - 1]];
  if (!first || !last) return undefined;
  // The 14th, the 1990s, No. 5, page 3.
  if (/^(?:st|nd|rd|th|s)\b/i.test(text.slice(last.end))) return undefined;
  if (PAIRED.test(text.slice(last.end))) return undefined;
  // “Over a million”: what is said of the number stands before its article.
  const lead = text.slice(Math.max(0, first.start - 24), first.start);
  const before = SCALE.test(first.text) ? lead.replace(/\ban?\s$/i, '') : lead;
  if (UNCOUNTED.test(before)) return undefined;
  const label = BLOCK.test(text.slice(last.end)) ? 'block' : LABEL.exec(before)?.[1];
  const counted = label ? undefined : unitOf(tokens, at, number.next, text);
  if (!label && counted === undefined) return undefined;
  const name = label ?? (counted && isNameless(counted) ? NAMED.exec(before)?.[1] : undefined);
  const named = name ? { unit: `${name.toLowerCase()} #` } : (counted ?? { unit: '' });
  const { unit, noun } = named;
  // A hyphen for a dash: “the workers-two women and a man-were”.
  if (first.kind === 'word' && BEHIND_HYPHEN.test(before) && !PLURAL.test(noun ?? '')) return undefined;
  const isDuring = SPELL.test(unit) && DURING.test(before) && !SINCE.test(text.slice(last.end));
  const qualifier = isDuring ? undefined : qualifierIn(before);
  const isPlus = /^(?:-plus\b|\+|-odd\b)/.test(text.slice(last.end));
  const bound = isDuring ? undefined : isPlus ? 'least' : boundIn(before);
  const isYear = first.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(first.text) && number.next === at + 1;
  if (isYear && !/[$£€¥%#]$/.test(unit)) return undefined;
  return {
    start: first.start,
    end: last.end,
    least: number.least,
    most: number.most,
    ...named,
    isRough: qualifier !== undefined || isPlus || number.least !== number.most,
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(bound ? { bound } : {}),
    ...(IS_REST.test(text.slice(last.end)) || REST_BEFORE.test(before)
      ? { share: 'rest' as const }
      : IS_PART.test(text.slice(last.end))
        ? { share: 'part' as const }
        : {}),
  };
}

/** “A 91-73 victory”, “his 38-44 mark”: two numbers, of which the first counts nothing by itself. */
const PAIRED = /^[-–]\d{1,3}(?![\d,.%]|-\p{L})/u;
