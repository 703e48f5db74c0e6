import type { Document } from '../core/document.js';
import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import { parallels } from './parallels.js';

/** The nearest texts that tell the story of a text, its copies among them; drafts are no evidence. */
export function nearestTellers(path: string, most: number, corpus: Corpus): Document[] {
  return nearest(path, most, corpus, () => true);
}

/**
 * The nearest texts that tell the story of a text, without copies of it, which are no witnesses against it.
 * @param most how many of them; copies and those that are not wanted do not count
 */
export function nearestStrangers(
  path: string,
  most: number,
  corpus: Corpus,
  isWanted: (path: string) => boolean = () => true,
): Document[] {
  const votes = corpus.get(lineages);
  return nearest(path, most, corpus, (other) => isWanted(other) && !votes.areOne(path, other));
}

function nearest(path: string, most: number, corpus: Corpus, isWanted: (path: string) => boolean): Document[] {
  const found: Document[] = [];
  for (const other of corpus.get(parallels).tellersOf(path)) {
    if (found.length === most) break;
    const document = corpus.isDraft(other) || !isWanted(other) ? undefined : corpus.document(other);
    if (document) found.push(document);
  }
  return found;
}
