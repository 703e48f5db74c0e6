import type { Corpus } from '../analysis/corpus.js';
import { sentenceAt } from '../analysis/sentenceAt.js';
import { COUNTRIES } from '../core/roleWords.js';
import { wordPieces } from '../core/wordPieces.js';
import type { Check } from './judge.js';

/**
 * Whether two sentences speak of two countries: each names one, or its people, that the other does not. “Sales in Norway rose by
 * 6 percent” and “Swedish sales rose by 8 percent” are two figures.
 */
export const areOfTwoCountries: Check = (here, there, corpus) => {
  const [own, theirs] = [here, there].map((place) => countriesIn(sentenceAt(place, corpus).text, corpus));
  if (!own || !theirs) return false;
  return lacksOne(own, theirs) && lacksOne(theirs, own);
};

function lacksOne(own: readonly string[], theirs: readonly string[]): boolean {
  return own.some((one) => !theirs.some((other) => areOne(one, other)));
}

const IN_FULL: Readonly<Record<string, string>> = { 'united states': 'us', 'united kingdom': 'uk' };

function countriesIn(text: string, { resources: { nameLists } }: Corpus): string[] {
  const words = wordPieces(text).filter(({ text: word }) => /^\p{Lu}/u.test(word));
  return words.flatMap((word, index): string[] => {
    const next = words[index + 1];
    const lower = word.text.toLowerCase().replace(/'s?$/, '');
    const both = next && text.slice(word.end, next.start) === ' ' ? `${lower} ${next.text.toLowerCase()}` : '';
    const pair = both.replace(/'s?$/, '');
    if (nameLists.country.has(pair) || IN_FULL[pair]) return [IN_FULL[pair] ?? pair];
    if (/^U[SK](?:'s)?$/.test(word.text)) return [lower];
    const single = COUNTRIES[lower] ?? COUNTRIES[lower.replace(/s$/, '')];
    if (single) return [single];
    return nameLists.country.has(lower) || nameLists.demonym.has(lower) ? [lower] : [];
  });
}

/** Letters with which a people and its country begin: Norway, Norwegians. */
const SAME_LETTERS = 4;

function areOne(one: string, other: string): boolean {
  return one === other || one.slice(0, SAME_LETTERS) === other.slice(0, SAME_LETTERS);
}
