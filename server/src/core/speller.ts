import { decodeTrie } from 'cspell-trie-lib';
import { Corrections, type Correction } from './corrections.js';
import type { ReadTable } from './readTable.js';

/** Whose spelling is right: American, British, or both. */
export type Dialect = 'both' | 'en-US' | 'en-GB';

/** The dictionary of the language. Says nothing of names, nor of what the corpus itself attests. */
export interface Speller {
  /** Whether a word, without possessive ending, is right in this capitalisation; in both spellings unless one is named. */
  isWord(word: string, dialect?: Dialect): boolean;
  /** Whether the dictionary has the word with a small letter: an ordinary word, not only a name. */
  isOrdinary(word: string): boolean;
  /** How common a lower-case word is: ten times the logarithm of its count in a large corpus; 0 for an unknown one. */
  frequency(word: string): number;
  /** Words that may be meant by a misspelled one in small letters, the likeliest first. */
  corrections(word: string): readonly Correction[];
  /** Whether a lower-case word, which the dictionary may lack, stands in a list of rare ones. */
  isRare(word: string): boolean;
}

/** What is right before any word: multi-polar, geo-politics, un-American. */
const PREFIX =
  /^(?:anti|auto|bi|bio|co|counter|cosmo|cyber|de|dis|eco|euro|ex|extra|geo|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|non|out|over|para|poly|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|under|uni)(?=\p{Ll}{4})/u;

/** Dictionary lookups and corrections. Both remember every word they were asked for: texts repeat themselves. */
export function spellerFrom(read: ReadTable): Speller {
  const [american, british] = ['en_US.btrie.gz', 'en_GB.btrie.gz'].map((name) => decodeTrie(read(name)));
  if (!american || !british) throw new Error('no dictionary');
  const tries = { both: [american, british], 'en-US': [american], 'en-GB': [british] };
  const frequencies = readFrequencies(new TextDecoder().decode(read('word-frequencies.txt.gz')));
  const known = {
    both: new Map<string, boolean>(),
    'en-US': new Map<string, boolean>(),
    'en-GB': new Map<string, boolean>(),
  };

  const isListedIn = (word: string, dialect: Dialect) =>
    tries[dialect].some((trie) => trie.hasWord(word, true) || trie.hasWord(word, false));
  const isListed = (word: string) => isListedIn(word, 'both');
  const ordinary = new Map<string, boolean>();
  const isOrdinary = (word: string): boolean => {
    let answer = ordinary.get(word);
    if (answer === undefined) {
      const lower = word.toLowerCase();
      ordinary.set(word, (answer = tries.both.some((trie) => trie.hasWord(lower, true))));
    }
    return answer;
  };
  const corrections = new Corrections(frequencies, (word) => isListed(word) || frequency(word) >= COMMON, isOrdinary);
  const frequency = (word: string) => frequencies.get(word) ?? 0;

  /** Both lists hold slips (“untill”, “concious”) and names in small letters; a common word close by tells them. */
  const isTrusted = (word: string): boolean => {
    if (word !== word.toLowerCase() || word.length < 4 || frequency(word) > 0) return true;
    const exact = [american, british].filter((trie) => trie.hasWord(word, true));
    if (exact.length === 2 || isInflected(word)) return true;
    if (exact[0] !== american) return !corrections.isShadowed(word);
    return isAmericanForm(word) || !corrections.isShadowed(word, AMERICAN_SLIPS);
  };
  /** “fulfill”, “cozy”: what stands in the British list in the British spelling. */
  const isAmericanForm = (word: string): boolean =>
    AMERICAN_FORMS.some(([form, otherwise]) => form.test(word) && british.hasWord(word.replace(form, otherwise), true));
  /** “practicing”, “stiffing”: one list has the form, and both have the word. */
  const isInflected = (word: string): boolean => {
    const [, bare = ''] = /^(.{4,}?)(?:ing|ed|e?s)$/.exec(word) ?? [];
    const isInBoth = (form: string) =>
      !FUNCTION_WORDS.has(form) && tries.both.every((trie) => trie.hasWord(form, true));
    return bare !== '' && (isInBoth(bare) || isInBoth(`${bare}e`));
  };
  const verdict = (word: string, dialect: Dialect): boolean => {
    const lower = word.toLowerCase();
    if (isListedIn(word, dialect) || isListedIn(lower, dialect)) return isTrusted(word);
    if (word === lower && (isCompound(word) || isAgent(word))) return true;
    return isDerived(lower, dialect, (form) => isListedIn(form, dialect)) && !corrections.isShadowed(lower);
  };
  /** “livestream”, “leadup”: two common words written as one, unless a common word is a slip away. */
  const isCompound = (word: string): boolean => {
    for (let at = 3; at <= word.length - 2; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const isEnough = right.length >= 4 ? !FUNCTION_WORDS.has(right) : PARTICLES.has(right) && at > 3;
      if (!isEnough || FUNCTION_WORDS.has(left) || Math.min(frequency(left), frequency(right)) < COMMON) continue;
      if (!isOrdinary(left) || !isOrdinary(right)) continue;
      if (at > 3) return !corrections.isShadowed(word, COMPOUND_SLIPS);
      // Many words begin with three letters that are one: only where no other word is near (“busness”).
      if (frequency(left) >= SHORT_AND_COMMON && frequency(left) < EVERYWHERE && !isNearAny(word)) return true;
    }
    return false;
  };
  const isNearAny = (word: string) =>
    corrections.of(word).some(({ word: other, cost }) => !other.includes(' ') && cost <= COMPOUND_SLIPS);
  /** “airframer”: who has to do with a thing too rare for the lists to have the word, and nothing else is a slip away. */
  const isAgent = (word: string): boolean => {
    const [, bare = ''] = /^(.{4,}(?:e(?=r)|[^e](?=er)))e?rs?$/.exec(word) ?? [];
    if (bare.length < 5 || !isOrdinary(bare) || frequency(bare) >= COMMON) return false;
    const forms = ['', 's', 'd', 'ed', 'ing'].map((ending) => bare + ending);
    return corrections.of(word).every(({ word: other, cost }) => cost > AGENT_SLIPS || forms.includes(other));
  };
  const isWord = (word: string, dialect: Dialect = 'both'): boolean => {
    if (word.length > LONGEST_WORD) return false;
    let answer = known[dialect].get(word);
    if (answer === undefined) known[dialect].set(word, (answer = verdict(word, dialect)));
    return answer;
  };
  // Asked for few words, so that the list need not be taken apart.
  let rareWords: string | undefined;
  const isRare = (word: string): boolean => {
    rareWords ??= new TextDecoder().decode(read('rare-words.txt.gz'));
    return [word, word.replace(/s$/, '')].some((form) => rareWords?.includes(`\n${form}\n`));
  };
  return { isWord, isOrdinary, frequency, corrections: (word) => corrections.of(word), isRare };
}

