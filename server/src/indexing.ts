import type { Corpus, Derivation } from './analysis/corpus.js';
import { copyIndex } from './analysis/copyIndex.js';
import { parallels } from './analysis/parallels.js';
import { people } from './analysis/people.js';
import { quotationIndex } from './analysis/quotationIndex.js';
import { quotedPhrases } from './analysis/quotedPhrases.js';
import { readAhead } from './analysis/readAhead.js';
import { repeatedLines } from './analysis/repeatedLines.js';
import { unlistedWords } from './analysis/unlistedWords.js';
import { vocabulary } from './analysis/vocabulary.js';
import { Cancelled, inSlices } from './slices.js';

/** An index over all sources, with the work in words. */
export interface NamedIndex {
  readonly index: Derivation<unknown>;
  readonly words: string;
}

/** What has to be known of all sources before findings and answers are cheap; none builds on another. */
export const INDEXES: readonly NamedIndex[] = [
  { index: vocabulary, words: 'words' },
  { index: repeatedLines, words: 'repeated lines' },
  { index: unlistedWords, words: 'spelling' },
  { index: people, words: 'people' },
  { index: quotationIndex, words: 'quotations' },
  { index: parallels, words: 'passages' },
];

/** An index that reads the facts of paragraphs which another one has read `before` it. */
export interface IndexOfChecks extends NamedIndex {
  readonly before: Derivation<unknown>;
}

/**
 * What only the check against other texts asks for: made in the thread where there is one. Elsewhere the check makes it,
 * since findings and answers need not wait for it.
 */
export const INDEXES_OF_CHECKS: readonly IndexOfChecks[] = [
  { index: quotedPhrases, before: quotationIndex, words: 'quoted phrases' },
  { index: copyIndex, before: parallels, words: 'copies' },
];

/** Who hears how the work goes. */
export interface IndexListener {
  /** The share done, 0 to 1, and in words what is being done. */
  readonly onProgress: (share: number, words: string) => void;
  /** The index of `words` could not be made. */
  readonly onFailure: (words: string, error: unknown) => void;
}

/** Makes the indexes of a snapshot, beside whatever else is asked. */
export async function prepareIndexes(corpus: Corpus, signal: AbortSignal, listener: IndexListener): Promise<void> {
  await inSlices(readAhead(corpus), signal);
  for (const index of INDEXES) await prepareIndex(corpus, index, INDEXES, signal, listener);
}

/** Makes one of `all`. */
export async function prepareIndex(
  corpus: Corpus,
  named: NamedIndex,
  all: readonly NamedIndex[],
  signal: AbortSignal,
  { onProgress, onFailure }: IndexListener,
): Promise<void> {
  const { index, words } = named;
  const [done, total] = [all.indexOf(named), corpus.documents.size];
  try {
    await inSlices(corpus.prepare(index), signal, {
      onProgress: (share) =>
        onProgress((done + share) / all.length, `${words}: ${Math.floor(share * total)} of ${total} sources`),
    });
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    // Who needs this one fails when he asks for it, and says so; the others can still be made.
    onFailure(words, error);
  }
}
