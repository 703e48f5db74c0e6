import { calendarDatesIn, type CalendarDate } from '../core/calendarDates.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Corpus } from './corpus.js';
import { witnessOf } from './witnesses.js';

/** Days that the reports of one event may lie apart. */
const MOST_DAYS = 4;
/** Paragraphs at the head in which a text says its own date. */
const HEAD = 4;
/** Words beside a date that still stands alone. */
const FEW = 3;

/** Whether two documents are known to be of different times, so that what they count and name may well differ. */
export function areOfOtherTimes(corpus: Corpus, pathA: string, pathB: string): boolean {
  const [a, b] = [dayOf(corpus, pathA), dayOf(corpus, pathB)];
  return a !== undefined && b !== undefined && Math.abs(a - b) > MOST_DAYS;
}

/** Days since 1970 of the date that the manifest, the front matter or the dateline gives a document. */
function dayOf(corpus: Corpus, path: string): number | undefined {
  const declared = witnessOf(corpus, path).date;
  const document = corpus.document(path);
  const date = declared === undefined ? document && datelineOf(document) : calendarDatesIn(declared)[0];
  return date && dayNumber(date);
}

const datelines = new Facts<Document, { readonly date: CalendarDate | undefined }>();

/** A full date that stands alone on a line of the head, or opens the report: “OSLO, March 14, 2023 –”. */
function datelineOf(document: Document): CalendarDate | undefined {
  let known = datelines.get(document);
  if (!known) {
    const heads = document.paragraphs.slice(0, HEAD).map(({ text }) => text.slice(0, 160));
    known = { date: heads.map(dateOfHead).find((date) => date !== undefined) };
    datelines.set(document, known);
  }
  return known.date;
}

function dateOfHead(head: string): CalendarDate | undefined {
  const date = calendarDatesIn(head).find(({ year, month, day }) => year && month && day);
  if (!date) return undefined;
  const [before, after] = [head.slice(0, date.start), head.slice(date.end)];
  const words = before.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  const isAlone =
    words.length <= FEW &&
    words.every((word) => /^\p{L}+$/u.test(word)) &&
    after.split(/\s+/).filter((word) => /\P{P}/u.test(word)).length <= FEW;
  const isDateline = before.length < 60 && /^\s*[–—-]|^\s*\(|^\s*:/.test(after) && !/[.!?]\s/.test(before);
  return isAlone || isDateline ? date : undefined;
}

function dayNumber({ year, month, day }: CalendarDate): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
