import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { meantWords } from '../analysis/meantWords.js';
import { unlistedWords, type Unlisted } from '../analysis/unlistedWords.js';
import { vocabulary } from '../analysis/vocabulary.js';
import { capitalised } from '../core/capitalised.js';
import type { Correction } from '../core/corrections.js';
import type { Speller } from '../core/speller.js';
import { isLikelierThanName } from './capitalSlips.js';

/** Scores (see `core/corrections.ts`) below which a word resembles nothing; a long word may hold several slips. */
const LEAST_SCORE = -20;
const EACH_LETTER = 4;
const LEAST_OF_ALL = -44;

/** Words that are offered for one. */
export const MOST_SUGGESTIONS = 5;

/**
 * Words that may be meant by one that no dictionary has, the likeliest first, in its own letters; none where it may be right: as
 * a name, a term, a form of one, or because an independent source writes it, too.
 * @param text the paragraph
 * @param path of its document
 */
export function correctionsOf(unlisted: Unlisted, text: string, path: string, corpus: Corpus): string[] {
  const { word } = unlisted;
  if (/^\p{Lu}{2}/u.test(word)) return correctionsOfCapitals(word, text, corpus);
  if (/^\p{Ll}+\p{Lu}/u.test(word)) return correctionsOfStrayCapital(word, corpus);
  const isCapital = /^\p{Lu}/u.test(word);
  const meant = meantWords(word, corpus).filter((one) => isPossible(one, corpus.resources.speller));
  const [best] = meant;
  if (!best || isAttested(word, best, path, corpus)) return [];
  if (isCapital) {
    const likely = meant.filter((one) => isLikelierThanName(one, unlisted, text, corpus));
    return likely.slice(0, MOST_SUGGESTIONS).map((one) => capitalised(one.word));
  }
  if (isInflected(word, path, corpus) || isPluralOfRare(word, best, corpus.resources.speller)) return [];
  if (best.score < leastScore(word) || isOwnTerm(word, best, corpus)) return [];
  return meant.slice(0, MOST_SUGGESTIONS).map((one) => one.word);
}

function leastScore(word: string): number {
  return Math.max(LEAST_OF_ALL, LEAST_SCORE - EACH_LETTER * Math.max(0, word.length - 7));
}

function isPossible({ word }: Correction, speller: Speller): boolean {
  return /^[a-z' ]+$/.test(word) && (word.includes(' ') || word.length > 2 || speller.frequency(word) >= 85);
}

/** An independent source writes it too, and the word that it resembles is not so common that both may be wrong. */
function isAttested(word: string, best: Correction, path: string, corpus: Corpus): boolean {
  const known = corpus.get(lineages);
  const paths = corpus.get(unlistedWords).pathsOf(word);
  if (paths.size < (paths.has(path) ? 2 : 1)) return false;
  if (![...paths].some((other) => !known.areOne(path, other))) return false;
  const isCommonSlip =
    word === word.toLowerCase() && best.cost <= 1 && corpus.resources.speller.frequency(best.word) >= 70;
  return !isCommonSlip || corpus.get(vocabulary).documents(best.word) < 2 * paths.size;
}

/** “airframers”, where an independent source writes “airframer”. */
function isInflected(word: string, path: string, corpus: Corpus): boolean {
  const known = corpus.get(unlistedWords);
  const bare = ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return bare.some((form) => [...known.pathsOf(form)].some((other) => other !== path));
}

const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'er', 'ers'];

/** Above this (see `Speller.frequency`), a dictionary that has no plural of a word knows that there is none. */
const MOST_OF_RARE = 50;
const SHORTEST_OF_RARE = 5;

/** “Palstaves”: dictionaries leave out plurals of terms, but not of words that everybody writes. */
function isPluralOfRare(word: string, { word: singular }: Correction, speller: Speller): boolean {
  return word === `${singular}s` && singular.length >= SHORTEST_OF_RARE && speller.frequency(singular) < MOST_OF_RARE;
}

/** A writer who puts a rare word again and again means it. */
function isOwnTerm(word: string, best: Correction, corpus: Corpus): boolean {
  const words = corpus.get(vocabulary);
  const own = words.count(word);
  return own >= 3 && words.count(best.word) <= own && corpus.resources.speller.frequency(best.word) < 60;
}

/** Headlines in capitals: only what is sure, since names and abbreviations stand among them. */
function correctionsOfCapitals(word: string, text: string, corpus: Corpus): string[] {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const isHeadline = words.length >= 3 && words.filter((one) => one === one.toUpperCase()).length >= words.length * 0.8;
  if (!isHeadline || word.length < 5 || corpus.get(vocabulary).count(word) > 1) return [];
  const { speller } = corpus.resources;
  const sure = meantWords(word, corpus).filter((one) => one.cost <= 1 && speller.frequency(one.word) >= 75);
  return sure.slice(0, MOST_SUGGESTIONS).map((one) => one.word.toUpperCase());
}

/** “coVuld”, “thYe”: a capital that strayed into a common word. */
function correctionsOfStrayCapital(word: string, corpus: Corpus): string[] {
  const { speller } = corpus.resources;
  if (corpus.get(vocabulary).count(word) > 1) return [];
  const at = word.search(/\p{Lu}/u);
  // Brands: iPhone, eBay.
  if (at === 1 && /^[ie]/.test(word)) return [];
  const forms = [word.slice(0, at) + word.slice(at + 1), word.toLowerCase()];
  return forms.filter((form) => form.length > 1 && speller.isWord(form) && speller.frequency(form) >= 62);
}
