import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { proseOf } from '../core/prose.js';
import { each, type Steps } from './steps.js';

/** What a tokeniser leaves when its pieces are joined again: “wo n’t”, “11, 000”, “one- on- one”, “Workers ‘ Party”. */
const MARK =
  /\p{L} n['’]t(?!\p{L})|(?<!\d)\d{1,3}, \d{3}(?!\d)|\p{Ll}- \p{Ll}+-|\p{L} [‘’'](?=\s)|\( \p{L}|\p{L} ['’]s(?!\p{L})|\p{L} [,.;](?=\s|$)|\p{L}['’]\s?[”"] ?\p{L}/gu;

const ofParagraphs = new Facts<Paragraph, number>();
const ofDocuments = new Facts<Document, number>();

/** In as many words a single mark is a slip of the keyboard. */
const FEWEST_WORDS = 500;

/** Such marks in a thousand words. A text that passed through a rewriting program often has them. */
export function debrisOf(document: Document): number {
  let density = ofDocuments.get(document);
  if (density === undefined) {
    const marks = document.paragraphs.reduce((sum, paragraph) => sum + marksIn(paragraph), 0);
    const words = Math.max(FEWEST_WORDS, document.text.length / 6);
    ofDocuments.set(document, (density = (1000 * marks) / words));
  }
  return density;
}

/** What takes long of it, in steps. */
export function* prepareDebris({ paragraphs }: Document): Steps<void> {
  yield* each(paragraphs, paragraphs.length, marksIn);
}

function marksIn(paragraph: Paragraph): number {
  let marks = ofParagraphs.get(paragraph);
  if (marks === undefined) ofParagraphs.set(paragraph, (marks = proseOf(paragraph).match(MARK)?.length ?? 0));
  return marks;
}
