import { quotationsOf } from '../core/quotations.js';
import { sentencesOf } from '../core/sentences.js';
import type { Corpus } from './corpus.js';
import { stemsFor } from './stems.js';
import { each, type Steps } from './steps.js';
import { unitsOfParagraph } from './units.js';
import { unlistedIn } from './unlistedWords.js';

/** UTF-16 units of a text that an index would take up in one long step. */
const LARGE = 200_000;

/** The facts of the paragraphs of large texts, in steps, so that indexes then have them at hand. */
export function* readAhead({ documents, resources }: Corpus): Steps<void> {
  const stems = stemsFor(resources);
  const large = [...documents.values()].filter(({ text }) => text.length > LARGE);
  const paragraphs = large.flatMap((document) => document.paragraphs);
  yield* each(paragraphs, paragraphs.length, (paragraph) => {
    sentencesOf(paragraph);
    quotationsOf(paragraph);
    unlistedIn(paragraph, resources.speller, 'both');
    unitsOfParagraph(paragraph, stems);
  });
}
