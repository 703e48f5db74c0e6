import { commonWords } from '../core/commonWords.js';
import { Facts } from '../core/facts.js';
import { isDenial, meaningAt, meaningOf, type Loss } from '../core/lostMeaning.js';
import type { QuotedWord } from '../core/quotedWords.js';
import { SMALL_WEIGHT } from '../core/quotedWords.js';
import type { Span } from '../core/span.js';
import { isRespelled, punctuationBetween, spellingOf } from './quotedSpelling.js';

/** Quoted words; spans are relative to `text`. */
export interface Quoted {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

/** A place where two quotations of one utterance are not alike, with what each has there. */
export interface QuotationDifference {
  /**
   * other words; other letters or marks only; words left out of `a` that turn its sense; `excused`: whoever quotes says that
   * these are not the words.
   */
  readonly kind: 'altered' | 'respelled' | 'shortened' | 'excused';
  readonly a: Span;
  readonly b: Span;
  readonly loss?: Loss;
}

/** How two quoted sentences stand to each other; spans count from the starts of their texts. */
export interface QuotationComparison {
  /** How much of the shorter one stands in the other, in order: 0 to 1. */
  readonly likeness: number;
  /** Weight of the words in common. */
  readonly weight: number;
  /** From the first to the last word of `a` that both have. */
  readonly shared: Span;
  /** Worked out when asked for: most comparisons only look for the likest. */
  readonly differences: readonly QuotationDifference[];
}

/** Share of the shorter quotation’s words, weighed, that must be the same for both to be of one utterance. */
const SAME_UTTERANCE = 0.6;
const LEAST_WEIGHT = 2.5;
/** Brief quotations of hardly any other words: “the last great hope of the century”. */
const LEAST_BRIEF = 1.75;
const SAME_BRIEF = 0.6;
/** Quotations of small words that hardly differ: “She is the embodiment of beauty.” */
const LEAST_WORDS = 5;
const SAME_WORDS = 0.8;
/** Words in common that follow each other. */
const LEAST_RUN = 3;
/** Share of the words from the first to the last shared one that are shared. */
const LEAST_DENSITY = 0.5;
/** More words than this before or after what is shared are another part of the speech, not a change. */
const LONGEST_EDGE = 3;

type Words = readonly QuotedWord[];
type Common = readonly (readonly [number, number])[];

const comparisons = new Facts<Words, WeakMap<Words, QuotationComparison | 'unlike'>>();

/** Compares two quotations; `undefined` where they are not of one utterance. Kept as long as both live. */
export function compareQuotations(a: Quoted, b: Quoted): QuotationComparison | undefined {
  // Quotations without enough in common are the most, and sooner told than remembered.
  if (!mayBeOne(a.words, b.words)) return undefined;
  let known = comparisons.get(a.words);
  if (!known) comparisons.set(a.words, (known = new WeakMap<Words, QuotationComparison | 'unlike'>()));
  let value = known.get(b.words);
  if (value === undefined) known.set(b.words, (value = compare(a, b) ?? 'unlike'));
  return value === 'unlike' ? undefined : value;
}

/** Words in common, in any order, are never fewer than those in order. */
function mayBeOne(a: Words, b: Words): boolean {
  const there = tallyOf(b).words;
  let [shared, count] = [0, 0];
  for (const { folded, weight } of a) {
    if (!there.has(folded)) continue;
    shared += weight;
    count++;
  }
  return isEnough(shared, count, a, b);
}

/** @param shared weight of the words in common. @param count how many they are. */
function isEnough(shared: number, count: number, a: Words, b: Words): boolean {
  const [here, there] = [tallyOf(a).weight, tallyOf(b).weight];
  if (shared >= LEAST_WEIGHT) return shared / Math.min(here, there) >= SAME_UTTERANCE;
  if (shared >= LEAST_BRIEF && shared / Math.max(here, there) >= SAME_BRIEF) return true;
  return count >= LEAST_WORDS && shared > count * SMALL_WEIGHT && count >= SAME_WORDS * Math.max(a.length, b.length);
}

function compare(a: Quoted, b: Quoted): QuotationComparison | undefined {
  const common = commonWords(a.words, b.words);
  const shared = common.reduce((sum, [at]) => sum + (a.words[at]?.weight ?? 0), 0);
  if (!isEnough(shared, common.length, a.words, b.words) || !isDense(common)) return undefined;
  const [first, last] = [common[0], common.at(-1)];
  const span = spanOf(a.words.slice(first?.[0] ?? 0, (last?.[0] ?? 0) + 1));
  const likeness = shared / Math.min(tallyOf(a.words).weight, tallyOf(b.words).weight);
  return new Comparison(a, b, likeness, shared, span);
}

class Comparison implements QuotationComparison {
  #differences: readonly QuotationDifference[] | undefined;

