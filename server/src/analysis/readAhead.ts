import type { Document } from '../core/document.js';
import { quotationsOf } from '../core/quotations.js';
import { sentencesOf } from '../core/sentences.js';
import type { Corpus } from './corpus.js';
import { stemsFor } from './stems.js';
import { each, type Steps } from './steps.js';
import { unitsOfParagraph } from './units.js';
import { unlistedIn } from './unlistedWords.js';

/** UTF-16 units from which on what is asked of a text as a whole is prepared in steps. */
const LARGE = 200_000;

export function isLarge({ text }: Document): boolean {
  return text.length > LARGE;
}

/** The facts of the paragraphs of large texts, in steps, so that indexes then have them at hand. */
export function* readAhead({ documents, resources }: Corpus): Steps<void> {
  const stems = stemsFor(resources);
  const large = [...documents.values()].filter(isLarge);
  const paragraphs = large.flatMap((document) => document.paragraphs);
  yield* each(paragraphs, paragraphs.length, (paragraph) => {
    sentencesOf(paragraph);
    quotationsOf(paragraph);
    unlistedIn(paragraph, resources.speller, 'both');
    unitsOfParagraph(paragraph, stems);
  });
}
