import type { QuotedWord } from './quotedWords.js';

/** Longer quotations are compared as far as this: the table grows with the square. */
const MOST_WORDS = 300;

/** So little that it decides between equals only. */
const FOLLOWS = 1e-5;

/**
 * Indices of the words of a longest common subsequence, by weight (the usual table of Wagner and Fischer, 1974); of those
 * of equal weight, one whose words follow each other most: “to give” beside “to Wales to give” is the second “to”. Words
 * that whoever quotes put in are in common with nothing.
 */
export function commonWords(a: readonly QuotedWord[], b: readonly QuotedWord[]): (readonly [number, number])[] {
  const [rows, columns] = [Math.min(a.length, MOST_WORDS), Math.min(b.length, MOST_WORDS)];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  // What is best where the first of each is in common; nought where they differ.
  const bestBoth = new Float64Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const [here, next] = [i * width + j, (i + 1) * width + j + 1];
      if (isSame(a[i], b[j])) {
        const followed = bestBoth[next] ? bestBoth[next] + FOLLOWS : 0;
        bestBoth[here] = (a[i]?.weight ?? 0) + Math.max(best[next] ?? 0, followed);
      }
      best[here] = Math.max(bestBoth[here] ?? 0, best[here + width] ?? 0, best[here + 1] ?? 0);
    }
  }
  const common: (readonly [number, number])[] = [];
  for (let i = 0, j = 0, isFollowing = false; i < rows && j < columns;) {
    const here = i * width + j;
    const [value, both] = [best[here] ?? 0, bestBoth[here] ?? 0];
    if (both > 0 && (both === value || (isFollowing && both + FOLLOWS >= value))) {
      common.push([i, j]);
      isFollowing = true;
      i++;
      j++;
      continue;
    }
    isFollowing = false;
    if (value === best[here + width]) i++;
    else j++;
  }
  return common;
}

function isSame(a: QuotedWord | undefined, b: QuotedWord | undefined): boolean {
  return a?.folded === b?.folded && a?.isEditorial === b?.isEditorial;
}
