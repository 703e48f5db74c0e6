import { areCompatible } from '../core/compatibleQuantities.js';
import { AGE } from '../core/countedUnits.js';
import { digitSlipBetween, digitsOf } from '../core/digitSlips.js';
import { areOfOneDimension, mayBeConverted } from '../core/measures.js';
import { quantitiesIn, type Quantity } from '../core/quantities.js';
import { isPublicationStamp } from '../core/stamps.js';
import { stem } from '../core/stem.js';
import { normalForm, type Token } from '../core/tokens.js';
import { areOfOnePerson } from './agedPerson.js';
import { areOnOneBasis } from './countBasis.js';
import { countsOthersToo } from './joinedCount.js';
import type { Beside } from './judge.js';
import type { Matter } from './matter.js';
import { areOfStatedWhole } from './statedWhole.js';
import { isOneSlot } from './slotSigns.js';
import { unitKinship } from './unitKinship.js';

/** Smaller numbers are in every text: that the other passage has one as well says nothing. */
const LEAST_TELLING = 10;
/** Cosine of the vectors of two nouns that may count the same, where the numbers stand in one slot: passengers, travellers. */
const NEAR_UNITS = 0.55;
/** The same where they stand beside one word, too. */
const LEAST_KINSHIP = 0.4;
/** What is near to these in meaning is another measure. */
const MEASURE =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|inch(?:es)?|feet|foot|yards?|miles?|met(?:re|er)s?|kilomet(?:re|er)s?|hectares?|acres?|pounds?|grams?|kilos?|kilograms?|tons?|tonnes?|degrees?|points?|percent)$/;
/** And, wherever they stand, share of both sentences that both say, where one of the nouns is said of persons of any sort. */
const LEAST_SHARED = 0.5;
/** What persons of any sort are called. */
const ANYBODY = /^(?:people|persons|men|women)$/;
/** Digits of a number that is no other one by chance. */
const LEAST_TRANSPOSED = 3;
const FARTHEST = 3;
const FAR = Math.log(10);
const NEAR = Math.log(2);
const SIGN = /^[$£€¥%]$/;
const SCOPE =
  /\b(?:total(?:s|l?ed)?|so far|altogether|overall|combined|in all|all|record|previous|first|last|another|other|more|additional|each|every|per|remaining|rest)\b/gi;

/** Numbers and what they count. */
export const countMatter: Matter<Quantity> = {
  itemsIn: (text) => (isPublicationStamp(text) ? [] : quantitiesIn(text)),
  kindOf: () => 'count',
  agree,
  // “More than 20,000” bears out no 28,000.
  coversAll: (a, b) => areEqual(a, b) || (!b.isRough && b.least === b.most && lastDigit(b.least) <= lastDigit(a.least)),
  areComparable,
  isStatedIn: (item, text, items, beside, own) =>
    items.some((one) => {
      // 12 days are no “up to 15 years”.
      if (areEqual(one, item) && item.most >= LEAST_TELLING && !areOfOneDimension(one, item))
        return !isOfAnother(one, item, own);
      const [a, b] = text === beside.b ? [item, one] : [one, item];
      return mayBeOne(a, b, beside) && (a.unit === b.unit || areComparable(a, b, beside));
    }),
  readingOf: ({ least, most }) => `${least}–${most}`,
  signsOf(a, b, beside) {
    const { frame } = beside;
    const [behindA, behindB] = [secondBehind(frame.wordsA, a.end), secondBehind(frame.wordsB, b.end)];
    const [scopeA, scopeB] = [scopeOf(a, beside.a), scopeOf(b, beside.b)];
    return {
      isUnnamed: Number(a.unit === '' || b.unit === ''),
      isOtherUnit: Number(a.unit !== b.unit),
      unitKinship: a.unit === b.unit ? 0 : unitKinship(a, b, beside.resources),
      // The second telling word behind both is the same: not so in 404 yards rushing, 404 yards receiving.
      isSameSecond: Number(behindA !== undefined && behindA === behindB),
      // Logarithm of how many times larger one of them is; of one length they may be one number with a slip.
      distance: Math.min(FARTHEST, distanceOf(a, b)),
      isOtherLength: Number(distanceOf(a, b) > FAR),
      // 640 for 460, 8.12 for 8.21: two facts are hardly alike so.
      isTransposed: Number(isTransposed(a, b)),
      // One of them stands in brackets: an equivalent of the number before it.
      isBracketed: Number(isBracketed(a, beside.a) !== isBracketed(b, beside.b)),
      // “In total”, “so far”, “another”, “per” stands beside one of them only.
      isOtherScope: Number(
        scopeA.some((word) => !scopeB.includes(word)) || scopeB.some((word) => !scopeA.includes(word)),
      ),
    };
  },
};

function agree(a: Quantity, b: Quantity, beside: Beside): boolean {
  return mayBeOne(a, b, beside) && areComparable(a, b, beside);
}

/** “11 points and 11 rebounds”: of these two, the one that the other passage gives for something else. */
function isOfAnother(one: Quantity, item: Quantity, own: readonly Quantity[]): boolean {
  const isOfOne = (other: Quantity) => areEqual(one, other) && one.unit === other.unit && one.unit !== '';
  return !isOfOne(item) && own.some((other) => other !== item && isOfOne(other));
}

