import type { Corpus, Derivation } from './analysis/corpus.js';
import { parallels } from './analysis/parallels.js';
import { people } from './analysis/people.js';
import { quotationIndex } from './analysis/quotationIndex.js';
import { readAhead } from './analysis/readAhead.js';
import { repeatedLines } from './analysis/repeatedLines.js';
import { unlistedWords } from './analysis/unlistedWords.js';
import { vocabulary } from './analysis/vocabulary.js';
import { Cancelled, inSlices } from './slices.js';

/** What has to be known of all sources before findings and answers are cheap, with the work in words. */
const INDEXES: readonly { readonly index: Derivation<unknown>; readonly words: string }[] = [
  { index: vocabulary, words: 'words' },
  { index: repeatedLines, words: 'repeated lines' },
  { index: unlistedWords, words: 'spelling' },
  { index: people, words: 'people' },
  { index: quotationIndex, words: 'quotations' },
  { index: parallels, words: 'passages' },
];

/** Makes the indexes of a snapshot, beside whatever else is asked; `onProgress` hears in words how far it is. */
export async function prepareIndexes(
  corpus: Corpus,
  signal: AbortSignal,
  onProgress: (share: number, words: string) => void,
  onFailure: (words: string, error: unknown) => void,
): Promise<void> {
  const total = corpus.documents.size;
  await inSlices(readAhead(corpus), signal);
  for (const [done, { index, words }] of INDEXES.entries()) {
    try {
      await inSlices(corpus.prepare(index), signal, {
        onProgress: (share) =>
          onProgress((done + share) / INDEXES.length, `${words}: ${Math.floor(share * total)} of ${total} sources`),
      });
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      // Who needs this one fails when he asks for it, and says so; the others can still be made.
      onFailure(words, error);
    }
  }
}
