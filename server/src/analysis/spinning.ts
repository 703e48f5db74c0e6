import { chanceOfExchange, isPlainlyRewritten } from '../core/departureModel.js';
import { placed, type Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { oddsOfSpinning, type SpinSigns } from '../core/rewritingModel.js';
import type { Corpus } from './corpus.js';
import { rewritingOdds } from './rewriting.js';
import { partnersOf, wordDepartures } from './wordDepartures.js';
import { oddWords } from './wordOddness.js';

/** Log odds that a program exchanged words of a text for related ones: what texts of a story are ranked by. */
export function spinningOdds(document: Document, corpus: Corpus): number {
  return oddsOfSpinning(spinSigns(document, corpus));
}

const latest = new Facts<Document, { readonly serial: number; readonly isSpun: boolean }>();

/** Whether both say so: the words of a text by themselves, and with those that others have otherwise. */
export function isPlainlySpun(document: Document, corpus: Corpus): boolean {
  let known = latest.get(document);
  if (known?.serial !== corpus.serial) {
    const partners = partnersOf(document.path, corpus);
    const isRewritten = () => isPlainlyRewritten(rewritingOdds(document, partners, corpus.resources));
    const isSpun = partners.length > 0 && isRewritten() && spinningOdds(document, corpus) >= PLAINLY_SPUN;
    latest.set(document, (known = { serial: corpus.serial, isSpun }));
  }
  return known.isSpun;
}

const PLAINLY_SPUN = 2;

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
