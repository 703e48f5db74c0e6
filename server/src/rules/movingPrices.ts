import type { Corpus } from '../analysis/corpus.js';
import { sentenceAt } from '../analysis/sentenceAt.js';
import type { Quantity } from '../core/quantities.js';
import type { Place } from '../core/span.js';
import { countsBeside } from './countsInText.js';
import type { Check } from './judge.js';

/** What is quoted on a market, and what it does there. */
const QUOTED =
  /\b(?:shares|stocks?|index(?:es)?|indices|futures|yields?|bonds?|treasury|treasuries|crude|barrel|bullion|currency|dollar|euro|yen|sterling|yuan|rupee|trading)\b/i;
const MOVES =
  /\b(?:rose|rise|rises|risen|fell|falls?|fallen|gain(?:s|ed)?|lost|loses?|climb(?:s|ed)?|drop(?:s|ped)?|slip(?:s|ped)?|eas(?:es|ed)|jump(?:s|ed)?|advanc(?:es|ed)|declin(?:es|ed)|tumbl(?:es|ed)|slid(?:es)?|plung(?:es|ed)|surg(?:es|ed)|soar(?:s|ed)?|strengthen(?:s|ed)|weaken(?:s|ed)|clos(?:es?|ed|ing)|trad(?:es?|ed|ing)|up|down|higher|lower|below|unchanged)\b/i;
/** A change told both ways, or with what came of it: “63 cents, or 4 percent”, “4 percent to $16.90”. */
const TOLD_TWICE =
  /\d(?:\s\p{L}{1,12}){0,4},?\sor\s\S?\d[\d.]{0,6}\s?(?:%|per\s?cent|points?|cents|pence)|(?:%|per\s?cent|points|cents?|pence)\sto\s(?:\p{L}?[$£€¥]\d|\d[\d.]{0,8}\s(?:cents|pence|points)\b)/iu;
/** Units of prices, of changes and of volumes, as `Quantity.unit` has them; levels of an index have none. */
const PRICED = /^(?:[$£€¥%]|point|cent|pence|penny|yen|shar|ounc|barrel|)$/;
/** A slip is made in one number; a price, its change and their share move together. */
const LEAST_MOVED = 2;

/**
 * Whether two sentences on a market tell of two moments, or of two prices: none of their figures is the same, two and more
 * are others, or they say how much was traded so far.
 */
export const areOfTwoMoments: Check = (here, there, corpus) => {
  if (isVolume(here, corpus) && isVolume(there, corpus)) return true;
  const [a, b] = [sentenceAt(here, corpus).text, sentenceAt(there, corpus).text];
  if (![a, b].every((text) => QUOTED.test(text) || TOLD_TWICE.test(text)) || ![a, b].some((text) => MOVES.test(text)))
    return false;
  const [own, theirs] = [pricesAt(here, corpus), pricesAt(there, corpus)];
  const [moved, others] = [without(own, theirs), without(theirs, own)];
  const isAnySame = moved.length < own.length;
  return Math.min(moved.length, others.length) >= (isAnySame ? LEAST_MOVED : 1);
};

const TRADED = /^\sshares?\s(?:(?:had|have|were|was)\s)?(?:changed hands|traded|exchanged)\b/i;
const VOLUME_BEFORE = /\bvolume (?:of|was|at|reached|totall?ed)(?: \p{L}+){0,2} $/iu;

/** “Some 11 million shares changed hands”: it grows until the market closes. */
function isVolume(place: Place, corpus: Corpus): boolean {
  const { text, start } = sentenceAt(place, corpus);
  const [from, to] = [place.start - start, place.end - start];
  return TRADED.test(text.slice(to, to + 40)) || VOLUME_BEFORE.test(text.slice(Math.max(0, from - 60), from));
}

function pricesAt(place: Place, corpus: Corpus): Quantity[] {
  return countsBeside(place, corpus).filter(({ unit }) => PRICED.test(unit));
}

function without(all: readonly Quantity[], others: readonly Quantity[]): Quantity[] {
  return all.filter(({ least, most }) => !others.some((other) => other.least === least && other.most === most));
}
