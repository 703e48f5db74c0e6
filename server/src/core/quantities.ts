import { calendarDatesIn } from './calendarDates.js';
import { SCALES, TENS, UNITS } from './numberWords.js';
import { overlaps, type Span } from './span.js';
import { stem } from './stem.js';
import { normalForm, tokensIn, type Token } from './tokens.js';

/** A count or a measure, with what it counts. The span covers the number as written, scale words included. */
export interface Quantity extends Span {
  /** From, and to, where it is a range or a round word (dozens: 24 to 99); both the same otherwise. */
  readonly least: number;
  readonly most: number;
  /**
   * Stem of the noun that is counted, a currency sign, `%`, or `AGE`; of a number that is a name, the word before it and
   * `#` (flight 447); empty where none stands beside it.
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

/** The unit of how old somebody is: “63-year-old”, “aged 63”, “Anna Berg, 63,”. */
export const AGE = 'age';

const QUANTITY_SCALES: Readonly<Record<string, number>> = { ...SCALES, m: 1e6, mn: 1e6 };
const ROUND: Readonly<Record<string, readonly [least: number, most: number]>> = {
  dozens: [24, 199],
  hundreds: [200, 1999],
  thousands: [2000, 99_999],
  millions: [2e6, 9.9e8],
  billions: [2e9, 9.9e11],
};
/** Glued to a sum of money only: $184M, $160MM, €2B, £20K. */
const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, mm: 1e6, b: 1e9 };
/** The ends that were given to words. */
const ROUND_ENDS: ReadonlySet<number> = new Set(Object.values(ROUND).map(([, most]) => most));
const ROUGH =
  /(?:\b(?:about|around|nearly|almost|over|under|above|below|(?:more|less|fewer|greater) than|at (?:least|most)|up to|some|roughly|approximately|approx\.?|as (?:many|much|few) as|close to|an? estimated|estimated|(?:just )?(?:over|under|short of)|well over|upwards of|or so)|~|≈|>|<)\s*(?:[$£€¥]\s*)?$/i;
const AT_LEAST =
  /\b(?:over|above|(?:more|greater) than|at least|no (?:less|fewer) than|well over|upwards of)\s*(?:[$£€¥]\s*)?$/i;
const AT_MOST =
  /\b(?:under|below|(?:less|fewer) than|at most|no more than|up to|as (?:many|much) as|(?:just )?(?:under|short of))\s*(?:[$£€¥]\s*)?$/i;
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
/** What a number stands before that it does not count: times of day, ordinals, labels. */
const NO_UNIT =
  /^(?:a\.?m|p\.?m|am|pm|gmt|bst|utc|est|edt|cet|o'clock|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** “23 of them”: what they are is said elsewhere. */
const PRONOUN = /^(?:them|us|whom|these|those|me|you|him)$/;
const PLURAL =
  /^(?:people|men|women|children|police|personnel|feet|mice|cattle|ft|km|kg|mph)$|[^sui]s$|(?:se|x|ch|sh)es$/;
const UNITS_IN_FULL: Readonly<Record<string, string>> = {
  ft: 'feet',
  foot: 'feet',
  yds: 'yards',
  lbs: 'pounds',
  km: 'kilometers',
  person: 'people',
  persons: 'people',
  td: 'touchdowns',
  tds: 'touchdowns',
  ko: 'knockouts',
  kos: 'knockouts',
  metre: 'meters',
  metres: 'meters',
  kilometre: 'kilometers',
  kilometres: 'kilometers',
  centimetres: 'centimeters',
  litres: 'liters',
};
const FRACTIONS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };
/** Two plurals in a row are a noun and what it belongs to (two plainclothes officers), unless the second is an adverb. */
const ADVERB = /(?:wards|ways|haps|times|doors|stairs)$/;
const STOPS = new Set(
  `the of to in on at by for with from and or but as is are was were be been being has have had do does did will would
   that this these those it its he she they his her their who which what there so also into after before while when since
   than not were during per because if were until without against between more less fewer other`.split(/\s+/),
);

/** The quantities of a text in order: digits, words, scales, ranges, money, shares. Years and dates are not among them. */
export function quantitiesIn(text: string): Quantity[] {
  const tokens = withUnitsApart(tokensIn(text), text);
  const dates = calendarDatesIn(text).filter((date) => date.month !== undefined || date.time !== undefined);
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = numberAt(tokens, at, text);
    const token = tokens[at];
    if (!number || dates.some((date) => token && overlaps(date, token))) {
      at++;
      continue;
    }
    const range = rangeFrom(tokens, number, text);
    const { next } = range;
    const quantity = quantityOf(tokens, at, range, text);
    if (quantity) found.push(quantity);
    at = next;
  }
  return found;
}

