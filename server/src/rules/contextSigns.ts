import type { Resources } from '../analysis/resources.js';
import { wordedSentences, type WordedSentence, type WordedWord } from '../analysis/wordedSentences.js';
import { overlaps, type Span } from '../core/span.js';
import type { Signs } from './matter.js';

/** Something in its sentence; spans relative to the paragraph. */
export interface InSentence {
  readonly span: Span;
  readonly sentence: WordedSentence;
}

/** Words at this distance say nothing of the place. */
const REACH = 7;
const MOST_SHARED = 3;
const MOST_NEAR = 2;

/** What two sentences, which may say the rest otherwise, have in common around two places of theirs. */
export function contextSigns(a: InSentence, b: InSentence): Signs {
  const [own, theirs] = [wordsBeside(a), wordsBeside(b)];
  const byBase = new Map(theirs.map((one) => [one.word.base, one]));
  let [shared, near, numbers] = [0, 0, 0];
  for (const { word, distance } of own) {
    const other = byBase.get(word.base);
    if (!other) continue;
    byBase.delete(word.base);
    shared += word.weight;
    near += word.weight * Math.max(0, 1 - Math.max(distance, other.distance) / REACH);
    if (word.kind === 'number') numbers = 1;
  }
  return {
    shared: Math.min(MOST_SHARED, shared),
    share: shared / Math.max(0.01, Math.sqrt(weightOf(own) * weightOf(theirs))),
    near: Math.min(MOST_NEAR, near),
    isSameBefore: Number(wordBefore(a) !== '' && wordBefore(a) === wordBefore(b)),
    isSameGovernor: Number(governorOf(a) !== '' && governorOf(a) === governorOf(b)),
    isSameNumber: numbers,
  };
}

/** Share of words that the sentences have in common with those before and behind them, 0 to 1. */
export function sharedAround(a: InSentence, b: InSentence, resources: Resources): number {
  const [own, theirs] = [wordsAround(a, resources), wordsAround(b, resources)];
  const shared = [...own].filter(([base]) => theirs.has(base));
  return sum(shared) / Math.max(0.01, Math.sqrt(sum([...own]) * sum([...theirs])));
}

/** By base, with their weights. */
function wordsAround({ sentence }: InSentence, resources: Resources): ReadonlyMap<string, number> {
  const all = wordedSentences(sentence.paragraph, resources);
  const at = all.indexOf(sentence);
  const words = all.slice(Math.max(0, at - 1), at + 2).flatMap((one) => one.words);
  return new Map(words.filter(({ kind }) => kind !== 'small').map(({ base, weight }) => [base, weight]));
}

function sum(weights: readonly (readonly [base: string, weight: number])[]): number {
  return weights.reduce((total, [, weight]) => total + weight, 0);
}

interface WordBeside {
  readonly word: WordedWord;
  /** From the place, in words. */
  readonly distance: number;
}

/** Words of a sentence that say something, each once, without those of the place. */
function wordsBeside({ span, sentence }: InSentence): WordBeside[] {
  const at = indexOf(span, sentence);
  const found = new Map<string, WordBeside>();
  for (const [index, word] of sentence.words.entries()) {
    if (word.kind === 'small' || overlaps(word, span)) continue;
    const distance = Math.abs(index - at);
    if (distance < (found.get(word.base)?.distance ?? Infinity)) found.set(word.base, { word, distance });
  }
  return [...found.values()];
}

function weightOf(words: readonly WordBeside[]): number {
  return words.reduce((sum, { word }) => sum + word.weight, 0);
}

function indexOf({ start }: Span, { words }: WordedSentence): number {
  return words.findIndex((word) => word.start >= start);
}

function wordBefore({ span, sentence }: InSentence): string {
  return sentence.words[indexOf(span, sentence) - 1]?.base ?? '';
}

/** How many words before a place are looked through for the one that it belongs to. */
const MOST_BETWEEN = 6;

/** “School” of “the school at Kolvik”, “born” of “born in Kolvik”. */
function governorOf({ span, sentence }: InSentence): string {
  const at = indexOf(span, sentence);
  for (let index = at - 1; index >= Math.max(0, at - MOST_BETWEEN); index--) {
    const word = sentence.words[index];
    if (word && word.kind !== 'small' && word.kind !== 'name') return word.base;
  }
  return '';
}
