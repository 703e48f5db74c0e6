import type { WordedWord } from '../analysis/wordedSentences.js';
import { overlaps } from '../core/span.js';
import type { WordVectors } from '../core/wordVectors.js';
import type { InSentence } from './contextSigns.js';

/** Cosine of any two words that have nothing to do with each other, at most. */
const UNRELATED = 0.35;
/** Words on either side of the place. */
const REACH = 8;

/**
 * How alike two sentences are in meaning around two places of theirs, 0 to 1: how near to each word the nearest of the
 * other side is, by weight, the mean of both directions (Mihalcea, Corley and Strapparava, 2006).
 */
export function contextMeaning(a: InSentence, b: InSentence, vectors: WordVectors): number {
  const [own, theirs] = [wordsAround(a), wordsAround(b)];
  return (coverage(own, theirs, vectors) + coverage(theirs, own, vectors)) / 2;
}

function coverage(words: readonly WordedWord[], others: readonly WordedWord[], vectors: WordVectors): number {
  let [covered, all] = [0, 0];
  for (const word of words) {
    all += word.weight;
    covered += word.weight * others.reduce((best, other) => Math.max(best, kinship(word, other, vectors)), 0);
  }
  return all === 0 ? 0 : covered / all;
}

function kinship(a: WordedWord, b: WordedWord, vectors: WordVectors): number {
  if (a.base === b.base) return 1;
  if (a.rank < 0 || b.rank < 0) return 0;
  return Math.max(0, (vectors.cosine(a.rank, b.rank) - UNRELATED) / (1 - UNRELATED));
}

function wordsAround({ span, sentence }: InSentence): WordedWord[] {
  const at = sentence.words.findIndex(({ start }) => start >= span.start);
  return sentence.words.filter(
    (word, index) => word.kind !== 'small' && !overlaps(word, span) && Math.abs(index - at) <= REACH,
  );
}
