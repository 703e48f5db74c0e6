import type { Corpus } from '../analysis/corpus.js';
import { parallels } from '../analysis/parallels.js';
import { nearestStrangers } from '../analysis/storyTellers.js';
import type { Document } from '../core/document.js';

/** Texts of the same story that are asked; the nearest come first. */
const MOST_TELLERS = 16;

/** The other texts of a story that are short enough for each of their sentences to be held against each of a text. */
export function tellersOf({ path }: Document, corpus: Corpus): readonly Document[] {
  const near = corpus.get(parallels);
  return nearestStrangers(path, MOST_TELLERS, corpus, (other) => !near.isLong(other));
}
