import { chanceOfExchange } from '../core/departureModel.js';
import { placed, type Document } from '../core/document.js';
import { oddsOfSpinning, type SpinSigns } from '../core/rewritingModel.js';
import type { Corpus } from './corpus.js';
import { rewritingOdds } from './rewriting.js';
import { partnersOf, wordDepartures } from './wordDepartures.js';
import { oddWords } from './wordOddness.js';

/** Log odds that a program exchanged words of a text for related ones: what texts of a story are ranked by. */
export function spinningOdds(document: Document, corpus: Corpus): number {
  return oddsOfSpinning(spinSigns(document, corpus));
}

/** What a text without words counts as, and how many words it takes to weigh as much. */
const PRIOR = 20;
const USUAL = 0.05;

export function spinSigns(document: Document, corpus: Corpus): SpinSigns & { readonly words: number } {
  let [sum, count, words] = [0, 0, 0];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    words += oddWords(paragraph, corpus.resources).read;
    for (const { signs } of wordDepartures(placed(document, index), corpus)) {
      sum += chanceOfExchange({ ...signs, rewriting: 0 });
      count++;
    }
  }
  const prior = sum + PRIOR * USUAL;
  return {
    rewriting: rewritingOdds(document, partnersOf(document.path, corpus), corpus.resources),
    departing: prior / (words + PRIOR),
    meanChance: prior / (count + PRIOR),
    words,
  };
}
