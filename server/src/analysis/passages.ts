import { Facts } from '../core/facts.js';
import { grown } from './grown.js';
import type { Cell } from './similarity.js';
import type { Steps } from './steps.js';
import type { Units } from './units.js';
import type { Weighed } from './weighed.js';

/** A maximal passage that two documents share; offsets in each. */
export interface Passage {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  readonly cosine: number;
}

interface Grown extends Passage {
  /** The pairs of units it grew from. */
  readonly seeds: readonly Cell[];
}

/** Units of both sides that a group of seeds spans, ends included. */
interface Hull {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

const SEED_COSINE = 0.29;
/** Units without a seed that a passage may hold at once; fewer if the whole is not alike enough. */
const WIDEST_GAP = 4;
const NARROWEST_GAP = 2;
const LEAST_COSINE = 0.4;
const SUMMARY_GAP = 24;
const SUMMARY_COSINE = 0.3;
const SUMMARY_RATIO = 3;
/** A shorter passage is a sentence, and found as such. */
const LEAST_LENGTH = 150;

/**
 * Passages from the pairs of alike units: clustered as by Sanchez-Perez et al. (PAN 2014), then cut to the words that
 * match by a ratio of likelihoods, which adapts to how closely the text was copied.
 */
export function* findPassages(a: Weighed, b: Weighed, cells: readonly Cell[]): Steps<Passage[]> {
  const seeds = cells.filter(({ cosine }) => cosine >= SEED_COSINE);
  if (seeds.length === 0) return [];
  const [sharesA, sharesB] = [sharesOf(a), sharesOf(b)];
  const greatest = Math.max(sharesA.greatest, sharesB.greatest);
  const sides = { a: { units: a.units, ...sharesA, greatest }, b: { units: b.units, ...sharesB, greatest } };
  const summaries = yield* findSummaries(a, b, seeds, sides);
  const rest = seeds.filter(
    (seed) =>
      !summaries.some(({ hull }) => seed.a >= hull.a0 && seed.a <= hull.a1 && seed.b >= hull.b0 && seed.b <= hull.b1),
  );
  const found = summaries.map(({ passage }) => passage);
  for (const group of yield* grow(a, b, rest, WIDEST_GAP, NARROWEST_GAP, LEAST_COSINE))
    found.push(...(yield* trim(group, sides)));
  return bestApart(found);
}

/** Of passages that overlap on both sides, or mostly on one, the better is kept. */
function bestApart(passages: readonly Grown[]): Passage[] {
  const weight = ({ cosine, seeds }: Grown) => cosine * seeds.reduce((sum, seed) => sum + seed.cosine, 0);
  const kept: Passage[] = [];
  const ordered = [...passages].sort(
    (x, y) => weight(y) - weight(x) || x.aStart - y.aStart || x.bStart - y.bStart || x.aEnd - y.aEnd,
  );
  for (const passage of ordered) {
    const { aStart, aEnd, bStart, bEnd } = passage;
    if (Math.min(aEnd - aStart, bEnd - bStart) < LEAST_LENGTH) continue;
    const isTaken = kept.some((other) => {
      const onA = Math.min(aEnd, other.aEnd) - Math.max(aStart, other.aStart);
      const onB = Math.min(bEnd, other.bEnd) - Math.max(bStart, other.bStart);
      return (onA > 0 && onB > 0) || onA > (aEnd - aStart) / 2 || onB > (bEnd - bStart) / 2;
    });
    if (!isTaken) kept.push({ aStart, aEnd, bStart, bEnd, cosine: passage.cosine });
  }
  return kept;
}

interface Group {
  readonly hull: Hull;
  readonly cosine: number;
  readonly seeds: readonly Cell[];
}

/** Clusters that are alike as wholes; those that are not are tried again with narrower gaps. */
function* grow(
  a: Weighed,
  b: Weighed,
  seeds: readonly Cell[],
  gap: number,
  least: number,
  cosine: number,
): Steps<Group[]> {
  const groups: Group[] = [];
  for (const cluster of clusters(seeds, gap)) {
    const hull = hullOf(cluster);
    const whole = wholeCosine(a, b, hull);
    yield 0;
    if (whole >= cosine) groups.push({ hull, cosine: whole, seeds: cluster });
    else if (gap > least) groups.push(...(yield* grow(a, b, cluster, gap - 1, least, cosine)));
  }
  return groups;
}

/** Splits seeds by gaps on one side, then the other, until neither splits any more. */
function clusters(seeds: readonly Cell[], gap: number): Cell[][] {
  let groups: Cell[][] = [[...seeds]];
  let side: 'a' | 'b' = 'a';
  for (let still = 0; still < 2;) {
    const other: 'a' | 'b' = side === 'a' ? 'b' : 'a';
    const split: Cell[][] = [];
    for (const group of groups) {
      group.sort((x, y) => x[side] - y[side] || x[other] - y[other]);
      let current: Cell[] = [];
      for (const seed of group) {
        if (current.length > 0 && seed[side] - (current.at(-1)?.[side] ?? 0) > gap + 1) {
          split.push(current);
          current = [];
        }
        current.push(seed);
      }
      if (current.length > 0) split.push(current);
    }
    still = split.length === groups.length ? still + 1 : 0;
    groups = split;
    side = other;
  }
  return groups;
}

function hullOf(seeds: readonly Cell[]): Hull {
  let [a0, a1, b0, b1] = [Infinity, -1, Infinity, -1];
  for (const { a, b } of seeds) {
    a0 = Math.min(a0, a);
    a1 = Math.max(a1, a);
    b0 = Math.min(b0, b);
    b1 = Math.max(b1, b);
  }
  return { a0, a1, b0, b1 };
}

/** Cosine of two stretches of units, each taken as one. */
function wholeCosine(a: Weighed, b: Weighed, { a0, a1, b0, b1 }: Hull): number {
  const [sumA, sumB] = [sumsA.of(a, a0, a1), sumsB.of(b, b0, b1)];
  let [squareA, squareB, product] = [0, 0, 0];
  for (const stem of sumsA.stems) squareA += (sumA[stem] ?? 0) ** 2;
  for (const stem of sumsB.stems) {
    squareB += (sumB[stem] ?? 0) ** 2;
    product += (sumB[stem] ?? 0) * (sumA[stem] ?? 0);
  }
  sumsA.clear();
  sumsB.clear();
  return product / (Math.sqrt(squareA * squareB) || 1);
}

/** Room to add up the weights of stems in, by their numbers. Clean between uses. */
class Sums {
  #sums = new Float64Array(0);
  readonly stems: number[] = [];

