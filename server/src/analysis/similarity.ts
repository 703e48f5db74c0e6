import { DIMENSIONS } from '../core/wordVectors.js';
import { chanceOf } from './sentenceModel.js';
import { finish, type Steps } from './steps.js';
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

/** What two units have in common, before they are seen beside all other pairs. */
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

const LEAST_COSINE = 0.05;
/** Shorter units count in proportion: few words are soon alike. */
const FULL_UNIT = 8;
/** A likeness that is the best of its row is not yet remarkable. */
const LEAST_BEST = 0.2;
/** Products of stems worked out for two documents. Past them the common stems of very long ones are left out. */
const MOST_PRODUCTS = 2e8;
const STEMS_OF_UNIT = 20;
/** Pairs of units that are compared in one step. */
const PAIRS_OF_STEP = 1500;
const UNKNOWN_SUM = -1;

/** Where a part that is compared for its own sake belongs: in a longer text, which was compared before. */
export interface Whole {
  /** Units of the whole, and index of the first one of the part. */
  readonly count: number;
  readonly first: number;
  readonly meaningSum: Float64Array;
  /** Likeness of each unit of the other side to the likest one outside of the part. */
  readonly best: Float64Array;
}

/** Where the stems of a text stand, and room to add up in, by unit, which is clean between uses. */
interface Places {
  readonly units: Units;
  /** By stem: its first slot, −1 for none. */
  readonly first: Int32Array;
  /** By slot: the next one of the same stem. */
  readonly next: Int32Array;
  /** By slot: its unit. */
  readonly owners: Int32Array;
  readonly sums: Float64Array;
}

/** Compares units. Holds room to work in, so that comparing two sentences does not cost as much as the vocabulary. */
export class Comparison {
  /** By stem: its first slot on the other side, and how many it has there. Clean between calls. */
  #first = new Int32Array(0);
  #count = new Int32Array(0);
  /** By stem and by piece: their weight in the row at hand. Clean between calls. */
  #stemWeights = new Float32Array(0);
  #pieceWeights = new Float64Array(0);
  /** By stem: weight of its pieces in the row at hand, as far as it was asked for. */
  #pieceSums = new Float64Array(0);
  readonly #summed: number[] = [];
  #places: Places | undefined;

  constructor(private readonly stems: Stems) {}

  /**
   * All pairs of units that share stems, by `a`, then `b`. Sparse: the product of the sizes is never laid out.
   * `whole` is what `a` is a part of.
   */
  all(a: Weighed, b: Weighed, whole = wholeOf(a, b)): Cell[] {
    return finish(this.allInSteps(a, b, whole));
  }

