import { placed, type Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Corpus } from './corpus.js';
import { quotationMatches } from './quotationMatches.js';

/** Quoted sentences that two texts have in common, from which on it shows whether they print one record. */
const FEWEST = 6;

interface Common {
  readonly all: number;
  readonly altered: number;
}

const ofDocuments = new Facts<Document, { readonly serial: number; readonly byPath: ReadonlyMap<string, Common> }>();

/**
 * Whether a text and another each put what was said into words of their own, as translations and retellings do: of many
 * quoted sentences that both have, most differ.
 */
export function isRendering(document: Document, other: string, corpus: Corpus): boolean {
  let known = ofDocuments.get(document);
  if (known?.serial !== corpus.serial) {
    ofDocuments.set(document, (known = { serial: corpus.serial, byPath: commonOf(document, corpus) }));
  }
  const { all, altered } = known.byPath.get(other) ?? { all: 0, altered: 0 };
  return all >= FEWEST && altered > all / 2;
}

/** By the other text. */
function commonOf(document: Document, corpus: Corpus): ReadonlyMap<string, Common> {
  const byPath = new Map<string, Common>();
  for (const index of document.paragraphs.keys()) {
    for (const { matches } of corpus.get(quotationMatches).in(placed(document, index))) {
      for (const { other, comparison } of matches) {
        const { all, altered } = byPath.get(other.path) ?? { all: 0, altered: 0 };
        const isAltered = comparison.differences.some(({ kind }) => kind === 'altered');
        byPath.set(other.path, { all: all + 1, altered: altered + (isAltered ? 1 : 0) });
      }
    }
  }
  return byPath;
}