/** “200ft”, “1.3m”, “$US400,000”: a number and its unit, which are one word to everybody else. */
const GLUED =
  /(?<=\$(?:US|NZ|HK|A|C))\d+(?:[.,]\d+){0,6}(?=(?:[mb]n?|tn)?(?![\p{L}\p{N}]))|(?<![\p{L}\p{N}.,/-])\d+(?:[.,]\d+){0,6}(?=(?:ft|feet|in|yds?|mi|mph|km|kmh|kph|kg|cm|mm|lbs?|oz|m|mn|bn|tn|[KMGTkmgt]B|[kM]W)(?![\p{L}\p{N}]))|(?<=[$£€¥])\d+(?:[.,]\d+){0,6}(?=(?:MM?|[BKk])(?![\p{L}\p{N}]))/gu;

function withUnitsApart(tokens: readonly Token[], text: string): readonly Token[] {
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

interface ReadNumber {
  readonly least: number;
  readonly most: number;
  /** Index of the token behind it. */
  readonly next: number;
}

function numberAt(tokens: readonly Token[], at: number, text: string): ReadNumber | undefined {
  const first = tokens[at];
  if (!first || isInside(text, first)) return undefined;
  const word = first.text.toLowerCase();
  const round = ROUND[word];
  if (round) return { least: round[0], most: round[1], next: at + 1 };
  let next = at + 1;
  let value: number;
  const [, whole, fraction] = /^(\d{1,6})([¼½¾])$/.exec(first.text) ?? [];
  if (whole !== undefined) value = Number(whole) + (FRACTIONS[fraction ?? ''] ?? 0);
  else if (first.kind === 'number') {
    if (first.text.includes(':')) return undefined;
    value = Number(first.text.replace(/,(?=\d{3}(?!\d))/g, ''));
    if (Number.isNaN(value)) return undefined;
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

/** “twenty-four”, “three hundred and five thousand”, “a dozen”, “half a million”. */
function wordsFrom(tokens: readonly Token[], at: number, text: string): [value: number, next: number] | undefined {
  const wordAt = (index: number) => tokens[index]?.text.toLowerCase() ?? '';
  if (/^(?:a|an|half|two|three|four|five|six)$/.test(wordAt(at)) && wordAt(at + 1) === 'dozen') {
    return [12 * (UNITS[wordAt(at)] ?? (wordAt(at) === 'half' ? 0.5 : 1)), at + 2];
  }
  if (wordAt(at) === 'half' && /^an?$/.test(wordAt(at + 1)) && wordAt(at + 2) === 'dozen') return [6, at + 3];
  if (wordAt(at) === 'half' && /^an?$/.test(wordAt(at + 1)) && (QUANTITY_SCALES[wordAt(at + 2)] ?? 0) > 99) {
    return [0.5 * (QUANTITY_SCALES[wordAt(at + 2)] ?? 0), at + 3];
  }
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
    } else if (scale !== undefined && /^an?$/.test(wordAt(next - 1)) && next === at) part = scale;
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
  return [total + part, next];
}

const IS_PART = /^\sof\s(?:the|its|his|her|our|my|your|their|these|those)\b/;
const IS_REST = /^\s(?:other|more|additional|further)\b/;
const REST_BEFORE = /\b(?:another|an additional|a further|the other)\s$/i;
/** “The Airbus 380”, “on their iPhone 4”: what a number belongs to where it counts nothing. */
const NAMED = /[\p{L}\d,;:)’']\s(\p{Ll}*\p{Lu}[\p{L}’']*)\s$/u;

function isNameless({ unit, noun }: Unit): boolean {
  return noun === undefined ? unit === '' : !PLURAL.test(noun);
}

const BEHIND_HYPHEN = /\p{Ll}-$/u;

