import type { Corpus } from './analysis/corpus.js';
import type { Manifest } from './analysis/manifest.js';
import type { Resources } from './analysis/resources.js';
import { restoredCorpus, saveIndexes, type SavedIndexes } from './analysis/savedIndexes.js';
import { each, type Steps } from './analysis/steps.js';
import { hashOf, type CacheFile, type CachedTexts } from './cacheFile.js';
import type { CacheEntry, CacheFolder } from './cacheFolder.js';
import { parse, type Document } from './core/document.js';
import { Cancelled, inSlices } from './slices.js';
import { reasonOf } from './sourceFolder.js';

/** Where more of the texts than this are new or others, all are read anew. */
const MOST_CHANGED = 0.5;

/** What became of an attempt to keep a corpus: `overtaken` by a newer state of it. */
export type Kept = 'kept' | 'known' | 'not worth it' | 'overtaken';

/** A corpus whose texts are read, and not derived yet. */
export interface ReadCorpus {
  readonly texts: ReadonlyMap<string, string>;
  readonly resources: Resources;
  readonly manifest: Manifest;
  /** See `ManifestFile`. */
  readonly structure: string;
}

/** One corpus in a cache folder. What goes wrong is told to `onProblem`, and costs time and nothing else. */
export class CorpusCache {
  /** The documents that are kept now, and under which manifest. */
  #kept: { readonly documents: ReadonlyMap<string, Document>; readonly structure: string } | undefined;

  /** `name` tells corpora apart. `isOn` may say at any time that nothing is to be kept. */
  constructor(
    private readonly folder: CacheFolder,
    private readonly name: string,
    private readonly onProblem: (message: string) => void,
    private readonly isOn: () => boolean = () => true,
  ) {}

  /**
   * A snapshot of these texts, for which all is known of those that did not change since it was kept; `undefined` where
   * nothing of use is.
   * @throws {Cancelled} once `signal` is aborted.
   */
  async restore(read: ReadCorpus, signal: AbortSignal): Promise<Corpus | undefined> {
    if (!this.isOn() || !this.#isWorthIt(read.texts.values())) return undefined;
    try {
      const file = await this.folder.open(this.name, read.structure);
      if (!file) return undefined;
      try {
        return await this.#restoreFrom(file, read, signal);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      this.onProblem(`The cache is of no use, and is made anew: ${reasonOf(error)}.`);
      return undefined;
    }
  }

  async #restoreFrom(file: CacheFile, read: ReadCorpus, signal: AbortSignal): Promise<Corpus | undefined> {
    const { texts, structure } = read;
    const { paths } = file.texts;
    const same = await inSlices(unchanged(file.texts, texts), signal);
    if (same.size < (1 - MOST_CHANGED) * Math.max(texts.size, paths.length)) return undefined;
    const others = await file.read((path) => !same.has(path));
    const kept = paths.map((path) => [path, (same.has(path) ? texts : others).get(path) ?? ''] as const);
    const restored = await restoreCorpus(kept, read, await file.indexes(), signal);
    this.#kept = { documents: restored.documents, structure };
    const gone = paths.filter((path) => !texts.has(path));
    const changes = [...texts].filter(([path]) => !same.has(path));
    if (gone.length + changes.length === 0) return restored;
    return restored.apply([
      ...gone.map((path) => ({ path, text: undefined })),
      ...changes.map(([path, text]) => ({ path, text })),
    ]);
  }

  /** Keeps a snapshot, which must be the newest as long as `isNewest` says so. Never throws. */
  async keep(corpus: Corpus, structure: string, isNewest: () => boolean, signal: AbortSignal): Promise<Kept> {
    const { documents } = corpus;
    if (!this.isOn() || !this.#isWorthIt(Array.from(documents.values(), ({ text }) => text))) return 'not worth it';
    if (this.#kept?.structure === structure && haveSameDocuments(this.#kept.documents, documents)) return 'known';
    const isWanted = () => isNewest() && this.isOn() && !signal.aborted;
    try {
      const indexes = await inSlices(saveIndexes(corpus, isWanted), signal);
      if (!indexes) return 'overtaken';
      const texts = new Map(Array.from(documents, ([path, { text }]) => [path, text]));
      const isKept = await this.folder.write(this.name, structure, texts, indexes, isWanted);
      if (!isKept) return isWanted() ? 'not worth it' : 'overtaken';
      this.#kept = { documents, structure };
      return 'kept';
    } catch (error) {
      if (error instanceof Cancelled) return 'overtaken';
      this.onProblem(`${error instanceof Error ? error.message : String(error)}.`);
      return 'not worth it';
    }
  }

  /** For whoever writes the corpus elsewhere; `undefined` where it is not to be kept. */
  entry(structure: string): CacheEntry | undefined {
    return this.isOn() ? this.folder.entry(this.name, structure) : undefined;
  }

  /** What became of writing it by `entry`. */
  async keptElsewhere(
    { documents }: Corpus,
    structure: string,
    { isKept, problem }: { readonly isKept: boolean; readonly problem: string | undefined },
  ): Promise<void> {
    if (problem !== undefined) this.onProblem(`${problem}.`);
    if (isKept) this.#kept = { documents, structure };
    if (!this.isOn()) await this.forget();
  }

  /** Nothing of the corpus is left on disk. */
  async forget(): Promise<void> {
    this.#kept = undefined;
    await this.folder.remove(this.name);
  }

  #isWorthIt(texts: Iterable<string>): boolean {
    let length = 0;
    for (const text of texts) {
      length += text.length;
      if (length >= this.folder.limits.least) return true;
    }
    return false;
  }
}

/** Paths of the texts that are as they were. */
function* unchanged({ paths, hashes }: CachedTexts, texts: ReadonlyMap<string, string>): Steps<Set<string>> {
  const same = new Set<string>();
  yield* each(paths.keys(), paths.length, (index) => {
    const path = paths[index] ?? '';
    const text = texts.get(path);
    if (text !== undefined && hashOf(text) === hashes[index]) same.add(path);
  });
  return same;
}

/**
 * The snapshot of `texts` for which `indexes` were packed, in slices.
 * @throws {Cancelled} once `signal` is aborted; also where the indexes are those of other texts.
 */
export async function restoreCorpus(
  texts: readonly (readonly [path: string, text: string])[],
  { resources, manifest }: Pick<ReadCorpus, 'resources' | 'manifest'>,
  indexes: SavedIndexes,
  signal: AbortSignal,
): Promise<Corpus> {
  const documents: Document[] = [];
  const parseOne = ([path, text]: readonly [string, string]) => documents.push(parse(path, text));
  await inSlices(each(texts, texts.length, parseOne), signal);
  return await inSlices(restoredCorpus(documents, resources, manifest, indexes), signal);
}

function haveSameDocuments(a: ReadonlyMap<string, Document>, b: ReadonlyMap<string, Document>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, document] of a) if (b.get(path) !== document) return false;
  return true;
}
