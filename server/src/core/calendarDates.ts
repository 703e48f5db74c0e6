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

// One alternation, each branch bounded: linear on any text.
const DATE = new RegExp(
  [
    String.raw`(?<iso>\b${YEAR}-\d\d-\d\d\b)`,
    String.raw`(?<monthFirst>\b${MONTH} \d{1,2}(?:st|nd|rd|th)?(?![\d:])(?:(?: ?,)? ${YEAR}\b)?)`,
    String.raw`(?<dayFirst>\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![a-z])(?:(?: ?,)? ${YEAR}\b)?(?!\.? \d{1,2}\b))`,
    String.raw`(?<monthYear>\b${MONTH}(?: ?,| of)? ${YEAR}\b)`,
    String.raw`(?<weekday>\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b)`,
    String.raw`(?<month>\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|(?<=\b(?:in|last|since|until|of|by|early|late|mid-) )May\b)`,
    String.raw`(?<time>\b\d{1,2}(?:(?::| ?: |\.)\d\d)? ?(?:[ap]\. ?m\.?|am|pm)(?![a-z])|\b(?:[01]?\d|2[0-3]):[0-5]\d\b)`,
    String.raw`(?<year>(?<![\d.,$£€-])\b${YEAR}\b(?![\d%]|,\d|-\d\d|[-–]\d{4}))`,
  ].join('|'),
  'gu',
);

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
  const year = new RegExp(`${YEAR}$`).exec(words)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0];
  if (month === 0 || Number(day ?? 1) > 31) return undefined;
  return { month, ...(day ? { day: Number(day) } : {}), ...(year ? { year: Number(year) } : {}) };
}

function timeOf(words: string): number | undefined {
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

function areOtherTimes({ time: a }: CalendarDate, { time: b }: CalendarDate): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  const isRounded = (a % 60 === 0) !== (b % 60 === 0) && Math.abs(a - b) <= ROUNDED;
  return !isRounded;
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
