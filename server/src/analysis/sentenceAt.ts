import { placedAt } from '../core/document.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';

/** The sentence that a place begins in: its text, and where it begins in the document. */
export function sentenceAt({ path, start }: Place, corpus: Corpus): { readonly text: string; readonly start: number } {
  const document = corpus.document(path);
  const here = document && placedAt(document, start);
  if (!here) return { text: '', start: 0 };
  const sentences = sentencesOf(here.paragraph);
  const sentence = sentences[sentenceIndexAt(sentences, start - here.start)];
  if (!sentence) return { text: '', start: 0 };
  return { text: here.paragraph.text.slice(sentence.start, sentence.end), start: here.start + sentence.start };
}

/** The same as a place. */
export function sentenceAround(place: Place, corpus: Corpus): Place {
  const { text, start } = sentenceAt(place, corpus);
  return { path: place.path, start, end: start + text.length };
}
