import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';

/**
 * How a reading stands among those of the others. Lineages vote, not files: five copies of one wire are one source.
 * lone: more read otherwise, and agree with each other; divided: as many or as few; majority: nobody needs be told.
 */
export type Standing = 'lone' | 'divided' | 'majority';

/**
 * @param agreeing documents that read as `path` does, itself left out.
 * @param others for each other reading the documents that have it.
 */
export function standingOf(
  corpus: Corpus,
  path: string,
  agreeing: Iterable<string>,
  others: readonly Iterable<string>[],
): Standing {
  const { base } = corpus.manifest;
  // Against a declared base text only the others are told, and only where they differ from it.
  if (base !== undefined && corpus.document(base)) {
    if (path === base) return 'majority';
    return others.some((paths) => [...paths].includes(base)) ? 'lone' : 'majority';
  }
  const votes = corpus.get(lineages);
  const own = votes.count([path, ...agreeing]);
  const most = Math.max(...others.map((paths) => votes.count(paths)));
  if (own > most) return 'majority';
  return most > own ? 'lone' : 'divided';
}