  of({ units, weights }: Weighed, first: number, last: number): Float64Array {
    const [from, to] = [units.firstStem[first] ?? 0, units.firstStem[last + 1] ?? 0];
    let greatest = 0;
    for (let at = from; at < to; at++) greatest = Math.max(greatest, units.stems[at] ?? 0);
    if (greatest >= this.#sums.length) this.#sums = new Float64Array(2 * greatest + 1);
    for (let at = from; at < to; at++) {
      const stem = units.stems[at] ?? 0;
      const weight = weights[at] ?? 0;
      if (weight > 0 && this.#sums[stem] === 0) this.stems.push(stem);
      this.#sums[stem] = (this.#sums[stem] ?? 0) + weight;
    }
    return this.#sums;
  }

  clear(): void {
    for (const stem of this.stems) this.#sums[stem] = 0;
    this.stems.length = 0;
  }
}

const sumsA = new Sums();
const sumsB = new Sums();

/** A side with what trimming asks of it. */
interface Side extends Shares {
  readonly units: Units;
}

interface Shares {
  /** The weight of each word by itself: what it weighs in its unit, less its frequency there. */
  readonly byWord: Float64Array;
  /** The greatest of them, of both sides where two are compared. */
  readonly greatest: number;
}

const shares = new Facts<Weighed, Shares>();
/** Room for the weight of each stem of one side; what others left in it is not read. */
let byStem = new Float64Array(0);

function sharesOf(weighed: Weighed): Shares {
  let known = shares.get(weighed);
  if (!known) {
    const { units, weights } = weighed;
    let last = 0;
    for (const stem of units.stems) last = Math.max(last, stem);
    if (last >= byStem.length) byStem = new Float64Array(2 * last + 1);
    let greatest = 1e-9;
    for (let at = 0; at < units.stems.length; at++) {
      const weight = (weights[at] ?? 0) / (units.frequency[at] ?? 1);
      byStem[units.stems[at] ?? 0] = weight;
      greatest = Math.max(greatest, weight);
    }
    const byWord = new Float64Array(units.wordStem.length);
    for (let at = 0; at < byWord.length; at++) byWord[at] = byStem[units.wordStem[at] ?? 0] ?? 0;
    shares.set(weighed, (known = { byWord, greatest }));
  }
  return known;
}

/** A stretch of units of one side. */
interface Stretch {
  readonly units: Units;
  readonly first: number;
  readonly last: number;
}

/** Room to number the words of a stretch in, by their stems, from 1. Clean between uses. */
let numbers = new Int32Array(0);

/** Numbers the words of a stretch and notes which of them are neighbours there; returns how many numbers there are. */
function numberWords({ units: { firstWord, wordStem }, first, last }: Stretch, pairs: Set<number>): number {
  const [from, to] = [firstWord[first] ?? 0, firstWord[last + 1] ?? 0];
  let count = 1;
  for (let at = from; at < to; at++) {
    const stem = wordStem[at] ?? 0;
    if (stem >= numbers.length) numbers = grown(numbers, 2 * stem + 1);
    if (numbers[stem] === 0) numbers[stem] = count++;
  }
  let before = 0;
  for (let at = from; at < to; at++) {
    const word = numbers[wordStem[at] ?? 0] ?? 0;
    if (before > 0) pairs.add(before * count + word);
    before = word;
  }
  return count;
}

function clearNumbers({ units: { firstWord, wordStem }, first, last }: Stretch): void {
  for (let at = firstWord[first] ?? 0; at < (firstWord[last + 1] ?? 0); at++) numbers[wordStem[at] ?? 0] = 0;
}

/** Of each word from `from` up to `to`, 0: not in the other stretch; 1: there; 2: there beside the same neighbour. */
function statesOf({ wordStem }: Units, from: number, to: number, other: Stretch): Uint8Array {
  const pairs = new Set<number>();
  const count = numberWords(other, pairs);
  const states = new Uint8Array(to - from);
  let before = from > 0 ? (numbers[wordStem[from - 1] ?? 0] ?? 0) : 0;
  for (let at = from; at <= to && at < wordStem.length; at++) {
    const word = numbers[wordStem[at] ?? 0] ?? 0;
    const isPair = before > 0 && word > 0 && pairs.has(before * count + word);
    if (isPair && at > from) states[at - 1 - from] = 2;
    if (at < to && word > 0) states[at - from] = isPair ? 2 : 1;
    before = word;
  }
  clearNumbers(other);
  return states;
}

interface Segment {
  readonly first: number;
  readonly last: number;
}

/** Rates of the three states a passage and its surroundings start with, before any word is seen. */
const PRIOR_INSIDE = [0.2, 0.4, 0.4] as const;
const PRIOR_OUTSIDE = [4.25, 0.6, 0.15] as const;
const LEAST_RATE = 0.01;
/** How much evidence against it ends a segment, and how much for it a segment needs. */
const DROP = 9;
const LEAST_SEGMENT = 3;
/** Units before and after a passage that say how the rest of the document reads; more would tell no more. */
const SURROUNDINGS = 200;

/** The stretches of one side whose words rather stand in the passage than in the rest of the document. */
function segments(
  { units, byWord, greatest }: Side,
  first: number,
  last: number,
  other: Stretch,
  core: ReadonlySet<number>,
): Segment[] {
  const { firstWord } = units;
  const [around, behind] = [Math.max(0, first - SURROUNDINGS), Math.min(units.count, last + SURROUNDINGS + 1)];
  const base = firstWord[around] ?? 0;
  const states = statesOf(units, base, firstWord[behind] ?? 0, other);
  const [inside, outside] = [new Float64Array(3), new Float64Array(3)];
  const count = (counts: Float64Array, from: number, to: number) => {
    for (let at = firstWord[from] ?? 0; at < (firstWord[to] ?? 0); at++) {
      const state = states[at - base] ?? 0;
      counts[state] = (counts[state] ?? 0) + (byWord[at] ?? 0);
    }
  };
  count(outside, around, first);
  count(outside, last + 1, behind);
  for (let unit = first; unit <= last; unit++) if (core.has(unit)) count(inside, unit, unit + 1);
  const ratesInside = ratesOf(inside, greatest, PRIOR_INSIDE);
  const ratesOutside = ratesOf(outside, greatest, PRIOR_OUTSIDE);
  const ratio = ratesInside.map((rate, state) => Math.log(rate / (ratesOutside[state] ?? 1)));
  const found: Segment[] = [];
  let [sum, best, start, end] = [0, 0, -1, -1];
  const from = firstWord[Math.max(0, first - 1)] ?? 0;
  const to = firstWord[Math.min(units.count, last + 2)] ?? 0;
  for (let at = from; at < to; at++) {
    const value = (ratio[states[at - base] ?? 0] ?? 0) * ((byWord[at] ?? 0) / greatest);
    if (start < 0) {
      if (value > 0) [start, end, sum, best] = [at, at, value, value];
      continue;
    }
    sum += value;
    if (sum > best) [best, end] = [sum, at];
    if (sum > 0 && best - sum <= DROP) continue;
    if (best >= LEAST_SEGMENT) found.push({ first: start, last: end });
    at = end;
    start = -1;
  }
  if (start >= 0 && best >= LEAST_SEGMENT) found.push({ first: start, last: end });
  return found;
}

/** Shares of the three states by the weight of their words, as a share of the greatest. */
function ratesOf(weights: Float64Array, greatest: number, prior: readonly number[]): number[] {
  const counts = prior.map((count, state) => count + (weights[state] ?? 0) / greatest);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.max(LEAST_RATE, count / total));
}

interface Sides {
  readonly a: Side;
  readonly b: Side;
}

/** Cuts a group to the words that match, and apart where they do not. */
function* trim(group: Group, sides: Sides, depth = 0): Steps<Grown[]> {
  const { hull, seeds, cosine } = group;
  const { a, b } = sides;
  const inA = segments(
    a,
    hull.a0,
    hull.a1,
    { units: b.units, first: hull.b0, last: hull.b1 },
    new Set(seeds.map((seed) => seed.a)),
  );
  yield 0;
  const inB = segments(
    b,
    hull.b0,
    hull.b1,
    { units: a.units, first: hull.a0, last: hull.a1 },
    new Set(seeds.map((seed) => seed.b)),
  );
  yield 0;
  const parts = new Map<string, Cell[]>();
  for (const seed of seeds) {
    const [x, y] = [segmentOf(a.units, inA, seed.a), segmentOf(b.units, inB, seed.b)];
    if (x < 0 || y < 0) continue;
    const key = `${x},${y}`;
    const part = parts.get(key);
    if (part) part.push(seed);
    else parts.set(key, [seed]);
  }
  if (parts.size > 1 && depth < 3) {
    const found: Grown[] = [];
    for (const part of parts.values()) {
      found.push(...(yield* trim({ hull: hullOf(part), seeds: part, cosine }, sides, depth + 1)));
    }
    return found;
  }
  return [...parts].flatMap(([key, part]): Grown[] => {
    const [x = 0, y = 0] = key.split(',').map(Number);
    const [s, t] = [inA[x], inB[y]];
    if (!s || !t) return [];
    return [
      {
        aStart: a.units.wordStart[s.first] ?? 0,
        aEnd: a.units.wordEnd[s.last] ?? 0,
        bStart: b.units.wordStart[t.first] ?? 0,
        bEnd: b.units.wordEnd[t.last] ?? 0,
        seeds: part,
        cosine,
      },
    ];
  });
}

/** The segment that most of a unit lies in; −1 for none. */
function segmentOf({ firstWord }: Units, all: readonly Segment[], unit: number): number {
  let best = -1;
  let most = 0;
  for (const [index, { first, last }] of all.entries()) {
    const overlap = Math.min(firstWord[unit + 1] ?? 0, last + 1) - Math.max(firstWord[unit] ?? 0, first);
    if (overlap > most) [best, most] = [index, overlap];
  }
  return best;
}

/** An unbroken run on one side, linked to units strewn over at least three times as much text on the other. */
function* findSummaries(
  a: Weighed,
  b: Weighed,
  seeds: readonly Cell[],
  sides: Sides,
): Steps<{ hull: Hull; passage: Grown }[]> {
  const found: { hull: Hull; passage: Grown }[] = [];
  for (const group of yield* grow(a, b, seeds, SUMMARY_GAP, NARROWEST_GAP, SUMMARY_COSINE)) {
    const { hull } = group;
    const lengthA = (a.units.ends[hull.a1] ?? 0) - (a.units.starts[hull.a0] ?? 0);
    const lengthB = (b.units.ends[hull.b1] ?? 0) - (b.units.starts[hull.b0] ?? 0);
    const isAShort = lengthA <= lengthB;
    const [short, long] = isAShort ? [lengthA, lengthB] : [lengthB, lengthA];
    if (short < LEAST_LENGTH || long < SUMMARY_RATIO * short) continue;
    const seeded = {
      a: new Set(group.seeds.map((seed) => seed.a)).size,
      b: new Set(group.seeds.map((seed) => seed.b)).size,
    };
    const spanned = { a: hull.a1 - hull.a0 + 1, b: hull.b1 - hull.b0 + 1 };
    const [shortSide, longSide] = isAShort ? (['a', 'b'] as const) : (['b', 'a'] as const);
    if (seeded[shortSide] < 3 || seeded[shortSide] < 0.6 * spanned[shortSide]) continue;
    if (seeded[longSide] > 0.45 * spanned[longSide]) continue;
    // A close copy of most of the short side is a passage, not a summary.
    const trimmed = yield* trim(group, sides);
    const copied = trimmed.map((part) => (isAShort ? part.aEnd - part.aStart : part.bEnd - part.bStart));
    if (Math.max(0, ...copied) >= 0.7 * short) continue;
    const passage: Grown = {
      aStart: a.units.starts[hull.a0] ?? 0,
      aEnd: a.units.ends[hull.a1] ?? 0,
      bStart: b.units.starts[hull.b0] ?? 0,
      bEnd: b.units.ends[hull.b1] ?? 0,
      seeds: group.seeds,
      cosine: group.cosine,
    };
    found.push({ hull, passage });
  }
  return found;
}
