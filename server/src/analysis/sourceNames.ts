import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import { witnessOf } from './witnesses.js';

/** Up to this many sources are named, more are counted. */
const MOST_NAMED = 2;

/** “B”, “B and C”, “4 sources”; copies of one text are one source. */
export function sourceNames(corpus: Corpus, paths: readonly string[]): string {
  const byLineage = new Map(paths.map((path) => [corpus.get(lineages).of(path), path]).reverse() as [string, string][]);
  const named = [...byLineage.values()].reverse().map((path) => witnessOf(corpus, path).siglum);
  return named.length <= MOST_NAMED ? named.join(' and ') : `${named.length} sources`;
}