/** The lists have none that is longer; a run of letters without end must not be taken apart, nor remembered. */
const LONGEST_WORD = 60;
/** As common as a word is that must be right, whatever the lists say. */
const COMMON = 60;
/** What makes no compounds: beside them a space was lost. */
const FUNCTION_WORDS = new Set(
  `a about after also although an and are because been before being but could does even every from have here however if
   into more most much must near only other our shall should since some such than that the their them then there these
   they this those though through until upon very was well were what when where which while who whom whose will with
   without would your ally able full all any can did for got had her him his how its let lot nor not one too two why yet you`.split(
    /\s+/,
  ),
);
/** Slips within which a common word is likelier than a compound. */
const COMPOUND_SLIPS = 1.6;
/** The American list holds fewer slips than the British one: “specialty” is a word beside “speciality”. */
const AMERICAN_SLIPS = 0.7;
/** Where only Americans double the letter, and where they alone write z: the table of frequencies has few such words. */
const AMERICAN_FORMS: readonly (readonly [form: RegExp, british: string])[] = [
  [/(?<=[aeiou])ll(?=(?:s|ed|ing|ments?)?$)/, 'l'],
  [/(?<=\p{Ll}{2})z(?=(?:y|ies|ier|iest|ily|iness)$)/u, 's'],
];
const AGENT_SLIPS = 1.25;
/** Frequencies of three letters that make compounds: “offseason”; above, a space was lost: “hisbrother”. */
const SHORT_AND_COMMON = 70;
const EVERYWHERE = 87;
/** “leadup”, “checkin”, “standoff”. */
const PARTICLES = new Set(['up', 'in', 'out', 'off', 'on', 'over', 'down', 'back', 'away', 'by']);

const CONTRACTED = 84;
const CONTRACTIONS =
  `aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's here's i'd i'll i'm i've isn't it'd
   it'll it's let's mustn't needn't she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd
   we'll we're we've weren't what's where's who's won't wouldn't you'd you'll you're you've`.split(/\s+/);

function readFrequencies(table: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [level, ...words] = line.split(' ');
    for (const word of words) frequencies.set(word, Number(level));
  }
  // The table leaves out what has an apostrophe.
  for (const word of CONTRACTIONS) frequencies.set(word, CONTRACTED);
  return frequencies;
}

/** Words no dictionary lists because anyone can form them: with a prefix, from -able, or in the other spelling of -ise. */
function isDerived(word: string, dialect: Dialect, isListed: (word: string) => boolean): boolean {
  // “impermissibly”, “deplorables”.
  if (/[ai]bl(?:y|es)$/.test(word) && isListed(word.replace(/y$|es$/, 'e'))) return true;
  const bare = word.replace(PREFIX, '');
  const forms = [word, bare].flatMap((form) =>
    dialect === 'en-US' ? [form] : [form, form.replace(/is(?=e[srd]?$|ing$|ations?$)/, 'iz')],
  );
  return forms.some((form) => form !== word && form.length > 3 && !FUNCTION_WORDS.has(form) && isListed(form));
}
