import { decodeTrie } from 'cspell-trie-lib';
import type { ReadTable } from './readTable.js';

/** The dictionary of the language. Says nothing of names, nor of what the corpus itself attests. */
export interface Speller {
  /** Whether a word, without possessive ending, is right in this capitalisation, in American or British spelling. */
  isWord(word: string): boolean;
  /** Whether the dictionary has the word with a small letter: an ordinary word, not only a name. */
  isOrdinary(word: string): boolean;
  /** How common a lower-case word is: ten times the logarithm of its count in a large corpus; 0 for an unknown one. */
  frequency(word: string): number;
  /** Listed words one edit away from a lower-case word, the likeliest first. */
  nearby(word: string): readonly string[];
  /** Corrections of a misspelled word, in lower case unless the dictionary has a capital, the likeliest first. */
  suggest(word: string, limit: number): string[];
}

/** What is right before any word: multi-polar, geo-politics, un-American. */
const PREFIX =
  /^(?:anti|auto|bi|bio|co|counter|cosmo|cyber|de|dis|eco|euro|ex|extra|geo|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|non|out|over|para|poly|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|under|uni)(?=\p{Ll}{4})/u;

/** Dictionary lookups and corrections. Both remember every word they were asked for: texts repeat themselves. */
export function spellerFrom(read: ReadTable): Speller {
  const tries = ['en_US.btrie.gz', 'en_GB.btrie.gz'].map((name) => decodeTrie(read(name)));
  const frequencies = readFrequencies(new TextDecoder().decode(read('word-frequencies.txt.gz')));
  const known = new Map<string, boolean>();
  const close = new Map<string, readonly string[]>();
  const distant = new Map<string, string[]>();

  const isListed = (word: string) => tries.some((trie) => trie.hasWord(word, true) || trie.hasWord(word, false));
  const isWord = (word: string): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = isListed(word) || isListed(word.toLowerCase()) || isDerived(word.toLowerCase(), isListed);
      known.set(word, answer);
    }
    return answer;
  };
  const isOrdinary = (word: string) => tries.some((trie) => trie.hasWord(word.toLowerCase(), true));
  const frequency = (word: string) => frequencies.get(word) ?? 0;
  const nearby = (word: string): readonly string[] => {
    let answer = close.get(word);
    if (!answer) close.set(word, (answer = oneEditAway(word, isListed, frequency)));
    return answer;
  };
  const suggest = (word: string, limit: number): string[] => {
    const lower = word.toLowerCase();
    const near = nearby(lower);
    if (near.length > 0) return near.slice(0, limit);
    // Two edits only where one is not enough: the dictionary's own search is slower by ten times.
    let answer = distant.get(lower);
    if (!answer) {
      const found = tries.flatMap((trie) => trie.suggest(lower, { numSuggestions: 4, timeout: 10 }));
      answer = [...new Set(found.map((one) => one.toLowerCase()))].sort((a, b) => frequency(b) - frequency(a));
      distant.set(lower, answer);
    }
    return answer.slice(0, limit);
  };
  return { isWord, isOrdinary, frequency, nearby, suggest };
}

function readFrequencies(table: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [level, ...words] = line.split(' ');
    for (const word of words) frequencies.set(word, Number(level));
  }
  return frequencies;
}

/** Words no dictionary lists because anyone can form them: with a prefix, or in the other spelling of -ise. */
function isDerived(word: string, isListed: (word: string) => boolean): boolean {
  const bare = word.replace(PREFIX, '');
  const forms = [word, bare].flatMap((form) => [form, form.replace(/is(?=e[srd]?$|ing$|ations?$)/, 'iz')]);
  return forms.some((form) => form !== word && form.length > 3 && isListed(form));
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** All listed words one edit away, by frequency less what the edit costs (Norvig's method with an error model). */
function oneEditAway(word: string, isListed: (word: string) => boolean, frequency: (word: string) => number): string[] {
  const costs = new Map<string, number>();
  const offer = (candidate: string, cost: number) => {
    if (candidate !== word && cost < (costs.get(candidate) ?? Infinity)) costs.set(candidate, cost);
  };
  for (let at = 0; at <= word.length; at++) {
    // The first letter is seldom wrong.
    const first = at === 0 ? 15 : 0;
    const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 1)];
    for (const letter of LETTERS) {
      const isDouble = letter === here || letter === word[at - 1];
      offer(before + letter + (here ?? '') + after, first + (isDouble ? 0 : 6));
      if (here !== undefined) offer(before + letter + after, first + (isVowel(here) && isVowel(letter) ? 5 : 9));
    }
    if (here === undefined) continue;
    offer(before + after, first + (here === next || here === word[at - 1] ? 0 : 6));
    if (next !== undefined) offer(before + next + here + word.slice(at + 2), first);
  }
  return [...costs]
    .filter(([candidate]) => candidate.length > 1 && isListed(candidate))
    .map(([candidate, cost]) => ({ candidate, score: frequency(candidate) - cost }))
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter);
}
