import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Resources } from './resources.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';

/** A place where a document has a word. */
export interface Occurrence {
  readonly word: WordedWord;
  readonly sentence: WordedSentence;
  /** Of the word among those of its sentence. */
  readonly index: number;
  readonly document: Document;
  /** Where its paragraph starts in the document. */
  readonly offset: number;
}

/** Places of one word that are kept, the first: nobody needs more to see how it is used. */
const MOST_OF_WORD = 16;

const known = new Facts<Document, ReadonlyMap<string, readonly Occurrence[]>>();

/** Where a document has each word of the table of vectors, by its base form; names and small words are left out. */
export function occurrencesIn(document: Document, resources: Resources): ReadonlyMap<string, readonly Occurrence[]> {
  const earlier = known.get(document);
  if (earlier) return earlier;
  const found = new Map<string, Occurrence[]>();
  for (const [at, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[at] ?? 0;
    for (const sentence of wordedSentences(paragraph, resources)) {
      for (const [index, word] of sentence.words.entries()) {
        if (word.kind !== 'content' || word.rank < 0) continue;
        const places = found.get(word.base);
        const place = { word, sentence, index, document, offset };
        if (!places) found.set(word.base, [place]);
        else if (places.length < MOST_OF_WORD) places.push(place);
      }
    }
  }
  known.set(document, found);
  return found;
}
