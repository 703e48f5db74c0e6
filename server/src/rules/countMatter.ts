import { AGE, areCompatible, quantitiesIn, type Quantity } from '../core/quantities.js';
import { isPublicationStamp } from '../core/stamps.js';
import { stem } from '../core/stem.js';
import { normalForm, type Token } from '../core/tokens.js';
import { areOfOnePerson } from './agedPerson.js';
import type { Beside } from './judge.js';
import type { Matter } from './matter.js';
import { isOneSlot } from './slotSigns.js';

/** Smaller numbers are in every text: that the other passage has one as well says nothing. */
const LEAST_TELLING = 10;
/** Cosine of the vectors of two nouns that may count the same: passengers, travellers. */
const NEAR_UNITS = 0.7;
const FARTHEST = 3;
const FAR = Math.log(10);
const SIGN = /^[$£€¥%]$/;
const SCOPE =
  /\b(?:total(?:s|l?ed)?|so far|altogether|overall|combined|in all|all|record|previous|first|last|another|other|more|additional|each|every|per|remaining|rest)\b/gi;

/** Numbers and what they count. */
export const countMatter: Matter<Quantity> = {
  itemsIn: (text) => (isPublicationStamp(text) ? [] : quantitiesIn(text)),
  kindOf: () => 'count',
  agree: (a, b, beside) => areCompatible(a, b) && areComparable(a, b, beside),
  // “More than 20,000” bears out no 28,000.
  coversAll: (a, b) => areEqual(a, b) || (!b.isRough && b.least === b.most && lastDigit(b.least) <= lastDigit(a.least)),
  areComparable,
  isStatedIn: (item, _text, items, beside) =>
    items.some(
      (one) =>
        // 12 days are no “up to 15 years”.
        (areEqual(one, item) && item.most >= LEAST_TELLING) ||
        (areCompatible(one, item) && (one.unit === item.unit || areComparable(one, item, beside))),
    ),
  readingOf: ({ least, most }) => `${least}–${most}`,
  signsOf(a, b, beside) {
    const { frame } = beside;
    const [behindA, behindB] = [secondBehind(frame.wordsA, a.end), secondBehind(frame.wordsB, b.end)];
    const [scopeA, scopeB] = [scopeOf(a, beside.a), scopeOf(b, beside.b)];
    return {
      isUnnamed: Number(a.unit === '' || b.unit === ''),
      isOtherUnit: Number(a.unit !== b.unit),
      // The second telling word behind both is the same: not so in 404 yards rushing, 404 yards receiving.
      isSameSecond: Number(behindA !== undefined && behindA === behindB),
      // Logarithm of how many times larger one of them is; of one length they may be one number with a slip.
      distance: Math.min(FARTHEST, distanceOf(a, b)),
      isOtherLength: Number(distanceOf(a, b) > FAR),
      // One of them stands in brackets: an equivalent of the number before it.
      isBracketed: Number(isBracketed(a, beside.a) !== isBracketed(b, beside.b)),
      // “In total”, “so far”, “another”, “per” stands beside one of them only.
      isOtherScope: Number(
        scopeA.some((word) => !scopeB.includes(word)) || scopeB.some((word) => !scopeA.includes(word)),
      ),
    };
  },
};

/** The same unit; or no unit on a side, or units alike in meaning, and the two stand in one slot. */
function areComparable(a: Quantity, b: Quantity, beside: Beside): boolean {
  if (a.unit === AGE && b.unit === AGE) return areOfOnePerson(a, b, beside);
  const { before, after } = beside.frame.isFramed(a, b);
  // So far apart they are two counts (20 points in a match, 2,302 in a life), unless the very words around them are the same.
  if (distanceOf(a, b) > FAR && !(before && after)) return false;
  // Two routes, unless the very words around them are the same.
  if (a.unit.endsWith('#')) return a.unit === b.unit && before && after;
  if (a.unit === b.unit && a.unit !== '') return true;
  if (SIGN.test(a.unit) || SIGN.test(b.unit) || !isOneSlot(a, b, beside)) return false;
  // Without a noun beside them, or with another one, the same words around them tell what is counted.
  if (a.unit === '' || b.unit === '') return before || after;
  if (before && after) return true;
  const vectors = beside.resources.wordVectors;
  const [rankA, rankB] = [vectors.rank(a.unit), vectors.rank(b.unit)];
  return rankA >= 0 && rankB >= 0 && vectors.cosine(rankA, rankB) >= NEAR_UNITS;
}

function areEqual(a: Quantity, b: Quantity): boolean {
  return a.least === b.least && a.most === b.most;
}

/** Value of the last digit that is no nought: 100 of 4,300. */
function lastDigit(value: number): number {
  if (value === 0 || !Number.isInteger(value)) return 0;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
}

function distanceOf(a: Quantity, b: Quantity): number {
  return Math.abs(Math.log(Math.max(a.most, 0.01) / Math.max(b.most, 0.01)));
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
