import type { Resources } from './resources.js';
import type { WordedSentence, WordedWord } from './wordedSentences.js';

/** Words to each side that are asked, and how fast they count less. */
const REACH = 8;
const FADING = 0.5;

/** Mean cosine of a word with the words around the place of `at` that are asked, −1 to 1; nearer and rarer ones count more. */
export function companyOf(
  word: WordedWord,
  at: WordedWord,
  { words }: WordedSentence,
  { wordVectors }: Resources,
  isAsked: (near: WordedWord) => boolean = () => true,
): number {
  if (word.rank < 0) return 0;
  let [sum, total] = [0, 0];
  const index = words.indexOf(at);
  for (let other = Math.max(0, index - REACH); other <= index + REACH && other < words.length; other++) {
    const near = words[other];
    if (other === index || !near || near.rank < 0 || near.kind === 'small' || near.kind === 'number') continue;
    if (!isAsked(near)) continue;
    const weight = near.weight / Math.abs(other - index) ** FADING;
    sum += weight * wordVectors.cosine(word.rank, near.rank);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
