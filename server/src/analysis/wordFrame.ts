import type { Slot } from '../core/collate.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn, type Token } from '../core/tokens.js';
import type { WordVectors } from '../core/wordVectors.js';

/** What two collated passages share, and how close to any two places of them. */
export interface WordFrame {
  readonly wordsA: readonly Token[];
  readonly wordsB: readonly Token[];
  /** Share of the informative words of the passage that has fewer which the other has too, 0 to 1. */
  readonly overlap: number;
  /** The same for the passage that has more. */
  readonly mutual: number;
  /** Weight of what both share. */
  readonly shared: number;
  /**
   * How much agreement stands around the words at two offsets: shared words count by their weight, less with their
   * distance. About 1 where a rare word stands beside both.
   */
  support(offsetA: number, offsetB: number): number;
  /** Whether the words right before, and right behind, the two spans are the same; or there are none on either side. */
  isFramed(a: { start: number; end: number }, b: { start: number; end: number }): { before: boolean; after: boolean };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** How far agreement reaches, in words. */
const REACH = 6;

/**
 * What two passages have in common, word by word.
 * @param slots their alignment; offsets count from the starts of the texts
 */
export function wordFrame(textA: string, textB: string, slots: readonly Slot[], vectors: WordVectors): WordFrame {
  const [wordsA, wordsB] = [wordsIn(textA), wordsIn(textB)];
  const aligned: Pair[] = [];
  for (const { kind, a, b } of slots) {
    if (!a || !b || kind === 'substituted') continue;
    const [from, to] = [indexAt(wordsA, a.start), indexAt(wordsB, b.start)];
    for (let step = 0; (wordsA[from + step]?.end ?? Infinity) <= a.end; step++) {
      const word = wordsA[from + step];
      if (word) aligned.push({ a: from + step, b: to + step, weight: weightOf(word, vectors) });
    }
  }
  const pairs = [...aligned, ...movedWords(wordsA, wordsB, aligned, vectors)];
  const shared = sum(pairs.map(({ weight }) => weight));
  const [totalA, totalB] = [wordsA, wordsB].map((words) => sum(words.map((word) => weightOf(word, vectors))));
  return {
    wordsA,
    wordsB,
    shared,
    overlap: shared / Math.max(0.01, Math.min(totalA ?? 0, totalB ?? 0)),
    mutual: shared / Math.max(0.01, Math.max(totalA ?? 0, totalB ?? 0)),
    support(offsetA, offsetB) {
      const [atA, atB] = [indexAt(wordsA, offsetA), indexAt(wordsB, offsetB)];
      let total = 0;
      for (const { a, b, weight } of pairs) {
        const distance = Math.max(Math.abs(a - atA), Math.abs(b - atB));
        // Agreement before the one and behind the other is agreement about something else.
        const isCrossed = a < atA !== b < atB && Math.min(Math.abs(a - atA), Math.abs(b - atB)) > 2;
        if (distance > 0 && !isCrossed) total += weight * Math.exp(-distance / REACH);
      }
      return total;
    },
    isFramed(a, b) {
      const [firstA, firstB] = [indexAt(wordsA, a.start), indexAt(wordsB, b.start)];
      const [nextA, nextB] = [indexAt(wordsA, a.end), indexAt(wordsB, b.end)];
      const isPair = (x: number, y: number) => aligned.some((pair) => pair.a === x && pair.b === y);
      const areAtStart = firstA === 0 && firstB === 0;
      const areAtEnd = nextA === wordsA.length && nextB === wordsB.length;
      return { before: areAtStart || isPair(firstA - 1, firstB - 1), after: areAtEnd || isPair(nextA, nextB) };
    },
  };
}

/** Words that both have, if in another order: “On Friday the ferry left”, “The ferry left on Friday”. */
function movedWords(
  wordsA: readonly Token[],
  wordsB: readonly Token[],
  aligned: readonly Pair[],
  vectors: WordVectors,
): Pair[] {
  const free = new Map<string, number[]>();
  const taken = new Set(aligned.map(({ b }) => b));
  for (const [index, word] of wordsB.entries()) {
    if (taken.has(index) || SMALL.has(normalForm(word.text))) continue;
    const key = stem(normalForm(word.text));
    free.set(key, [...(free.get(key) ?? []), index]);
  }
  const known = new Set(aligned.map(({ a }) => a));
  return wordsA.flatMap((word, index): Pair[] => {
    if (known.has(index)) return [];
    const there = free.get(stem(normalForm(word.text)))?.shift();
    return there === undefined ? [] : [{ a: index, b: there, weight: weightOf(word, vectors) }];
  });
}

/** Index of the first word that ends behind `offset`. */
function indexAt(words: readonly Token[], offset: number): number {
  const index = words.findIndex(({ end }) => end > offset);
  return index < 0 ? words.length : index;
}

const SMALL = new Set(
  `a an the of to in on at by for with from and or but as is are was were be been being has have had do does did will
   would could should may might that this these those it its he she they his her their we our you i who which what there so
   also into than then mr mrs ms`.split(/\s+/),
);

/** How much a word tells: names and numbers most, then by rarity in the language; small words hardly anything. */
export function weightOf({ kind, text }: Token, vectors: WordVectors): number {
  if (kind === 'number') return 1;
  const normal = normalForm(text);
  if (SMALL.has(normal)) return 0.12;
  if (/^\p{Lu}/u.test(text)) return 0.9;
  const rank = vectors.rank(normal);
  return rank < 0 ? 1 : Math.min(1, Math.max(0.15, Math.log(1 + rank / 30) / Math.log(1 + 5000 / 30)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