/** “5m high” are metres. */
const EXTENT = /^\s(?:high|long|wide|deep|tall|thick|away|above|below|from|down|apart|across|off)\b/i;

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
function rangeFrom(tokens: readonly Token[], number: ReadNumber, text: string): ReadNumber {
  // “A 24- to 30-foot boat”.
  const at =
    tokens[number.next]?.text === '-' && tokens[number.next + 1]?.text === 'to' ? number.next + 1 : number.next;
  const [before, joint, first] = [tokens[number.next - 1], tokens[at], tokens[at + 1]];
  if (!before || !joint || !first || !/^(?:to|-|–|—|and)$/.test(joint.text)) return number;
  const isBetween = /\bbetween\s+\S+(?:\s\S+)?\s*$/i.test(text.slice(Math.max(0, joint.start - 40), joint.start));
  if (joint.text === 'and' && !isBetween) return number;
  // “Between $140 million and $150 million”.
  const other = numberAt(tokens, at + (/^[$£€¥]$/.test(first.text) ? 2 : 1), text);
  if (!other || other.most < number.least) return number;
  // “two to three million”: the scale belongs to both.
  const scale = number.most < 1000 && other.least >= 1000 * number.most ? scaleOf(other.least) : 1;
  return { least: number.least * scale, most: other.most, next: other.next };
}

function scaleOf(value: number): number {
  return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3;
}

function quantityOf(tokens: readonly Token[], at: number, number: ReadNumber, text: string): Quantity | undefined {
  const [first, last] = [tokens[at], tokens[number.next - 1]];
  if (!first || !last) return undefined;
  // The 14th, the 1990s, No. 5, page 3.
  if (/^(?:st|nd|rd|th|s)\b/i.test(text.slice(last.end))) return undefined;
  if (PAIRED.test(text.slice(last.end))) return undefined;
  const before = text.slice(Math.max(0, first.start - 24), first.start);
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
  const rough = isDuring ? undefined : ROUGH.exec(before)?.[0];
  const isPlus = /^(?:-plus\b|\+|-odd\b)/.test(text.slice(last.end));
  const isYear = first.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(first.text) && number.next === at + 1;
  if (isYear && !/[$£€¥%#]$/.test(unit)) return undefined;
  return {
    start: first.start,
    end: last.end,
    least: number.least,
    most: number.most,
    ...named,
    isRough: rough !== undefined || isPlus || number.least !== number.most,
    ...(rough === undefined
      ? {}
      : {
          qualifier: rough
            .replace(/[$£€¥]/g, '')
            .trim()
            .toLowerCase(),
        }),
    ...(AT_MOST.test(before)
      ? { bound: 'most' as const }
      : isPlus || (AT_LEAST.test(before) && !isDuring)
        ? { bound: 'least' as const }
        : {}),
    ...(IS_REST.test(text.slice(last.end)) || REST_BEFORE.test(before)
      ? { share: 'rest' as const }
      : IS_PART.test(text.slice(last.end))
        ? { share: 'part' as const }
        : {}),
  };
}

/** “A 91-73 victory”, “his 38-44 mark”: two numbers, of which the first counts nothing by itself. */
const PAIRED = /^[-–]\d{1,3}(?![\d,.%]|-\p{L})/u;

/** “$5”, “$ 5”, “$US5”. */
const SIGN_BEFORE = /([$£€¥])(?:(?<=\$)(?:US|NZ|HK|A|C))?\s?$/;

/** “EUR 53.8 million”. */
const CODE_BEFORE = /(EUR|USD|GBP|JPY|CHF|SEK|NOK|DKK|PLN|CZK)\s?$/;
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };

type Unit = Pick<Quantity, 'unit' | 'noun'>;

/** “5 °C”, “41 degrees Fahrenheit”. */
const DEGREE = /^(?:\s?°\s?|[-\s](?:degrees?[-\s])?(?=[CF][a-z]))([CF])(?:elsius|entigrade|ahrenheit)?\b/i;

/** The sign beside a number, or the head of the noun group behind it; `undefined` for times and dates. */
function unitOf(tokens: readonly Token[], at: number, next: number, text: string): Unit | undefined {
  const [first, last] = [tokens[at], tokens[next - 1]];
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(0, (first?.start ?? 0) - 4), first?.start))?.[1];
  if (sign) return { unit: sign };
  const code = CODE_BEFORE.exec(text.slice(Math.max(0, (first?.start ?? 0) - 4), first?.start))?.[1];
  if (code) return { unit: SIGNS[code] ?? code.toLowerCase() };
  const behind = text.slice(last?.end, (last?.end ?? 0) + 22);
  if (/^\s?%|^\s?per\s?cent\b|^\s?percent\b/i.test(behind)) return { unit: '%' };
  if (/^(?:\s(?:US )?|-)(?:dollars?|USD)\b/i.test(behind)) return { unit: '$' };
  if (/^[-\s](?:euros?|EUR)\b/i.test(behind)) return { unit: '€' };
  const degree = DEGREE.exec(behind)?.[1];
  if (degree) return { unit: `°${degree.toUpperCase()}` };
  const before = text.slice(Math.max(0, (first?.start ?? 0) - 24), first?.start);
  if (isAge(before, behind)) return { unit: AGE };
  if (isMagnitude(before, behind, first)) return { unit: 'magnitude' };
  const noun = nounFrom(tokens, next, text);
  return noun === undefined ? undefined : noun === '' ? { unit: '' } : { unit: stem(noun), noun };
}

