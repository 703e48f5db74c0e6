import { editDistance } from './editDistance.js';
import type { Span } from './span.js';
import { stem } from './stem.js';
import { normalForm, tokensIn, type Token } from './tokens.js';

/** What one text has in the place of the other's words. A slot without `a` or `b` is empty on that side. */
export interface Slot {
  readonly kind: 'same' | 'respelled' | 'inflected' | 'substituted' | 'inserted' | 'omitted' | 'moved';
  readonly a?: Span;
  readonly b?: Span;
}

/** Past this many words the table of the alignment would be too large; the rest is one substitution. */
const MOST_WORDS = 800;

/**
 * Aligns the words of two parallel passages (global alignment after Needleman and Wunsch 1970; words weigh more than
 * articles, and marks nothing). Slots come in the order of `a`; those only `b` has stand where `b` has them. Each word
 * of both sides is in exactly one slot.
 */
export function collate(a: string, b: string, likeness: Likeness = unlike): Slot[] {
  const [wordsA, wordsB] = [readWords(a), readWords(b)];
  const pairs = alignWords(wordsA.slice(0, MOST_WORDS), wordsB.slice(0, MOST_WORDS), likeness);
  return joined(pairs, wordsA, a, wordsB, b, likeness);
}

/** How close two words are in meaning, by their normal forms: −1 to 1, 0 where nothing is known. */
export type Likeness = (a: string, b: string) => number;

const unlike: Likeness = () => 0;

interface Word extends Span {
  readonly normal: string;
  readonly stem: string;
  /** The same for British and American. */
  readonly spelling: string;
  /** Articles and other small words must not decide what stands beside what. */
  readonly weight: number;
  readonly isNumber: boolean;
}

const SMALL = new Set(
  `a an the of to in on at by for with from and or but as is are was were be been has have had will would that this it its
   his her their he she they which who s`.split(/\s+/),
);

function readWords(text: string): Word[] {
  return tokensIn(text)
    .filter((token) => token.kind !== 'mark')
    .map((token) => {
      const normal = normalForm(token.text);
      return {
        start: token.start,
        end: token.end,
        normal,
        stem: stem(normal),
        spelling: spellingOf(normal),
        weight: weightOf(token, normal),
        isNumber: token.kind === 'number',
      };
    });
}

function weightOf({ kind, text }: Token, normal: string): number {
  if (kind === 'number') return 1.5;
  if (SMALL.has(normal)) return 0.4;
  return /^\p{Lu}/u.test(text) ? 1.4 : 1;
}

const GAP = 0.5;

/** Likeness of any two numbers: what differs is how many. */
const NUMBERS = 0.6;
/** Words of this likeness stand against each other alone, whatever differs beside them. */
const LEAST_LIKENESS = 0.35;

/** How well two words fill one slot: 1 for the same, less for its spellings and forms, and for words close in meaning. */
function fit(a: Word, b: Word, likeness: Likeness): number {
  const kind = kindOf(a, b);
  if (kind === 'same') return 1;
  if (kind === 'respelled') return 0.9;
  if (kind === 'inflected') return 0.8;
  const close = closeness(a, b, likeness);
  if (close > 0) return 0.6 * (close - 0.2);
  // Beside each other between two agreements, unlike words of one size are a substitution rather than two gaps.
  return a.weight < 0.5 === b.weight < 0.5 ? -0.4 : -0.9;
}

/** 0 for words that have nothing to do with each other. */
function closeness(a: Word, b: Word, likeness: Likeness): number {
  if (a.isNumber && b.isNumber) return NUMBERS;
  if (a.weight < 0.5 || b.weight < 0.5) return 0;
  const value = likeness(a.normal, b.normal);
  return value >= LEAST_LIKENESS ? value : 0;
}

function kindOf(a: Word, b: Word): Slot['kind'] {
  if (a.normal === b.normal) return 'same';
  // All that follows begin with one letter.
  if (a.normal.charCodeAt(0) !== b.normal.charCodeAt(0)) return 'substituted';
  if (isInflected(a, b)) return 'inflected';
  if (isRespelled(a, b)) return 'respelled';
  if (a.stem === b.stem && a.stem.length > 3) return 'inflected';
  return 'substituted';
}

/** “isolate”, “isolated”: stems that differ by the e that an ending swallowed. */
function isInflected(a: Word, b: Word): boolean {
  const [short, long] = a.normal.length <= b.normal.length ? [a.normal, b.normal] : [b.normal, a.normal];
  return short.length > 3 && short.endsWith('e') && /^(?:d|r|s|ing)$/.test(endingAfter(long, short.slice(0, -1)) ?? '');
}

function endingAfter(word: string, beginning: string): string | undefined {
  return word.startsWith(beginning) ? word.slice(beginning.length).replace(/^e(?=[drs]$)/, '') : undefined;
}

/** British and American, and slips of one letter in long words. */
function isRespelled(a: Word, b: Word): boolean {
  if (a.spelling === b.spelling) return true;
  return (
    Math.min(a.normal.length, b.normal.length) >= 7 && editDistance(a.normal, b.normal, 1) <= 1 && a.stem !== b.stem
  );
}

function spellingOf(word: string): string {
  return word
    .replace(/is(?=e[srd]?$|ing$|ations?$|ed$)/, 'iz')
    .replace(/our(?=$|s$|ed$|ing$|able$|ite$|ful)/, 'or')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/ence$/, 'ense')
    .replace(/ogramme/, 'ogram')
    .replace(/ll(?=ed$|ing$|er$)/, 'l');
}

type Pair = readonly [a: number, b: number];

