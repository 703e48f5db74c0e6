import { parentPort, workerData } from 'node:worker_threads';
import { Corpus } from './analysis/corpus.js';
import { saveIndexes } from './analysis/savedIndexes.js';
import { finish } from './analysis/steps.js';
import { CacheFolder } from './cacheFolder.js';
import type { Packed } from './analysis/packed.js';
import { parse } from './core/document.js';
import { INDEXES, INDEXES_OF_CHECKS, prepareIndex } from './indexing.js';
import { ALL_TEXTS, type FromThread, type IndexJob, type Made, type SentText } from './indexThread.js';
import { loadResources } from './resources.js';

// The other end of `IndexThread`. Nothing is asked here meanwhile, and nothing is derived twice.
const { data, manifest, drafts, entry } = workerData as IndexJob;
const texts = new Map<string, string>();

function tell(message: FromThread, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}

async function makeIndexes(): Promise<Made> {
  const isDraft = new Set(drafts);
  const resources = loadResources(data);
  const indexes = new Map<string, Packed>();
  const groups = INDEXES.map((named) => [named, ...INDEXES_OF_CHECKS.filter(({ before }) => before === named.index)]);
  const all = groups.flat();
  for (const group of groups) {
    // Each reads documents of its own: what is known of their paragraphs goes with them, else it would outgrow all the rest.
    const documents = Array.from(texts, ([path, text]) => parse(path, text));
    const corpus = Corpus.of(documents, resources, { ...manifest, isDraft: (path) => isDraft.has(path) });
    for (const named of group) {
      await prepareIndex(corpus, named, all, new AbortController().signal, {
        onProgress: (share, words) => tell({ kind: 'progress', share, words }),
        onFailure: (words, error) =>
          tell({ kind: 'failure', words, reason: error instanceof Error ? error.message : String(error) }),
      });
    }
    for (const [name, packed] of finish(saveIndexes(corpus, () => true)) ?? []) indexes.set(name, packed);
  }
  if (!entry) return { indexes, isKept: false, problem: undefined };
  const folder = new CacheFolder(entry.folder, entry.build, entry.limits);
  try {
    const isKept = await folder.write(entry.name, entry.structure, texts, indexes, () => true);
    return { indexes, isKept, problem: undefined };
  } catch (error) {
    return { indexes, isKept: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (message: SentText | typeof ALL_TEXTS) => {
  if (message !== ALL_TEXTS) {
    const [path, text] = message;
    texts.set(path, text);
    return;
  }
  void makeIndexes().then((made) => {
    const buffers = new Set<ArrayBuffer>();
    for (const packed of made.indexes.values()) {
      for (const value of Object.values(packed)) if (value instanceof Int32Array) buffers.add(value.buffer);
    }
    tell({ kind: 'done', ...made }, [...buffers]);
  });
});