/** “A magnitude of 5.6”, “a 5.6-magnitude quake”, “5.6 on the Richter scale”, “a 5.6 quake”. */
function isMagnitude(before: string, behind: string, number: Token | undefined): boolean {
  if (
    /\bmagnitude(?:-| (?:of|at|is|was) (?:(?:at least|about|around|nearly) )?|\s)$/i.test(before) ||
    /^ ?-?magnitude\b|^ on the Richter\b/i.test(behind)
  )
    return true;
  return number?.text.includes('.') === true && /^[-\s](?:earthquake|quake|temblor|tremor)\b/i.test(behind);
}

/** What is counted; empty where no noun stands there. */
function nounFrom(tokens: readonly Token[], next: number, text: string): string | undefined {
  let head = '';
  let isName = false;
  for (let index = next, steps = 0; steps < 5; index++, steps++) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (!token || !previous) break;
    const gap = text.slice(previous.end, token.start);
    if (token.text === '-' || token.text === '‑') continue;
    // “28 of 41 passes” counts passes twice, “four 100-catch seasons” seasons.
    const isBehindOf = token.kind === 'number' && normalForm(previous.text) === 'of';
    const isPart = steps === 0 && /^-\p{Ll}/u.test(text.slice(token.end, token.end + 2)) && !PLURAL.test(token.text);
    if (head === '' && (isBehindOf || isPart)) continue;
    if (token.kind !== 'word' || !/^\s*$/.test(gap)) break;
    const normal = normalForm(token.text);
    if (NO_UNIT.test(normal)) return head || undefined;
    if (head === '' && STILL_MORE.test(normal)) continue;
    // “Federal and independent scientists”.
    if (normal === 'and' && head !== '' && !isName && isPlain(tokens[index + 1])) continue;
    // “five of the victims” counts victims.
    if (normal === 'of' && steps === 0) continue;
    if (normal === 'the' && steps === 1) continue;
    if (/^(?:square|cubic)$/.test(normal)) continue;
    if (isNoNoun(token)) break;
    const isCapital = /^\p{Lu}/u.test(token.text);
    // “Two Purple Aces defenders” counts defenders, “11 Yemeni and” Yemeni.
    if (isCapital && !/^\p{Lu}+s$/u.test(token.text) && (head === '' || isName)) {
      head ||= normal;
      isName = true;
      continue;
    }
    if (head !== '' && ((isCapital && !/^\p{Lu}{2,}s$/u.test(token.text)) || /(?:ed|ing|ly)$/.test(normal))) break;
    // “Fully loaded magazines”.
    if (head === '' && /\p{L}{3}ly$/u.test(normal)) continue;
    // What is counted is a plural: “11 young people ran aground”. Without one, it is what stands next: “24 hour”.
    if (PLURAL.test(normal)) {
      const noun = normalForm(lastPlural(token, tokens.slice(index + 1), text).text);
      return UNITS_IN_FULL[noun] ?? noun;
    }
    head ||= normal;
  }
  return UNITS_IN_FULL[head] ?? head;
}

function isNoNoun({ text }: Token): boolean {
  const normal = normalForm(text);
  if (STOPS.has(normal) || PRONOUN.test(normal) || /^\d/.test(text)) return true;
  // “Scored 20 Thursday night”; “five of Creighton’s first points”.
  return /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/.test(normal) || /['’]s$/.test(text);
}

/** What is between a number and what it counts, and says nothing of either: “five other workers”. */
const STILL_MORE = /^(?:other|more|additional|further|different|separate)$/;

/** Part of an enumeration of attributes, and no number of something else: “five red and two black cars”. */
function isPlain(token: Token | undefined): boolean {
  const word = token?.text ?? '';
  return /^\p{Ll}+$/u.test(word) && !STOPS.has(word) && !isNumber(token);
}

function isNumber(token: Token | undefined): boolean {
  const word = token?.text ?? '';
  return UNITS[word] !== undefined || TENS[word] !== undefined;
}

/** “Two plainclothes police officers” counts officers. */
function lastPlural(first: Token, behind: readonly Token[], text: string): Token {
  let last = first;
  for (const token of behind) {
    if (text.slice(last.end, token.start) !== ' ' || !isSecondPlural(token)) break;
    last = token;
  }
  return last;
}

function isSecondPlural({ text, kind }: Token): boolean {
  return kind === 'word' && /^\p{Ll}+$/u.test(text) && PLURAL.test(text) && !STOPS.has(text) && !ADVERB.test(text);
}

function isAge(before: string, behind: string): boolean {
  if (/^[-\s]{1,3}years?[-\s]{1,3}olds?\b/i.test(behind)) return true;
  if (/\b(?:age|aged|ages|age of)\s$/i.test(before)) return !/^[-\s]\p{L}+s\b/u.test(behind);
  if (!/^(?:[,;.)]|$| and\b)/.test(behind)) return false;
  return /\b(?:dies|died|dead) at\s$/i.test(before) || (/\p{Lu}\p{Ll}+,\s$/u.test(before) && !/^\.\d/.test(behind));
}

