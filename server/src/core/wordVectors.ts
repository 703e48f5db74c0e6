import type { ReadTable } from './readTable.js';

/** The commonest words of the language in order of frequency, each with a direction in meaning. */
export interface WordVectors {
  readonly size: number;
  readonly words: readonly string[];
  /** Rank of a lower-case word, 0 for the commonest; −1 for a word that is not in the table. */
  rank(word: string): number;
  /** Cosine of the mean-centred vectors of two ranks, −1 to 1. */
  cosine(a: number, b: number): number;
  /** Adds the vector of a rank, times `weight`, to `sum`, which has `DIMENSIONS` numbers. */
  add(sum: Float32Array, rank: number, weight: number): void;
}

export const DIMENSIONS = 100;

/**
 * Reads the table of words, that of their vectors, whole numbers from −127 to 127, and the mean of these at length 1. Of
 * twenty thousand vectors few are asked for, so each is centred when it is.
 */
export function wordVectorsFrom(read: ReadTable): WordVectors {
  const words = new TextDecoder().decode(read('word-vectors.txt.gz')).split('\n');
  const numbers = new Int8Array(read('word-vectors.bin').buffer);
  const mean = new Float64Array(read('word-vectors-mean.bin').buffer);
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const vectors = new Float32Array(words.length * DIMENSIONS);
  const isMade = new Uint8Array(words.length);
  /** Where the vector of a rank starts in `vectors`. */
  const startOf = (rank: number) => {
    const start = rank * DIMENSIONS;
    if (isMade[rank] === 0) {
      centre(numbers, mean, vectors, start);
      isMade[rank] = 1;
    }
    return start;
  };
  return {
    size: words.length,
    words,
    rank: (word) => ranks.get(word) ?? -1,
    cosine(a, b) {
      const [startA, startB] = [startOf(a), startOf(b)];
      let sum = 0;
      for (let column = 0; column < DIMENSIONS; column++) {
        sum += (vectors[startA + column] ?? 0) * (vectors[startB + column] ?? 0);
      }
      return sum;
    },
    add(sum, rank, weight) {
      const start = startOf(rank);
      for (let column = 0; column < DIMENSIONS; column++) {
        sum[column] = (sum[column] ?? 0) + weight * (vectors[start + column] ?? 0);
      }
    },
  };
}

/**
 * Lays out a unit vector less the mean. What all words have in common says nothing about any two of them (Mu and
 * Viswanath, All-but-the-Top, 2018, its first step).
 */
function centre(numbers: Int8Array, mean: Float64Array, into: Float32Array, start: number): void {
  for (let column = 0; column < DIMENSIONS; column++) into[start + column] = numbers[start + column] ?? 0;
  toUnit(into, start);
  for (let column = 0; column < DIMENSIONS; column++) {
    into[start + column] = (into[start + column] ?? 0) - (mean[column] ?? 0);
  }
  toUnit(into, start);
}

function toUnit(vectors: Float32Array, start: number): void {
  let squares = 0;
  for (let at = start; at < start + DIMENSIONS; at++) squares += (vectors[at] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = start; at < start + DIMENSIONS; at++) vectors[at] = (vectors[at] ?? 0) / length;
}
