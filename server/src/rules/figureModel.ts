import type { FigureKind } from './figuresInText.js';
import { logistic } from './logistic.js';
import type { Signs } from './matter.js';

type Model = 'count' | 'year' | 'day' | 'weekday';

/** Fitted by scripts/claims/fitFigures.mjs. */
const WEIGHTS: Readonly<Record<Model, Signs>> = {
  count: {
    bias: -0.47,
    others: -0.68,
    looseness: 1.56,
    shared: -0.24,
    share: -0.29,
    near: 0.71,
    isSameBefore: 0.17,
    isSameGovernor: 0.03,
    isSameNumber: 0,
    meaning: 1.75,
    isTransposed: 5.02,
    isExchangedDigit: 2.4,
    isUnnamed: -1.08,
    isOtherUnit: -1.27,
    kinship: 0.74,
    distance: -0.59,
    isRough: 0.75,
    isSmall: -0.24,
    isMeasure: -0.64,
    isMoney: -0.75,
    isShare: -0.75,
    likeness: 0.86,
    isBest: 0.46,
    lacking: -0.44,
    isOnly: -0.28,
    common: -0.02,
    loosenessThere: -2.46,
    around: 4.02,
    seconding: -0.2,
  },
  day: {
    bias: -5.5,
    others: -0.62,
    looseness: 0.83,
    shared: 0.01,
    share: 3.2,
    near: 0.81,
    isSameBefore: 0.11,
    isSameGovernor: 1.47,
    isSameNumber: -1.59,
    meaning: 1.71,
    isExchangedDigit: 1.34,
    distance: -0.95,
    isSameMonth: 4.49,
    isSameDay: -0.57,
    likeness: -0.27,
    isBest: 0.21,
    lacking: -0.14,
    isOnly: 0.64,
    common: 0,
    loosenessThere: -1.96,
    around: 5.73,
    seconding: -0.72,
  },
  weekday: {
    bias: -1.51,
    others: -0.72,
    looseness: 0.48,
    shared: -0.04,
    share: -1.99,
    near: -0.52,
    isSameBefore: 0.73,
    isSameGovernor: 1.99,
    isSameNumber: 0.07,
    meaning: 2.15,
    likeness: 3.2,
    isBest: -0.34,
    lacking: 0,
    isOnly: 0.84,
    common: -0.28,
    loosenessThere: -0.85,
    around: 5.53,
    seconding: -0.24,
  },
  year: {
    bias: -2.41,
    others: -0.4,
    looseness: 1.53,
    shared: -0.37,
    share: 0.79,
    near: 1.24,
    isSameBefore: 0.55,
    isSameGovernor: -1.69,
    isSameNumber: 0.7,
    meaning: 1.23,
    isTransposed: 5.29,
    isExchangedDigit: 1.38,
    distance: 0.15,
    likeness: 5.01,
    isBest: 0.42,
    lacking: -0.23,
    isOnly: -0.87,
    common: -0.34,
    loosenessThere: -3.6,
    around: 5.59,
    seconding: -0.85,
  },
};

const LEAST_SHOWN: Readonly<Record<Model, number>> = { count: 0.75, year: 0.8, day: 0.75, weekday: 0.85 };
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

export function isFigureShown(kind: FigureKind, chance: number): boolean {
  return chance >= LEAST_SHOWN[modelOf(kind)];
}

export function isFigureHinted(kind: FigureKind, chance: number): boolean {
  return chance >= HINTED * LEAST_SHOWN[modelOf(kind)];
}