const DASH_BEFORE = /\p{Ll}{4}-$/u;

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

/** Whether two quantities may both be true of one thing: equal, within a range, or one the other rounded. */
export function areCompatible(a: Quantity, b: Quantity): boolean {
  if (areOtherRanges(a, b)) return false;
  if (a.least <= b.most && b.least <= a.most) return true;
  if (a.unit.endsWith('#') || b.unit.endsWith('#')) return false;
  if (areTwoEstimates(a, b)) return false;
  if (isScaled(a, b) || isScaled(b, a) || isWithin(a, b) || isWithin(b, a)) return true;
  const [small, large] = a.most < b.least ? [a.most, b.least] : [b.most, a.least];
  if ((a.isRough || b.isRough) && small / large > 0.75) return true;
  return isRounded(a, b) || isRounded(b, a);
}

/** “More than 50” and “more than 56”, “about 300” and “about 330” are two numbers; not so 300 and 300 million. */
function areTwoEstimates(a: Quantity, b: Quantity): boolean {
  const isOneWord = a.qualifier !== undefined && a.qualifier === b.qualifier;
  const isSameBound = a.bound !== undefined && a.bound === b.bound;
  return (isOneWord || isSameBound) && !isScaled(a, b) && !isScaled(b, a);
}

/** “140 to 150”, “140 to 155”: one end is the same and the other is not. */
function areOtherRanges(a: Quantity, b: Quantity): boolean {
  if (a.least === a.most || b.least === b.most) return false;
  return (a.least === b.least) !== (a.most === b.most) && !ROUND_ENDS.has(a.most) && !ROUND_ENDS.has(b.most);
}

/** “At least three” does not contradict ten; two lower bounds are held against each other as two numbers. */
function isWithin({ least, most, bound: own }: Quantity, { bound, ...limit }: Quantity): boolean {
  if (own === bound) return false;
  return bound === 'least' ? least >= limit.least : bound === 'most' && most <= limit.most;
}

/** “Between $140 and $150 million”: the scale word stands elsewhere. */
function isScaled(a: Quantity, b: Quantity): boolean {
  return [1e3, 1e6, 1e9].some((scale) => Math.abs(a.least * scale - b.least) < 1e-6 * b.least);
}

/** Farther from what it is for, as a share of it, a whole number that nobody calls rough is none that was rounded. */
const FARTHEST_ROUNDED = 0.05;
/** The same where it is called rough: “more than ten” is not said of five. */
const FARTHEST_ROUGH = 0.25;

/** A number that has three digits and more does not look rounded. */
const LEAST_EXACT = 100;

/** Whether `rough` is `exact` rounded to the digits it has; two digits at the least, or 11 might be “10”. */
function isRounded(exact: Quantity, rough: Quantity): boolean {
  if (exact.least !== exact.most || rough.least !== rough.most || exact.unit === AGE) return false;
  const isRough = exact.isRough || rough.isRough;
  const isWhole = Number.isInteger(exact.least);
  const farthest = isRough ? FARTHEST_ROUGH : FARTHEST_ROUNDED;
  if (isWhole && Math.abs(exact.least - rough.least) > farthest * exact.least) return false;
  if (rough.least < 10 && isWhole) return false;
  let unit = 1;
  while (rough.least !== 0 && rough.least % (unit * 10) === 0) unit *= 10;
  if (!Number.isInteger(rough.least)) unit = 0.1;
  // The last digit of many, and nobody says “about”: 2,291 is no 2,290.
  const isExact = !isRough && unit === 10 && rough.least / unit >= LEAST_EXACT;
  const difference = rough.least - exact.least;
  // Half a unit is rounded up.
  return exact.least % unit !== 0 && !(isWhole && isExact) && difference <= unit / 2 && difference > -unit / 2;
}
