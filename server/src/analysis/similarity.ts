import { DIMENSIONS } from '../core/wordVectors.js';
import type { Stems } from './stems.js';
import type { Units } from './units.js';
import type { Weighed } from './weighed.js';

/** How alike two units are. */
export interface Cell {
  readonly a: number;
  readonly b: number;
  /** Shared stems alone: a cosine, 0 to 1. */
  readonly cosine: number;
  /** Stems, their pieces and their meanings together; short units count less. */
  readonly likeness: number;
  /** Chance that the two say the same, beside all else that is said there: 0 to 1. */
  readonly score: number;
}

const LEAST_COSINE = 0.05;
/** Shorter units count in proportion: few words are soon alike. */
const FULL_UNIT = 8;
/** Products of stems that are worked out for two documents. Past them the common stems of very long ones are left out. */
const MOST_PRODUCTS = 2e8;
const STEMS_OF_UNIT = 20;

/** All pairs of units that share stems, by `a`, then `b`. Sparse: the product of the sizes is never laid out. */
export function compare(a: Weighed, b: Weighed, stems: Stems): Cell[] {
  const holders = holdersOf(b.units, stems);
  const mostHolders = MOST_PRODUCTS / (STEMS_OF_UNIT * Math.max(1, a.units.count));
  const pieces = new Float32Array(stems.pieceCount);
  const meaning = meaningsOf(a, b);
  const sums = new Float32Array(b.units.count);
  const found: Features[] = [];
  for (let unit = 0; unit < a.units.count; unit++) {
    const [from, to] = [a.units.firstStem[unit] ?? 0, a.units.firstStem[unit + 1] ?? 0];
    const touched: number[] = [];
    for (let at = from; at < to; at++) {
      const weight = a.weights[at] ?? 0;
      const stem = a.units.stems[at] ?? 0;
      if (weight === 0 || (holders.count[stem] ?? 0) > mostHolders) continue;
      for (let slot = holders.first[stem] ?? -1; slot >= 0; slot = holders.next[slot] ?? -1) {
        const other = holders.unit[slot] ?? 0;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (b.weights[slot] ?? 0);
      }
    }
    for (let at = from; at < to; at++) {
      for (const piece of stems.pieces(a.units.stems[at] ?? 0)) {
        pieces[piece] = (pieces[piece] ?? 0) + (a.weights[at] ?? 0);
      }
    }
    for (const other of touched.sort((x, y) => x - y)) {
      const cosine = (sums[other] ?? 0) / ((a.norms[unit] ?? 1) * (b.norms[other] ?? 1));
      sums[other] = 0;
      if (cosine < LEAST_COSINE) continue;
      found.push(featuresOf(a, unit, b, other, cosine, pieces, meaning(unit, other), stems));
    }
    for (let at = from; at < to; at++) for (const piece of stems.pieces(a.units.stems[at] ?? 0)) pieces[piece] = 0;
  }
  return scored(found, a.units, b.units);
}

interface Features {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
  readonly pieces: number;
  readonly meaning: number;
  /** Weight of the numbers both have. */
  readonly numbers: number;
  readonly shorter: number;
  readonly longer: number;
  readonly likeness: number;
}

function featuresOf(
  a: Weighed,
  unitA: number,
  b: Weighed,
  unitB: number,
  cosine: number,
  piecesOfA: Float32Array,
  meaning: number,
  stems: Stems,
): Features {
  let product = 0;
  let numbers = 0;
  for (let at = b.units.firstStem[unitB] ?? 0; at < (b.units.firstStem[unitB + 1] ?? 0); at++) {
    const stem = b.units.stems[at] ?? 0;
    let sum = 0;
    for (const piece of stems.pieces(stem)) sum += piecesOfA[piece] ?? 0;
    product += sum * (b.weights[at] ?? 0);
    if (stems.isNumber(stem) && hasStem(a.units, unitA, stem))
      numbers += (b.weights[at] ?? 0) / (b.units.frequency[at] ?? 1);
  }
  const pieces = product / ((a.pieceNorms[unitA] ?? 1) * (b.pieceNorms[unitB] ?? 1));
  const [wordsA, wordsB] = [wordCount(a.units, unitA), wordCount(b.units, unitB)];
  const shorter = Math.min(wordsA, wordsB);
  const likeness = ((cosine + pieces + 0.2 * meaning) / 2) * Math.min(1, shorter / FULL_UNIT);
  return { a: unitA, b: unitB, cosine, pieces, meaning, numbers, shorter, longer: Math.max(wordsA, wordsB), likeness };
}

function hasStem({ firstStem, stems }: Units, unit: number, stem: number): boolean {
  for (let at = firstStem[unit] ?? 0; at < (firstStem[unit + 1] ?? 0); at++) if (stems[at] === stem) return true;
  return false;
}

function wordCount({ firstWord }: Units, unit: number): number {
  return (firstWord[unit + 1] ?? 0) - (firstWord[unit] ?? 0);
}

