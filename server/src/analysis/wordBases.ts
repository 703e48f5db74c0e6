import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Resources } from './resources.js';
import { wordedSentences } from './wordedSentences.js';

const ofDocuments = new Facts<Document, ReadonlyMap<string, number>>();
const ofParagraphs = new Facts<Paragraph, readonly string[]>();

/** How often a document has each word, by its base form; names and small words are left out. */
export function basesOf(document: Document, resources: Resources): ReadonlyMap<string, number> {
  const known = ofDocuments.get(document);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const paragraph of document.paragraphs) {
    for (const base of basesIn(paragraph, resources)) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  ofDocuments.set(document, counts);
  return counts;
}

function basesIn(paragraph: Paragraph, resources: Resources): readonly string[] {
  let bases = ofParagraphs.get(paragraph);
  if (!bases) {
    bases = wordedSentences(paragraph, resources).flatMap(({ words }) =>
      words.filter(({ kind }) => kind === 'content' || kind === 'other').map(({ base }) => base),
    );
    ofParagraphs.set(paragraph, bases);
  }
  return bases;
}
