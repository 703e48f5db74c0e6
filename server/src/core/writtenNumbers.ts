import { SCALES, TENS, UNITS } from './numberWords.js';
import { overlaps } from './span.js';
import type { Token } from './tokens.js';

/** A noun in the plural, by its ending. */
export const PLURAL =
  /^(?:people|men|women|children|police|personnel|feet|mice|cattle|ft|km|kg|mph)$|[^sui]s$|(?:se|x|ch|sh)es$/;
const QUANTITY_SCALES: Readonly<Record<string, number>> = { ...SCALES, m: 1e6, mn: 1e6 };
/** From, and to: words for numbers that nobody counted. */
export const ROUND: Readonly<Record<string, readonly [least: number, most: number]>> = {
  dozens: [24, 199],
  hundreds: [200, 1999],
  thousands: [2000, 99_999],
  millions: [2e6, 9.9e8],
  billions: [2e9, 9.9e11],
};
/** Glued to a sum of money only: $184M, $160MM, €2B, £20K. */
const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, mm: 1e6, b: 1e9 };
const FRACTIONS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };
/** “$5”, “$ 5”, “$US5”. */
export const SIGN_BEFORE = /([$£€¥])(?:(?<=\$)(?:US|NZ|HK|A|C))?\s?$/;
/** “5m high” are metres. */
const EXTENT = /^\s(?:high|long|wide|deep|tall|thick|away|above|below|from|down|apart|across|off)\b/i;
const DASH_BEFORE = /\p{Ll}{4}-$/u;
/** “200ft”, “1.3m”, “$US400,000”: a number and its unit, which are one word to everybody else; “12 000” and “2 1/2” are several. */
const GLUED =
  /(?<![\p{L}\p{N}.,/-]|\p{N}\s)(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?![\d,./:-])|\d{1,4} [1-7]\/[2-8](?![\d/]))|(?<=\$(?:US|NZ|HK|A|C))\d+(?:[.,]\d+){0,6}(?=(?:[mb]n?|tn)?(?![\p{L}\p{N}]))|(?<![\p{L}\p{N}.,/-])\d+(?:[.,]\d+){0,6}(?=(?:ft|feet|in|yds?|mi|mph|km|kmh|kph|kg|cm|mm|lbs?|oz|m|mn|bn|tn|[KMGTkmgt]B|[kM]W)(?![\p{L}\p{N}]))|(?<=[$£€¥])\d+(?:[.,]\d+){0,6}(?=(?:MM?|[BKk])(?![\p{L}\p{N}]))/gu;

/** The tokens, numbers that a unit is glued to cut off from it. */
export function withUnitsApart(tokens: readonly Token[], text: string): readonly Token[] {
  const numbers = [...text.matchAll(GLUED)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
  }));
  if (numbers.length === 0) return tokens;
  const apart: Token[] = [];
  for (const token of tokens) {
    const number = numbers.find((one) => overlaps(one, token));
    if (!number) apart.push(token);
    // The last token that it reaches into holds the unit, if any; those before it are digits and marks.
    else if (token.end >= number.end) {
      const cut = (kind: Token['kind'], start: number, end: number) => ({
        start,
        end,
        kind,
        text: text.slice(start, end),
      });
      apart.push(cut('number', number.start, number.end));
      if (token.end > number.end) apart.push(cut('word', number.end, token.end));
    }
  }
  return apart;
}

/** What a number as written stands for. */
export interface ReadNumber {
  readonly least: number;
  readonly most: number;
  /** Index of the token behind it. */
  readonly next: number;
}

/** The number that begins at a token, in digits or words, scales included. */
export function numberAt(tokens: readonly Token[], at: number, text: string): ReadNumber | undefined {
  const first = tokens[at];
  if (!first || isInside(text, first)) return undefined;
  const word = first.text.toLowerCase();
  const round = ROUND[word];
  if (round) return { least: round[0], most: round[1], next: at + 1 };
  let next = at + 1;
  let value: number;
  const [, whole, fraction] = /^(\d{1,6})([¼½¾]| [1-7]\/[2-8])$/.exec(first.text) ?? [];
  if (whole !== undefined) value = Number(whole) + fractionOf(fraction ?? '');
  else if (first.kind === 'number') {
    if (first.text.includes(':')) return undefined;
    value = Number(first.text.replace(/[,\s](?=\d{3}(?!\d))/g, ''));
    if (Number.isNaN(value)) return undefined;
    if (isHalfMore(tokens, next)) [value, next] = [value + 0.5, next + 3];
  } else {
    const read = wordsFrom(tokens, at, text);
    if (!read) return undefined;
    [value, next] = read;
  }
  for (;;) {
    // “A two-million-euro booty”.
    const index = tokens[next]?.text === '-' && (tokens[next + 1]?.text.length ?? 0) > 3 ? next + 1 : next;
    const scale = scaleAt(tokens, index, text);
    if (scale === undefined) return { least: value, most: value, next };
    value *= scale;
    next = index + 1;
  }
}

