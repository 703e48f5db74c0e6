import type { ReadTable } from './readTable.js';

/** The commonest words of the language in order of frequency, each with a direction in meaning. */
export interface WordVectors {
  /** Rank of a lower-case word, 0 for the commonest; -1 for a word that is not in the table. */
  rank(word: string): number;
  /** Cosine of the mean-centred vectors of two ranks, -1 to 1. */
  cosine(a: number, b: number): number;
  readonly size: number;
}

export function wordVectorsFrom(_read: ReadTable): WordVectors {
  return { rank: () => -1, cosine: () => 0, size: 0 };
}