/** Of the larger one; more is hardly rounded away where a sentence is taken over word for word. */
const MOST_ROUNDED = 0.01;
/** Share of both sentences from which on one took the other’s words over. */
const LEAST_TAKEN_OVER = 0.6;

/** Whether both may be true. The very words around them tell 203 feet from 200 feet: nobody rounded that. */
function mayBeOne(a: Quantity, b: Quantity, beside: Beside): boolean {
  if (areOfOneDimension(a, b)) return mayBeConverted(a, b);
  if (areEqual(a, b) || !areCompatible(a, b)) return areEqual(a, b);
  const difference = Math.abs(a.least - b.least) / Math.max(a.least, b.least);
  if (a.isRough || b.isRough || difference < MOST_ROUNDED || distanceOf(a, b) > NEAR) return true;
  const { before, after } = beside.frame.isFramed(a, b);
  return !(before && after && beside.frame.mutual >= LEAST_TAKEN_OVER);
}

/** The same unit; or no unit on a side, or units alike in meaning, and the two stand in one slot. */
function areComparable(a: Quantity, b: Quantity, beside: Beside): boolean {
  if (a.unit === AGE && b.unit === AGE) return areOfOnePerson(a, b, beside);
  const { before, after } = beside.frame.isFramed(a, b);
  // So far apart they are two counts (20 points in a match, 2,302 in a life), unless the very words around them are the same.
  if (distanceOf(a, b) > FAR && !(before && after)) return false;
  // Of four engines two were replaced; they married two more times, three times in all.
  const isOfOneWhole = a.share === b.share || areOfStatedWhole(a, beside.a, b, beside.b);
  if (!isOfOneWhole && !areEqual(a, b) && !(before && after)) return false;
  // Two routes, unless they stand in one slot.
  if (a.unit.endsWith('#')) return a.unit === b.unit && before && (after || isOneSlot(a, b, beside));
  // The fourth coach since 2003, the 21st coach of a club.
  if (a.unit.endsWith(' nth') || b.unit.endsWith(' nth')) return a.unit === b.unit && (before || after);
  if (isEquivalent(a, beside.a) !== isEquivalent(b, beside.b)) return false;
  if (!areOnOneBasis(a, b, beside)) return false;
  if (!areEqual(a, b) && countsOthersToo(a, beside.a, b, beside.b)) return false;
  // It rose by 7, from 35.
  const [leadA, leadB] = [leadOf(a, beside.a), leadOf(b, beside.b)];
  if (leadA !== leadB && /^(?:by|from)$/.test(leadA) && /^(?:by|from)$/.test(leadB)) return false;
  if (a.unit === b.unit && a.unit !== '') return true;
  if (SIGN.test(a.unit) || SIGN.test(b.unit)) return false;
  // 15,800 square metres are 170,000 square feet, but 212 miles are no 212 kilometres.
  if (areOfOneDimension(a, b)) return areEqual(a, b) || mayBeConverted(a, b);
  if (MEASURE.test(a.noun ?? '') && MEASURE.test(b.noun ?? '')) return false;
  if (before && after) return true;
  const isBeside = before || after;
  // Without a noun beside them, the same words around them tell what is counted; two nouns may mean one thing.
  if (a.unit === '' || b.unit === '') return isBeside && isOneSlot(a, b, beside);
  if (MEASURE.test(a.noun ?? '') || MEASURE.test(b.noun ?? '')) return false;
  const isOne = isOneSlot(a, b, beside);
  const kinship = unitKinship(a, b, beside.resources);
  // Twenty-three patients, where 23 people fell ill.
  const isAnybody = ANYBODY.test(a.noun ?? '') || ANYBODY.test(b.noun ?? '');
  if (isAnybody && kinship >= LEAST_KINSHIP && beside.frame.mutual >= LEAST_SHARED) return true;
  return isOne && isBeside ? kinship >= LEAST_KINSHIP : (isOne || isBeside) && kinship >= NEAR_UNITS;
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

/** “A$1 million ($1.52 million)”: the sum before it in another currency, of those that share a sign. */
function isEquivalent({ start, unit }: Quantity, text: string): boolean {
  return unit === '$' && /\d\S{0,3}(?:\s\p{L}{1,8})?\s\(\s?\S{0,3}$/u.test(text.slice(Math.max(0, start - 24), start));
}

/** The small word right before a number, its sign and “about” left out. */
function leadOf({ start }: Quantity, text: string): string {
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  return (
    /(?<!\p{L})(\p{L}+)(?:\s(?:about|around|some|nearly|almost|over|roughly|just|only))?\s[$£€¥]?$/u.exec(
      before,
    )?.[1] ?? ''
  );
}

function isTransposed(a: Quantity, b: Quantity): boolean {
  if (a.least !== a.most || b.least !== b.most) return false;
  const [own, other] = [String(a.least), String(b.least)];
  if (digitsOf(own).length < LEAST_TRANSPOSED) return false;
  return (
    own.indexOf('.') === other.indexOf('.') && digitSlipBetween(digitsOf(own), digitsOf(other)) === 'transposition'
  );
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