  *allInSteps(a: Weighed, b: Weighed, whole = wholeOf(a, b)): Steps<Cell[]> {
    const found: Features[] = [];
    const mean = meanMeaning(whole.count, whole.meaningSum, b);
    let next = this.#enter(b.units);
    const owners = ownersOf(b.units);
    const mostHolders = MOST_PRODUCTS / (STEMS_OF_UNIT * Math.max(1, a.units.count));
    const sums = new Float64Array(b.units.count);
    let pairs = 0;
    for (let unit = 0; unit < a.units.count; unit++) {
      if (pairs >= PAIRS_OF_STEP) {
        pairs = 0;
        // Others may use the room in between.
        this.#leave(b.units);
        yield unit / a.units.count;
        next = this.#enter(b.units);
      }
      const touched: number[] = [];
      for (let at = a.units.firstStem[unit] ?? 0; at < (a.units.firstStem[unit + 1] ?? 0); at++) {
        const weight = a.weights[at] ?? 0;
        const stem = a.units.stems[at] ?? 0;
        if (weight === 0 || (this.#count[stem] ?? 0) > mostHolders) continue;
        for (let slot = this.#first[stem] ?? -1; slot >= 0; slot = next[slot] ?? -1) {
          const other = owners[slot] ?? 0;
          if (sums[other] === 0) touched.push(other);
          sums[other] = (sums[other] ?? 0) + weight * (b.weights[slot] ?? 0);
        }
      }
      // A unit without any costs little, and not nothing.
      pairs += touched.length + 1;
      if (touched.length === 0) continue;
      this.#layOut(a, unit);
      for (const other of touched.sort((x, y) => x - y)) {
        const product = sums[other] ?? 0;
        sums[other] = 0;
        const features = this.#features(a, unit, b, other, product, mean);
        if (features) found.push(features);
      }
      this.#clear(a, unit);
    }
    this.#leave(b.units);
    return scored(found, a.units, b.units, whole);
  }

  /**
   * The pairs of one unit of `a` that score at least `least`, best first, scored as among all of them. Each is worked out
   * when it is asked for.
   */
  *row(a: Weighed, unit: number, b: Weighed, least: number): Iterable<Cell> {
    const whole = wholeOf(a, b);
    const mean = meanMeaning(whole.count, whole.meaningSum, b);
    const found = this.#rowFeatures(a, unit, b, mean);
    const best = bestOf(found);
    const scoreOf = (features: Features, bestThere: number) => cellOf(features, best, bestThere, whole, b.units.count);
    // Beside the best of its column a pair never scores more than by itself: most columns need not be worked out.
    const hopeful = found
      .map((features) => ({ features, hope: scoreOf(features, features.likeness).score }))
      .filter(({ hope }) => hope >= least)
      .sort((x, y) => y.hope - x.hope);
    const cells: Cell[] = [];
    for (const [index, { features }] of hopeful.entries()) {
      const cell = scoreOf(features, this.#greatestLikeness(b, features.b, a, mean, features.likeness));
      if (cell.score >= least) cells.push(cell);
      cells.sort((x, y) => y.score - x.score || x.b - y.b);
      const next = hopeful[index + 1]?.hope ?? 0;
      while (cells[0] && cells[0].score > next) yield* cells.splice(0, 1);
    }
    yield* cells;
  }

  #rowFeatures(a: Weighed, unit: number, b: Weighed, mean: Mean): Features[] {
    this.#layOut(a, unit);
    const found: Features[] = [];
    for (let other = 0; other < b.units.count; other++) {
      const product = this.#product(b, other);
      const features = product > 0 ? this.#features(a, unit, b, other, product, mean) : undefined;
      if (features) found.push(features);
    }
    this.#clear(a, unit);
    return found;
  }

  /** The likeness of a unit to the likest one of `b`, which is `least` or more. */
  #greatestLikeness(a: Weighed, unit: number, b: Weighed, mean: Mean, least: number): number {
    this.#layOut(a, unit);
    const { first, next, owners, sums } = this.#placesIn(b.units);
    const sharing: number[] = [];
    for (let at = a.units.firstStem[unit] ?? 0; at < (a.units.firstStem[unit + 1] ?? 0); at++) {
      const weight = a.weights[at] ?? 0;
      if (weight === 0) continue;
      for (let slot = first[a.units.stems[at] ?? 0] ?? -1; slot >= 0; slot = next[slot] ?? -1) {
        const other = owners[slot] ?? 0;
        if (sums[other] === 0) sharing.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (b.weights[slot] ?? 0);
      }
    }
    let greatest = least;
    for (const other of sharing) {
      const cosine = (sums[other] ?? 0) / ((a.norms[unit] ?? 1) * (b.norms[other] ?? 1));
      sums[other] = 0;
      const fullness = fullnessOf(a.units, unit, b.units, other);
      if (cosine < LEAST_COSINE || likenessOf(cosine, 1, 1, fullness) <= greatest) continue;
      const pieces = this.#pieces(a, unit, b, other);
      if (likenessOf(cosine, pieces, 1, fullness) <= greatest) continue;
      const likeness = likenessOf(cosine, pieces, cosineOfMeanings(a, unit, b, other, mean), fullness);
      greatest = Math.max(greatest, likeness);
    }
    this.#clear(a, unit);
    return greatest;
  }

  /** Where each stem stands in the text that sentences are looked up in; kept, since one is held against many others. */
  #placesIn(units: Units): Places {
    if (this.#places?.units === units) return this.#places;
    const { stems, count } = units;
    let first = this.#places?.first ?? new Int32Array(0);
    for (const stem of this.#places?.units.stems ?? []) first[stem] = -1;
    if (first.length < this.stems.size) first = new Int32Array(this.stems.size * 2).fill(-1);
    const places = {
      units,
      first,
      next: new Int32Array(stems.length),
      owners: ownersOf(units),
      sums: new Float64Array(count),
    };
    chain(stems, first, places.next);
    this.#places = places;
    return places;
  }

  /** Of a unit with the one laid out. */
  #product({ units, weights }: Weighed, unit: number): number {
    let product = 0;
    for (let at = units.firstStem[unit] ?? 0; at < (units.firstStem[unit + 1] ?? 0); at++) {
      product += (this.#stemWeights[units.stems[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    }
    return product;
  }

  /** Cosine of the pieces of a unit with those of the one laid out. */
  #pieces(a: Weighed, unitA: number, b: Weighed, unitB: number): number {
    let product = 0;
    for (let at = b.units.firstStem[unitB] ?? 0; at < (b.units.firstStem[unitB + 1] ?? 0); at++) {
      product += this.#piecesInCommon(b.units.stems[at] ?? 0) * (b.weights[at] ?? 0);
    }
    return product / ((a.pieceNorms[unitA] ?? 1) * (b.pieceNorms[unitB] ?? 1));
  }

  /** What a unit has in common with the one laid out. */
  #features(a: Weighed, unitA: number, b: Weighed, unitB: number, product: number, mean: Mean): Features | undefined {
    const cosine = product / ((a.norms[unitA] ?? 1) * (b.norms[unitB] ?? 1));
    if (cosine < LEAST_COSINE) return undefined;
    let numbers = 0;
    for (let at = b.units.firstStem[unitB] ?? 0; at < (b.units.firstStem[unitB + 1] ?? 0); at++) {
      const stem = b.units.stems[at] ?? 0;
      if ((this.#stemWeights[stem] ?? 0) > 0 && this.stems.isNumber(stem)) {
        numbers += Math.min((b.weights[at] ?? 0) / (b.units.frequency[at] ?? 1), this.#stemWeights[stem] ?? 0);
      }
    }
    const pieces = this.#pieces(a, unitA, b, unitB);
    const meaning = cosineOfMeanings(a, unitA, b, unitB, mean);
    const likeness = likenessOf(cosine, pieces, meaning, fullnessOf(a.units, unitA, b.units, unitB));
    const [wordsA, wordsB] = [wordCount(a.units, unitA), wordCount(b.units, unitB)];
    const [shorter, longer] = [Math.min(wordsA, wordsB), Math.max(wordsA, wordsB)];
    return { a: unitA, b: unitB, cosine, pieces, meaning, numbers, shorter, longer, likeness };
  }

  /** Weight of the pieces of a stem in the row at hand. The same stems stand in many units. */
  #piecesInCommon(stem: number): number {
    let sum = this.#pieceSums[stem] ?? UNKNOWN_SUM;
    if (sum === UNKNOWN_SUM) {
      sum = 0;
      for (const piece of this.stems.pieces(stem)) sum += this.#pieceWeights[piece] ?? 0;
      this.#pieceSums[stem] = sum;
      this.#summed.push(stem);
    }
    return sum;
  }

  #layOut({ units, weights }: Weighed, unit: number): void {
    if (this.#pieceSums.length < this.stems.size) {
      this.#pieceSums = new Float64Array(this.stems.size * 2).fill(UNKNOWN_SUM);
    }
    if (this.#stemWeights.length < this.stems.size) this.#stemWeights = new Float32Array(this.stems.size * 2);
    if (this.#pieceWeights.length < this.stems.pieceCount) {
      this.#pieceWeights = new Float64Array(this.stems.pieceCount * 2);
    }
    for (let at = units.firstStem[unit] ?? 0; at < (units.firstStem[unit + 1] ?? 0); at++) {
      const stem = units.stems[at] ?? 0;
      const weight = weights[at] ?? 0;
      this.#stemWeights[stem] = weight;
      for (const piece of this.stems.pieces(stem)) {
        this.#pieceWeights[piece] = (this.#pieceWeights[piece] ?? 0) + weight;
      }
    }
  }

  #clear({ units }: Weighed, unit: number): void {
    for (const stem of this.#summed) this.#pieceSums[stem] = UNKNOWN_SUM;
    this.#summed.length = 0;
    for (let at = units.firstStem[unit] ?? 0; at < (units.firstStem[unit + 1] ?? 0); at++) {
      const stem = units.stems[at] ?? 0;
      this.#stemWeights[stem] = 0;
      for (const piece of this.stems.pieces(stem)) this.#pieceWeights[piece] = 0;
    }
  }

  /** Chains the slots of each stem; returns the slot after each. */
  #enter({ stems }: Units): Int32Array {
    if (this.#first.length < this.stems.size) {
      this.#first = new Int32Array(this.stems.size * 2).fill(-1);
      this.#count = new Int32Array(this.stems.size * 2);
    }
    const next = new Int32Array(stems.length);
    chain(stems, this.#first, next);
    for (const stem of stems) this.#count[stem] = (this.#count[stem] ?? 0) + 1;
    return next;
  }

  #leave({ stems }: Units): void {
    for (const stem of stems) {
      this.#first[stem] = -1;
      this.#count[stem] = 0;
    }
  }
}

/** Each cell beside the best of its row and of its column: a sentence has few counterparts, mostly one. */
function scored(found: readonly Features[], a: Units, b: Units, whole: Whole): Cell[] {
  const bestOfA = new Float64Array(a.count);
  const bestOfB = Float64Array.from(whole.best);
  for (const { a: unitA, b: unitB, likeness } of found) {
    bestOfA[unitA] = Math.max(bestOfA[unitA] ?? 0, likeness);
    bestOfB[unitB] = Math.max(bestOfB[unitB] ?? 0, likeness);
  }
  return found.map((features) => cellOf(features, bestOfA[features.a] ?? 0, bestOfB[features.b] ?? 0, whole, b.count));
}

function cellOf(
  features: Features,
  bestOfA: number,
  bestOfB: number,
  { count: countA, first }: Whole,
  countB: number,
): Cell {
  const { a, b, cosine, pieces, meaning, numbers, shorter, longer, likeness } = features;
  const score = chanceOf({
    cosine,
    pieces,
    meaning,
    numbers: Math.min(2, numbers / 5),
    fullness: Math.min(1, shorter / FULL_UNIT),
    rank: likeness / Math.max(LEAST_BEST, bestOfA) + likeness / Math.max(LEAST_BEST, bestOfB),
    distance: Math.abs((first + a + 0.5) / countA - (b + 0.5) / countB),
    length: Math.log(Math.max(1, longer)),
    units: Math.sqrt(countA * countB),
  });
  return { a, b, cosine, likeness, score };
}

function wholeOf({ units: { count }, meaningSum }: Weighed, b: Weighed): Whole {
  return { count, first: 0, meaningSum, best: new Float64Array(b.units.count) };
}

function likenessOf(cosine: number, pieces: number, meaning: number, fullness: number): number {
  return ((cosine + pieces + 0.2 * meaning) / 2) * fullness;
}

/** 1 unless one of two units is short. */
function fullnessOf(a: Units, unitA: number, b: Units, unitB: number): number {
  return Math.min(1, wordCount(a, unitA) / FULL_UNIT, wordCount(b, unitB) / FULL_UNIT);
}

function bestOf(found: readonly Features[]): number {
  return found.reduce((best, { likeness }) => Math.max(best, likeness), 0);
}

function wordCount({ firstWord }: Units, unit: number): number {
  return (firstWord[unit + 1] ?? 0) - (firstWord[unit] ?? 0);
}

/** Chains the slots of each stem in their order: `first` by stem, `next` by slot, −1 for none. */
function chain(stems: Int32Array, first: Int32Array, next: Int32Array): void {
  for (let slot = stems.length - 1; slot >= 0; slot--) {
    const stem = stems[slot] ?? 0;
    next[slot] = first[stem] ?? -1;
    first[stem] = slot;
  }
}

/** The unit of each slot. */
function ownersOf({ firstStem, stems, count }: Units): Int32Array {
  const owners = new Int32Array(stems.length);
  for (let unit = 0; unit < count; unit++) owners.fill(unit, firstStem[unit] ?? 0, firstStem[unit + 1] ?? 0);
  return owners;
}

/** What all sentences of two documents have in common in meaning, and the square of its length. */
interface Mean {
  readonly vector: Float64Array;
  readonly square: number;
}

function meanMeaning(count: number, meaningSum: Float64Array, b: Weighed): Mean {
  const total = Math.max(1, count + b.units.count);
  const vector = new Float64Array(DIMENSIONS);
  let square = 0;
  for (let column = 0; column < DIMENSIONS; column++) {
    const value = ((meaningSum[column] ?? 0) + (b.meaningSum[column] ?? 0)) / total;
    vector[column] = value;
    square += value * value;
  }
  return { vector, square };
}

/**
 * Cosine of the meanings of two units, after what all sentences have in common is taken off (after Arora, Liang and Ma,
 * A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
 */
function cosineOfMeanings(a: Weighed, unitA: number, b: Weighed, unitB: number, { vector, square }: Mean): number {
  let [product, alongA, alongB] = [0, 0, 0];
  const [fromA, fromB] = [unitA * DIMENSIONS, unitB * DIMENSIONS];
  for (let column = 0; column < DIMENSIONS; column++) {
    const x = a.meanings[fromA + column] ?? 0;
    const y = b.meanings[fromB + column] ?? 0;
    const common = vector[column] ?? 0;
    product += x * y;
    alongA += x * common;
    alongB += y * common;
  }
  const lengthA = Math.sqrt(Math.max(1e-9, (a.isKnown[unitA] ?? 0) - 2 * alongA + square));
  const lengthB = Math.sqrt(Math.max(1e-9, (b.isKnown[unitB] ?? 0) - 2 * alongB + square));
  return (product - alongA - alongB + square) / (lengthA * lengthB);
}
