import { ORDINALS } from './numberWords.js';
import type { Span } from './span.js';

/** A point in the calendar as far as a text says it. */
export interface CalendarDate extends Span {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** Day of the month, 1 to 31. */
  readonly day?: number;
  /** 0 for Sunday, to 6. */
  readonly weekday?: number;
  /** Minutes after midnight. */
  readonly time?: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const YEAR = '(?:1[5-9]|20)\\d\\d';
/** Beside a month any year is one. */
const ANY_YEAR = '(?:1\\d|20)\\d\\d';
/** The days of a month in words. */
const DAYS = [
  ...Object.keys(ORDINALS),
  ...Object.keys(ORDINALS)
    .slice(0, 9)
    .map((word) => `twenty-${word}`),
  'thirtieth',
  'thirty-first',
];
const ORDINAL = `(?:${DAYS.toReversed().join('|')})`;
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOUR = `(?:\\d{1,2}|${HOURS.join('|')})`;
const PART_OF_DAY = "(?: o['’]clock)?(?: in the (?:morning|afternoon|evening)| at night)";
/** What may stand behind a year of old times, which is no count: no noun. */
const NO_COUNT =
  '(?![\\d%]|[.,:]\\d|[-–]\\d| (?!(?:and|or|when|as|by|the|to|in|at|on|for|of|from|until|he|she|it|they|we|was|were|is|had|with|after|before|but|who|which|that|his|her)\\b)\\p{Ll})';

// One alternation, each branch bounded: linear on any text.
const DATE = new RegExp(
  [
    String.raw`(?<iso>\b${YEAR}-\d\d-\d\d\b)`,
    String.raw`(?<monthFirst>\b${MONTH} \d{1,2}(?:st|nd|rd|th)?(?![\d:])(?:(?: ?,)? ${ANY_YEAR}\b)?)`,
    String.raw`(?<monthOrdinal>\b${MONTH} the (?:${ORDINAL}|\d{1,2}(?:st|nd|rd|th))\b(?:(?: ?,)? ${ANY_YEAR}\b)?)`,
    String.raw`(?<dayFirst>\b(?:\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)?|${ORDINAL}(?: day)? of) ${MONTH}(?![a-z])(?:(?: ?,)? ${ANY_YEAR}\b)?(?!\.? \d{1,2}\b))`,
    String.raw`(?<monthYear>\b${MONTH}(?: ?,| of)? ${ANY_YEAR}\b)`,
    String.raw`(?<weekday>\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b)`,
    String.raw`(?<month>\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|(?<=\b(?:in|last|since|until|of|by|early|late|mid-) )May\b)`,
    String.raw`(?<time>\b\d{1,2}(?:(?::| ?: |\.)\d\d)? ?(?:[ap]\. ?m\.?|am|pm)(?![a-z])|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b${HOUR}${PART_OF_DAY}\b|(?<=\b(?:at|about|around|before|after|until|till|by|near|toward|towards) )(?:midnight|noon|midday)\b(?! (?!(?:and|or|when|as|by|the|to|in|on|for|from|he|she|it|they|was|were)\b)\p{Ll}))`,
    String.raw`(?<year>(?<![\d.,$£€-])\b${YEAR}\b(?![\d%]|,\d|-\d\d|[-–]\d{4})|(?<=\b(?:in|since|until|of|year|Lord|anno|about|around|by|from|to|circa|c\.|AD|A\.D\.|[’']s,) )1[0-4]\d\d\b${NO_COUNT}|(?<=\b(?:AD|A\.D\.) )\d{3}\b)`,
  ].join('|'),
  'gu',
);

const YEAR_BEHIND = new RegExp(`${ANY_YEAR}$`);
const DAY_IN_WORDS = new RegExp(`\\b${ORDINAL}\\b`);

/** The dates, weekdays and times of day of a text in order. */
export function calendarDatesIn(text: string): CalendarDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const parts = partsOf(match[0], match.groups ?? {});
    return parts ? [{ start: match.index, end: match.index + match[0].length, ...parts }] : [];
  });
}

