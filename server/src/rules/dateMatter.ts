import { areComparable, areDifferent, calendarDatesIn, type CalendarDate } from '../core/calendarDates.js';
import { digitSlipBetween } from '../core/digitSlips.js';
import { isInDateline, isPublicationStamp } from '../core/stamps.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { areOtherBounds } from './dateBounds.js';
import type { Beside } from './judge.js';
import type { Matter } from './matter.js';

/** Dates, weekdays and times of day. */
export const dateMatter: Matter<CalendarDate> = {
  itemsIn: (text) =>
    isPublicationStamp(text) ? [] : calendarDatesIn(text).filter((date) => !isInDateline(text, date)),
  kindOf: ({ weekday, time }) => (weekday !== undefined ? 'weekday' : time !== undefined ? 'time' : 'date'),
  agree: (a, b) => areComparable(a, b) && !areDifferent(a, b),
  coversAll: (a, b) =>
    (['year', 'month', 'day'] as const).every((part) => a[part] === undefined || b[part] !== undefined),
  areComparable: (a, b, beside) =>
    areComparable(a, b) &&
    zoneOf(a, beside.a) === zoneOf(b, beside.b) &&
    isEnd(a, beside.a) === isEnd(b, beside.b) &&
    !areOtherBounds(before(a, beside.a), before(b, beside.b)) &&
    !isOfSayingOnly(a, beside.a, b, beside.b) &&
    !isOfSayingOnly(b, beside.b, a, beside.a) &&
    !areOfTwoReports(a, b, beside),
  isStatedIn: (item, _text, items) => items.some((one) => areComparable(one, item) && !areDifferent(one, item)),
  readingOf: ({ year, month, day, weekday, time }) => [year, month, day, weekday, time].join(),
  signsOf(a, b, beside) {
    const parts = (date: CalendarDate) => [date.year, date.month, date.day].filter((part) => part !== undefined).length;
    const [saysA, saysB] = [isBesideSaying(a, beside.a), isBesideSaying(b, beside.b)];
    return {
      // The day of the report, or of what was said, is not that of the event.
      isSaid: Number(saysA !== saysB),
      isOtherDepth: Number(parts(a) !== parts(b)),
      // A slip, or what happens on one day of every year; of two events the days would differ as well.
      isOtherYearOnly: Number(
        a.month !== undefined && a.month === b.month && !differ(a.day, b.day) && a.year !== b.year,
      ),
      isOtherMonthOnly: Number(
        a.day !== undefined && a.day === b.day && differ(a.month, b.month) && !differ(a.year, b.year),
      ),
      // 1985 for 1958, where nothing else is said of the day.
      isTransposedYear: Number(
        (a.month === undefined || b.month === undefined) &&
          digitSlipBetween(String(a.year), String(b.year)) === 'transposition',
      ),
    };
  },
};

/** Both are given, and are not the same. */
function differ(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** 4:30 p.m. ET and 1:30 p.m. PST are one time; where one of two says no zone, nobody knows. */
function zoneOf({ time, end }: CalendarDate, text: string): string {
  if (time === undefined) return '';
  return /^\.?\s\(?(local time|[A-Z]{2,4}\b)/.exec(text.slice(end, end + 14))?.[1]?.replace(/[DS](?=T$)/, '') ?? '';
}

const SAYING =
  /^(?:said|says|told|announced|reported|reports|confirmed|added|stated|wrote|according|statement|spokes\w+|officials?|police)$/i;
/** Words on either side. */
const BESIDE = 3;

function isBesideSaying({ start, end }: CalendarDate, text: string): boolean {
  const before = wordsIn(text.slice(0, start)).slice(-BESIDE);
  const behind = wordsIn(text.slice(end)).slice(0, BESIDE);
  return [...before, ...behind].some((word) => SAYING.test(word.text));
}

/** “Said on Sunday”, “said in an interview Sunday”. */
const SAID_ON =
  /\b(?:said|told [^.,;]{1,30}|announced|stated|testified)(?: in an? (?:\p{L}+ )?(?:interview|statement|briefing|conference|letter|report))?(?: (?:on|late|early|late on|early on))? $/u;
const MOST_BEFORE = 80;

/** The one is the day on which somebody said so, the other has nothing to do with saying: “said Sunday, a day after”. */
function isOfSayingOnly(a: CalendarDate, textA: string, b: CalendarDate, textB: string): boolean {
  return SAID_ON.test(before(a, textA)) && !isBesideSaying(b, textB);
}

/** The last word for who said or told it on a day. */
const REPORTER = /(?<!\p{L})(\p{L}{1,30}),? (?:said|told [^.,;]{1,30})(?: (?:on|late|early|late on|early on))? $/u;

/** The police said so on Sunday, officials on Monday: each spoke on a day of their own. */
function areOfTwoReports(a: CalendarDate, b: CalendarDate, texts: Pick<Beside, 'a' | 'b'>): boolean {
  const [own, theirs] = [REPORTER.exec(before(a, texts.a))?.[1], REPORTER.exec(before(b, texts.b))?.[1]];
  if (own === undefined || theirs === undefined || stem(normalForm(own)) === stem(normalForm(theirs))) return false;
  // The mayor may be called Lund.
  return /^\p{Lu}/u.test(own) === /^\p{Lu}/u.test(theirs);
}

/** “Through Aug. 22” is the last of several days. */
function isEnd(date: CalendarDate, text: string): boolean {
  return /\b(?:through|until|till) $/i.test(before(date, text));
}

function before({ start }: CalendarDate, text: string): string {
  return text.slice(Math.max(0, start - MOST_BEFORE), start);
}
