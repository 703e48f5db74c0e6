import { placed, type Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Corpus } from './corpus.js';
import { kindredSentences } from './kindredSentences.js';
import { tellersOf } from './wordDepartures.js';
import { wordedSentences } from './wordedSentences.js';

/** Told in fewer of its sentences, a text has a topic in common with the others, and no story. */
const LEAST_SHARE = 0.2;

const known = new Facts<Document, { readonly serial: number; readonly share: number }>();

/** Whether others tell enough of what a text says for its words to be held against theirs. */
export function isToldElsewhere(document: Document, corpus: Corpus): boolean {
  let found = known.get(document);
  if (found?.serial !== corpus.serial) {
    known.set(document, (found = { serial: corpus.serial, share: toldShare(document, corpus) }));
  }
  return found.share >= LEAST_SHARE;
}

/** Share of the sentences that another teller has a parallel of. */
function toldShare(document: Document, corpus: Corpus): number {
  const tellers = tellersOf(document, corpus);
  let [told, count] = [0, 0];
  for (const index of document.paragraphs.keys()) {
    const { paragraph } = placed(document, index);
    const rows = tellers.map((other) => kindredSentences(paragraph, other, corpus.resources));
    for (const at of wordedSentences(paragraph, corpus.resources).keys()) {
      count++;
      if (rows.some((row) => row[at]?.some(({ isParallel }) => isParallel))) told++;
    }
  }
  return count === 0 ? 0 : told / count;
}
