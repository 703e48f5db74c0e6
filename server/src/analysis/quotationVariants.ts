import type { Span } from '../core/span.js';
import type { QuotedWord } from '../core/quotedWords.js';

/** Where two quotations of the same words differ; spans relative to each. */
export interface QuotationVariant {
  readonly a: Span;
  readonly b: Span;
}

/** Share of the shorter quotation’s words, weighed, that must be the same for both to be of one utterance. */
const SAME_UTTERANCE = 0.6;
const LEAST_WEIGHT = 2.5;
/** More words than this before or after what is shared are another part of the speech, not a change. */
const LONGEST_EDGE = 3;

type Words = readonly QuotedWord[];

const likenesses = new WeakMap<Words, WeakMap<Words, number>>();

/** How much of the shorter quotation stands in the other, in order, 0 to 1; 0 where it is too little to tell. */
export function likeness(a: Words, b: Words): number {
  const known = likenesses.get(a) ?? new WeakMap<Words, number>();
  likenesses.set(a, known);
  let value = known.get(b);
  if (value === undefined) known.set(b, (value = compare(a, b)));
  return value;
}

function compare(a: Words, b: Words): number {
  const shorter = Math.min(weightOf(a), weightOf(b));
  const isEnough = (shared: number) => shared >= LEAST_WEIGHT && shared / shorter >= SAME_UTTERANCE;
  // Words in common, in any order, are quickly counted and never fewer.
  const there = new Set(b.map(({ folded }) => folded));
  if (!isEnough(weightOf(a.filter(({ folded }) => there.has(folded))))) return 0;
  const shared = commonWords(a, b).reduce((sum, [at]) => sum + (a[at]?.weight ?? 0), 0);
  return isEnough(shared) ? shared / shorter : 0;
}

function weightOf(words: Words): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * The places where one of two quotations of one utterance has other words. Cut short at either end is not other; so a
 * quotation that stands whole inside the other has no variants.
 */
export function quotationVariants(a: readonly QuotedWord[], b: readonly QuotedWord[]): QuotationVariant[] {
  const common = commonWords(a, b);
  const variants: QuotationVariant[] = [];
  let [lastA, lastB] = [-1, -1];
  for (const [at, bt] of [...common, [a.length, b.length] as const]) {
    const [hereA, hereB] = [a.slice(lastA + 1, at), b.slice(lastB + 1, bt)];
    const isEdge = lastA < 0 || at === a.length;
    const variant = isEdge ? edgeVariant(hereA, hereB, lastA < 0) : innerVariant(hereA, hereB, a, b, lastA, lastB);
    if (variant) variants.push(variant);
    [lastA, lastB] = [at, bt];
  }
  return variants;
}

/** Before the first and after the last shared word both must have words of their own, and few. */
function edgeVariant(
  a: readonly QuotedWord[],
  b: readonly QuotedWord[],
  isStart: boolean,
): QuotationVariant | undefined {
  const trimmed = (words: readonly QuotedWord[]) => {
    const weighty = words.filter(({ weight }) => weight === 1);
    const first = isStart ? weighty[0] : words[0];
    const last = isStart ? words.at(-1) : weighty.at(-1);
    return first && last && weighty.length > 0 ? { start: first.start, end: last.end } : undefined;
  };
  if (a.length > LONGEST_EDGE || b.length > LONGEST_EDGE) return undefined;
  const [spanA, spanB] = [trimmed(a), trimmed(b)];
  return spanA && spanB && { a: spanA, b: spanB };
}

function innerVariant(
  hereA: readonly QuotedWord[],
  hereB: readonly QuotedWord[],
  a: readonly QuotedWord[],
  b: readonly QuotedWord[],
  lastA: number,
  lastB: number,
): QuotationVariant | undefined {
  if (hereA.length === 0 && hereB.length === 0) return undefined;
  // Where one side has nothing, the words around are shown, so that a reader sees what is missing.
  const span = (here: readonly QuotedWord[], all: readonly QuotedWord[], last: number): Span => {
    const isEmpty = here.length === 0;
    const first = isEmpty ? all[last] : here[0];
    const end = isEmpty ? all[last + 1] : here.at(-1);
    return { start: first?.start ?? 0, end: end?.end ?? 0 };
  };
  if (hereA.length === 0 || hereB.length === 0) {
    const widened = (all: readonly QuotedWord[], from: number, count: number): Span => ({
      start: all[from]?.start ?? 0,
      end: all[from + count + 1]?.end ?? 0,
    });
    return { a: widened(a, lastA, hereA.length), b: widened(b, lastB, hereB.length) };
  }
  return { a: span(hereA, a, lastA), b: span(hereB, b, lastB) };
}

/** Indices of the words of a longest common subsequence, by weight. Quotations are sentences: the table is small. */
function commonWords(a: readonly QuotedWord[], b: readonly QuotedWord[]): (readonly [number, number])[] {
  const [rows, columns] = [Math.min(a.length, 300), Math.min(b.length, 300)];
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const isSame = a[i]?.folded === b[j]?.folded;
      const both = isSame ? (best[(i + 1) * width + j + 1] ?? 0) + (a[i]?.weight ?? 0) : 0;
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const common: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const here = best[i * width + j] ?? 0;
    if (
      a[i]?.folded === b[j]?.folded &&
      here === Math.fround((best[(i + 1) * width + j + 1] ?? 0) + (a[i]?.weight ?? 0))
    ) {
      common.push([i, j]);
      i++;
      j++;
    } else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return common;
}
