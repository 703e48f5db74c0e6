import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Corpus, type Change } from './analysis/corpus.js';
import type { Manifest } from './analysis/manifest.js';
import type { Resources } from './analysis/resources.js';
import { each, type Steps } from './analysis/steps.js';
import { decode } from './core/decode.js';
import { parse, type Document } from './core/document.js';
import type { Dialect } from './core/speller.js';
import type { CorpusCache, Kept, ReadCorpus } from './corpusCache.js';
import { defaultManifest, MANIFEST_NAME, readManifest, type ManifestFile } from './manifestFile.js';
import { readInside } from './insideFolder.js';
import { Cancelled, inSlices } from './slices.js';
import { LEDGER_NAME, NO_DECISIONS, readLedger, type Ledger } from './rules/decisions.js';
import { listFolder, reasonOf } from './sourceFolder.js';
import { TooLarge } from './tooLarge.js';

/** A file that is not in the corpus although it should be, or only in part, and why. */
export interface FileProblem {
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly message: string;
}

const READ_AT_ONCE = 16;
/** Changed text, in characters, from which on indexes are made anew beside requests, instead of brought up to date at once. */
const MUCH = 500_000;

/** Makes a snapshot ready to be asked, before it becomes the newest. */
export type Prepare = (corpus: Corpus, signal: AbortSignal) => Promise<void>;

/** Makes a snapshot of texts that were read, with its indexes, beside requests; `undefined` where it does not. */
export type MakeBeside = (read: ReadCorpus, signal: AbortSignal) => Promise<Corpus | undefined>;

/**
 * One corpus on disk with the open buffers over it: the only reader of source files. `corpus` is always the newest
 * snapshot that can be asked; until the first reading is complete, that is one of the open buffers alone. Changes are
 * taken one after the other, so the last state wins.
 */
export class SourceFiles {
  #corpus: Corpus;
  #manifestFile: ManifestFile;
  #manifestText: string | undefined;
  #ledger: Ledger = NO_DECISIONS;
  #ledgerText: string | undefined;
  #listed = new Set<string>();
  #userWords: readonly string[] = [];
  #dialect: Dialect = 'both';
  readonly #buffers = new Map<string, string>();
  readonly #problems = new Map<string, string>();
  /** Rules that failed, by the text they failed on. */
  readonly #unchecked = new Map<string, { readonly document: Document | undefined; readonly codes: Set<string> }>();
  #isRead = false;
  /** Why they never will be, in words for the reader. */
  #tooLarge: string | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #readying: Promise<void> | undefined;
  readonly #gone = new AbortController();

  /**
   * `sources` are the globs that hold where the folder has no manifest. `only` restricts the corpus to these files,
   * which then are sources whatever their names.
   */
  constructor(
    readonly root: string,
    resources: Resources,
    private readonly options: {
      readonly sources?: readonly string[];
      readonly only?: readonly string[];
      /** For whoever answers requests while sources are read. */
      readonly prepare?: Prepare;
      /** For many texts at once. */
      readonly makeBeside?: MakeBeside;
      /** Where the corpus is kept from one session to the next. */
      readonly cache?: CorpusCache | undefined;
    } = {},
  ) {
    this.#manifestFile = defaultManifest(options.sources);
    this.#corpus = Corpus.empty(resources, this.#manifestFile.manifest);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get manifestFile(): ManifestFile {
    return this.#manifestFile;
  }

  /** Text of `variorum.json`; `undefined` where there is none. */
  get manifestText(): string | undefined {
    return this.#manifestText;
  }

  /** What readers decided about findings, from `variorum.decisions.jsonl`. */
  get ledger(): Ledger {
    return this.#ledger;
  }

  /** Text of the ledger; `undefined` where there is none. */
  get ledgerText(): string | undefined {
    return this.#ledgerText;
  }

  get problems(): FileProblem[] {
    const found = [...this.#problems].map(([path, message]) => ({ path, message }));
    if (this.#tooLarge !== undefined) found.push({ path: this.root, message: this.#tooLarge });
    for (const [path, { document, codes }] of this.#unchecked) {
      if (document === this.#corpus.document(path)) found.push({ path, message: `without ${[...codes].join(', ')}` });
    }
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A rule failed on a text; that is a problem until the text changes. */
  leaveUnchecked(path: string, code: string): void {
    const document = this.#corpus.document(path);
    const known = this.#unchecked.get(path);
    if (known?.document === document) known?.codes.add(code);
    else this.#unchecked.set(path, { document, codes: new Set([code]) });
  }

  /** Reads manifest and files anew; `onProgress` hears how many of them are read. */
  load(onProgress: (read: number, total: number) => void = () => undefined): Promise<void> {
    return this.#queue(async () => {
      await this.#loadManifest();
      await this.#loadLedger();
      await this.#readAll(onProgress);
    });
  }

  /** Takes in what changed on disk: the manifest, files, or whole folders. Paths are relative to the corpus folder. */
  refresh(paths: readonly string[]): Promise<void> {
    return this.#queue(async () => {
      if (paths.includes(MANIFEST_NAME)) await this.#loadManifest();
      if (paths.includes(LEDGER_NAME)) await this.#loadLedger();
      // A manifest may leave out so many sources that the rest can be read.
      if (this.#tooLarge !== undefined && paths.includes(MANIFEST_NAME)) await this.#readAll(() => undefined);
      else await this.#relist(new Set(paths), () => undefined);
    });
  }

  /** Where the sources are too many, the open ones stay all that there are. */
  async #readAll(onProgress: (read: number, total: number) => void): Promise<void> {
    try {
      await this.#relist(undefined, onProgress);
      this.#isRead = true;
      this.#tooLarge = undefined;
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.#tooLarge = error.message;
    }
  }