/**
 * Weights of the features: a logistic regression on the hand-made gold of the five seeds (sentence pairs of one story,
 * all pairs judged). It was checked, not fitted, on stories and authors it had not seen.
 */
const MODEL = {
  bias: -29.1,
  cosine: 5.8,
  pieces: 5.4,
  meaning: 3.4,
  fullness: 18.2,
  rank: 2.4,
  numbers: 5.8,
  distance: -2.9,
  length: 1.4,
};

/** Units of the texts the model was fitted on. Among more of them it takes more to stand out from chance. */
const USUAL_UNITS = 25;

/** Scores each cell beside the best of its row and of its column: a sentence has few counterparts, mostly one. */
function scored(found: readonly Features[], a: Units, b: Units): Cell[] {
  const bestOfA = new Float64Array(a.count);
  const bestOfB = new Float64Array(b.count);
  for (const cell of found) {
    bestOfA[cell.a] = Math.max(bestOfA[cell.a] ?? 0, cell.likeness);
    bestOfB[cell.b] = Math.max(bestOfB[cell.b] ?? 0, cell.likeness);
  }
  const prior = Math.log(Math.max(1, Math.sqrt(a.count * b.count) / USUAL_UNITS));
  return found.map((cell) => {
    const rank =
      cell.likeness / Math.max(0.2, bestOfA[cell.a] ?? 0) + cell.likeness / Math.max(0.2, bestOfB[cell.b] ?? 0);
    const distance = Math.abs((cell.a + 0.5) / a.count - (cell.b + 0.5) / b.count);
    const sum =
      MODEL.bias -
      prior +
      MODEL.cosine * cell.cosine +
      MODEL.pieces * cell.pieces +
      MODEL.meaning * cell.meaning +
      MODEL.fullness * Math.min(1, cell.shorter / FULL_UNIT) +
      MODEL.rank * rank +
      MODEL.numbers * Math.min(2, cell.numbers / 5) +
      MODEL.distance * distance +
      MODEL.length * Math.log(Math.max(1, cell.longer));
    return { a: cell.a, b: cell.b, cosine: cell.cosine, likeness: cell.likeness, score: 1 / (1 + Math.exp(-sum)) };
  });
}

/** Slots of each stem, chained: `first[stem]`, then `next[slot]`. */
function holdersOf(units: Units, stems: Stems) {
  const first = new Int32Array(stems.size).fill(-1);
  const count = new Int32Array(stems.size);
  const next = new Int32Array(units.stems.length);
  const unit = new Int32Array(units.stems.length);
  for (let own = units.count - 1; own >= 0; own--) {
    for (let slot = units.firstStem[own] ?? 0; slot < (units.firstStem[own + 1] ?? 0); slot++) {
      const stem = units.stems[slot] ?? 0;
      unit[slot] = own;
      next[slot] = first[stem] ?? -1;
      first[stem] = slot;
      count[stem] = (count[stem] ?? 0) + 1;
    }
  }
  return { first, next, unit, count };
}

/**
 * Cosine of the meanings of two units, after what all sentences of the two documents have in common is taken off
 * (after Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
 */
function meaningsOf(a: Weighed, b: Weighed): (unitA: number, unitB: number) => number {
  const mean = new Float64Array(DIMENSIONS);
  const total = Math.max(1, a.units.count + b.units.count);
  for (const { meanings } of [a, b]) {
    for (let at = 0; at < meanings.length; at++) {
      mean[at % DIMENSIONS] = (mean[at % DIMENSIONS] ?? 0) + (meanings[at] ?? 0) / total;
    }
  }
  const square = mean.reduce((sum, value) => sum + value * value, 0);
  const side = ({ meanings, units }: Weighed) => {
    const alongMean = new Float64Array(units.count);
    const lengths = new Float64Array(units.count);
    for (let unit = 0; unit < units.count; unit++) {
      let [along, own] = [0, 0];
      for (let column = 0; column < DIMENSIONS; column++) {
        const value = meanings[unit * DIMENSIONS + column] ?? 0;
        along += value * (mean[column] ?? 0);
        own += value * value;
      }
      alongMean[unit] = along;
      lengths[unit] = Math.sqrt(Math.max(1e-9, own - 2 * along + square));
    }
    return { alongMean, lengths };
  };
  const [sideA, sideB] = [side(a), side(b)];
  return (unitA, unitB) => {
    let product = 0;
    for (let column = 0; column < DIMENSIONS; column++) {
      product += (a.meanings[unitA * DIMENSIONS + column] ?? 0) * (b.meanings[unitB * DIMENSIONS + column] ?? 0);
    }
    const centred = product - (sideA.alongMean[unitA] ?? 0) - (sideB.alongMean[unitB] ?? 0) + square;
    return centred / ((sideA.lengths[unitA] ?? 1) * (sideB.lengths[unitB] ?? 1));
  };
}
