import { logistic } from './logistic.js';
import type { Signs } from './matter.js';
import type { NameSort } from './storyNames.js';

/** Fitted by scripts/claims/fitMisplaced.mjs. */
const WEIGHTS: Readonly<Record<NameSort, Signs>> = {
  person: {
    bias: 1.33,
    isSameRole: 1.45,
    isOtherRole: -0.8,
    isRoleless: -0.77,
    gain: 0.41,
    whole: 0.64,
    share: 4.64,
    top: 1.49,
    count: 0.15,
    loss: -0.77,
    lossTop: -2.82,
    isLone: -2.61,
    isLacking: -0.19,
    told: -0.34,
    isTogether: 0.45,
    isNear: -1.98,
    crowd: -1.76,
    isFull: 0.73,
    looseness: 0.68,
    seconding: 0.41,
  },
  place: {
    bias: 0.41,
    isSamePreposition: 0.77,
    isOtherPreposition: -0.36,
    isNowhere: -0.82,
    gain: -0.43,
    whole: 0.48,
    share: 4.15,
    top: 5.03,
    count: 0.17,
    loss: -0.25,
    lossTop: -3.32,
    isLone: -2.17,
    isLacking: 0.14,
    told: -0.29,
    isTogether: -0.1,
    isNear: -2.38,
    crowd: -1.68,
    isFull: -0.11,
    looseness: -0.63,
    seconding: 0.36,
  },
};

/** Among many texts that tell a story loosely, some name is soon told of in like words. */
const FEW = 3;
const LEAST_SHOWN: Readonly<Record<NameSort, { readonly few: number; readonly many: number }>> = {
  person: { few: 0.95, many: 0.98 },
  place: { few: 0.92, many: 0.985 },
};
const HINTED = 0.95;

/** Chance that a name stands where others mean another (misplacedNames.ts). */
export function chanceOfMisplaced(sort: NameSort, signs: Signs): number {
  return logistic(WEIGHTS[sort], signs);
}

/** @param tellers how many other texts tell the story */
export function isMisplacedShown(sort: NameSort, chance: number, tellers: number): boolean {
  return chance >= leastShown(sort, tellers);
}

export function isMisplacedHinted(sort: NameSort, chance: number, tellers: number): boolean {
  return chance >= HINTED * leastShown(sort, tellers);
}

function leastShown(sort: NameSort, tellers: number): number {
  return LEAST_SHOWN[sort][tellers <= FEW ? 'few' : 'many'];
}
