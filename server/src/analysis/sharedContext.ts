import type { WordedSentence } from './wordedSentences.js';

/** What two places have in common around them. */
export interface SharedContext {
  /** Weight of the words around the one that stand around the other as well. */
  readonly weight: number;
  /** How many of the words right before and right after are the same: 0, 1 or 2. */
  readonly touching: number;
}

/** Words to each side that are asked. */
const REACH = 6;
/** What a word counts that stands on the other side there, and one that stands much nearer or further off. */
const OTHER_SIDE = 0.5;
const ELSEWHERE = 0.6;
const MOST_SKEW = 2;

/**
 * Words around two places, be their sentences alike or not: the frame that wordSlots.ts asks for falls apart where clauses
 * are moved, or where a program exchanged the words that made it.
 */
export function sharedContext(a: WordedSentence, i: number, b: WordedSentence, j: number): SharedContext {
  let weight = 0;
  for (let x = Math.max(0, i - REACH); x <= i + REACH && x < a.words.length; x++) {
    const word = a.words[x];
    if (x === i || !word) continue;
    let best = 0;
    for (let y = Math.max(0, j - REACH); y <= j + REACH && y < b.words.length; y++) {
      if (y === j || b.words[y]?.base !== word.base) continue;
      const distance = Math.max(Math.abs(x - i), Math.abs(y - j));
      const side = x < i === y < j ? 1 : OTHER_SIDE;
      const skew = Math.abs(x - i - (y - j)) <= MOST_SKEW ? 1 : ELSEWHERE;
      best = Math.max(best, (word.weight * side * skew) / Math.sqrt(distance));
    }
    weight += best;
  }
  const isSame = (step: number) => {
    const word = a.words[i + step];
    return word !== undefined && b.words[j + step]?.base === word.base;
  };
  return { weight, touching: (isSame(-1) ? 1 : 0) + (isSame(1) ? 1 : 0) };
}
