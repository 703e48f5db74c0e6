import { areCompatible, type Quantity } from '../core/quantities.js';
import { stem } from '../core/stem.js';
import { normalForm, type Token } from '../core/tokens.js';
import type { Beside } from './judge.js';

/** What speaks for two numbers of one unit in parallel passages counting the same, or another thing of that kind. */
export interface CountSigns {
  /** Share of the longer passage that both say. */
  readonly mutual: number;
  readonly isOneSlot: number;
  /** The word before both is the same. */
  readonly isSameBefore: number;
  /** The second telling word behind both is the same: not so in 404 yards rushing, 404 yards receiving. */
  readonly isSameBehind: number;
  /** Each is the only number of its unit in its passage. */
  readonly isOnly: number;
  /** Logarithm of how many times larger one of them is. */
  readonly distance: number;
  /** One of them stands in brackets: an equivalent of the number before it. */
  readonly isBracketed: number;
  /** “In total”, “so far”, “another”, “per” stands beside one of them only. */
  readonly isOtherScope: number;
  /** Numbers besides these that only one of the passages has, and that both have. */
  readonly others: number;
  readonly agreeing: number;
  /** Agreement around the two. */
  readonly support: number;
}

/** Fitted by scripts/claims/fit.mjs on news stories that are not in the project. */
const WEIGHTS: CountSigns = {
  mutual: 0.2,
  isOneSlot: 0.3,
  isSameBefore: 0.29,
  isSameBehind: 0.72,
  isOnly: 0.22,
  distance: -0.87,
  isBracketed: -0.72,
  isOtherScope: -0.35,
  others: -0.6,
  agreeing: 0.6,
  support: 0.46,
};
const BIAS = 1.15;

/** Chance from 0 to 1 that the two count the same. */
export function chanceOfSameCount(signs: CountSigns): number {
  const sum = (Object.keys(WEIGHTS) as (keyof CountSigns)[]).reduce(
    (total, sign) => total + WEIGHTS[sign] * signs[sign],
    BIAS,
  );
  return 1 / (1 + Math.exp(-sum));
}

const FARTHEST = 3;
const MOST_OTHERS = 5;
const MOST_SUPPORT = 3;
const SCOPE =
  /\b(?:total(?:s|l?ed)?|so far|altogether|overall|combined|in all|all|record|previous|first|last|another|other|more|additional|each|every|per|remaining|rest)\b/gi;

/** @param numbers those of both passages */
export function countSigns(
  a: Quantity,
  b: Quantity,
  beside: Beside,
  numbers: readonly [readonly Quantity[], readonly Quantity[]],
): CountSigns {
  const { frame } = beside;
  const [behindA, behindB] = [secondBehind(frame.wordsA, a.end), secondBehind(frame.wordsB, b.end)];
  const [scopeA, scopeB] = [scopeOf(a, beside.a), scopeOf(b, beside.b)];
  const [here, there] = numbers;
  const agreeing = here.filter(
    (one) => one !== a && there.some((other) => other !== b && one.unit === other.unit && areCompatible(one, other)),
  ).length;
  return {
    mutual: frame.mutual,
    isOneSlot: Number(isOneSlot(a, b, beside)),
    isSameBefore: Number(frame.isFramed(a, b).before),
    isSameBehind: Number(behindA !== undefined && behindA === behindB),
    isOnly: Number(isAlone(a, here) && isAlone(b, there)),
    distance: Math.min(FARTHEST, Math.abs(Math.log(Math.max(a.most, 0.01) / Math.max(b.most, 0.01)))),
    isBracketed: Number(isBracketed(a, beside.a) !== isBracketed(b, beside.b)),
    isOtherScope: Number(
      scopeA.some((word) => !scopeB.includes(word)) || scopeB.some((word) => !scopeA.includes(word)),
    ),
    others: Math.min(MOST_OTHERS, here.length + there.length - 2 - 2 * agreeing),
    agreeing: Math.min(2, agreeing),
    support: Math.min(MOST_SUPPORT, frame.support(a.start, b.start)),
  };
}

export function isOneSlot(a: Quantity, b: Quantity, { slots }: Beside): boolean {
  return slots.some(
    (slot) =>
      slot.a &&
      slot.b &&
      slot.a.start <= a.start &&
      a.start < slot.a.end &&
      slot.b.start <= b.start &&
      b.start < slot.b.end,
  );
}

function isAlone({ unit }: Quantity, all: readonly Quantity[]): boolean {
  return unit !== '' && all.filter((one) => one.unit === unit).length === 1;
}

function isBracketed({ start }: Quantity, text: string): boolean {
  return /\(\s*\S{0,3}$/.test(text.slice(0, start));
}

const SMALL =
  /^(?:an?|the|of|to|in|on|at|by|for|with|from|and|or|but|as|is|are|was|were|be|been|has|have|had|that|this|its?|his|her|their|he|she|they|who|more|than|least|about|nearly|some)$/;
/** Words behind a number that are looked at. */
const BEHIND = 5;

/** The first is what is counted. */
function secondBehind(words: readonly Token[], end: number): string | undefined {
  const first = words.findIndex(({ start }) => start >= end);
  if (first < 0) return undefined;
  const telling = words
    .slice(first, first + BEHIND)
    .map(({ text }) => normalForm(text))
    .filter((word) => !SMALL.test(word));
  return telling[1] === undefined ? undefined : stem(telling[1]);
}

function scopeOf({ start, end }: Quantity, text: string): string[] {
  return (text.slice(Math.max(0, start - 30), end + 25).match(SCOPE) ?? []).map((word) => word.toLowerCase());
}