function fractionOf(written: string): number {
  const [over = 0, under = 1] = written.split('/').map(Number);
  return FRACTIONS[written] ?? over / under;
}

/** “two and a half hours”. */
function isHalfMore(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'and' && tokens[at + 1]?.text === 'a' && tokens[at + 2]?.text === 'half';
}

/** “Some hundred and twenty”. */
function isSomeHundredAnd(wordAt: (index: number) => string, at: number): boolean {
  const behind = wordAt(at + 2);
  return (
    /^(?:some|about|around|nearly|almost|over|roughly)$/.test(wordAt(at - 1)) &&
    wordAt(at) === 'hundred' &&
    wordAt(at + 1) === 'and' &&
    (UNITS[behind] ?? TENS[behind]) !== undefined
  );
}

/** “twenty-four”, “two and twenty”, “three hundred and five thousand”, “a dozen”, “half a million”. */
function wordsFrom(tokens: readonly Token[], at: number, text: string): [value: number, next: number] | undefined {
  const wordAt = (index: number) => tokens[index]?.text.toLowerCase() ?? '';
  if (/^(?:a|an|half|two|three|four|five|six)$/.test(wordAt(at)) && wordAt(at + 1) === 'dozen') {
    return [12 * (UNITS[wordAt(at)] ?? (wordAt(at) === 'half' ? 0.5 : 1)), at + 2];
  }
  if (wordAt(at) === 'half' && /^an?$/.test(wordAt(at + 1)) && wordAt(at + 2) === 'dozen') return [6, at + 3];
  if (wordAt(at) === 'half' && /^an?$/.test(wordAt(at + 1)) && (QUANTITY_SCALES[wordAt(at + 2)] ?? 0) > 99) {
    return [0.5 * (QUANTITY_SCALES[wordAt(at + 2)] ?? 0), at + 3];
  }
  const turned = turnedFrom(tokens, at, text);
  if (turned) return turned;
  let [total, part, next, isRead] = [0, 0, at, false];
  for (;;) {
    const word = wordAt(next);
    const value = UNITS[word] ?? TENS[word];
    const scale = word.length > 3 ? QUANTITY_SCALES[word] : undefined;
    if (value !== undefined) part += value;
    else if (scale === 100 && isRead) part *= 100;
    else if (scale !== undefined && isRead) {
      total += part * scale;
      part = 0;
    } else if (scale !== undefined && next === at && (/^an?$/.test(wordAt(at - 1)) || isSomeHundredAnd(wordAt, at)))
      part = scale;
    else break;
    isRead = true;
    next++;
    if (tokens[next]?.text === '-' && (UNITS[wordAt(next + 1)] ?? 0) > 0 && TENS[word] !== undefined) next++;
    else if (wordAt(next) === 'and' && scale === 100 && (UNITS[wordAt(next + 1)] ?? TENS[wordAt(next + 1)])) next++;
  }
  // “one” is a pronoun far more often than a count.
  if (!isRead || (next === at + 1 && /^(?:one|zero)$/.test(wordAt(at)))) return undefined;
  // “Seven”, “Five Hundred” inside a title or a name.
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? '') && /[\p{L}\d]\s$/u.test(text.slice(0, tokens[at]?.start)))
    return undefined;
  return isHalfMore(tokens, next) ? [total + part + 0.5, next + 3] : [total + part, next];
}

/** “two and twenty”, “five-and-thirty”: the units first, as they were said once; not “between two and twenty”. */
function turnedFrom(tokens: readonly Token[], at: number, text: string): [value: number, next: number] | undefined {
  const words = tokens.slice(at, at + 5).filter(({ text: one }) => one !== '-');
  const [unit, and, tens] = words;
  const [few, many] = [UNITS[unit?.text.toLowerCase() ?? ''] ?? 0, TENS[tens?.text.toLowerCase() ?? '']];
  if (!unit || !tens || and?.text !== 'and' || many === undefined || few < 1 || few > 9) return undefined;
  if (/\b(?:between|ages?|aged|both)\s$/i.test(text.slice(Math.max(0, unit.start - 9), unit.start))) return undefined;
  return [few + many, tokens.indexOf(tens, at) + 1];
}

