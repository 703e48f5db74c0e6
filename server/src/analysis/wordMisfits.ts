import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { evidenceOfWord, type MisfitSigns } from '../core/misfitModel.js';
import type { Resources } from './resources.js';
import { each, type Steps } from './steps.js';
import { collocationOf } from './wordCollocation.js';
import { companyOf } from './wordCompany.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';
import { oddnessOf } from './wordOddness.js';

/** What the content words of a paragraph say of their text, each by its sentence alone. */
export interface WordMisfits {
  readonly bases: readonly string[];
  /** For each, log odds that they add to the text being spun, if they are words of nobody else. */
  readonly evidence: Float32Array;
}

const known = new Facts<Paragraph, WordMisfits>();

export function wordMisfits(paragraph: Paragraph, resources: Resources): WordMisfits {
  let found = known.get(paragraph);
  if (!found) {
    const bases: string[] = [];
    const evidence: number[] = [];
    for (const sentence of wordedSentences(paragraph, resources)) {
      for (const word of sentence.words) {
        // The first word of a sentence may be a name.
        if (word.kind !== 'content' || word.isFirst || word.baseRank < 0) continue;
        bases.push(word.base);
        evidence.push(evidenceOfWord(misfitSigns(word, sentence, resources)));
      }
    }
    known.set(paragraph, (found = { bases, evidence: Float32Array.from(evidence) }));
  }
  return found;
}

/** What takes long of it, for a whole text. */
export function* prepareMisfits({ paragraphs }: Document, resources: Resources): Steps<void> {
  yield* each(paragraphs, paragraphs.length, (paragraph) => wordMisfits(paragraph, resources));
}

export function misfitSigns(word: WordedWord, sentence: WordedSentence, resources: Resources): MisfitSigns {
  const { share, best } = oddnessOf(word, sentence.sequence, resources);
  const { own, best: bestCollocation } = collocationOf(word, sentence, resources);
  const company = companyOf(word, word, sentence, resources);
  return { oddness: share, bestNeighbour: best, company, collocation: own, bestCollocation };
}
