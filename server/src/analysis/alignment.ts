import { paragraphIndexAt, type Paragraph } from '../core/document.js';
import type { Span } from '../core/span.js';
import { findPassages, type Passage } from './passages.js';
import { leastAlone } from './sentenceModel.js';
import type { Cell, Comparison } from './similarity.js';
import { finish, type Steps } from './steps.js';
import type { Units } from './units.js';
import type { Weighed } from './weighed.js';

/** Two units that say the same. */
export interface Link extends Cell {
  /** Each is the best counterpart of the other. */
  readonly isMutual: boolean;
}

/** How two documents run parallel. */
export interface Alignment {
  readonly a: Weighed;
  readonly b: Weighed;
  /** By `a`, then `b`. */
  readonly links: readonly Link[];
  readonly passages: readonly Passage[];
  /** So many sentences run parallel, here and there, that the two tell one story. */
  readonly isRetelling: boolean;
}

/** Chance of being right below which two sentences are no answer. */
export const LEAST_SCORE = 0.4;
/** Share of the units outside of passages that run parallel in a retelling, and how alike these must be. */
const RETELLING_SHARE = 0.12;
const LEAST_LIKENESS = 0.2;
/** Links of one unit: what is said over and over there is not held against each of its copies. */
const MOST_LINKS = 16;

/** Aligns two documents, each weighed in its own neighbourhood. */
export function align(a: Weighed, b: Weighed, comparison: Comparison): Alignment {
  return finish(alignInSteps(a, b, comparison));
}

export function* alignInSteps(a: Weighed, b: Weighed, comparison: Comparison): Steps<Alignment> {
  const cells = yield* comparison.allInSteps(a, b);
  yield 1;
  const alignment = yield* linked(a, b, cells, a.units.count, { through: [], taken: [] });
  yield 1;
  return { ...alignment, isRetelling: isRetelling(alignment.links, alignment.passages, a.units, b.units) };
}

/** A few paragraphs of a long text that was aligned as a whole before an edit. */
export interface Part {
  readonly weighed: Weighed;
  /** Index of its first unit in the whole. */
  readonly first: number;
  /** Its paragraphs in the whole, from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** The index of each paragraph of the whole. */
  readonly places: ReadonlyMap<Paragraph, number>;
}

/** Aligns a part anew, as it would be in the whole. In `before`, the whole stands as `a`. */
export function alignPart(part: Part, before: Alignment, comparison: Comparison): Alignment {
  const { weighed, first } = part;
  const { a, b, links, passages, isRetelling } = before;
  const { starts, count } = a.units;
  const best = new Float64Array(b.units.count);
  for (const { a: unit, b: other, likeness } of links) {
    if (likeness > (best[other] ?? 0) && isOutside(part, a, starts[unit] ?? 0)) best[other] = likeness;
  }
  const cells = comparison.all(weighed, b, { count, first, meaningSum: a.meaningSum, best });
  const through = passages.flatMap((passage) => throughPart(part, a, passage) ?? []);
  const taken = passages.filter((one) => isOutside(part, a, one.aStart) && isOutside(part, a, one.aEnd - 1));
  return { ...finish(linked(weighed, b, cells, count, { through, taken })), isRetelling };
}

/** Where an offset of the text before the edit lies now: at `index`, `offset` characters into its paragraph. */
function placeNow({ places }: Part, { units: { document } }: Weighed, offset: number) {
  const index = paragraphIndexAt(document, offset);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (index === undefined || paragraph === undefined) return undefined;
  return { index: places.get(paragraph), offset: offset - (document.offsets[index] ?? 0) };
}

function isOutside(part: Part, before: Weighed, offset: number): boolean {
  const index = placeNow(part, before, offset)?.index;
  return index !== undefined && (index < part.from || index >= part.to);
}

/** What a passage that comes into the part from before it, or goes on behind it, holds of the part. */
function throughPart(part: Part, before: Weighed, passage: Passage): Passage | undefined {
  const { document } = part.weighed.units;
  const [start, end] = [placeNow(part, before, passage.aStart), placeNow(part, before, passage.aEnd - 1)];
  const comes = start?.index !== undefined && start.index < part.from;
  const goes = end?.index !== undefined && end.index >= part.to;
  const isBeside =
    (comes && end?.index !== undefined && end.index < part.from) ||
    (goes && start?.index !== undefined && start.index >= part.to);
  if ((!comes && !goes) || isBeside) return undefined;
  // An end in what was edited is not known any more; all of that paragraph may belong to the passage.
  const offsetOf = (place: typeof start) =>
    place?.index === undefined ? undefined : (document.offsets[place.index] ?? 0) + place.offset;
  const [from, to] = [document.offsets[part.from] ?? 0, document.offsets[part.to] ?? document.text.length];
  const aStart = comes ? from : (offsetOf(start) ?? from);
  const aEnd = goes ? to : (offsetOf(end) ?? to - 1) + 1;
  return { ...passage, aStart, aEnd };
}

