import type { Document } from '../core/document.js';
import { furnitureIn } from '../core/furniture.js';
import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { stemsFor } from './stems.js';
import { unitsOf } from './units.js';

/** The sentences of a document that count as text, in order: headlines do, web furniture does not. */
export function sentencePlaces(corpus: Corpus, document: Document): Place[] {
  const { path } = document;
  const { starts, ends, count } = unitsOf(corpus.document(path) ?? document, stemsFor(corpus.resources));
  const leads = leadsOf(corpus.document(path) ?? document);
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [starts[index] ?? 0, ends[index] ?? 0];
    return { path, start: Math.min(leads.get(start) ?? start, end), end };
  });
}

/** Where the words begin in a paragraph with something of its page in front, by where the paragraph begins. */
function leadsOf({ paragraphs, offsets }: Document): Map<number, number> {
  const leads = new Map<number, number>();
  for (const [index, paragraph] of paragraphs.entries()) {
    const [lead] = furnitureIn(paragraph);
    const start = offsets[index] ?? 0;
    if (!lead) continue;
    const words = paragraph.text.slice(lead.end).trimStart();
    leads.set(start, start + paragraph.text.length - words.length);
  }
  return leads;
}

/** Index of the sentence at `offset`, else of the last one before it; −1 before the first. Ascending places. */
export function sentenceBefore(sentences: readonly Place[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
