import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { placeInside, readInside } from './insideFolder.js';
import { MANIFEST_NAME } from './manifestFile.js';

/** Folders that hold no sources, whatever the globs say. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode', '.idea']);

export interface FolderListing {
  /** Files below the folder that no `.gitignore` excludes, relative, with `/`, in order. */
  readonly files: readonly string[];
  /** Folders below it that are corpora of their own; none of their files is listed. */
  readonly nestedCorpora: readonly string[];
  /** Why a file or folder could not be read, in words, by its path (`''` for the folder itself). */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Lists a folder recursively. Links are followed within the folder, each folder once and by its own name before any
 * link's, so a circle of links ends. A folder or link that cannot be read, or that leads out, is a problem in the
 * listing, never an exception.
 */
export async function listFolder(root: string): Promise<FolderListing> {
  const files: string[] = [];
  const nestedCorpora: string[] = [];
  const problems = new Map<string, string>();
  const visited = new Set<string>();
  const links: { readonly path: string; readonly rules: readonly Rules[] }[] = [];

  /** `above`: where the folder that holds it really lies; `undefined` for a link, which may lead anywhere. */
  async function visit(folder: string, rules: readonly Rules[], above?: string): Promise<void> {
    try {
      // To follow each folder from the root down would cost the cube of the depth.
      const absolute = above === undefined ? await placeInside(root, folder) : join(above, basename(folder));
      if (visited.has(absolute)) return;
      visited.add(absolute);
      const entries = await readdir(absolute, { withFileTypes: true });
      if (folder !== '' && entries.some((entry) => entry.name === MANIFEST_NAME && !entry.isDirectory())) {
        nestedCorpora.push(folder);
        return;
      }
      const own = entries.some((entry) => entry.name === '.gitignore') ? await gitignoreIn(root, folder) : undefined;
      const inForce = own ? [...rules, own] : rules;
      const folders: string[] = [];
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isSymbolicLink()) links.push({ path, rules: inForce });
        else if (isWanted(path, kindOf(entry), inForce)) (entry.isFile() ? files : folders).push(path);
      }
      for (const path of folders) await visit(path, inForce, absolute);
    } catch (error) {
      problems.set(folder, reasonOf(error));
    }
  }

  async function kindOfLink(path: string): Promise<Kind> {
    try {
      return kindOf(await stat(await placeInside(root, path)));
    } catch (error) {
      // A link to nothing is no source, as any link to no text.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') problems.set(path, reasonOf(error));
      return undefined;
    }
  }

  await visit('', []);
  // Folders behind links may add links.
  for (const { path, rules } of links) {
    const kind = isIgnored(rules, path) ? undefined : await kindOfLink(path);
    if (!isWanted(path, kind, rules)) continue;
    if (kind === 'file') files.push(path);
    else await visit(path, rules);
  }
  return { files: files.sort(), nestedCorpora: nestedCorpora.sort(), problems };
}

/** Why a file or folder could not be read or written, in words and without a stack. */
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
    case 'ENOTDIR':
      return 'a file stands where a folder should be';
    case 'ENAMETOOLONG':
      return 'the path is too long';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

async function gitignoreIn(root: string, folder: string): Promise<Rules | undefined> {
  try {
    const text = await readInside(root, folder === '' ? '.gitignore' : `${folder}/.gitignore`);
    return { folder, ignore: ignore().add(text.toString('utf8')) };
  } catch {
    return undefined;
  }
}

function isWanted(path: string, kind: Kind, rules: readonly Rules[]): boolean {
  if (kind === undefined) return false;
  if (kind === 'file') return !isIgnored(rules, path);
  return !SKIPPED.has(path.slice(path.lastIndexOf('/') + 1)) && !isIgnored(rules, `${path}/`);
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

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;
}
