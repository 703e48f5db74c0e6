import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Resources } from './analysis/resources.js';
import type { CorpusCache } from './corpusCache.js';
import { MANIFEST_NAME } from './manifestFile.js';
import { SourceFiles, type MakeBeside, type Prepare } from './sourceFiles.js';
import { listFolder } from './sourceFolder.js';

/** A text of a corpus, as the client's URI named it. */
export interface Located {
  readonly sources: SourceFiles;
  readonly path: string;
}

/** The corpora in the client's workspace folders, and which of them a URI belongs to. */
export class Workspace {
  readonly #corpora = new Map<string, SourceFiles>();
  /** URIs as the client writes them, by absolute file path; ours might be escaped in another way. */
  readonly #uris = new Map<string, string>();

  /**
   * `prepare` makes a snapshot of a corpus ready before it can be asked; `cacheOf` says where the corpus of a folder is
   * kept; `makeBeside` may make large ones elsewhere.
   */
  constructor(
    private readonly resources: Resources,
    private readonly prepare: (sources: SourceFiles) => Prepare,
    private readonly cacheOf: (root: string) => CorpusCache | undefined = () => undefined,
    private readonly makeBeside: (sources: SourceFiles, cache: CorpusCache | undefined) => MakeBeside = () => () =>
      Promise.resolve(undefined),
  ) {}

  get corpora(): readonly SourceFiles[] {
    return [...this.#corpora.values()];
  }

  /**
   * Finds the corpora of the workspace folders: each folder with a manifest, nested ones included, and each workspace
   * folder for which `sourcesOf` gives globs. Corpora that stay keep their state.
   * @returns the corpora that are new (still to be loaded) and those that are gone.
   */
  async discover(
    folders: readonly string[],
    sourcesOf: (folder: string) => Promise<readonly string[]>,
  ): Promise<{ added: SourceFiles[]; removed: SourceFiles[] }> {
    const wanted = new Map<string, readonly string[] | undefined>();
    for (const folder of folders) {
      const sources = await sourcesOf(folder);
      if (sources.length > 0) wanted.set(folder, sources);
      await this.#findManifests(folder, wanted);
    }
    const removed = this.corpora.filter(({ root }) => !wanted.has(root));
    for (const { root } of removed) this.#corpora.delete(root);
    const added: SourceFiles[] = [];
    for (const [root, sources] of wanted) {
      if (this.#corpora.has(root)) continue;
      const prepare: Prepare = (snapshot, signal) => this.prepare(corpus)(snapshot, signal);
      const cache = this.cacheOf(root);
      const makeBeside: MakeBeside = (read, signal) => this.makeBeside(corpus, cache)(read, signal);
      const options = { prepare, makeBeside, cache };
      const corpus: SourceFiles = new SourceFiles(root, this.resources, sources ? { ...options, sources } : options);
      this.#corpora.set(root, corpus);
      added.push(corpus);
    }
    return { added, removed };
  }

  /** The innermost corpus that a file lies in; `undefined` for other schemes and for files outside all corpora. */
  locate(uri: string): Located | undefined {
    const file = filePathOf(uri);
    if (file === undefined) return undefined;
    let found: Located | undefined;
    for (const sources of this.#corpora.values()) {
      const path = relative(sources.root, file).split(sep).join('/');
      if (path === '' || path.startsWith('../') || path === '..' || /^[a-zA-Z]:/.test(path)) continue;
      if (!found || sources.root.length > found.sources.root.length) found = { sources, path };
    }
    if (found) this.#uris.set(file, uri);
    return found;
  }

  uriOf(sources: SourceFiles, path: string): string {
    return this.uriOfFile(join(sources.root, path));
  }

  uriOfFile(file: string): string {
    return this.#uris.get(file) ?? pathToFileURL(file).href;
  }

  async #findManifests(folder: string, wanted: Map<string, readonly string[] | undefined>): Promise<void> {
    const { files, nestedCorpora } = await listFolder(folder);
    if (files.includes(MANIFEST_NAME)) wanted.set(folder, undefined);
    for (const nested of nestedCorpora) await this.#findManifests(join(folder, nested), wanted);
  }
}

/** Path of a `file:` URI on this machine, drive letter in lower case; `undefined` for any other. */
export function filePathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri).replace(/^[A-Z](?=:)/, (drive) => drive.toLowerCase());
  } catch {
    return undefined;
  }
}
