import { logistic } from './logistic.js';
import type { Signs } from './matter.js';

export type ExchangeKind = 'place' | 'person';

/** Fitted by scripts/claims/fitExchanges.mjs. */
const WEIGHTS: Readonly<Record<ExchangeKind, Signs>> = {
  person: {
    bias: -5.31,
    shared: 0.65,
    share: 5.97,
    near: 1.69,
    isSamePreposition: 2.65,
    isOtherPreposition: 0.35,
    isSameBefore: 1.35,
    isSameGovernor: -0.73,
    isSameNumber: 0.97,
    looseness: -2.65,
    lone: -0.26,
    lacking: -0.22,
    isBest: 0.25,
    seconding: 0.51,
  },
  place: {
    bias: -5.14,
    shared: 0.82,
    share: 3.85,
    near: 1.81,
    isSamePreposition: 0.96,
    isOtherPreposition: -0.94,
    isSameBefore: 0.54,
    isSameGovernor: 0.6,
    isSameNumber: -0.36,
    areApart: 1.33,
    looseness: -3.67,
    lone: -0.67,
    lacking: -0.4,
    isBest: 0.03,
    seconding: 0.41,
  },
};

const LEAST_SHOWN: Readonly<Record<ExchangeKind, number>> = { place: 0.5, person: 0.6 };
const HINTED = 0.8;

/** Chance that a name stands where others mean another (exchangeSigns.ts). */
export function chanceOfExchange(kind: ExchangeKind, signs: Signs): number {
  return logistic(WEIGHTS[kind], signs);
}

/** @param chance 0 to 1 */
export function isExchangeShown(kind: ExchangeKind, chance: number): boolean {
  return chance >= LEAST_SHOWN[kind];
}

/** Whether it is shown, if only as a hint. */
export function isExchangeHinted(kind: ExchangeKind, chance: number): boolean {
  return chance >= HINTED * LEAST_SHOWN[kind];
}