  /** Whether all sources are read, not the open buffers alone. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Why none but the open texts are read; `undefined` where all are. */
  get tooLarge(): string | undefined {
    return this.#tooLarge;
  }

  /** An editor's buffer stands over the file until it is closed. Its text counts at once. */
  openBuffer(path: string, text: string): void {
    this.#buffers.set(path, text);
    if (!this.#belongs(path)) return;
    const before = this.#corpus.document(path)?.text.length ?? 0;
    this.#corpus = this.#corpus.apply([{ path, text }]);
    if (Math.abs(text.length - before) > MUCH) this.#readying ??= this.#ready();
  }

  /** While the newest snapshot is made ready to be asked after a large change; an answer before that takes long. */
  get readying(): Promise<void> | undefined {
    return this.#readying;
  }

  async #ready(): Promise<void> {
    try {
      for (let corpus: Corpus | undefined; corpus !== this.#corpus;) {
        corpus = this.#corpus;
        await this.options.prepare?.(corpus, this.#gone.signal);
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    } finally {
      this.#readying = undefined;
    }
  }

  /** The buffer is gone; what stands on disk counts again. */
  closeBuffer(path: string): Promise<void> {
    this.#buffers.delete(path);
    return this.#queue(() => this.#read([path], () => undefined));
  }

  /** Words that are right in every corpus of this reader. */
  setUserWords(words: readonly string[]): void {
    if (words.join('\n') === this.#userWords.join('\n')) return;
    this.#userWords = words;
    this.#declare();
  }

  /** Whose spelling is right where the manifest does not say. */
  setDialect(dialect: Dialect): void {
    if (dialect === this.#dialect) return;
    this.#dialect = dialect;
    this.#declare();
  }

  /** Keeps the newest snapshot for the next session. Never throws. */
  async keep(): Promise<Kept> {
    const { cache } = this.options;
    if (!cache || !this.#isRead) return 'not worth it';
    const corpus = this.#corpus;
    const isNewest = () => corpus === this.#corpus;
    return cache.keep(corpus, this.#manifestFile.structure, isNewest, this.#gone.signal);
  }

  /** Nothing of it is kept any longer. */
  async forgetKept(): Promise<void> {
    await this.options.cache?.forget();
  }

  /** Nobody wants this corpus any more: reading and indexing end. */
  dispose(): void {
    this.#gone.abort();
  }

  isOpen(path: string): boolean {
    return this.#buffers.has(path);
  }

  async #loadManifest(): Promise<void> {
    let text: string | undefined;
    try {
      const bytes = await readInside(this.root, MANIFEST_NAME);
      text = decode(bytes)?.text ?? '';
    } catch (error) {
      this.#problems.delete(MANIFEST_NAME);
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#problems.set(MANIFEST_NAME, reasonOf(error));
    }
    if (text === this.#manifestText && this.#corpus.documents.size > 0) return;
    const { structure } = this.#manifestFile;
    this.#manifestText = text;
    this.#manifestFile = text === undefined ? defaultManifest(this.options.sources) : readManifest(text);
    if (this.#manifestFile.structure === structure) this.#declare();
    else await this.#become(this.#corpusOf([...this.#corpus.documents.values()]));
  }

  async #loadLedger(): Promise<void> {
    try {
      this.#ledgerText = decode(await readInside(this.root, LEDGER_NAME))?.text ?? '';
      this.#ledger = readLedger(this.#ledgerText);
    } catch (error) {
      this.#ledgerText = undefined;
      this.#ledger = NO_DECISIONS;
      this.#problems.delete(LEDGER_NAME);
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#problems.set(LEDGER_NAME, reasonOf(error));
    }
  }

  /** The manifest with the reader's own words. */
  get #manifest(): Manifest {
    const { manifest } = this.#manifestFile;
    return {
      ...manifest,
      words: new Set([...manifest.words, ...this.#userWords]),
      language: manifest.language ?? (this.#dialect === 'both' ? undefined : this.#dialect),
    };
  }

  /** Other words or severities, and nothing else. */
  #declare(): void {
    this.#corpus = this.#corpus.withManifest(this.#manifest, true);
  }

  /** Other documents, or many of them, or another manifest: a new snapshot, the newest once it can be asked. */
  async #become(next: Corpus): Promise<void> {
    await this.options.prepare?.(next, this.#gone.signal);
    // What was typed meanwhile.
    const buffers = [...this.#buffers].filter(([path]) => this.#belongs(path));
    const typed = next.apply(buffers.map(([path, text]) => ({ path, text })));
    this.#corpus = typed.withManifest(this.#manifest, true);
  }

  #corpusOf(documents: readonly Document[]): Corpus {
    return Corpus.of(documents, this.#corpus.resources, this.#manifest);
  }

  /** Finds out which files belong; reads the new ones, and those in `changed` (`undefined`: all). */
  async #relist(
    changed: ReadonlySet<string> | undefined,
    onProgress: (read: number, total: number) => void,
  ): Promise<void> {
    const before = this.#listed;
    if (this.options.only) this.#listed = new Set(this.options.only);
    else {
      const listing = await listFolder(this.root);
      const files = new Set(listing.files);
      for (const path of this.#problems.keys()) if (!files.has(path)) this.#problems.delete(path);
      for (const [path, reason] of listing.problems) this.#problems.set(path || this.root, reason);
      this.#listed = new Set(
        listing.files.filter((path) => path !== MANIFEST_NAME && this.#manifestFile.isSource(path)),
      );
    }
    const gone = [...this.#corpus.documents.keys()].filter((path) => !this.#belongs(path));
    for (const path of gone) this.#problems.delete(path);
    const wanted = [...this.#listed].filter((path) => !changed || changed.has(path) || !before.has(path));
    await this.#read(wanted, onProgress, gone, changed === undefined);
  }

  /** A buffer of a file that is not on disk yet belongs by its name. */
  #belongs(path: string): boolean {
    return (
      this.#listed.has(path) || (this.#buffers.has(path) && !this.options.only && this.#manifestFile.isSource(path))
    );
  }

  async #read(
    paths: readonly string[],
    onProgress: (read: number, total: number) => void,
    gone: readonly string[] = [],
    isFirst = false,
  ): Promise<void> {
    const changes: Change[] = gone.map((path) => ({ path, text: undefined }));
    for (let start = 0; start < paths.length; start += READ_AT_ONCE) {
      const batch = paths.slice(start, start + READ_AT_ONCE);
      const texts = await Promise.all(batch.map((path) => this.#readOne(path)));
      for (const [index, path] of batch.entries()) changes.push({ path, text: texts[index] });
      onProgress(Math.min(start + READ_AT_ONCE, paths.length), paths.length);
      if (this.#gone.signal.aborted) throw new Cancelled();
    }
    // A buffer may have been opened, or the file have left the corpus, while it was read.
    const now = changes.map(({ path, text }) => ({
      path,
      text: this.#belongs(path) ? (this.#buffers.get(path) ?? text) : undefined,
    }));
    if (now.length === 0) return;
    const length = now.reduce(
      (sum, { path, text }) => sum + (text ?? this.#corpus.document(path)?.text ?? '').length,
      0,
    );
    if (!isFirst && length < MUCH) this.#corpus = this.#corpus.apply(now);
    else await this.#become((isFirst ? await this.#madeElsewhere(now) : undefined) ?? (await this.#madeAnew(now)));
  }

  async #madeAnew(changes: readonly Change[]): Promise<Corpus> {
    return this.#corpusOf(await inSlices(this.#parse(changes), this.#gone.signal));
  }

  /** The corpus of all these texts, with what is still known of it from the last session, or what a thread found. */
  async #madeElsewhere(changes: readonly Change[]): Promise<Corpus | undefined> {
    const { resources } = this.#corpus;
    const { structure } = this.#manifestFile;
    const texts = new Map(changes.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const])));
    const read = { texts, resources, manifest: this.#manifest, structure };
    const { cache, makeBeside } = this.options;
    return (await cache?.restore(read, this.#gone.signal)) ?? (await makeBeside?.(read, this.#gone.signal));
  }

  /** The documents of the corpus after many changes. */
  *#parse(changes: readonly Change[]): Steps<readonly Document[]> {
    const documents = new Map(this.#corpus.documents);
    yield* each(changes, changes.length, ({ path, text }) => {
      if (text === undefined) documents.delete(path);
      else documents.set(path, parse(path, text, this.#corpus.document(path)));
    });
    return [...documents.values()];
  }

  async #readOne(path: string): Promise<string | undefined> {
    try {
      // A file that the reader named may be a link to anywhere.
      const bytes = await (this.options.only ? readFile(join(this.root, path)) : readInside(this.root, path));
      const decoded = decode(bytes);
      if (decoded) this.#problems.delete(path);
      else this.#problems.set(path, 'not a text file (it holds NUL bytes)');
      return decoded?.text;
    } catch (error) {
      // A file that vanished while we looked is simply gone.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.#problems.delete(path);
      else this.#problems.set(path, `cannot be read: ${reasonOf(error)}`);
      return undefined;
    }
  }

  #queue(work: () => Promise<void>): Promise<void> {
    const result = this.#work.then(work).catch((error: unknown) => {
      if (!(error instanceof Cancelled)) throw error;
    });
    this.#work = result.catch(() => undefined);
    return result;
  }
}
