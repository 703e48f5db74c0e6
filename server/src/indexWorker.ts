import { parentPort, workerData } from 'node:worker_threads';
import { Corpus } from './analysis/corpus.js';
import { saveIndexes, type SavedIndexes } from './analysis/savedIndexes.js';
import { finish } from './analysis/steps.js';
import { CacheFolder } from './cacheFolder.js';
import { parse, type Document } from './core/document.js';
import { prepareIndexes } from './indexing.js';
import { ALL_TEXTS, type FromThread, type IndexJob, type Made, type SentText } from './indexThread.js';
import { loadResources } from './resources.js';

// The other end of `IndexThread`. Nothing is asked here meanwhile, and nothing is derived twice.
const { data, manifest, drafts, entry } = workerData as IndexJob;
const texts = new Map<string, string>();
const documents: Document[] = [];

function tell(message: FromThread, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}

async function makeIndexes(): Promise<Made> {
  const isDraft = new Set(drafts);
  const corpus = Corpus.of(documents, loadResources(data), { ...manifest, isDraft: (path) => isDraft.has(path) });
  await prepareIndexes(
    corpus,
    new AbortController().signal,
    (share, words) => tell({ kind: 'progress', share, words }),
    (words, error) => tell({ kind: 'failure', words, reason: error instanceof Error ? error.message : String(error) }),
  );
  const indexes: SavedIndexes = finish(saveIndexes(corpus, () => true)) ?? new Map();
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
    documents.push(parse(path, text));
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
