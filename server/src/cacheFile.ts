import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Packed } from './analysis/packed.js';
import type { SavedIndexes } from './analysis/savedIndexes.js';

/**
 * One corpus on disk: a prefix that says where the table of sections lies and what it must sum up to, then the sections,
 * then the table. Numbers lie as the machine has them, so that they are read in one go.
 */
const MAGIC = 'VARIORUM';
const FORMAT = 1;
const PREFIX = 64;
/** Bytes that are summed up at a time; in between, requests are answered. */
const CHUNK = 1 << 22;
/** UTF-16 units of texts that are deflated together, since all of them must be inflated for one. */
const BLOCK = 1 << 18;

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

/** What is wrong with a file that cannot be used. */
export class UnusableCache extends Error {}

/** What a file must be made of, and with, to be used. */
export interface CacheIdentity {
  /** Code, tables and machine. */
  readonly build: string;
  /** The corpus and its manifest, as far as indexes depend on it. */
  readonly corpus: string;
}

/** A corpus as it was saved. */
export interface CachedTexts {
  readonly paths: readonly string[];
  /** See `hashOf`; in the order of the paths. */
  readonly hashes: readonly string[];
}

interface Section {
  readonly at: number;
  readonly size: number;
  readonly sum: string;
}

interface IndexSection extends Section {
  readonly index: string;
  readonly name: string;
  readonly isNumbers: boolean;
}

/** Texts from one place in the order of the paths up to another. */
interface TextSection extends Section {
  readonly from: number;
  readonly to: number;
  /** UTF-16 units of each. */
  readonly lengths: readonly number[];
}

interface Table extends CacheIdentity, CachedTexts {
  readonly indexes: readonly IndexSection[];
  readonly texts: readonly TextSection[];
}

/** Tells texts apart, any two of them that are not the same. */
export function hashOf(text: string): string {
  return createHash('sha1').update(text, 'utf16le').digest('base64');
}

/** Writes a new file; whoever calls puts it in its place. `isWanted` is asked between two pieces. */
export async function writeCacheFile(
  path: string,
  identity: CacheIdentity,
  texts: ReadonlyMap<string, string>,
  indexes: SavedIndexes,
  isWanted: () => boolean,
): Promise<boolean> {
  const file = await open(path, 'wx', 0o600);
  try {
    const writer = new Writer(file, isWanted);
    const sections: IndexSection[] = [];
    for (const [index, packed] of indexes) {
      for (const [name, value] of Object.entries(packed)) {
        const isNumbers = value instanceof Int32Array;
        const bytes = isNumbers ? bytesOf(value) : Buffer.from(JSON.stringify(value));
        sections.push({ index, name, isNumbers, ...(await writer.write(bytes)) });
      }
    }
    const table: Table = {
      ...identity,
      paths: [...texts.keys()],
      hashes: await hashesOf(texts.values(), isWanted),
      indexes: sections,
      texts: await writer.writeTexts([...texts.values()]),
    };
    const { at, size, sum } = await writer.write(Buffer.from(JSON.stringify(table)));
    const prefix = Buffer.alloc(PREFIX);
    prefix.write(MAGIC, 'latin1');
    prefix.writeUInt32LE(FORMAT, 8);
    prefix.writeUInt32LE(size, 12);
    prefix.writeBigUInt64LE(BigInt(at), 16);
    prefix.write(sum, 24, 'latin1');
    await writer.writeAt(prefix, 0);
    await file.sync();
    return !writer.isBrokenOff;
  } finally {
    await file.close();
  }
}

