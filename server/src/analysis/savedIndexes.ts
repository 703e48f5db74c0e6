import type { Document } from '../core/document.js';
import { copyIndex } from './copyIndex.js';
import { Corpus, type Derivation } from './corpus.js';
import type { Manifest } from './manifest.js';
import type { Packed } from './packed.js';
import { parallels } from './parallels.js';
import { people } from './people.js';
import { quotationIndex } from './quotationIndex.js';
import { quotedPhrases } from './quotedPhrases.js';
import { repeatedLines } from './repeatedLines.js';
import type { Resources } from './resources.js';
import type { Steps } from './steps.js';
import { unlistedWords } from './unlistedWords.js';
import { vocabulary } from './vocabulary.js';

/** What is kept from one session to the next. Everything else follows from it, or from few texts. */
const SAVED: readonly Derivation<unknown>[] = [
  vocabulary,
  unlistedWords,
  people,
  quotationIndex,
  quotedPhrases,
  parallels,
  copyIndex,
  repeatedLines,
];

/** Packed values by the names of their derivations. */
export type SavedIndexes = ReadonlyMap<string, Packed>;

/**
 * What is at hand of a snapshot, brought up to date; it holds as long as no later snapshot derives anything. `undefined`
 * once `isNewest` says that there is one, which then has the indexes.
 */
export function* saveIndexes(corpus: Corpus, isNewest: () => boolean): Steps<SavedIndexes | undefined> {
  const saved = new Map<string, Packed>();
  for (const [done, derivation] of SAVED.entries()) {
    if (!isNewest()) return undefined;
    if (!corpus.knows(derivation)) continue;
    yield* corpus.prepare(derivation);
    const packed = yield* corpus.save(derivation);
    if (packed) saved.set(derivation.name, packed);
    yield done / SAVED.length;
  }
  return saved;
}

/**
 * A snapshot as it was saved; `documents` have the texts of then.
 * @throws where what was saved does not belong to these documents.
 */
export function* restoredCorpus(
  documents: Iterable<Document>,
  resources: Resources,
  manifest: Manifest,
  saved: SavedIndexes,
): Steps<Corpus> {
  const corpus = Corpus.of(documents, resources, manifest);
  for (const derivation of SAVED) {
    const packed = saved.get(derivation.name);
    if (packed) yield* corpus.restore(derivation, packed);
  }
  return corpus;
}
