import { placedAt } from '../core/document.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';

/** The text of the sentence that a place begins in. */
export function sentenceAt({ path, start }: Place, corpus: Corpus): string {
  const document = corpus.document(path);
  const here = document && placedAt(document, start);
  if (!here) return '';
  const sentences = sentencesOf(here.paragraph);
  const sentence = sentences[sentenceIndexAt(sentences, start - here.start)];
  return sentence ? here.paragraph.text.slice(sentence.start, sentence.end) : '';
}
