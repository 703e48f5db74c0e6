import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** Units with their stems weighed: the vector of a unit is `weights[firstStem…]`, its length `norms`. */
export interface Weighed {
  readonly units: Units;
  readonly weights: Float32Array;
  readonly norms: Float32Array;
}

/** How alike two units are. */
export interface Cell {
  readonly a: number;
  readonly b: number;
  /** Shared stems alone: a cosine, 0 to 1. */
  readonly cosine: number;
  /** With words alike in meaning and with what stands around. */
  readonly score: number;
}

const LEAST_COSINE = 0.08;
const SOFT_FROM = 0.1;
const SOFT_UNTIL = 0.9;
const SOFT_WEIGHT = 1.5;
const SOFT_LIKENESS = 0.35;
const NEIGHBOUR_SHARE = 0.1;
/** Shorter units count in proportion: few words are soon alike. */
const FULL_UNIT = 8;

export function weigh(units: Units, weightOf: (stem: number) => number): Weighed {
  const weights = new Float32Array(units.stems.length);
  const norms = new Float32Array(units.count);
  for (let unit = 0; unit < units.count; unit++) {
    let squares = 0;
    for (let at = units.firstStem[unit] ?? 0; at < (units.firstStem[unit + 1] ?? 0); at++) {
      const weight = (units.frequency[at] ?? 1) * Math.max(0, weightOf(units.stems[at] ?? 0));
      weights[at] = weight;
      squares += weight * weight;
    }
    norms[unit] = Math.sqrt(squares) || 1;
  }
  return { units, weights, norms };
}

/** All pairs of units that share stems, by `a`, then `b`. Sparse: the product of the sizes is never laid out. */
export function compare(a: Weighed, b: Weighed, stems: Stems): Cell[] {
  const holders = new Map<number, number[]>();
  for (let unit = 0; unit < b.units.count; unit++) {
    for (let at = b.units.firstStem[unit] ?? 0; at < (b.units.firstStem[unit + 1] ?? 0); at++) {
      const stem = b.units.stems[at] ?? 0;
      const held = holders.get(stem);
      if (held) held.push(unit, at);
      else holders.set(stem, [unit, at]);
    }
  }
  const raw: Cell[] = [];
  const sums = new Float32Array(b.units.count);
  for (let unit = 0; unit < a.units.count; unit++) {
    const touched: number[] = [];
    for (let at = a.units.firstStem[unit] ?? 0; at < (a.units.firstStem[unit + 1] ?? 0); at++) {
      const held = holders.get(a.units.stems[at] ?? 0);
      const weight = (a.weights[at] ?? 0) / (a.norms[unit] ?? 1);
      if (!held || weight === 0) continue;
      for (let index = 0; index < held.length; index += 2) {
        const other = held[index] ?? 0;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (b.weights[held[index + 1] ?? 0] ?? 0);
      }
    }
    for (const other of touched.sort((x, y) => x - y)) {
      const cosine = (sums[other] ?? 0) / (b.norms[other] ?? 1);
      sums[other] = 0;
      if (cosine < LEAST_COSINE) continue;
      const soft = cosine >= SOFT_FROM && cosine < SOFT_UNTIL ? softMatches(a, unit, b, other, stems) : 0;
      raw.push({ a: unit, b: other, cosine, score: cosine + soft });
    }
  }
  return withNeighbours(raw, a.units, b.units);
}

/** What words without a counterpart add that are alike in meaning, matched one to one, the likest first. */
function softMatches(a: Weighed, unitA: number, b: Weighed, unitB: number, stems: Stems): number {
  const lone = (one: Weighed, unit: number, other: Weighed, otherUnit: number) => {
    const shared = new Set(
      other.units.stems.subarray(other.units.firstStem[otherUnit] ?? 0, other.units.firstStem[otherUnit + 1] ?? 0),
    );
    const found: number[] = [];
    for (let at = one.units.firstStem[unit] ?? 0; at < (one.units.firstStem[unit + 1] ?? 0); at++) {
      if (
        (one.weights[at] ?? 0) > SOFT_WEIGHT &&
        (one.units.ranks[at] ?? -1) >= 0 &&
        !shared.has(one.units.stems[at] ?? 0)
      ) {
        found.push(at);
      }
    }
    return found;
  };
  const loneB = lone(b, unitB, a, unitA);
  if (loneB.length === 0) return 0;
  const pairs: { likeness: number; atA: number; atB: number }[] = [];
  for (const atA of lone(a, unitA, b, unitB)) {
    for (const atB of loneB) {
      const likeness = stems.likeness(a.units.ranks[atA] ?? 0, b.units.ranks[atB] ?? 0);
      if (likeness > SOFT_LIKENESS) pairs.push({ likeness, atA, atB });
    }
  }
  pairs.sort((x, y) => y.likeness - x.likeness || x.atA - y.atA || x.atB - y.atB);
  const taken = new Set<number>();
  let sum = 0;
  for (const { likeness, atA, atB } of pairs) {
    if (taken.has(atA) || taken.has(-1 - atB)) continue;
    taken.add(atA).add(-1 - atB);
    sum += ((likeness - 0.2) / 0.8) * Math.min(a.weights[atA] ?? 0, b.weights[atB] ?? 0) ** 2;
  }
  return sum / ((a.norms[unitA] ?? 1) * (b.norms[unitB] ?? 1));
}

/** The best of the eight cells around lends a tenth: sentences that run parallel come in rows. */
function withNeighbours(cells: readonly Cell[], a: Units, b: Units): Cell[] {
  const scores = new Map<number, number>();
  for (const cell of cells) scores.set(cell.a * b.count + cell.b, cell.score);
  const words = (units: Units, unit: number) => (units.firstWord[unit + 1] ?? 0) - (units.firstWord[unit] ?? 0);
  return cells.map((cell) => {
    let best = 0;
    for (let downA = -1; downA <= 1; downA++) {
      for (let downB = -1; downB <= 1; downB++) {
        const other = cell.b + downB;
        if ((downA === 0 && downB === 0) || other < 0 || other >= b.count) continue;
        best = Math.max(best, scores.get((cell.a + downA) * b.count + other) ?? 0);
      }
    }
    const shorter = Math.min(words(a, cell.a), words(b, cell.b));
    return { ...cell, score: (cell.score + NEIGHBOUR_SHARE * best) * Math.min(1, shorter / FULL_UNIT) };
  });
}
