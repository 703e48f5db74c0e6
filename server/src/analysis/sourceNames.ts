import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import { witnessOf } from './witnesses.js';

/** Up to this many sources are named, more are counted. */
const MOST_NAMED = 2;

/** “B”, “B and C”, “4 sources”; the base text alone where it is among them; copies of one text are one source. */
export function sourceNames(corpus: Corpus, paths: readonly string[]): string {
  const { base } = corpus.manifest;
  if (base !== undefined && paths.includes(base)) return witnessOf(corpus, base).siglum;
  const named = new Map<string, string>();
  for (const path of paths) {
    const lineage = corpus.get(lineages).of(path);
    if (!named.has(lineage)) named.set(lineage, witnessOf(corpus, path).siglum);
  }
  return named.size <= MOST_NAMED ? [...named.values()].join(' and ') : `${named.size} sources`;
}
