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

/** Reads the table of words and that of their vectors, whole numbers from −127 to 127. */
export function wordVectorsFrom(read: ReadTable): WordVectors {
  const words = new TextDecoder().decode(read('word-vectors.txt.gz')).split('\n');
  const numbers = new Int8Array(read('word-vectors.bin').buffer);
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  let vectors: Float32Array | undefined;
  return {
    size: words.length,
    words,
    rank: (word) => ranks.get(word) ?? -1,
    cosine(a, b) {
      const all = (vectors ??= centred(numbers, words.length));
      let sum = 0;
      for (let column = 0; column < DIMENSIONS; column++) {
        sum += (all[a * DIMENSIONS + column] ?? 0) * (all[b * DIMENSIONS + column] ?? 0);
      }
      return sum;
    },
    add(sum, rank, weight) {
      const all = (vectors ??= centred(numbers, words.length));
      for (let column = 0; column < DIMENSIONS; column++) {
        sum[column] = (sum[column] ?? 0) + weight * (all[rank * DIMENSIONS + column] ?? 0);
      }
    },
  };
}

/**
 * Unit vectors less their mean. What all words have in common says nothing about any two of them (Mu and Viswanath,
 * All-but-the-Top, 2018, its first step).
 */
function centred(numbers: Int8Array, size: number): Float32Array {
  const vectors = Float32Array.from(numbers.subarray(0, size * DIMENSIONS));
  const mean = new Float64Array(DIMENSIONS);
  const toUnit = (row: number) => {
    let squares = 0;
    for (let at = row * DIMENSIONS; at < (row + 1) * DIMENSIONS; at++) squares += (vectors[at] ?? 0) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let at = row * DIMENSIONS; at < (row + 1) * DIMENSIONS; at++) vectors[at] = (vectors[at] ?? 0) / length;
  };
  for (let row = 0; row < size; row++) {
    toUnit(row);
    for (let column = 0; column < DIMENSIONS; column++) {
      mean[column] = (mean[column] ?? 0) + (vectors[row * DIMENSIONS + column] ?? 0) / size;
    }
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < DIMENSIONS; column++) {
      const at = row * DIMENSIONS + column;
      vectors[at] = (vectors[at] ?? 0) - (mean[column] ?? 0);
    }
    toUnit(row);
  }
  return vectors;
}
