import type { Document, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Span } from '../core/span.js';
import { endingOf } from '../core/wordForms.js';
import type { Corpus } from './corpus.js';
import type { Resources } from './resources.js';
import { vocabulary } from './vocabulary.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';
import { kinship } from './wordKinship.js';

/** A rare word that keeps strange company, where the text itself has the word that a thesaurus would exchange for it. */
export interface StrangeWord extends Span {
  readonly text: string;
  /** The word that suits the place, where the text has it. */
  readonly reading: Span & { readonly text: string };
}

/** The commonest words keep any company. */
const FIRST_RARE = 6000;
const MOST_COMPANY = 0.03;
const LEAST_GAIN = 0.16;
const LEAST_KINSHIP = 0.75;
/** By how much the other word must fit the place better, in log odds. */
const LEAST_FIT = 1.8;

/** “filibuster” in the Security Council, where three paragraphs on they “vetoed” a motion. */
export function strangeWords({ document, paragraph, start: offset }: PlacedParagraph, corpus: Corpus): StrangeWord[] {
  const { resources } = corpus;
  const kin = kinship(resources);
  const counts = corpus.get(vocabulary);
  const suspects: { readonly word: WordedWord; readonly sentence: WordedSentence }[] = [];
  for (const sentence of wordedSentences(paragraph, resources)) {
    for (const word of sentence.words) {
      if (word.kind !== 'content' || word.isFirst || word.rank < FIRST_RARE) continue;
      const isBare = word.normal === word.base && endingOf(word.normal) === '';
      if (isBare && counts.count(word.normal) <= 1) suspects.push({ word, sentence });
    }
  }
  return suspects.flatMap(({ word, sentence }): StrangeWord[] => {
    const company = companyOf(word, word, sentence, resources);
    if (company > MOST_COMPANY) return [];
    let best: { readonly word: WordedWord; readonly offset: number; readonly company: number } | undefined;
    for (const { word: other, offset: there } of contentWords(document, resources).values()) {
      if (other.base === word.base || other.baseRank < 0 || other.baseRank > word.rank) continue;
      if (!kin.areLinked(word, other) || kin.of(word, other) < LEAST_KINSHIP) continue;
      const better = companyOf(other, word, sentence, resources);
      if (better - company < LEAST_GAIN || better <= (best?.company ?? 0)) continue;
      best = { word: other, offset: there, company: better };
    }
    if (!best) return [];
    const expected = resources.substitutability.expected(sentence.sequence, word.place);
    const fit = (rank: number) => resources.substitutability.fit(expected, rank);
    if (fit(best.word.baseRank) - fit(word.rank) < LEAST_FIT) return [];
    const { start, end, text } = best.word;
    const reading = { start: best.offset + start, end: best.offset + end, text };
    return [{ start: offset + word.start, end: offset + word.end, text: word.text, reading }];
  });
}

interface OwnWord {
  readonly word: WordedWord;
  /** Where its paragraph starts. */
  readonly offset: number;
}

const ownWords = new Facts<Document, ReadonlyMap<string, OwnWord>>();

/** The first place of each content word of a document. */
function contentWords(document: Document, resources: Resources): ReadonlyMap<string, OwnWord> {
  const known = ownWords.get(document);
  if (known) return known;
  const own = new Map<string, OwnWord>();
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[index] ?? 0;
    for (const { words } of wordedSentences(paragraph, resources)) {
      for (const word of words) {
        if (word.kind === 'content' && !own.has(word.normal)) own.set(word.normal, { word, offset });
      }
    }
  }
  ownWords.set(document, own);
  return own;
}

/** Words to each side that are asked. */
const REACH = 8;

/** Mean cosine of a word with the words around a place; of its own kind there it counts only the others. */
function companyOf(word: WordedWord, at: WordedWord, { words }: WordedSentence, { wordVectors }: Resources): number {
  const index = words.indexOf(at);
  let [sum, total] = [0, 0];
  for (let other = Math.max(0, index - REACH); other <= index + REACH && other < words.length; other++) {
    const near = words[other];
    if (other === index || !near || near.rank < 0 || near.base === word.base) continue;
    if (near.kind === 'small' || near.kind === 'number') continue;
    const weight = near.weight / (1 + Math.abs(other - index) / 4);
    const cosine = (rank: number) => (rank < 0 ? 0 : wordVectors.cosine(rank, near.rank));
    sum += weight * Math.max(cosine(word.rank), word.base === word.normal ? -1 : cosine(word.baseRank));
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
