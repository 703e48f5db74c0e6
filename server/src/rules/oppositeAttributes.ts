import type { Corpus } from '../analysis/corpus.js';
import { weightOf } from '../analysis/wordFrame.js';
import { areOpposites } from '../core/opposites.js';
import type { Place } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn, type Token } from '../core/tokens.js';
import type { Beside, Check, Verdict } from './judge.js';

/** Share of what the longer passage says that both must have. */
const LEAST_MUTUAL = 0.2;
/** How much must agree around the two, besides their noun. */
const LEAST_SUPPORT = 0.15;
/** The same where there is no noun: “the lowest of three tenders”. */
const LONE_SUPPORT = 0.6;
/** The same behind “too”: “opened the gate too late”. */
const EXCESS_SUPPORT = 0.8;
/** A noun that tells less is of anything: “the last time”, “the left side”. */
const LEAST_WEIGHT = 0.3;
const STRENGTH = 0.72;
/** What is said of two things rather than of one thing in two ways: the old record, the new record. */
const RELATION =
  /^(?:first|last|next|early|earlier|late|later|old|older|new|start|end|begin|before|after|above|below|over|under|for|against|up|down|with|without|no|none|all|each|every\w*|nobody|nothing|always|never)$/i;

/**
 * “Behind his left ear”, “behind the right ear”: words of opposite meaning right before the same noun, however the rest
 * of the sentences is worded.
 */
export function oppositeAttributesIn(beside: Beside): Verdict[] {
  const { wordsA, wordsB, mutual } = beside.frame;
  if (mutual < LEAST_MUTUAL) return [];
  return wordsA.flatMap((x, atA): Verdict[] => {
    if (!isAttribute(x) && !isExcess(wordsA, atA)) return [];
    const rivals = wordsB.flatMap((y, atB) => (areRivals(x, y) && isOfOne(atA, atB, beside) ? [y] : []));
    const [y] = rivals;
    if (!y || rivals.length > 1) return [];
    return [{ a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end }, strength: STRENGTH }];
  });
}

function areRivals({ text: x }: Token, { text: y }: Token): boolean {
  return areOpposites(normalForm(x), normalForm(y));
}

/** Said of the same noun, or each the end of one row. */
function isOfOne(atA: number, atB: number, { frame, resources }: Beside): boolean {
  const { wordsA, wordsB } = frame;
  const [x, y, nounA, nounB] = [wordsA[atA], wordsB[atB], wordsA[atA + 1], wordsB[atB + 1]];
  if (!x || !y) return false;
  const [amountA, amountB] = [amountBehind(wordsA, atA), amountBehind(wordsB, atB)];
  if (amountA !== undefined && amountA === amountB) return frame.support(x.start, y.start) >= LEAST_SUPPORT;
  if (isExcess(wordsA, atA) && isExcess(wordsB, atB)) return frame.support(x.start, y.start) >= EXCESS_SUPPORT;
  if (!isAttribute(x) || !isAttribute(y)) return false;
  if (SUPERLATIVE.test(x.text) && SUPERLATIVE.test(y.text)) return frame.support(x.start, y.start) >= LONE_SUPPORT;
  return (
    isNoun(nounA) &&
    isNoun(nounB) &&
    stem(normalForm(nounA.text)) === stem(normalForm(nounB.text)) &&
    weightOf(nounA, resources.wordVectors) >= LEAST_WEIGHT &&
    frame.support(nounA.start, nounB.start) >= LEAST_SUPPORT
  );
}

/** “Too late”, “too early”: nobody means both. */
function isExcess(words: readonly Token[], at: number): boolean {
  return /^too$/i.test(words[at - 1]?.text ?? '');
}

/** Words behind a verb in which its amount stands: “rose by 4 per cent”, “declined 4 %”. */
const AMOUNT_REACH = 3;

function amountBehind(words: readonly Token[], at: number): string | undefined {
  return words.slice(at + 1, at + 1 + AMOUNT_REACH).find(({ kind }) => kind === 'number')?.text;
}

const SUPERLATIVE = /^\p{L}{3,}est$/u;

/** Unless either text has of the same noun what the other says: an ear on either side. What is no attribute passes. */
export const isSaidOfOne: Check = (here, there, corpus) => {
  const [own, theirs] = [here, there].map((place) => attributeAt(place, corpus));
  if (!own || !theirs || !areOpposites(own.attribute, theirs.attribute)) return true;
  return !hasPhrase(own.text, theirs.phrase) && !hasPhrase(theirs.text, own.phrase);
};

/** “A woman died” has no “man died”; “non-binding” and “nonbinding” are not told apart. */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!/\p{L}$/u.test(text.slice(0, at)) || PREFIX_BEFORE.test(text.slice(Math.max(0, at - LONGEST_PREFIX), at)))
      return true;
  }
  return false;
}

const PREFIX_BEFORE = /(?<!\p{L})(?:non|un|in|anti|dis)$/u;
/** With the character before it. */
const LONGEST_PREFIX = 5;

function attributeAt({ path, start }: Place, corpus: Corpus) {
  const text = corpus.document(path)?.text ?? '';
  const [word, noun] = wordsIn(text.slice(start, start + MOST_CHARACTERS));
  if (!word || !noun || !isAttribute(word)) return undefined;
  const attribute = normalForm(word.text);
  if (!isNoun(noun) && !SUPERLATIVE.test(attribute)) return undefined;
  const phrase = SUPERLATIVE.test(attribute) ? attribute : `${attribute} ${normalForm(noun.text)}`;
  return { attribute, phrase, text: text.toLowerCase() };
}

const MOST_CHARACTERS = 60;

function isAttribute({ text }: Token): boolean {
  return !RELATION.test(text);
}

const NO_NOUN =
  /^(?:and|but|the|than|that|for|with|who|which|outside|inside|near|from|into|onto|over|under|after|before|behind|beside|between|during|against|about|around|across|along|without|among|upon|was|were|has|had|have|will|would|did|does|can|could|may|might)$/;

function isNoun(word: Token | undefined): word is Token {
  return word !== undefined && /^\p{Ll}{3}/u.test(word.text) && !NO_NOUN.test(word.text);
}
