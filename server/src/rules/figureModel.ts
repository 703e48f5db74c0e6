import type { FigureKind } from './figuresInText.js';
import { logistic } from './logistic.js';
import type { Signs } from './matter.js';

type Model = 'count' | 'year' | 'day' | 'weekday';

/** Fitted by scripts/claims/fitFigures.mjs. */
const WEIGHTS: Readonly<Record<Model, Signs>> = {
  count: {
    bias: 1.02,
    others: -0.42,
    looseness: -1.07,
    shared: 0.01,
    share: 0,
    near: 0.6,
    isSameBefore: 0.62,
    isSameGovernor: 0.14,
    isSameNumber: 0.32,
    meaning: 1.11,
    isTransposed: 4.45,
    isExchangedDigit: 2.55,
    isUnnamed: -1.39,
    isOtherUnit: -1.14,
    kinship: 0.62,
    distance: -0.41,
    isRough: 0.38,
    isSmall: -0.38,
    isMeasure: -0.68,
    isMoney: -0.38,
    isShare: -0.65,
    likeness: 0.04,
    isBest: 0.4,
    lacking: 0.1,
    isOnly: -0.48,
    common: -0.04,
    loosenessThere: -1.3,
    around: 3.06,
    seconding: 0.53,
    crowd: -1.26,
  },
  day: {
    bias: -5.5,
    others: -0.6,
    looseness: -1.45,
    shared: 0.06,
    share: 3.66,
    near: 1.74,
    isSameBefore: -0.11,
    isSameGovernor: 0.21,
    isSameNumber: -0.56,
    meaning: 2.63,
    isTransposed: 1.59,
    isExchangedDigit: 1.22,
    distance: -0.78,
    isSameMonth: 4.95,
    isSameDay: -0.18,
    likeness: -1.13,
    isBest: 0.09,
    lacking: -0.12,
    isOnly: 0.39,
    common: 0.12,
    loosenessThere: -1.06,
    around: 5.41,
    seconding: -0.05,
    crowd: -0.3,
  },
  weekday: {
    bias: -0.18,
    others: -1.01,
    looseness: -0.81,
    shared: -0.19,
    share: -1.32,
    near: 0.52,
    isSameBefore: 0.51,
    isSameGovernor: 1.83,
    isSameNumber: -0.14,
    meaning: 1.56,
    likeness: 3.51,
    isBest: -0.05,
    lacking: 0,
    isOnly: -0.01,
    common: -0.01,
    loosenessThere: -0.49,
    around: 4.96,
    seconding: 0.41,
    crowd: -1.22,
  },
  year: {
    bias: -2.64,
    others: -0.3,
    looseness: 0.43,
    shared: -0.2,
    share: 1.93,
    near: 0.71,
    isSameBefore: 0.28,
    isSameGovernor: -1.39,
    isSameNumber: -0.37,
    meaning: 1.7,
    isTransposed: 5.51,
    isExchangedDigit: 1.89,
    distance: -0.1,
    likeness: 4.41,
    isBest: 0.13,
    lacking: 0.19,
    isOnly: 0.06,
    common: -0.14,
    loosenessThere: -1.79,
    around: 4.73,
    seconding: 0.27,
    crowd: -0.71,
  },
};

const LEAST_SHOWN: Readonly<Record<Model, number>> = { count: 0.8, year: 0.8, day: 0.7, weekday: 0.85 };
const HINTED = 0.8;

/** Counts of things, measures, money and shares are weighed alike. */
export function modelOf(kind: FigureKind): Model {
  return kind === 'year' || kind === 'day' || kind === 'weekday' ? kind : 'count';
}

/** Whether it is no date. */
export function isCount(kind: FigureKind): boolean {
  return modelOf(kind) === 'count';
}

/** Chance that a figure stands where others give another (figureSigns.ts). */
export function chanceOfFigure(kind: FigureKind, signs: Signs): number {
  return logistic(WEIGHTS[modelOf(kind)], signs);
}

/** @param chance 0 to 1 */
export function isFigureShown(kind: FigureKind, chance: number): boolean {
  return chance >= LEAST_SHOWN[modelOf(kind)];
}

/** Whether it is shown, if only as a hint. */
export function isFigureHinted(kind: FigureKind, chance: number): boolean {
  return chance >= HINTED * LEAST_SHOWN[modelOf(kind)];
}
