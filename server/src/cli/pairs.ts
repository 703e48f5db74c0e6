import { readFile } from 'node:fs/promises';
import { reasonOf } from '../sourceFolder.js';
import { CommandLineError } from './commandLine.js';

/** Document pairs from a file with a line `a<TAB>b` for each. Throws {@link CommandLineError}. */
export async function readPairs(file: string): Promise<(readonly [string, string])[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandLineError(`${file}: ${reasonOf(error)}`);
  }
  const pairs: (readonly [string, string])[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const [a, b, ...more] = line.split('\t');
    if (!a || !b || more.length > 0)
      throw new CommandLineError(`${file}:${index + 1}: not two paths with a tab between`);
    pairs.push([a, b]);
  }
  return pairs;
}
