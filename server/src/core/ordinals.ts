import type { Unit } from './countedUnits.js';
import { ORDINALS, TENS } from './numberWords.js';
import type { Span } from './span.js';
import { stem } from './stem.js';

/** The place of something among its like: “his third goal”, “the 61st minute”. */
export interface Ordinal extends Span, Required<Unit> {
  readonly value: number;
}

const WORDS = Object.keys(ORDINALS).filter((word) => (ORDINALS[word] ?? 0) > 2);
const UNITS = Object.keys(ORDINALS).filter((word) => (ORDINALS[word] ?? 0) < 10);
const ORDINAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?<digits>\d{1,3})(?:st|nd|rd|th)|(?<tens>${Object.keys(TENS).join('|')})-(?<unit>${UNITS.join('|')})|(?<word>${WORDS.join('|')})) (?<noun>\p{Ll}{3,})(?![\p{L}’'])`,
  'gu',
);
/** A part of something (a third of the men), a turn of phrase, or one of several spans of time, each with facts of its own. */
const NO_PLACE =
  /^(?:and|or|of|in|on|at|to|from|by|with|for|the|is|was|are|were|has|had|when|after|before|who|that|which|quarter|half|halves|period|innings?|set|down|base|degree|person|party|parties|place|man|day|week|month|season|leg|grader?|generation)$/;

/**
 * The ordinals of a text from “third” on, in order, each with the noun right behind it; first and second are said of
 * everything. Minutes are counted alike either way: in the 12th minute, after 12 minutes.
 */
export function ordinalsIn(text: string): Ordinal[] {
  return [...text.matchAll(ORDINAL)].flatMap(({ 0: written, index, groups = {} }) => {
    const { digits, tens, unit, word, noun = '' } = groups;
    const start = index;
    if (NO_PLACE.test(noun)) return [];
    // “A third man” came to two others.
    if (noun !== 'time' && /\b(?:an?|one|two)\s$/i.test(text.slice(Math.max(0, start - 4), start))) return [];
    const value = digits ? Number(digits) : (TENS[tens ?? ''] ?? 0) + (ORDINALS[unit ?? word ?? ''] ?? 0);
    const end = start + written.length - noun.length - 1;
    if (noun === 'minute') return [{ start, end, value, unit: stem('minutes'), noun: 'minutes' }];
    return [{ start, end, value, unit: `${stem(noun)} nth`, noun }];
  });
}
