import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { proseOf } from './prose.js';
import { quotationsOf } from './quotations.js';
import { sentencesOf } from './sentences.js';
import { overlaps, type Span } from './span.js';
import { normalForm, wordsIn, type Token } from './tokens.js';

/** A sentence that looks broken off by itself; another source must bear it out. Relative to its paragraph. */
export interface BrokenSentence extends Span {
  readonly words: readonly Token[];
  /** The conjunction of a clause on which nothing follows (“While it rained.”), as `normalForm` has it. */
  readonly conjunction?: string;
  /** It stops without a mark, so that its last word may be cut as well. */
  readonly isOpen: boolean;
}

/** Not those that are prepositions as well: “After two hours the man surrendered.” is whole. */
const CONJUNCTIONS = new Set('while although though whereas because unless if when'.split(' '));

/** Words on which something must follow. Others (“in”, “of”, “to”) do end sentences. */
const LEADING = new Set('a an the and or nor than its their my our your whose every'.split(' '));

const LEAST_WORDS = 5;

const cache = new Facts<Paragraph, readonly BrokenSentence[]>();

/** Outside of quotations: who speaks may break off. */
export function brokenSentencesIn(paragraph: Paragraph): readonly BrokenSentence[] {
  let found = cache.get(paragraph);
  if (!found) cache.set(paragraph, (found = [...findBroken(paragraph)]));
  return found;
}

function* findBroken(paragraph: Paragraph): Generator<BrokenSentence> {
  const prose = proseOf(paragraph);
  if (prose === '') return;
  const sentences = sentencesOf(paragraph);
  for (const [index, span] of sentences.entries()) {
    const broken = brokenSentence(prose, span, index > 0 && index === sentences.length - 1);
    if (broken && !quotationsOf(paragraph).some((quotation) => overlaps(quotation, span))) yield broken;
  }
}

function brokenSentence(prose: string, span: Span, isLast: boolean): BrokenSentence | undefined {
  const text = prose.slice(span.start, span.end);
  const end = /,?\.$|,?$/.exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - end.length);
  // Ended by any other mark it was broken off on purpose, or not at all.
  if (!/[\p{L}\p{N}]$/u.test(body)) return undefined;
  const isOpen = !end.endsWith('.');
  const words = wordsIn(body);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < LEAST_WORDS) return undefined;
  const conjunction = normalForm(first.text);
  if (
    !isOpen &&
    /^\p{Lu}\p{Ll}+$/u.test(first.text) &&
    CONJUNCTIONS.has(conjunction) &&
    !/[^\p{L}\p{N}\s'’.-]/u.test(body)
  )
    return { ...span, words, conjunction, isOpen };
  const isCut = LEADING.has(last.text) || (isOpen && isLast);
  return isCut ? { ...span, words, isOpen } : undefined;
}
