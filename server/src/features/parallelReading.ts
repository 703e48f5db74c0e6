import type { Range } from 'vscode-languageserver';
import { parallels } from '../analysis/parallels.js';
import { sentenceBefore, sentencePlaces } from '../analysis/sentencePlaces.js';
import type { Document } from '../core/document.js';
import { counterpartOf } from './counterparts.js';
import { toRange, type View } from './toProtocol.js';

/** What a column of parallel reading shows of the place at hand. */
export interface ReadingPlace {
  readonly uri: string;
  /** The parallel passage; in a gap, the passage of which the text goes on where this source has nothing. */
  readonly range: Range;
  readonly word: Range | undefined;
  /** This source does not have the passage. */
  readonly isGap: boolean;
}

export interface ReadingPlaces {
  /** The sentence at hand. */
  readonly origin: Range;
  /** One for each source asked for that has the passage or one near it, in the order asked for. */
  readonly places: readonly ReadingPlace[];
}

/** Sentences before and after that are tried where a source does not have the one at hand. */
const MOST_BEFORE = 6;
const MOST_AFTER = 3;

/** The places that stand beside `offset` in the documents `paths`; `undefined` where there is no text. */
export function readingPlaces(
  view: View,
  document: Document,
  offset: number,
  paths: readonly string[],
): ReadingPlaces | undefined {
  const { corpus } = view;
  const sentences = sentencePlaces(corpus, document);
  const index = Math.max(0, sentenceBefore(sentences, offset));
  const sentence = sentences[index];
  if (!sentence) return undefined;
  // Between two sentences the one before counts.
  const at = Math.min(Math.max(offset, sentence.start), sentence.end);
  const found = new Map<string, ReadingPlace>();
  for (const parallel of corpus.get(parallels).at(document.path, at, paths)) {
    const { range, word } = counterpartOf(view, parallel, document, at) ?? {};
    if (range) found.set(parallel.b.path, { uri: view.uriOf(parallel.b.path), range, word, isGap: false });
  }
  for (const step of gapSteps()) {
    const missing = paths.filter((path) => !found.has(path) && path !== document.path);
    const near = sentences[index + step];
    if (missing.length === 0) break;
    if (!near) continue;
    for (const { b } of corpus.get(parallels).at(document.path, Math.floor((near.start + near.end) / 2), missing)) {
      const target = corpus.document(b.path);
      // Where the text goes on: behind the passage before, or before the one after.
      const edge = step < 0 ? b.end : b.start;
      if (target) {
        const range = toRange(target, { start: edge, end: edge });
        found.set(b.path, { uri: view.uriOf(b.path), range, word: undefined, isGap: true });
      }
    }
  }
  return { origin: toRange(document, sentence), places: paths.flatMap((path) => found.get(path) ?? []) };
}

function* gapSteps(): Iterable<number> {
  for (let step = 1; step <= MOST_BEFORE; step++) yield -step;
  for (let step = 1; step <= MOST_AFTER; step++) yield step;
}
