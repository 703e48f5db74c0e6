import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { MANIFEST_NAME } from './manifestFile.js';

/** Folders that hold no sources, whatever the globs say. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode', '.idea']);

export interface FolderListing {
  /** Files below the folder that no `.gitignore` excludes, relative, with `/`, in order. */
  readonly files: readonly string[];
  /** Folders below it that are corpora of their own; none of their files is listed. */
  readonly nestedCorpora: readonly string[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/**
 * Lists a folder recursively. Links are followed, each folder once, so a circle of links ends. A folder or link that
 * cannot be read is a problem in the listing, never an exception.
 */
export async function listFolder(root: string): Promise<FolderListing> {
  const files: string[] = [];
  const nestedCorpora: string[] = [];
  const problems: string[] = [];
  const visited = new Set<string>();

  async function visit(folder: string, rules: readonly Rules[]): Promise<void> {
    const absolute = join(root, folder);
    try {
      const real = await realpath(absolute);
      if (visited.has(real)) return;
      visited.add(real);
      const entries = await readdir(absolute, { withFileTypes: true });
      if (folder !== '' && entries.some((entry) => entry.name === MANIFEST_NAME && !entry.isDirectory())) {
        nestedCorpora.push(folder);
        return;
      }
      const own = entries.some((entry) => entry.name === '.gitignore')
        ? await gitignoreIn(absolute, folder)
        : undefined;
      const inForce = own ? [...rules, own] : rules;
      const folders: string[] = [];
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const kind = entry.isSymbolicLink() ? await kindOf(join(root, path)) : kindOfEntry(entry);
        if (kind === undefined || isIgnored(inForce, kind === 'folder' ? `${path}/` : path)) continue;
        if (kind === 'file') files.push(path);
        else if (!SKIPPED.has(entry.name)) folders.push(path);
      }
      for (const path of folders) await visit(path, inForce);
    } catch (error) {
      problems.push(`${folder === '' ? root : folder}: ${reasonOf(error)}`);
    }
  }

  await visit('', []);
  return { files: files.sort(), nestedCorpora: nestedCorpora.sort(), problems };
}

/** Why a file or folder could not be read, in words and without a stack. */
export function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException | undefined)?.code ?? '') {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ELOOP':
      return 'links in a circle';
    case 'EIO':
      return 'input/output error';
    case 'EISDIR':
      return 'is a folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

async function gitignoreIn(absolute: string, folder: string): Promise<Rules | undefined> {
  try {
    return { folder, ignore: ignore().add(await readFile(join(absolute, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The innermost `.gitignore` that has an opinion decides. */
function isIgnored(rules: readonly Rules[], path: string): boolean {
  for (const { folder, ignore: own } of rules.toReversed()) {
    const result = own.test(folder === '' ? path : path.slice(folder.length + 1));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

type Kind = 'file' | 'folder' | undefined;

function kindOfEntry(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;
}

async function kindOf(path: string): Promise<Kind> {
  try {
    return kindOfEntry(await stat(path));
  } catch {
    return undefined;
  }
}
