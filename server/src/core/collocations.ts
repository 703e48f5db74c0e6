import { indexOfRank } from './ascendingRanks.js';
import { PackedNumbers } from './packedNumbers.js';
import type { ReadTable } from './readTable.js';

/** Which of the words of the table of vectors, named by their ranks there, stand side by side, and how often. */
export interface Collocations {
  /**
   * Natural logarithm of how much oftener `b` stands right behind `a` than by chance: pointwise mutual information (Church and
   * Hanks, Word Association Norms, 1990), near 0 where both are so rare that nothing is known. 0 as well if a rank is negative.
   */
  association(a: number, b: number): number;
}

/** Steps of the table for each unit of the natural logarithm of a count. */
export const LEVELS = 8;
/** Single words are counted as often as this at least. */
export const RAREST = 100_000;

/** Words that were counted, and a count that is added: pairs rarer than some three times this are not in the table. */
const WORDS = 1.025e12;
const ADDED = 30_000;

/** Reads the table: the level of each word, then for each word how many stand behind it, their ranks as steps and levels. */
export function collocationsFrom(read: ReadTable, size: number): Collocations {
  const bytes = read('collocations.bin');
  const counts = Float64Array.from({ length: 256 }, (_, level) => Math.exp(level / LEVELS));
  // A pair takes two bytes at least.
  const ranks = new Uint16Array(bytes.length >> 1);
  const levels = new Uint8Array(bytes.length >> 1);
  const starts = new Uint32Array(size + 1);
  const numbers = new PackedNumbers(bytes, size);
  let count = 0;
  for (let word = 0; word < size; word++) {
    let rank = 0;
    for (let left = numbers.next(); left > 0; left--) {
      ranks[count] = rank += numbers.next();
      levels[count++] = numbers.byte();
    }
    starts[word + 1] = count;
  }
  const countOf = (rank: number) => counts[bytes[rank] ?? 0] ?? 0;
  const countOfPair = (a: number, b: number) => {
    const index = indexOfRank(ranks, b, starts[a] ?? 0, starts[a + 1] ?? 0);
    return index < 0 ? 0 : (counts[levels[index] ?? 0] ?? 0);
  };
  return {
    association(a, b) {
      if (a < 0 || b < 0) return 0;
      const expected = (countOf(a) / WORDS) * countOf(b);
      return Math.log((countOfPair(a, b) + ADDED) / (expected + ADDED));
    },
  };
}
