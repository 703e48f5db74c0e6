import { sentenceAt } from '../analysis/sentenceAt.js';
import { quantitiesIn, type Quantity } from '../core/quantities.js';
import type { Check } from './judge.js';

/** What is quoted on a market, and what it does there. */
const QUOTED =
  /\b(?:shares|stocks?|index(?:es)?|indices|futures|yields?|bonds?|treasury|treasuries|crude|barrel|bullion|currency|dollar|euro|yen|sterling|yuan|rupee|trading)\b/i;
const MOVES =
  /\b(?:rose|rise|rises|risen|fell|falls?|fallen|gain(?:s|ed)?|lost|loses?|climb(?:s|ed)?|drop(?:s|ped)?|slip(?:s|ped)?|eas(?:es|ed)|jump(?:s|ed)?|advanc(?:es|ed)|declin(?:es|ed)|tumbl(?:es|ed)|slid(?:es)?|plung(?:es|ed)|surg(?:es|ed)|soar(?:s|ed)?|strengthen(?:s|ed)|weaken(?:s|ed)|clos(?:es?|ed|ing)|trad(?:es?|ed|ing)|up|down|higher|lower|below|unchanged)\b/i;
/** A change told both ways, or with what came of it: “63 cents, or 4 percent”, “4 percent to $16.90”. */
const TOLD_TWICE =
  /\d(?:\s\p{L}{1,12}){0,4},?\sor\s\S?\d[\d.]{0,6}\s?(?:%|per\s?cent|points?|cents|pence)|(?:%|per\s?cent|points|cents|pence)\sto\s\p{L}?[$£€¥]\d/iu;
/** Units of prices, of changes and of volumes, as `Quantity.unit` has them; levels of an index have none. */
const PRICED = /^(?:[$£€¥%]|point|cent|pence|penny|yen|share|ounc|barrel|)$/;
/** A slip is made in one number; a price, its change and their share move together. */
const LEAST_MOVED = 2;

/**
 * Whether two sentences on a market tell of two moments, or of two prices: none of their figures is the same, or two and
 * more are others.
 */
export const areOfTwoMoments: Check = (here, there, corpus) => {
  const [a, b] = [sentenceAt(here, corpus).text, sentenceAt(there, corpus).text];
  if (![a, b].every((text) => QUOTED.test(text) || TOLD_TWICE.test(text)) || ![a, b].some((text) => MOVES.test(text)))
    return false;
  const [own, theirs] = [pricesIn(a), pricesIn(b)];
  const [moved, others] = [without(own, theirs), without(theirs, own)];
  const isAnySame = moved.length < own.length;
  return Math.min(moved.length, others.length) >= (isAnySame ? LEAST_MOVED : 1);
};

function pricesIn(text: string): Quantity[] {
  return quantitiesIn(text).filter(({ unit }) => PRICED.test(unit));
}

function without(all: readonly Quantity[], others: readonly Quantity[]): Quantity[] {
  return all.filter(({ least, most }) => !others.some((other) => other.least === least && other.most === most));
}
