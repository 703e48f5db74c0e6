import type { Corpus } from '../analysis/corpus.js';
import type { Steps } from '../analysis/steps.js';
import { placedAt, type Document, type Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { quantitiesIn, type Quantity } from '../core/quantities.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { Place } from '../core/span.js';
import { isPublicationStamp } from '../core/stamps.js';

const ofParagraphs = new Facts<Paragraph, readonly Quantity[]>();

/** What a paragraph counts, in order; spans relative to it. Read once. */
export function countsOf(paragraph: Paragraph): readonly Quantity[] {
  let known = ofParagraphs.get(paragraph);
  if (!known) {
    known = isPublicationStamp(paragraph.text) ? [] : quantitiesIn(paragraph.text);
    ofParagraphs.set(paragraph, known);
  }
  return known;
}

/** What the sentence of a place counts; spans relative to its paragraph. */
export function countsBeside({ path, start }: Place, corpus: Corpus): readonly Quantity[] {
  const document = corpus.document(path);
  const here = document && placedAt(document, start);
  if (!here) return [];
  const sentences = sentencesOf(here.paragraph);
  const sentence = sentences[sentenceIndexAt(sentences, start - here.start)];
  return sentence
    ? countsOf(here.paragraph).filter((count) => count.start >= sentence.start && count.end <= sentence.end)
    : [];
}

/** A count, and the index of its paragraph. */
export interface PlacedCount {
  readonly count: Quantity;
  readonly index: number;
}

const ofDocuments = new Facts<Document, ReadonlyMap<string, readonly PlacedCount[]>>();

/** Reads a text in steps, so that `countsByUnit` has it at hand; one that is known costs nothing. */
export function* readCounts(document: Document): Steps<void> {
  if (ofDocuments.has(document)) return;
  for (const [index, paragraph] of document.paragraphs.entries()) {
    countsOf(paragraph);
    yield index / document.paragraphs.length;
  }
  countsByUnit(document);
}

/** All counts of a text, by what is counted. */
export function countsByUnit(document: Document): ReadonlyMap<string, readonly PlacedCount[]> {
  let known = ofDocuments.get(document);
  if (!known) {
    const byUnit = new Map<string, PlacedCount[]>();
    for (const [index, paragraph] of document.paragraphs.entries()) {
      for (const count of countsOf(paragraph)) {
        const same = byUnit.get(count.unit);
        if (same) same.push({ count, index });
        else byUnit.set(count.unit, [{ count, index }]);
      }
    }
    ofDocuments.set(document, (known = byUnit));
  }
  return known;
}