function partsOf(
  words: string,
  kind: Readonly<Record<string, string | undefined>>,
): Omit<CalendarDate, 'start' | 'end'> | undefined {
  if (kind.iso) {
    const [year, month, day] = words.split('-').map(Number);
    return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
  }
  if (kind.weekday) return { weekday: WEEKDAYS.indexOf(words.toLowerCase()) };
  if (kind.time) {
    const time = timeOf(words);
    return time === undefined ? undefined : { time };
  }
  if (kind.year) return { year: Number(words) };
  const month =
    MONTHS.findIndex((name) => name.startsWith((/[A-Z][a-z]{2}/.exec(words)?.[0] ?? '-').toLowerCase())) + 1;
  const year = YEAR_BEHIND.exec(words)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0] ?? ordinalIn(words);
  if (month === 0 || Number(day ?? 1) > 31) return undefined;
  return { month, ...(day ? { day: Number(day) } : {}), ...(year ? { year: Number(year) } : {}) };
}

function ordinalIn(words: string): number | undefined {
  const word = DAY_IN_WORDS.exec(words)?.[0];
  return word === undefined ? undefined : DAYS.indexOf(word) + 1;
}

function timeOf(words: string): number | undefined {
  if (/^(?:noon|midday)$/.test(words)) return 12 * 60;
  if (words === 'midnight') return 0;
  const part = /morning|afternoon|evening|night/.exec(words)?.[0];
  if (part) {
    const word = /^\w+/.exec(words)?.[0] ?? '';
    const hour = /^\d/.test(word) ? Number(word) : HOURS.indexOf(word) + 1;
    if (hour < 1 || hour > 12) return undefined;
    const isLate = part === 'night' ? hour > 5 && hour < 12 : part !== 'morning';
    return ((hour % 12) + (isLate ? 12 : 0)) * 60;
  }
  const [hours = NaN, minutes = 0] = words.split(/ ?[:.] ?(?=\d)/).map((part) => parseInt(part, 10));
  const half = /p\.? ?m/i.test(words) ? 12 : 0;
  const isHalfDay = /[ap]\.? ?m/i.test(words);
  if (isHalfDay ? hours < 1 || hours > 12 : hours > 23) return undefined;
  return (isHalfDay ? (hours % 12) + half : hours) * 60 + minutes;
}

/** Whether two dates cannot both be meant; what only one of them says does not count. */
export function areDifferent(a: CalendarDate, b: CalendarDate): boolean {
  const differs = (key: 'year' | 'month' | 'day' | 'weekday' | 'time') =>
    a[key] !== undefined && b[key] !== undefined && a[key] !== b[key];
  // Of other months, the same day of the month says nothing.
  return differs('year') || differs('month') || differs('day') || differs('weekday') || areOtherTimes(a, b);
}

/** Minutes that a full hour may stand for: “about 7 p.m.” of 7:01. */
const ROUNDED = 15;
const NEAR = 30;
const DAY = 24 * 60;

function areOtherTimes({ time: a }: CalendarDate, { time: b }: CalendarDate): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  const apart = Math.min(Math.abs(a - b), DAY - Math.abs(a - b));
  // Noon and midnight are said of what is near them.
  const most = a % (DAY / 2) === 0 || b % (DAY / 2) === 0 ? NEAR : ROUNDED;
  return !((a % 60 === 0) !== (b % 60 === 0) && apart <= most);
}

/** Whether the two say the same kind of thing, so that they can be held against each other. */
export function areComparable(a: CalendarDate, b: CalendarDate): boolean {
  if ((a.time === undefined) !== (b.time === undefined)) return false;
  if ((a.weekday === undefined) !== (b.weekday === undefined)) return false;
  return (
    (a.time !== undefined && b.time !== undefined) ||
    (a.weekday !== undefined && b.weekday !== undefined) ||
    (a.month !== undefined && b.month !== undefined) ||
    (a.year !== undefined && b.year !== undefined)
  );
}
