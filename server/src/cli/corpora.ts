import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Corpus } from '../analysis/corpus.js';
import type { Resources } from '../analysis/resources.js';
import { MANIFEST_NAME } from '../manifestFile.js';
import { LEDGER_NAME, type Ledger } from '../rules/decisions.js';
import { SourceFiles } from '../sourceFiles.js';
import { listFolder, reasonOf } from '../sourceFolder.js';
import type { CacheFolder } from '../cacheFolder.js';
import { CorpusCache } from '../corpusCache.js';
import { CommandLineError } from './commandLine.js';

/** A corpus to report on; its paths are shown with `prefix` before them. */
export interface OpenCorpus {
  readonly corpus: Corpus;
  readonly prefix: string;
  readonly ledger: Ledger;
}

export interface Opened {
  readonly corpora: readonly OpenCorpus[];
  /** One line for each file, folder or manifest that could not be taken as it is. */
  readonly problems: readonly string[];
  /** Something named on the command line, or a manifest, could not be read: not all of it could run. */
  readonly isBroken: boolean;
  /** Keeps what was read for the next time. */
  keep(): Promise<void>;
}

/**
 * Reads the paths as one corpus, except that a folder inside with a manifest of its own is a corpus of its own.
 * @throws {CommandLineError} where none of the paths can be read.
 */
export async function openCorpora(
  paths: readonly string[],
  resources: Resources,
  streams: { readonly error: (text: string) => void; readonly isTerminal: boolean },
  cacheFolder?: CacheFolder,
): Promise<Opened> {
  const cacheOf = (root: string, only: readonly string[] = []) =>
    cacheFolder &&
    new CorpusCache(cacheFolder, [root, ...only].join('\n'), (words) => streams.error(`variorum: ${words}\n`));
  const problems: string[] = [];
  const files: string[] = [];
  const folders: string[] = [];
  for (const path of paths) {
    try {
      const found = await stat(path);
      (found.isDirectory() ? folders : files).push(resolve(path));
    } catch (error) {
      problems.push(`${path}: ${reasonOf(error)}`);
    }
  }
  if (files.length + folders.length === 0) throw new CommandLineError(problems.join('; '));
  const isMissing = problems.length > 0;
  const root =
    folders.length === 1 && files.length === 0
      ? (folders[0] ?? '.')
      : commonFolder([...folders, ...files.map(dirname)]);

  const sources: SourceFiles[] = [];
  if (folders.length === 1 && files.length === 0) {
    await addFolder(root, resources, cacheOf, sources);
  } else {
    const only = files.map((file) => slashed(relative(root, file)));
    for (const folder of folders) {
      const inside = new SourceFiles(folder, resources);
      await inside.load();
      only.push(...[...inside.corpus.documents.keys()].map((path) => slashed(join(relative(root, folder), path))));
    }
    sources.push(new SourceFiles(root, resources, { only, cache: cacheOf(root, only) }));
  }

  const corpora: OpenCorpus[] = [];
  let isBroken = isMissing;
  for (const corpus of sources) {
    await corpus.load((read, total) => {
      if (streams.isTerminal && total > 200)
        streams.error(`\rreading ${read} of ${total}${read === total ? '\n' : ''}`);
    });
    const prefix = corpus.root === root ? '' : `${slashed(relative(root, corpus.root))}/`;
    for (const { path, message } of corpus.problems) problems.push(`${prefix}${path}: ${message}`);
    for (const { start, message, isBroken: isWhole } of corpus.manifestFile.problems) {
      const line = (corpus.manifestText ?? '').slice(0, start).split('\n').length;
      problems.push(`${prefix}${MANIFEST_NAME}:${line}: ${message}${isWhole ? '; read with the defaults' : ''}`);
      isBroken ||= isWhole;
    }
    if (corpus.corpus.documents.size === 0) problems.push(`${prefix || basename(root)}: no texts found (*.txt, *.md)`);
    else if (corpus.corpus.documents.size === 1) {
      problems.push(`${prefix || basename(root)}: only one text, nothing to compare it with`);
    }
    for (const { line, message } of corpus.ledger.problems)
      problems.push(`${prefix}${LEDGER_NAME}:${line}: ${message}`);
    corpora.push({ corpus: corpus.corpus, prefix, ledger: corpus.ledger });
  }
  const keep = async () => {
    for (const one of sources) await one.keep();
  };
  return { corpora, problems, isBroken, keep };
}

async function addFolder(
  folder: string,
  resources: Resources,
  cacheOf: (root: string) => CorpusCache | undefined,
  sources: SourceFiles[],
): Promise<void> {
  sources.push(new SourceFiles(folder, resources, { cache: cacheOf(folder) }));
  const { nestedCorpora } = await listFolder(folder);
  for (const nested of nestedCorpora) await addFolder(join(folder, nested), resources, cacheOf, sources);
}

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  let parts = first.split(sep);
  for (const folder of rest) {
    const other = folder.split(sep);
    let length = 0;
    while (length < parts.length && parts[length] === other[length]) length++;
    parts = parts.slice(0, length);
  }
  return parts.join(sep) || sep;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