/** The same, seen from the other document. */
export function exchanged({ a, b, links, passages, isRetelling }: Alignment): Alignment {
  return {
    a: b,
    b: a,
    links: links.map((link) => ({ ...link, a: link.b, b: link.a })),
    passages: passages.map(({ aStart, aEnd, bStart, bEnd, cosine }) => ({
      aStart: bStart,
      aEnd: bEnd,
      bStart: aStart,
      bEnd: aEnd,
      cosine,
    })),
    isRetelling,
  };
}

/** What is known of a whole, of which a part is aligned. */
interface Around {
  /** What passages that run into the part or out of it hold of it. */
  readonly through: readonly Passage[];
  /** Passages elsewhere, which win over those that are found in the part. */
  readonly taken: readonly Passage[];
}

/** `count`: units of the whole that `a` is a part of, or is. */
function* linked(
  a: Weighed,
  b: Weighed,
  cells: readonly Cell[],
  count: number,
  { through, taken }: Around,
): Steps<Omit<Alignment, 'isRetelling'>> {
  const isFree = ({ bStart, bEnd }: Passage) =>
    !taken.some((other) => Math.min(bEnd, other.bEnd) - Math.max(bStart, other.bStart) > (bEnd - bStart) / 2);
  const passages = [...(yield* findPassages(a, b, cells)).filter(isFree), ...through];
  yield 1;
  const alone = leastAlone(LEAST_SCORE, Math.sqrt(count * b.units.count));
  const links = linksAmong(cells, a.units, b.units).filter(
    (link) => link.score >= alone || passages.some((passage) => isInside(link, passage, a.units, b.units)),
  );
  return { a, b, links, passages };
}

function linksAmong(cells: readonly Cell[], a: Units, b: Units): Link[] {
  const bestOfA = new Float64Array(a.count);
  const bestOfB = new Float64Array(b.count);
  for (const cell of cells) {
    bestOfA[cell.a] = Math.max(bestOfA[cell.a] ?? 0, cell.score);
    bestOfB[cell.b] = Math.max(bestOfB[cell.b] ?? 0, cell.score);
  }
  const likely = cells.filter(({ score }) => score >= LEAST_SCORE);
  const [nearA, nearB] = [nearestOf('a', likely), nearestOf('b', likely)];
  return likely
    .filter((cell) => nearA.has(cell) && nearB.has(cell))
    .map(({ a: unitA, b: unitB, cosine, likeness, score }) => {
      const isMutual = score === bestOfA[unitA] && score === bestOfB[unitB];
      return { a: unitA, b: unitB, cosine, likeness, score, isMutual };
    });
}

/** The best cells of each unit of one side. */
function nearestOf(side: 'a' | 'b', cells: readonly Cell[]): ReadonlySet<Cell> {
  const other = side === 'a' ? 'b' : 'a';
  const byUnit = new Map<number, Cell[]>();
  for (const cell of cells) {
    const own = byUnit.get(cell[side]);
    if (own) own.push(cell);
    else byUnit.set(cell[side], [cell]);
  }
  const nearest = new Set<Cell>();
  for (const own of byUnit.values()) {
    if (own.length > MOST_LINKS) own.sort((x, y) => y.score - x.score || x[other] - y[other]);
    for (const cell of own.slice(0, MOST_LINKS)) nearest.add(cell);
  }
  return nearest;
}

/**
 * One story told twice, or a planted passage in strange surroundings? Mutual links outside of all passages must run
 * through the rest of both texts.
 */
function isRetelling(links: readonly Link[], passages: readonly Passage[], a: Units, b: Units): boolean {
  const isLone = (link: Link) => !passages.some((passage) => isInside(link, passage, a, b));
  const lone = links.filter((link) => link.isMutual && link.likeness >= LEAST_LIKENESS && isLone(link));
  const coveredA = passages.map(({ aStart, aEnd }) => ({ start: aStart, end: aEnd }));
  const coveredB = passages.map(({ bStart, bEnd }) => ({ start: bStart, end: bEnd }));
  const rest = Math.sqrt(countOutside(a, coveredA) * countOutside(b, coveredB));
  return lone.length >= Math.max(1, RETELLING_SHARE * rest);
}

function countOutside({ starts, ends, count }: Units, covered: readonly Span[]): number {
  let outside = 0;
  for (let unit = 0; unit < count; unit++) {
    const [start, end] = [starts[unit] ?? 0, ends[unit] ?? 0];
    if (!covered.some((span) => start < span.end && span.start < end)) outside++;
  }
  return outside;
}

/** Whether a pair of units lies, at least in part, in a passage. */
export function isInside({ a: unitA, b: unitB }: Cell, passage: Passage, a: Units, b: Units): boolean {
  return (
    (a.starts[unitA] ?? 0) < passage.aEnd &&
    passage.aStart < (a.ends[unitA] ?? 0) &&
    (b.starts[unitB] ?? 0) < passage.bEnd &&
    passage.bStart < (b.ends[unitB] ?? 0)
  );
}
