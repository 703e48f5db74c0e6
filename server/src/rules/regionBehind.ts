import type { Corpus } from '../analysis/corpus.js';
import type { Place } from '../core/span.js';

/** Characters behind a place in which its region stands. */
const MOST_BEHIND = 40;

/** Whether a place of the name lies in the region that stands behind the mark: Miami in that of “Mombasa, Florida”. */
export function liesInRegionBehind(name: Place, mark: Place, corpus: Corpus): boolean {
  const said = corpus.textAt(name);
  const behind = corpus.document(mark.path)?.text.slice(mark.end, mark.end + MOST_BEHIND) ?? '';
  return regionsIn(behind).some((region) => corpus.resources.gazetteer.liesIn(said, region));
}

/** What may be the region in “, New York, on Friday”, of one word and of two. */
function regionsIn(behind: string): string[] {
  const first = /^, (\p{Lu}[\p{L}.]*)/u.exec(behind)?.[1] ?? '';
  const second = /^ \p{Lu}[\p{L}.]*/u.exec(behind.slice(2 + first.length))?.[0] ?? '';
  return first === '' ? [] : [first, first + second];
}
