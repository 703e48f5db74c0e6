import type { Resources } from './resources.js';
import type { WordedSentence, WordedWord } from './wordedSentences.js';
import { rivalsOf } from './wordOddness.js';

/** How a word goes with the words right before and right after it: “heavy rains” is said, “ponderous rains” is not. */
export interface Collocation {
  /** Associations with both, added up (collocations.ts). */
  readonly own: number;
  /** By how much more its best neighbour in a thesaurus would have, less than nothing where none has as much. */
  readonly best: number;
}

export function collocationOf(word: WordedWord, sentence: WordedSentence, resources: Resources): Collocation {
  const own = associationAt(word.rank, word, sentence, resources);
  let best = -Infinity;
  for (const rival of rivalsOf(word, resources)) {
    best = Math.max(best, associationAt(rival, word, sentence, resources) - own);
  }
  return { own, best: Number.isFinite(best) ? best : 0 };
}

/** What the word of a rank would have in the place of another one. */
export function associationAt(
  rank: number,
  { place }: WordedWord,
  { sequence: { ids } }: WordedSentence,
  { collocations }: Resources,
): number {
  return collocations.association(ids[place - 1] ?? -1, rank) + collocations.association(rank, ids[place + 1] ?? -1);
}
