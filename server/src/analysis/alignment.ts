import { findPassages, type Passage } from './passages.js';
import { compare, type Cell } from './similarity.js';
import { weigh } from './weighed.js';
import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** Two units that say the same; the best counterpart of at least one of them. */
export interface Link extends Cell {
  /** Each is the best counterpart of the other. */
  readonly isMutual: boolean;
}

/** How two documents run parallel. */
export interface Alignment {
  readonly a: Units;
  readonly b: Units;
  /** By `a`, then `b`. */
  readonly links: readonly Link[];
  readonly passages: readonly Passage[];
  /** So many sentences run parallel, here and there, that the two tell one story. */
  readonly isRetelling: boolean;
}

const LEAST_SCORE = 0.4;
/** Share of lone links that may be chance. */
const FALSE_DISCOVERY = 0.1;
/** Share of the longer text's units that run parallel in a retelling. */
const RETELLING_SHARE = 0.19;

/** Aligns two documents. `weightOf` is that of their neighbourhood. */
export function align(a: Units, b: Units, weightOf: (stem: number) => number, stems: Stems): Alignment {
  const [weighedA, weighedB] = [weigh(a, weightOf, stems), weigh(b, weightOf, stems)];
  const cells = compare(weighedA, weighedB, stems);
  const links = bestLinks(cells, a, b);
  const passages = findPassages(weighedA, weighedB, cells);
  return { a, b, links, passages, isRetelling: isRetelling(links, passages, a, b) };
}

function bestLinks(cells: readonly Cell[], a: Units, b: Units): Link[] {
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
 * Related texts, or only chance likeness? Mutual links that no passage explains must be more than chance gives among so
 * many pairs (Benjamini and Hochberg 1995; the tail was measured on unrelated texts), and a fifth of the text.
 */
function isRetelling(links: readonly Link[], passages: readonly Passage[], a: Units, b: Units): boolean {
  const mutual = links.filter((link) => link.isMutual).sort((x, y) => y.likeness - x.likeness);
  const lone = mutual.filter((link) => !passages.some((passage) => isInside(link, passage, a, b)));
  let threshold = Infinity;
  for (const [rank, { likeness }] of lone.entries()) {
    const byChance = a.count * b.count * Math.max(1e-5, 3e-4 * Math.exp(-(likeness - 0.25) / 0.05));
    if (byChance / (rank + 1) <= FALSE_DISCOVERY) threshold = likeness;
  }
  return (
    mutual.filter(({ likeness }) => likeness >= threshold).length >= RETELLING_SHARE * Math.sqrt(a.count * b.count)
  );
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
