import type { Speller } from './speller.js';

/** A word of one spelling of English, and the same word in the other. */
export interface DialectPair {
  readonly isAmerican: boolean;
  readonly otherwise: string;
}

interface Spelling {
  readonly british: RegExp;
  readonly american: RegExp;
  readonly pair: readonly [british: string, american: string];
}

function spelling(british: string, american: string, before: string, endings: string): Spelling {
  const at = (letters: string) => new RegExp(`(?<=${before})${letters}(?=(?:${endings})$)`, 'u');
  return { british: at(british), american: at(american), pair: [british, american] };
}

/** Where the spellings differ by a rule, with what stands before and behind; rarer words say too little. */
const SPELLINGS: readonly Spelling[] = [
  spelling('our', 'or', '\\p{Ll}{2}', '|s|ed|ing|able|ably|ite|ites|ful|less|hood|hoods|er|ers|y'),
  spelling('re', 'er', '\\p{Ll}{2}[bct]', '|s|d'),
  spelling('ys', 'yz', '\\p{Ll}{2}', 'e|es|ed|er|ers|ing'),
  spelling('is', 'iz', '\\p{Ll}{3}', 'e|es|ed|er|ers|ing|ation|ations'),
  spelling('ll', 'l', '\\p{Ll}{2}[aeiou]', 'ed|ing|er|ers'),
  spelling('ogramme', 'ogram', '\\p{Ll}', '|s'),
  spelling('efence', 'efense', '\\p{Ll}', '|s'),
];

/** Frequency (see Speller) that both forms have at least: lists of words also hold rare ones of the other spelling. */
const LEAST_KNOWN = 55;

/**
 * The same word in the other spelling, if this one belongs to one of them. The dictionaries show that the two are one
 * word: one of them is wrong in one dialect. “organize” is British as well, so it has no pair, while “organise” has.
 */
export function dialectPair(word: string, speller: Speller): DialectPair | undefined {
  for (const { british, american, pair } of SPELLINGS) {
    if (british.test(word)) {
      const otherwise = word.replace(british, pair[1]);
      const isOne = !speller.isWord(otherwise, 'en-GB') || !speller.isWord(word, 'en-US');
      if (isOne && isPair(word, otherwise, speller)) return { isAmerican: false, otherwise };
    }
    if (american.test(word)) {
      const otherwise = word.replace(american, pair[0]);
      if (!speller.isWord(word, 'en-GB') && isPair(otherwise, word, speller)) return { isAmerican: true, otherwise };
    }
  }
  return undefined;
}

function isPair(british: string, american: string, speller: Speller): boolean {
  const isKnown = Math.min(speller.frequency(british), speller.frequency(american)) >= LEAST_KNOWN;
  return isKnown && speller.isWord(british, 'en-GB') && speller.isWord(american, 'en-US');
}