function scaleAt(tokens: readonly Token[], at: number, text: string): number | undefined {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.kind !== 'word' || !before) return undefined;
  const word = token.text.toLowerCase();
  // “5m” is a million, “5 m” metres.
  const isGlued = before.end === token.start;
  if (word.length < 3 && !isGlued && word !== 'bn') return undefined;
  if (word === 'm' && EXTENT.test(text.slice(token.end, token.end + 12))) return undefined;
  if (isGlued && /[$£€¥]$/.test(text.slice(0, before.start)) && MONEY_SCALES[word]) return MONEY_SCALES[word];
  return /^[\s-]?$/.test(text.slice(before.end, token.start)) ? QUANTITY_SCALES[word] : undefined;
}

/** “19 to 20”, “19–20”, “between 19 and 20”. */
export function rangeFrom(tokens: readonly Token[], number: ReadNumber, text: string): ReadNumber {
  // “A 24- to 30-foot boat”.
  const at =
    tokens[number.next]?.text === '-' && tokens[number.next + 1]?.text === 'to' ? number.next + 1 : number.next;
  const [before, joint, first] = [tokens[number.next - 1], tokens[at], tokens[at + 1]];
  if (!before || !joint || !first || !/^(?:to|-|–|—|and)$/.test(joint.text)) return number;
  const isBetween = /\bbetween\s+\S+(?:\s\S+)?\s*$/i.test(text.slice(Math.max(0, joint.start - 40), joint.start));
  if (joint.text === 'and' && !isBetween) return number;
  // “Between $140 million and $150 million”.
  const other = gluedEnd(tokens, at, text) ?? numberAt(tokens, at + (/^[$£€¥]$/.test(first.text) ? 2 : 1), text);
  if (!other || other.most < number.least) return number;
  // “two to three million”: the scale belongs to both.
  const scale = number.most < 1000 && other.least >= 1000 * number.most ? scaleOf(other.least) : 1;
  return { least: number.least * scale, most: other.most, next: other.next };
}

/** “2–4 per cent”, “10-12 weeks”: of a score nothing is counted. */
function gluedEnd(tokens: readonly Token[], joint: number, text: string): ReadNumber | undefined {
  const [dash, last] = [tokens[joint], tokens[joint + 1]];
  if (!dash || last?.kind !== 'number' || dash.end !== last.start || !/^\d/.test(last.text)) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(tokens[joint - 1]?.text ?? '') || tokens[joint - 1]?.end !== dash.start) return undefined;
  const word = tokens[joint + 2];
  const isCounted =
    /^\s?(?:%|per\s?cent\b)/i.test(text.slice(last.end, last.end + 9)) ||
    (word?.kind === 'word' && text.slice(last.end, word.start) === ' ' && PLURAL.test(word.text));
  const value = Number(last.text.replace(/,(?=\d{3}(?!\d))/g, ''));
  return isCounted && !Number.isNaN(value) ? { least: value, most: value, next: joint + 2 } : undefined;
}

function scaleOf(value: number): number {
  return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3;
}

/** Part of a code, a name, a date or a telephone number: B52, F-16, 9/11, COVID-19, 5: 40, 0845 125. */
function isInside(text: string, { start, end, kind }: Token): boolean {
  if (kind === 'word' && DASH_BEFORE.test(text.slice(Math.max(0, start - 6), start))) return false;
  if (/\bmagnitude-$/i.test(text.slice(Math.max(0, start - 12), start))) return false;
  return (
    (/[\p{L}\d][-‐–/]$|[/#]$|[\p{L}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      !SIGN_BEFORE.test(text.slice(Math.max(0, start - 4), start))) ||
    /^ ?[/:] ?\d/.test(text.slice(end, end + 4)) ||
    // “Four 100-catch seasons” are two numbers.
    (kind === 'number' && /^ \d{2}/.test(text.slice(end, end + 4))) ||
    /\d ?[/:] ?$|\d{2} $/.test(text.slice(Math.max(0, start - 4), start))
  );
}