/** Pairs of words that fill one slot, and words that stand alone (−1), in order. */
function alignWords(a: readonly Word[], b: readonly Word[], likeness: Likeness): Pair[] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const step = new Uint8Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i++) best[i * width] = -GAP * i * 0.5;
  for (let j = 1; j <= b.length; j++) best[j] = -GAP * j * 0.5;
  for (let i = 1; i <= a.length; i++) {
    const wordA = a[i - 1];
    for (let j = 1; j <= b.length; j++) {
      const wordB = b[j - 1];
      if (!wordA || !wordB) continue;
      const value = fit(wordA, wordB, likeness);
      const both =
        (best[(i - 1) * width + j - 1] ?? 0) + value * Math.min(wordA.weight, wordB.weight) * (value > 0 ? 2 : 1);
      const onlyA = (best[(i - 1) * width + j] ?? 0) - GAP * wordA.weight;
      const onlyB = (best[i * width + j - 1] ?? 0) - GAP * wordB.weight;
      const top = Math.max(both, onlyA, onlyB);
      best[i * width + j] = top;
      step[i * width + j] = top === both ? 0 : top === onlyA ? 1 : 2;
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const taken = i === 0 ? 2 : j === 0 ? 1 : (step[i * width + j] ?? 0);
    pairs.push([taken === 2 ? -1 : i - 1, taken === 1 ? -1 : j - 1]);
    if (taken !== 2) i--;
    if (taken !== 1) j--;
  }
  return pairs.reverse();
}

/** Joins what differs side by side into one slot, so that a phrase stands against a phrase; finds words that moved. */
function joined(
  pairs: readonly Pair[],
  a: readonly Word[],
  textA: string,
  b: readonly Word[],
  textB: string,
  likeness: Likeness,
): Slot[] {
  const slots: Slot[] = [];
  let openA: Word[] = [];
  let openB: Word[] = [];
  const flush = () => {
    const [headA, headB] = headsOf(openA, textA, openB, textB);
    const [tailA, tailB] = [spanOf(openA.slice(headA)), spanOf(openB.slice(headB))];
    const [spanA, spanB] = [spanOf(openA.slice(0, headA)), spanOf(openB.slice(0, headB))];
    if (spanA && spanB) slots.push({ kind: 'substituted', a: spanA, b: spanB });
    else if (spanA) slots.push({ kind: 'omitted', a: spanA });
    else if (spanB) slots.push({ kind: 'inserted', b: spanB });
    if (tailA) slots.push({ kind: 'omitted', a: tailA });
    if (tailB) slots.push({ kind: 'inserted', b: tailB });
    openA = [];
    openB = [];
  };
  const rest: Pair[] = [];
  for (let index = MOST_WORDS; index < a.length; index++) rest.push([index, -1]);
  for (let index = MOST_WORDS; index < b.length; index++) rest.push([-1, index]);
  for (const [indexA, indexB] of [...pairs, ...rest]) {
    const [wordA, wordB] = [a[indexA], b[indexB]];
    const kind = wordA && wordB ? kindOf(wordA, wordB) : undefined;
    if (wordA && wordB && kind && (kind !== 'substituted' || closeness(wordA, wordB, likeness) > 0)) {
      flush();
      slots.push({ kind, a: { start: wordA.start, end: wordA.end }, b: { start: wordB.start, end: wordB.end } });
      continue;
    }
    if (wordA) openA.push(wordA);
    if (wordB) openB.push(wordB);
  }
  flush();
  return withMoves(slots, a, b);
}

/**
 * How many words of each side stand against each other. “friend” and “ally, where both countries are expected” are
 * “friend” and “ally”: where the shorter side is a word or two, the longer one ends with its first clause.
 */
function headsOf(a: readonly Word[], textA: string, b: readonly Word[], textB: string): [number, number] {
  if (a.length === 0 || b.length === 0 || Math.max(a.length, b.length) < 4) return [a.length, b.length];
  if (a.length <= 2 && firstClause(a, textA) === a.length) return [a.length, Math.max(1, firstClause(b, textB))];
  if (b.length <= 2 && firstClause(b, textB) === b.length) return [Math.max(1, firstClause(a, textA)), b.length];
  return [a.length, b.length];
}

/** Words before the first comma, stop, dash or closing quotation mark. */
function firstClause(words: readonly Word[], text: string): number {
  const end = words.findIndex(
    (word, index) => index + 1 < words.length && /[,;:”–—]/.test(text.slice(word.end, words[index + 1]?.start)),
  );
  return end < 0 ? words.length : end + 1;
}

function spanOf(words: readonly Word[]): Span | undefined {
  const [first, last] = [words[0], words.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** A phrase left out here and put in there, word for word, has moved. */
function withMoves(slots: readonly Slot[], a: readonly Word[], b: readonly Word[]): Slot[] {
  const key = (words: readonly Word[], span: Span) =>
    words
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      .map(({ normal }) => normal)
      .join(' ');
  const inserted = new Map<string, Slot>();
  for (const slot of slots) if (slot.kind === 'inserted' && slot.b) inserted.set(key(b, slot.b), slot);
  const moved = new Map<Slot, Slot>();
  const dropped = new Set<Slot>();
  for (const slot of slots) {
    if (slot.kind !== 'omitted' || !slot.a) continue;
    const words = key(a, slot.a);
    const there = inserted.get(words);
    if (!there?.b || words.length < 4) continue;
    inserted.delete(words);
    moved.set(slot, { kind: 'moved', a: slot.a, b: there.b });
    dropped.add(there);
  }
  return slots.filter((slot) => !dropped.has(slot)).map((slot) => moved.get(slot) ?? slot);
}
