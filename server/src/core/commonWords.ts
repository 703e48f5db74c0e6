import type { QuotedWord } from './quotedWords.js';

/** Longer quotations are compared as far as this: the table grows with the square. */
const MOST_WORDS = 300;

/**
 * Indices of the words of a longest common subsequence, by weight (the usual table of Wagner and Fischer, 1974). Words
 * that whoever quotes put in are in common with nothing.
 */
export function commonWords(a: readonly QuotedWord[], b: readonly QuotedWord[]): (readonly [number, number])[] {
  const [rows, columns] = [Math.min(a.length, MOST_WORDS), Math.min(b.length, MOST_WORDS)];
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const both = isSame(a[i], b[j]) ? (best[(i + 1) * width + j + 1] ?? 0) + (a[i]?.weight ?? 0) : 0;
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const common: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const here = best[i * width + j] ?? 0;
    const both = (best[(i + 1) * width + j + 1] ?? 0) + (a[i]?.weight ?? 0);
    if (isSame(a[i], b[j]) && here === Math.fround(both)) {
      common.push([i, j]);
      i++;
      j++;
    } else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return common;
}

function isSame(a: QuotedWord | undefined, b: QuotedWord | undefined): boolean {
  return a?.folded === b?.folded && a?.isEditorial === b?.isEditorial;
}
