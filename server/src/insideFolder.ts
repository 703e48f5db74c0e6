import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A link leads to a place that its folder does not hold; nothing there is ours to read. */
export class LeadsOut extends Error {
  constructor() {
    super('a link that leads out of the folder; what it leads to is not read');
  }
}

/**
 * Where a path in a folder really lies, links followed.
 * @throws {LeadsOut} where that is not in the folder, and what the file system throws.
 */
export async function placeInside(root: string, path: string): Promise<string> {
  const [home, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
  const below = relative(home, real);
  if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) throw new LeadsOut();
  return real;
}

/**
 * Reads a file of a folder.
 * @throws as `placeInside` does.
 */
export async function readInside(root: string, path: string): Promise<Buffer> {
  return readFile(await placeInside(root, path));
}
