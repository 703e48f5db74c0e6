import { AGE } from './countedUnits.js';
import type { Quantity } from './quantities.js';
import { ROUND } from './writtenNumbers.js';

/** The ends that were given to words. */
const ROUND_ENDS: ReadonlySet<number> = new Set(Object.values(ROUND).map(([, most]) => most));
/** Farther from what it is for, as a share of it, a whole number that nobody calls rough is none that was rounded. */
const FARTHEST_ROUNDED = 0.05;
/** The same where it is called rough: “more than ten” is not said of five. */
const FARTHEST_ROUGH = 0.25;
/** A number that has three digits and more does not look rounded. */
const LEAST_EXACT = 100;

/** Whether two quantities may both be true of one thing: equal, within a range, or one the other rounded. */
export function areCompatible(a: Quantity, b: Quantity): boolean {
  if (areOtherRanges(a, b)) return false;
  if (a.least <= b.most && b.least <= a.most) return true;
  if (a.unit.endsWith('#') || b.unit.endsWith('#')) return false;
  if (isRoundedDown(a, b) || isRoundedDown(b, a)) return true;
  if (areTwoEstimates(a, b)) return false;
  if (isScaled(a, b) || isScaled(b, a) || isWithin(a, b) || isWithin(b, a)) return true;
  const [small, large] = a.most < b.least ? [a.most, b.least] : [b.most, a.least];
  if ((a.isRough || b.isRough) && small / large > 0.75) return true;
  return isRounded(a, b) || isRounded(b, a);
}

/** “More than 50” and “more than 56”, “about 300” and “about 330” are two numbers; not so 300 and 300 million. */
function areTwoEstimates(a: Quantity, b: Quantity): boolean {
  const isOneWord = a.qualifier !== undefined && a.qualifier === b.qualifier;
  const isSameBound = a.bound !== undefined && a.bound === b.bound;
  return (isOneWord || isSameBound) && !isScaled(a, b) && !isScaled(b, a);
}

/** “140 to 150”, “140 to 155”: one end is the same and the other is not. */
function areOtherRanges(a: Quantity, b: Quantity): boolean {
  if (a.least === a.most || b.least === b.most) return false;
  return (a.least === b.least) !== (a.most === b.most) && !ROUND_ENDS.has(a.most) && !ROUND_ENDS.has(b.most);
}

/** “At least three” does not contradict ten; two lower bounds are held against each other as two numbers. */
function isWithin({ least, most, bound: own }: Quantity, { bound, ...limit }: Quantity): boolean {
  if (own === bound) return false;
  return bound === 'least' ? least >= limit.least : bound === 'most' && most <= limit.most;
}

/** “More than 5,270” is more than 5,200 as well; of two digits at the least, or fifty-six were “more than 50”. */
function isRoundedDown(exact: Quantity, rough: Quantity): boolean {
  if (exact.bound !== 'least' || rough.bound !== 'least' || !Number.isInteger(exact.least)) return false;
  const unit = lastDigit(rough.least);
  return rough.least >= 10 * unit && unit > 1 && Math.floor(exact.least / unit) * unit === rough.least;
}

/** “Between $140 and $150 million”: the scale word stands elsewhere. */
function isScaled(a: Quantity, b: Quantity): boolean {
  return [1e3, 1e6, 1e9].some((scale) => Math.abs(a.least * scale - b.least) < 1e-6 * b.least);
}

/** Whether `rough` is `exact` rounded to the digits it has; two digits at the least, or 11 might be “10”. */
function isRounded(exact: Quantity, rough: Quantity): boolean {
  if (exact.least !== exact.most || rough.least !== rough.most || exact.unit === AGE) return false;
  const isRough = exact.isRough || rough.isRough;
  const isWhole = Number.isInteger(exact.least);
  const farthest = isRough ? FARTHEST_ROUGH : FARTHEST_ROUNDED;
  if (isWhole && Math.abs(exact.least - rough.least) > farthest * exact.least) return false;
  if (rough.least < 10 && isWhole) return false;
  const unit = Number.isInteger(rough.least) ? lastDigit(rough.least) : 0.1;
  // The last digit of many, and nobody says “about”: 2,291 is no 2,290.
  const isExact = !isRough && unit === 10 && rough.least / unit >= LEAST_EXACT;
  const difference = rough.least - exact.least;
  // Half a unit is rounded up.
  return exact.least % unit !== 0 && !(isWhole && isExact) && difference <= unit / 2 && difference > -unit / 2;
}

/** Value of the last digit that is no nought, of a whole number: 100 of 4,300. */
function lastDigit(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}
