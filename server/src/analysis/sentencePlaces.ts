import type { Document } from '../core/document.js';
import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { stemsFor } from './stems.js';
import { unitsOf } from './units.js';

/** The sentences of a document that count as text, in order: headlines do, web furniture does not. */
export function sentencePlaces(corpus: Corpus, { path, ...document }: Document): Place[] {
  const { starts, ends, count } = unitsOf(corpus.document(path) ?? { path, ...document }, stemsFor(corpus.resources));
  return Array.from({ length: count }, (_, index) => ({ path, start: starts[index] ?? 0, end: ends[index] ?? 0 }));
}

/** Index of the sentence at `offset`, else of the last one before it; −1 before the first. Ascending places. */
export function sentenceBefore(sentences: readonly Place[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
