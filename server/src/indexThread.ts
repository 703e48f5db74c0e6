import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Corpus } from './analysis/corpus.js';
import type { Manifest } from './analysis/manifest.js';
import type { SavedIndexes } from './analysis/savedIndexes.js';
import { each } from './analysis/steps.js';
import type { CacheEntry } from './cacheFolder.js';
import { restoreCorpus, type CorpusCache, type ReadCorpus } from './corpusCache.js';
import type { IndexListener } from './indexing.js';
import { Cancelled, inSlices } from './slices.js';
import { TooLarge } from './tooLarge.js';

/** UTF-16 units of a corpus from which on a thread of its own is worth what it takes to start one. */
const LEAST = 8_000_000;

/** What the thread is told at its start; the texts follow, each as path and text, and then `ALL_TEXTS`. */
export interface IndexJob {
  /** Folder of the tables. */
  readonly data: string;
  readonly manifest: Omit<Manifest, 'isDraft'>;
  /** Paths of the texts that are drafts. */
  readonly drafts: readonly string[];
  /** Where the corpus is to be kept for the next session. */
  readonly entry: CacheEntry | undefined;
}

export type SentText = readonly [path: string, text: string];
export const ALL_TEXTS = 'all texts';

/** What the thread tells. */
export type FromThread =
  | { readonly kind: 'progress'; readonly share: number; readonly words: string }
  | { readonly kind: 'failure'; readonly words: string; readonly reason: string }
  | ({ readonly kind: 'done' } & Made);

/** What the thread hands over, and what became of keeping it. */
export interface Made {
  readonly indexes: SavedIndexes;
  readonly isKept: boolean;
  /** Why it could not be kept, in words for the reader. */
  readonly problem: string | undefined;
}

/** Makes the indexes of large corpora in a thread of its own, which hands them over packed, as they lie in the cache. */
export class IndexThread {
  readonly #least: number;
  readonly #memory: number;

  /**
   * `script` is what the thread runs, `data` the folder of the tables. A thread is given less `memory` by itself than we
   * have: so much it may have as well, in MB.
   */
  constructor(
    private readonly script: string,
    private readonly data: string,
    { least = LEAST, memory = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20) } = {},
  ) {
    this.#least = least;
    this.#memory = memory;
  }

  /**
   * A snapshot of these texts with what the thread found, kept in `cache` as well; `undefined` where it is not worth it
   * or the thread failed, of which `listener` hears.
   * @throws {Cancelled} once `signal` is aborted; {TooLarge} where the thread had no memory left: nor would we have.
   */
  async corpusOf(
    read: ReadCorpus,
    cache: CorpusCache | undefined,
    signal: AbortSignal,
    listener: IndexListener,
  ): Promise<Corpus | undefined> {
    let length = 0;
    for (const text of read.texts.values()) length += text.length;
    if (length < this.#least) return undefined;
    try {
      const made = await this.#indexesOf(read, cache?.entry(read.structure), signal, listener);
      const corpus = await restoreCorpus([...read.texts], read, made.indexes, signal);
      await cache?.keptElsewhere(corpus, read.structure, made);
      return corpus;
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new TooLarge(
          `${read.texts.size.toLocaleString('en')} sources with ${Math.round(length / 1e6)} million characters need more memory than the ${this.#memory} MB that the server may use. Only texts that are open are read. The setting “variorum.server.memory” gives it more; in other editors, NODE_OPTIONS=--max-old-space-size=MB.`,
          { cause: error },
        );
      }
      listener.onFailure('all sources in a thread', error);
      return undefined;
    }
  }

  async #indexesOf(
    { texts, manifest }: ReadCorpus,
    entry: CacheEntry | undefined,
    signal: AbortSignal,
    listener: IndexListener,
  ): Promise<Made> {
    const { isDraft, ...rest } = manifest;
    const job: IndexJob = { data: this.data, manifest: rest, drafts: [...texts.keys()].filter(isDraft), entry };
    const worker = new Worker(this.script, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: this.#memory },
    });
    try {
      const made = outcomeOf(worker, signal, listener);
      // Who waits for it hears of a failure; here it must not be nobody's.
      made.catch(() => undefined);
      const send = (text: SentText) => worker.postMessage(text);
      await inSlices(each(texts, texts.size, send), signal);
      worker.postMessage(ALL_TEXTS);
      return await made;
    } finally {
      await worker.terminate();
    }
  }
}

function outcomeOf(worker: Worker, signal: AbortSignal, { onProgress, onFailure }: IndexListener): Promise<Made> {
  return new Promise<Made>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Cancelled()), { once: true });
    worker.on('error', reject);
    worker.on('messageerror', reject);
    worker.on('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress(message.share, message.words);
      else if (message.kind === 'done') resolve(message);
      else onFailure(message.words, new Error(message.reason));
    });
  });
}
