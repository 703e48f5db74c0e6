import type { PlacedParagraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import type { Span } from '../core/span.js';
import { wordsIn } from '../core/tokens.js';
import { collations } from './collations.js';
import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import type { WordPlace } from './wordPlaces.js';

/** A word that other sources write in the place of one at hand, the places in which they do. */
export interface SlotReading {
  readonly word: string;
  readonly places: readonly WordPlace[];
}

/** Slips between a word and what stands in its place elsewhere; more of them are another word. */
const MOST_SLIPS = 2;

/**
 * What other sources write in the place of a word of a paragraph (`span` is relative to it), where it is that word but
 * for a slip or two; that of most lineages first. A copy of the same text tells best what was meant.
 */
export function slotReadings(span: Span, here: PlacedParagraph, corpus: Corpus): SlotReading[] {
  const { paragraph } = here;
  const known = corpus.get(lineages);
  const word = paragraph.text.slice(span.start, span.end);
  const most = Math.min(MOST_SLIPS, Math.floor(word.length / 4));
  const found = new Map<string, WordPlace[]>();
  for (const { a, b, slots } of corpus.get(collations).in(here)) {
    if (a.start > span.start || a.end < span.end) continue;
    const at = span.start - a.start;
    const slot = slots.find((one) => one.kind !== 'same' && one.a && one.a.start <= at && at < one.a.end);
    if (!slot?.b) continue;
    const start = b.start + slot.b.start;
    for (const token of wordsIn(corpus.document(b.path)?.text.slice(start, b.start + slot.b.end) ?? '')) {
      if (token.text === word || editDistance(word.toLowerCase(), token.text.toLowerCase(), most) > most) continue;
      const place = { path: b.path, start: start + token.start, end: start + token.end, text: token.text };
      found.set(token.text, [...(found.get(token.text) ?? []), place]);
    }
  }
  const support = (places: readonly WordPlace[]) => known.count(places.map(({ path }) => path));
  return [...found]
    .map(([reading, places]) => ({ word: reading, places }))
    .sort((x, y) => support(y.places) - support(x.places) || (x.word < y.word ? -1 : 1));
}
