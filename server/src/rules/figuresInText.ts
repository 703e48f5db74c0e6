import type { Resources } from '../analysis/resources.js';
import { calendarDatesIn, type CalendarDate } from '../core/calendarDates.js';
import { areCompatible } from '../core/compatibleQuantities.js';
import { AGE } from '../core/countedUnits.js';
import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { areOfOneDimension, isMeasured, mayBeConverted } from '../core/measures.js';
import type { Quantity } from '../core/quantities.js';
import type { Span } from '../core/span.js';
import { isInDateline, isPublicationStamp } from '../core/stamps.js';
import { countsOf } from './countsInText.js';
import { unitKinship } from './unitKinship.js';

export type FigureKind = 'count' | 'measure' | 'money' | 'share' | 'year' | 'day' | 'weekday';

/** A number of something, a year, a day or a weekday; the span is relative to the paragraph. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** As it is written. */
  readonly text: string;
  readonly quantity?: Quantity;
  readonly date?: CalendarDate;
}

const ofParagraphs = new Facts<Paragraph, readonly Figure[]>();

/** The figures of a paragraph in order. Ages, results, ordinals, names of routes and times of day are not among them. */
export function figuresOf(paragraph: Paragraph): readonly Figure[] {
  let known = ofParagraphs.get(paragraph);
  if (!known) ofParagraphs.set(paragraph, (known = read(paragraph)));
  return known;
}

/** A figure, and the index of its paragraph. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly index: number;
}

const ofDocuments = new Facts<Document, readonly PlacedFigure[]>();

/** The figures of all paragraphs, in order. Read once. */
export function figuresIn(document: Document): readonly PlacedFigure[] {
  let known = ofDocuments.get(document);
  if (!known) {
    known = document.paragraphs.flatMap((paragraph, index) =>
      figuresOf(paragraph).map((figure) => ({ figure, index })),
    );
    ofDocuments.set(document, known);
  }
  return known;
}

const COUNTED = /^(?:\p{L}{2,}|[$£€¥%])$/u;
/** From here on a number is known again even where nothing beside it says what it counts. */
const LEAST_UNNAMED = 20;

function read(paragraph: Paragraph): Figure[] {
  const { text } = paragraph;
  if (isPublicationStamp(text)) return [];
  const dates = calendarDatesIn(text)
    .filter((date) => date.time === undefined && !isInDateline(text, date))
    .map((date) => ({ start: date.start, end: date.end, text: textOf(date, text), date, kind: kindOfDate(date) }));
  const counts = countsOf(paragraph)
    // “A quarter” is told of many things.
    .filter(({ least, most, qualifier }) => least === most && qualifier !== 'fraction')
    .filter(({ unit, least }) =>
      unit === '' ? least >= LEAST_UNNAMED || !Number.isInteger(least) : COUNTED.test(unit) && unit !== AGE,
    )
    .map((quantity) => ({
      start: quantity.start,
      end: quantity.end,
      text: textOf(quantity, text),
      quantity,
      kind: kindOfCount(quantity),
    }));
  return [...dates, ...counts].sort((x, y) => x.start - y.start);
}

function textOf({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

function kindOfDate({ weekday, month }: CalendarDate): FigureKind {
  return weekday !== undefined ? 'weekday' : month !== undefined ? 'day' : 'year';
}

function kindOfCount(quantity: Quantity): FigureKind {
  if (quantity.unit === '%') return 'share';
  return /^[$£€¥]$/.test(quantity.unit) ? 'money' : isMeasured(quantity) ? 'measure' : 'count';
}

/** Cosine of two nouns that may count the same: passengers, travellers. */
const LEAST_KINSHIP = 0.4;

/** Whether two figures may be given for one thing. */
export function areOfOneSort(a: Figure, b: Figure, resources: Resources): boolean {
  if (a.quantity && b.quantity && (a.quantity.unit === '' || b.quantity.unit === '')) return true;
  if (a.kind !== b.kind) return false;
  if (!a.quantity || !b.quantity) return true;
  if (a.quantity.unit === b.quantity.unit || areOfOneDimension(a.quantity, b.quantity)) return true;
  return a.kind === 'count' && unitKinship(a.quantity, b.quantity, resources) >= LEAST_KINSHIP;
}

/** A number that is hardly another one by chance, whatever is counted. */
export const LEAST_TELLING = 10;
/** Of the larger: nobody who gives the one would round it to the other. */
const FARTHEST = 0.06;
/** The same where one of them is called rough. */
const FARTHEST_ROUGH = 0.25;

/** Whether the one is likely meant by the other: the same, rounded by little, or converted. */
export function areOneFigure(a: Figure, b: Figure, resources: Resources): boolean {
  if (!mayBeOneFigure(a, b, resources)) return false;
  if (!a.quantity || !b.quantity || areOfOneDimension(a.quantity, b.quantity)) return true;
  const [small, large] = [a.quantity.least, b.quantity.least].sort((x, y) => x - y) as [number, number];
  return large - small <= (a.quantity.isRough || b.quantity.isRough ? FARTHEST_ROUGH : FARTHEST) * large;
}

/** Whether both may be true of one thing. */
export function mayBeOneFigure(a: Figure, b: Figure, resources: Resources): boolean {
  if (a.date && b.date) return mayBeOneDate(a.date, b.date);
  if (!a.quantity || !b.quantity) return false;
  if (a.quantity.least === b.quantity.least && a.quantity.least >= LEAST_TELLING) return true;
  if (areOfOneDimension(a.quantity, b.quantity)) return mayBeConverted(a.quantity, b.quantity);
  return areOfOneSort(a, b, resources) && areCompatible(a.quantity, b.quantity);
}

function mayBeOneDate(a: CalendarDate, b: CalendarDate): boolean {
  if (a.weekday !== undefined || b.weekday !== undefined) return a.weekday === b.weekday;
  if (a.month === undefined || b.month === undefined) return a.year === b.year;
  return a.month === b.month && (a.day === undefined || b.day === undefined || a.day === b.day);
}
