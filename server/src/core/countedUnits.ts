import { TENS, UNITS } from './numberWords.js';
import { stem } from './stem.js';
import { normalForm, type Token } from './tokens.js';
import { PLURAL, SIGN_BEFORE } from './writtenNumbers.js';

/** The unit of how old somebody is: “63-year-old”, “aged 63”, “Anna Berg, 63,”. */
export const AGE = 'age';

/** What a number counts, as `Quantity` has it. */
export interface Unit {
  readonly unit: string;
  readonly noun?: string;
}

/** What a number stands before that it does not count: times of day, ordinals, labels. */
const NO_UNIT =
  /^(?:a\.?m|p\.?m|am|pm|gmt|bst|utc|est|edt|cet|o'clock|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** “46,000 of these lamps” counts lamps. */
const OWNED = /^(?:the|these|those|its|his|her|their|our|my|your)$/;
/** “23 of them”: what they are is said elsewhere. */
const PRONOUN = /^(?:them|us|whom|these|those|me|you|him)$/;
const UNITS_IN_FULL: Readonly<Record<string, string>> = {
  ft: 'feet',
  foot: 'feet',
  yds: 'yards',
  lbs: 'pounds',
  km: 'kilometers',
  m: 'meters',
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
/** Two plurals in a row are a noun and what it belongs to (two plainclothes officers), unless the second is an adverb. */
const ADVERB = /(?:wards|ways|haps|times|doors|stairs)$/;
const STOPS = new Set(
  `the of to in on at by for with from and or but as is are was were be been being has have had do does did will would
   that this these those it its he she they his her their who which what there so also into after before while when since
   than not were during per because if were until without against between more less fewer other`.split(/\s+/),
);
/** “EUR 53.8 million”. */
const CODE_BEFORE = /(EUR|USD|GBP|JPY|CHF|SEK|NOK|DKK|PLN|CZK)\s?$/;
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };
const DEGREES: Unit = { unit: 'degre', noun: 'degrees' };
/** What is between a number and what it counts, and says nothing of either: “five other workers”. */
const STILL_MORE = /^(?:other|more|additional|further|different|separate)$/;

/** The sign beside a number, or the head of the noun group behind it; `undefined` for times and dates. */
export function unitOf(tokens: readonly Token[], at: number, next: number, text: string): Unit | undefined {
  const [first, last] = [tokens[at], tokens[next - 1]];
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(0, (first?.start ?? 0) - 4), first?.start))?.[1];
  if (sign) return { unit: sign };
  const code = CODE_BEFORE.exec(text.slice(Math.max(0, (first?.start ?? 0) - 4), first?.start))?.[1];
  if (code) return { unit: SIGNS[code] ?? code.toLowerCase() };
  const behind = text.slice(last?.end, (last?.end ?? 0) + 22);
  const degrees = /^\s?(?:°\s?|º\s?|degrees?\b\s?)(C\b|F\b|Celsius\b|Fahrenheit\b)?/i.exec(behind);
  if (degrees) return /^f/i.test(degrees[1] ?? '') ? { unit: 'fahrenhei', noun: 'fahrenheit' } : DEGREES;
  // “3.2 billion pounds” are no weight.
  const isLarge = /^(?:million|billion|trillion|bn|tn)$/i.test(last?.text ?? '');
  if (isLarge && /^\s(?:pounds?|sterling)\b/i.test(behind)) return { unit: '£' };
  if (/^\s?%|^\s?per\s?cent\b|^\s?percent\b/i.test(behind)) return { unit: '%' };
  if (/^(?:\s(?:US )?|-)(?:dollars?|USD)\b/i.test(behind)) return { unit: '$' };
  if (/^[-\s](?:euros?|EUR)\b/i.test(behind)) return { unit: '€' };
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
  let area = '';
  for (let index = next, steps = 0; steps < 5; index++, steps++) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (!token || !previous) break;
    const gap = text.slice(previous.end, token.start);
    if (token.text === '-' || token.text === '‑') continue;
    // “28 of 41 passes” counts passes twice, “four 100-catch seasons” seasons.
    const isBehindOf =
      token.kind === 'number' && /\bof (?:the )?$/.test(text.slice(tokens[next - 1]?.end, token.start));
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
    if (steps === 1 && OWNED.test(normal) && tokens[index + 1]?.kind !== 'mark') continue;
    // “A 1,200-strong force”.
    if (normal === 'strong' && head === '') continue;
    if (/^(?:square|cubic|sq)$/.test(normal)) {
      area = normal === 'cubic' ? 'cubic ' : 'square ';
      continue;
    }
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
      return area + (UNITS_IN_FULL[noun] ?? noun);
    }
    head ||= normal;
  }
  return area + (UNITS_IN_FULL[head] ?? head);
}

function isNoNoun({ text }: Token): boolean {
  const normal = normalForm(text);
  if (STOPS.has(normal) || PRONOUN.test(normal) || /^\d/.test(text)) return true;
  // “Scored 20 Thursday night”; “five of Creighton’s first points”.
  return /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/.test(normal) || /['’]s$/.test(text);
}

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
  if (
    /\b(?:man|woman|boy|girl|mother|father|son|daughter|brother|sister|husband|wife|teenager|pensioner),\s$/i.test(
      before,
    )
  )
    return !/^\.\d/.test(behind);
  return /\b(?:dies|died|dead) at\s$/i.test(before) || (/\p{Lu}\p{Ll}+,\s$/u.test(before) && !/^\.\d/.test(behind));
}