  constructor(
    private readonly a: Quoted,
    private readonly b: Quoted,
    readonly likeness: number,
    readonly weight: number,
    readonly shared: Span,
  ) {}

  get differences(): readonly QuotationDifference[] {
    const { a, b } = this;
    return (this.#differences ??= withWholeContractions([...differences(a, b, commonWords(a.words, b.words))]));
  }
}

interface Tally {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

const tallies = new Facts<Words, Tally>();

function tallyOf(words: Words): Tally {
  let tally = tallies.get(words);
  if (!tally) {
    const weight = words.reduce((sum, one) => sum + one.weight, 0);
    tallies.set(words, (tally = { words: new Set(words.map(({ folded }) => folded)), weight }));
  }
  return tally;
}

/** Scattered words in common are a coincidence. */
function isDense(common: Common): boolean {
  const [first, last] = [common[0], common.at(-1)];
  if (!first || !last) return false;
  const longest = Math.max(last[0] - first[0], last[1] - first[1]) + 1;
  let [run, longestRun] = [1, 1];
  for (const [index, [i, j]] of common.entries()) {
    const before = common[index - 1];
    run = before?.[0] === i - 1 && before[1] === j - 1 ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  }
  return longestRun >= LEAST_RUN && common.length >= LEAST_DENSITY * longest;
}

function* differences(a: Quoted, b: Quoted, common: Common): Iterable<QuotationDifference> {
  let [lastA, lastB] = [-1, -1];
  for (const [at, bt] of [...common, [a.words.length, b.words.length] as const]) {
    const gap = { lastA, lastB, at, bt };
    if (lastA < 0 || at === a.words.length) yield* edgeDifference(a, b, gap);
    else yield* innerDifference(a, b, gap);
    const [wordA, wordB] = [a.words[at], b.words[bt]];
    if (wordA && wordB && spellingOf(a.text, wordA) !== spellingOf(b.text, wordB)) {
      yield { kind: 'respelled', a: spanOf([wordA]), b: spanOf([wordB]) };
    }
    [lastA, lastB] = [at, bt];
  }
}

/** The halves of “we’re” stand against two words: one difference. */
function withWholeContractions(all: readonly QuotationDifference[]): QuotationDifference[] {
  const found: QuotationDifference[] = [];
  for (const one of all) {
    const last = found.at(-1);
    const isHalf = last?.kind === 'respelled' && one.kind === 'respelled';
    if (isHalf && (last.a.start === one.a.start || last.b.start === one.b.start)) {
      found[found.length - 1] = { kind: 'respelled', a: spanOf([last.a, one.a]), b: spanOf([last.b, one.b]) };
    } else found.push(one);
  }
  return found;
}

/** Words between two shared ones, by index: the last shared before, the next shared behind. */
interface Gap {
  readonly lastA: number;
  readonly lastB: number;
  readonly at: number;
  readonly bt: number;
}

function* innerDifference(a: Quoted, b: Quoted, gap: Gap): Iterable<QuotationDifference> {
  const { lastA, lastB, at, bt } = gap;
  const [hereA, hereB] = [a.words.slice(lastA + 1, at), b.words.slice(lastB + 1, bt)];
  const [beforeA, afterA, beforeB, afterB] = [a.words[lastA], a.words[at], b.words[lastB], b.words[bt]];
  if (!beforeA || !afterA || !beforeB || !afterB) return;
  const around = { a: spanOf([beforeA, ...hereA, afterA]), b: spanOf([beforeB, ...hereB, afterB]) };
  if (hereA.length === 0 && hereB.length === 0) {
    // Both halves of a contraction share a span.
    if (beforeA.start === afterA.start || beforeB.start === afterB.start) return;
    if (afterA.isAfterInterruption || afterB.isAfterInterruption) return;
    if (punctuationBetween(a.text, beforeA, afterA) !== punctuationBetween(b.text, beforeB, afterB)) {
      yield { kind: 'respelled', ...around };
    }
    return;
  }
  if (isExcused(a, b, gap)) {
    // Said to be left out; only what turns the sense is worth a word.
    const lost = hereA.length === 0 && afterA.isAfterGap && hereB.some((_, index) => isDenial(hereB, index));
    yield lost ? { kind: 'shortened', ...around, loss: 'negation' } : { kind: 'excused', ...around };
    return;
  }
  // Where one side has nothing, the words around are shown, so that a reader sees what is missing.
  const isOneSided = hereA.length === 0 || hereB.length === 0;
  const spans = isOneSided ? around : { a: spanOf(hereA), b: spanOf(hereB) };
  const kind =
    isSuspended(a, b, gap, 'a') ||
    isSuspended(a, b, gap, 'b') ||
    isArticleOnly(a, b, gap) ||
    isRespelled(writtenAt(a.text, spans.a), writtenAt(b.text, spans.b));
  yield { kind: kind ? 'respelled' : 'altered', ...spans };
}

/** “@Lund” is read as “AtLund”. */
function writtenAt(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  return text.charAt(start - 1) === '@' ? `At${words}` : words;
}

/** Whether one of them shows by brackets or dots that it put words in or left some out. */
function isExcused(a: Quoted, b: Quoted, { lastA, lastB, at, bt }: Gap): boolean {
  const [hereA, hereB] = [a.words.slice(lastA + 1, at), b.words.slice(lastB + 1, bt)];
  const [beforeA, afterA, beforeB, afterB] = [a.words[lastA], a.words[at], b.words[lastB], b.words[bt]];
  if (!beforeA || !afterA || !beforeB || !afterB) return false;
  if ([...hereA, ...hereB].some(({ isEditorial }) => isEditorial)) return true;
  // “These (sums of money) were paid” beside “these grants were paid”.
  if (isBracketed(a.text, beforeA, afterA) || isBracketed(b.text, beforeB, afterB)) return true;
  if (hereA.length === 0) return isLeftOut(a.words, at, b.words, lastB, bt);
  return hereB.length === 0 && isLeftOut(b.words, bt, a.words, lastA, at);
}

/**
 * Whether dots stand where words of `full` are missing in `cut`. Which words are missing is a matter of taste where they
 * begin or end as what stands beside them: “they … are singing” beside “they are at home when they are singing”.
 */
function isLeftOut(cut: Words, at: number, full: Words, last: number, next: number): boolean {
  const isSame = (one: number, other: number) => full[one]?.folded === full[other]?.folded;
  for (let step = 0; step === 0 || (last + 1 - step >= 0 && isSame(last + 1 - step, next - step)); step++) {
    if (cut[at - step]?.isAfterGap) return true;
  }
  for (let step = 0; next + step < full.length && isSame(last + 1 + step, next + step); step++) {
    if (cut[at + step + 1]?.isAfterGap) return true;
  }
  return false;
}

function isBracketed(text: string, { end }: Span, { start }: Span): boolean {
  return /^[\s.…]*\([^()]*\)[,;:]?\s*$/.test(text.slice(end, start));
}

/** “Rose- or lily-white” beside “rose-white or lily-white”: the writer saves a word. */
function isSuspended(a: Quoted, b: Quoted, { lastA, lastB, at, bt }: Gap, full: 'a' | 'b'): boolean {
  const [whole, short] = full === 'a' ? [a, b] : [b, a];
  const [from, to, last, next] = full === 'a' ? [lastA + 1, at, lastB, bt] : [lastB + 1, bt, lastA, at];
  const [word, before] = [whole.words[from], short.words[last]];
  if (to !== from + 1 || next !== last + 1 || !word || !before) return false;
  const second = /^[-‐] (?:and|or|to) \p{L}+[-‐](\p{L}+)/u.exec(short.text.slice(before.end, before.end + 60))?.[1];
  return second?.toLowerCase() === whole.text.slice(word.start, word.end).toLowerCase();
}

/** “Into the Sudan”, “into Sudan”; “of al-Lund”, “of Lund”. */
function isArticleOnly(a: Quoted, b: Quoted, { lastA, lastB, at, bt }: Gap): boolean {
  const [here, there] = [a.words.slice(lastA + 1, at), b.words.slice(lastB + 1, bt)];
  const isName = ({ text, words }: Quoted, index: number) => /^\p{Lu}/u.test(text.charAt(words[index]?.start ?? 0));
  const only = here.length + there.length === 1 ? (here[0] ?? there[0]) : undefined;
  return /^(?:the|al|el)$/.test(only?.folded ?? '') && isName(a, at) && isName(b, bt);
}

/**
 * Before the first and behind the last shared word. Cut short is not changed: both must have words of their own there,
 * and few. Where only `b` has any, it tells what `a` left out.
 */
function* edgeDifference(a: Quoted, b: Quoted, { lastA, lastB, at, bt }: Gap): Iterable<QuotationDifference> {
  const isStart = lastA < 0;
  const [hereA, hereB] = [a.words.slice(lastA + 1, at), b.words.slice(lastB + 1, bt)];
  if (hereA.length === 0) {
    const lost = lossAt(hereB, b.text, isStart ? b.words[bt] : b.words[lastB], isStart);
    const edge = isStart ? a.words.slice(at, at + 3) : a.words.slice(Math.max(0, lastA - 2), lastA + 1);
    if (lost && edge.length > 0) yield { kind: 'shortened', a: spanOf(edge), b: lost.span, loss: lost.loss };
    return;
  }
  if (hereA.length > LONGEST_EDGE || hereB.length > LONGEST_EDGE) return;
  if ([...hereA, ...hereB].some(({ isEditorial }) => isEditorial)) return;
  const [spanA, spanB] = [trimmed(hereA, isStart), trimmed(hereB, isStart)];
  if (!spanA || !spanB) return;
  const kind = isRespelled(a.text.slice(spanA.start, spanA.end), b.text.slice(spanB.start, spanB.end));
  yield { kind: kind ? 'respelled' : 'altered', a: spanA, b: spanB };
}

/** Small words at the far end may belong to anything. */
function trimmed(words: Words, isStart: boolean): Span | undefined {
  const weighty = words.filter(({ weight, folded }) => weight > SMALL_WEIGHT || meaningOf(folded) === 'negation');
  const first = isStart ? weighty[0] : words[0];
  const last = isStart ? words.at(-1) : weighty.at(-1);
  return first && last && weighty.length > 0
    ? spanOf(words.slice(words.indexOf(first), words.indexOf(last) + 1))
    : undefined;
}

/** How far from the cut a word still turns the sense. */
const REACH = 5;

/** What is cut off beside the words that are kept, in their clause. */
function lossAt(
  cut: Words,
  text: string,
  kept: QuotedWord | undefined,
  isStart: boolean,
): { readonly span: Span; readonly loss: Loss } | undefined {
  const inOrder = [...cut];
  const near = isStart ? [...cut].reverse() : inOrder;
  let previous = kept;
  for (const [distance, word] of near.slice(0, REACH).entries()) {
    if (!previous) return undefined;
    const [left, right] = isStart ? [word, previous] : [previous, word];
    const loss = meaningAt(inOrder, inOrder.indexOf(word));
    const marks = punctuationBetween(text, left, right);
    if (/[.!?;:–(]/.test(marks) || (marks !== '' && loss !== 'condition')) return undefined;
    const isNear =
      loss === 'negation' ? true : loss === 'condition' ? !isStart && distance < 2 : isStart && distance < 3;
    if (loss && isNear && !(loss === 'negation' && !isStart && distance > 1)) {
      const words = near.slice(0, distance + 1);
      return { span: spanOf(kept ? [kept, ...words] : words), loss };
    }
    previous = word;
  }
  return undefined;
}

/** From the first to the last of them, in any order: the sign of a currency is read behind its number, and stands before it. */
function spanOf(words: readonly Span[]): Span {
  let [start, end] = [Infinity, -Infinity];
  for (const word of words) [start, end] = [Math.min(start, word.start), Math.max(end, word.end)];
  return { start, end };
}
