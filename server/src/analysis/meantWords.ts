import type { Correction } from '../core/corrections.js';
import type { Corpus } from './corpus.js';
import { unlistedWords } from './unlistedWords.js';
import { vocabulary } from './vocabulary.js';

/** Share of the corpus in how likely a word is; the rest is how common it is in the language. */
const OWN_SHARE = 0.5;
/** Count of all words behind the table of frequencies, in its measure: ten times the logarithm. */
const ALL = 118;
/** What one unit of slips weighs; see `core/corrections.ts`. */
const WEIGHT = 48;
/** One edit from a word that no dictionary has, whichever edit it is. */
const ONE_EDIT = 0.9;

/**
 * Words that may be meant by one that no dictionary has, in small letters and the likeliest first: those of the
 * dictionary and those of the corpus itself, by how common they are in the language and, in equal parts, in the corpus.
 */
export function meantWords(word: string, corpus: Corpus): Correction[] {
  const { speller } = corpus.resources;
  const lower = keyOf(word);
  const words = corpus.get(vocabulary);
  const score = (meant: string, frequency: number, cost: number) => {
    const own = meant.includes(' ') ? 0 : words.count(meant) / Math.max(1, words.total);
    const language = frequency > 0 ? 10 ** ((frequency - ALL) / 10) : 0;
    const chance = own > 0 ? OWN_SHARE * own + (1 - OWN_SHARE) * language : language;
    return { word: meant, cost, score: 10 * Math.log10(chance) + ALL - WEIGHT * cost };
  };
  const listed = speller.corrections(lower).map(({ word: meant, cost, score: plain }) => {
    const frequency = plain + WEIGHT * cost;
    return score(meant, frequency, cost);
  });
  const unlisted = corpus.get(unlistedWords);
  const own = lower.length < 5 ? [] : unlisted.near(lower, 1).filter((meant) => isElsewhere(meant, lower, corpus));
  return [...listed, ...own.map((meant) => score(meant, 0, ONE_EDIT))].sort(
    (a, b) => b.score - a.score || (a.word < b.word ? -1 : 1),
  );
}

/** What takes long of `meantWords`, and is the same in every corpus. */
export function prepareMeantWords(word: string, { resources }: Corpus): void {
  resources.speller.corrections(keyOf(word));
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/’/g, "'");
}

/** A word of the corpus’s own counts where more texts write it than write the other. */
function isElsewhere(meant: string, word: string, corpus: Corpus): boolean {
  const unlisted = corpus.get(unlistedWords);
  return unlisted.pathsOf(meant).size > unlisted.pathsOf(word).size;
}
