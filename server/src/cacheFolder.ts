import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { SavedIndexes } from './analysis/savedIndexes.js';
import { CacheFile, writeCacheFile } from './cacheFile.js';
import { reasonOf } from './sourceFolder.js';

/** What is worth keeping. */
export interface CacheLimits {
  /** UTF-16 units of a corpus from which on; fewer are read anew in no time. */
  readonly least: number;
  /** Bytes of one corpus, and of all together; what was used longest ago goes first. */
  readonly corpus: number;
  readonly all: number;
}

/** Where one corpus is kept, as plain data: for whoever writes it in another thread. */
export interface CacheEntry {
  readonly folder: string;
  readonly build: string;
  readonly limits: CacheLimits;
  readonly name: string;
  /** See `ManifestFile`. */
  readonly structure: string;
}

const LIMITS: CacheLimits = { least: 100_000, corpus: 2 ** 32, all: 2 ** 32 };
/** Milliseconds after which a file that was never finished is nobody's any more. */
const ABANDONED = 86_400_000;

const ENDING = '.variorum-cache';
const UNFINISHED = '.tmp';

/**
 * A folder in which corpora are kept from one session to the next, for several windows at a time: a file is written
 * beside and put in its place as a whole, and one that is gone, damaged or of another version is none.
 */
export class CacheFolder {
  readonly #build: string;

  /** `build` tells code and tables apart, see `buildOf`. */
  constructor(
    private readonly folder: string,
    private readonly build: string,
    readonly limits: CacheLimits = LIMITS,
  ) {
    // What is a letter, and how numbers lie in memory, is for the machine to say.
    this.#build = [build, process.versions.v8, process.versions.unicode, endianness()].join(' ');
  }

  entry(name: string, structure: string): CacheEntry {
    return { folder: this.folder, build: this.build, limits: this.limits, name, structure };
  }

  /** `undefined` where nothing is kept. @throws where it cannot be used; whoever opens it closes it. */
  async open(name: string, corpus: string): Promise<CacheFile | undefined> {
    const path = this.#pathOf(name);
    try {
      const file = await CacheFile.open(path, { build: this.#build, corpus });
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /**
   * Keeps a corpus, unless it is too large or `isWanted` says no in between.
   * @returns whether it is kept. @throws in words for the reader where it cannot be written.
   */
  async write(
    name: string,
    corpus: string,
    texts: ReadonlyMap<string, string>,
    indexes: SavedIndexes,
    isWanted: () => boolean,
  ): Promise<boolean> {
    if (sizeOf(texts, indexes) > this.limits.corpus) return false;
    const beside = `${this.#pathOf(name)}.${process.pid}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const isWhole = await writeCacheFile(beside, { build: this.#build, corpus }, texts, indexes, isWanted);
      const isKept = isWhole && isWanted();
      if (isKept) await rename(beside, this.#pathOf(name));
      else await rm(beside, { force: true });
      await this.#tidy(name);
      return isKept;
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw new Error(`The cache cannot be written: ${reasonOf(error)}`, { cause: error });
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  /** Other windows may tidy at the same time. */
  async #tidy(kept: string): Promise<void> {
    const found: { readonly path: string; readonly size: number; readonly used: number }[] = [];
    let sum = 0;
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const isUnfinished = name.endsWith(UNFINISHED) && name.includes(ENDING);
      if (!isUnfinished && !name.endsWith(ENDING)) continue;
      const state = await stat(path).catch(() => undefined);
      if (!state) continue;
      if (isUnfinished && state.mtimeMs < Date.now() - ABANDONED) await rm(path, { force: true });
      if (isUnfinished) continue;
      sum += state.size;
      if (path !== this.#pathOf(kept)) found.push({ path, size: state.size, used: state.mtimeMs });
    }
    for (const { path, size } of found.sort((a, b) => a.used - b.used)) {
      if (sum <= this.limits.all) break;
      await rm(path, { force: true });
      sum -= size;
    }
  }

  #pathOf(name: string): string {
    return join(this.folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}${ENDING}`);
  }
}

/** What the build wrote beside its tables: a hash of code and tables; `undefined` where it wrote none. */
export function buildOf(dataFolder: string): string | undefined {
  try {
    return readFileSync(join(dataFolder, 'build.txt'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Bytes, or a few more: where no text can be deflated, it has two for each unit; most have less than one. */
function sizeOf(texts: ReadonlyMap<string, string>, indexes: SavedIndexes): number {
  let size = 0;
  for (const text of texts.values()) size += text.length;
  for (const packed of indexes.values()) {
    for (const value of Object.values(packed)) {
      size += value instanceof Int32Array ? value.byteLength : value.reduce((sum, word) => sum + word.length + 3, 0);
    }
  }
  return size;
}
