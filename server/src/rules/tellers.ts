import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { parallels } from '../analysis/parallels.js';
import type { Document } from '../core/document.js';

/** Texts of the same story that are asked; the nearest come first. */
const MOST_TELLERS = 16;

/** The other texts of a story, without copies of the text itself, which are no witnesses against it. */
export function tellersOf({ path }: Document, corpus: Corpus): readonly Document[] {
  const near = corpus.get(parallels);
  const votes = corpus.get(lineages);
  return near
    .tellersOf(path)
    .filter((other) => !corpus.isDraft(other) && !near.isLong(other))
    .slice(0, MOST_TELLERS)
    .filter((other) => !votes.areOne(path, other))
    .flatMap((other) => corpus.document(other) ?? []);
}