/** A file that is being read; what is asked of it throws `UnusableCache` where it is damaged. */
export class CacheFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
    private readonly table: Table,
  ) {}

  /** @throws {UnusableCache} where it is none of this identity, and what the file system throws. */
  static async open(path: string, identity: CacheIdentity): Promise<CacheFile> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const prefix = Buffer.alloc(PREFIX);
      await file.read(prefix, 0, PREFIX, 0);
      if (prefix.toString('latin1', 0, 8) !== MAGIC || prefix.readUInt32LE(8) !== FORMAT) {
        throw new UnusableCache('another format');
      }
      const section = {
        at: Number(prefix.readBigUInt64LE(16)),
        size: prefix.readUInt32LE(12),
        sum: prefix.toString('latin1', 24, 24 + SUM_LENGTH),
      };
      const table = JSON.parse(Buffer.from(await readSection(file, size, section)).toString()) as Table;
      if (table.build !== identity.build) throw new UnusableCache('made by another version');
      if (table.corpus !== identity.corpus) throw new UnusableCache('made under another manifest');
      return new CacheFile(file, size, table);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get texts(): CachedTexts {
    return this.table;
  }

  async indexes(): Promise<SavedIndexes> {
    const indexes = new Map<string, Record<string, Packed[string]>>();
    for (const section of this.table.indexes) {
      const bytes = await readSection(this.file, this.size, section);
      const packed = indexes.get(section.index) ?? {};
      packed[section.name] = section.isNumbers
        ? new Int32Array(bytes)
        : (JSON.parse(Buffer.from(bytes).toString()) as string[]);
      indexes.set(section.index, packed);
    }
    return indexes;
  }

  /** Those among the saved texts for which `isWanted`, by path. */
  async read(isWanted: (path: string) => boolean): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const section of this.table.texts) {
      const paths = this.table.paths.slice(section.from, section.to);
      if (!paths.some(isWanted)) continue;
      const bytes = await inflate(Buffer.from(await readSection(this.file, this.size, section)));
      let at = 0;
      for (const [index, path] of paths.entries()) {
        const end = at + 2 * (section.lengths[index] ?? 0);
        if (isWanted(path)) found.set(path, bytes.toString('utf16le', at, end));
        at = end;
      }
    }
    return found;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

class Writer {
  #at = PREFIX;
  isBrokenOff = false;

  constructor(
    private readonly file: FileHandle,
    private readonly isWanted: () => boolean,
  ) {}

  async write(bytes: Uint8Array): Promise<Section> {
    const at = this.#at;
    const sum = createHash('sha1');
    for (let from = 0; from < bytes.length && this.#goesOn(); from += CHUNK) {
      const chunk = bytes.subarray(from, from + CHUNK);
      sum.update(chunk);
      await this.writeAt(chunk, at + from);
    }
    // Numbers begin where the machine likes them to.
    this.#at = at + Math.ceil(bytes.length / 8) * 8;
    return { at, size: bytes.length, sum: sum.digest('base64') };
  }

  async writeAt(bytes: Uint8Array, at: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.file.write(bytes, written, bytes.length - written, at + written);
      written += bytesWritten;
    }
  }

  async writeTexts(texts: readonly string[]): Promise<TextSection[]> {
    const sections: TextSection[] = [];
    for (let from = 0; from < texts.length && this.#goesOn();) {
      let [to, length] = [from, 0];
      while (to < texts.length && length < BLOCK) length += texts[to++]?.length ?? 0;
      const block = texts.slice(from, to);
      const packed = await deflate(Buffer.from(block.join(''), 'utf16le'), { level: 1 });
      sections.push({ from, to, lengths: block.map((text) => text.length), ...(await this.write(packed)) });
      from = to;
    }
    return sections;
  }

  #goesOn(): boolean {
    if (!this.isWanted()) this.isBrokenOff = true;
    return !this.isBrokenOff;
  }
}

const SUM_LENGTH = 28;

async function readSection(file: FileHandle, fileSize: number, { at, size, sum }: Section): Promise<ArrayBuffer> {
  if (at + size > fileSize) throw new UnusableCache('cut off');
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  const summed = createHash('sha1');
  for (let from = 0; from < size;) {
    const { bytesRead } = await file.read(bytes, from, Math.min(CHUNK, size - from), at + from);
    if (bytesRead === 0) throw new UnusableCache('cut off');
    summed.update(bytes.subarray(from, from + bytesRead));
    from += bytesRead;
  }
  if (summed.digest('base64') !== sum) throw new UnusableCache('damaged');
  return buffer;
}

async function hashesOf(texts: Iterable<string>, isWanted: () => boolean): Promise<string[]> {
  const hashes: string[] = [];
  let length = 0;
  for (const text of texts) {
    hashes.push(hashOf(text));
    length += text.length;
    if (length < BLOCK) continue;
    length = 0;
    await new Promise((resolve) => setImmediate(resolve));
    if (!isWanted()) break;
  }
  return hashes;
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
