import type { Span } from '../core/span.js';
import { findPassages, type Passage } from './passages.js';
import { leastAlone } from './sentenceModel.js';
import type { Cell, Comparison } from './similarity.js';
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

/** Aligns two documents, each weighed in its own neighbourhood. */
export function align(a: Weighed, b: Weighed, comparison: Comparison): Alignment {
  const cells = comparison.all(a, b);
  const passages = findPassages(a, b, cells);
  const alone = leastAlone(LEAST_SCORE, Math.sqrt(a.units.count * b.units.count));
  const links = linksAmong(cells, a.units, b.units).filter(
    (link) => link.score >= alone || passages.some((passage) => isInside(link, passage, a.units, b.units)),
  );
  return { a, b, links, passages, isRetelling: isRetelling(links, passages, a.units, b.units) };
}

function linksAmong(cells: readonly Cell[], a: Units, b: Units): Link[] {
  const bestOfA = new Float64Array(a.count);
  const bestOfB = new Float64Array(b.count);
  for (const cell of cells) {
    bestOfA[cell.a] = Math.max(bestOfA[cell.a] ?? 0, cell.score);
    bestOfB[cell.b] = Math.max(bestOfB[cell.b] ?? 0, cell.score);
  }
  return cells
    .filter(({ score }) => score >= LEAST_SCORE)
    .map((cell) => ({ ...cell, isMutual: cell.score === bestOfA[cell.a] && cell.score === bestOfB[cell.b] }));
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
