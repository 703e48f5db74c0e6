import { logistic } from './logistic.js';
import type { Signs } from './matter.js';
import type { NameSort } from './storyNames.js';

/** Fitted by scripts/claims/fitMisplaced.mjs on test/retellings and ECB+. */
const WEIGHTS: Readonly<Record<NameSort, Signs>> = {
  person: {
    bias: 1.02,
    isSameRole: 1.97,
    isOtherRole: -1.09,
    isRoleless: -0.21,
    gain: 0.7,
    whole: 0.47,
    share: 3.95,
    top: 1.22,
    count: 0.1,
    loss: -0.37,
    lossTop: -1.58,
    isLone: -2.89,
    isLacking: -0.23,
    told: -0.36,
    isTogether: 0.41,
    isNear: -3.12,
    crowd: -0.98,
    isFull: -0.53,
    looseness: 1.16,
    seconding: 0.65,
  },
  place: {
    bias: -0.68,
    isSamePreposition: 0.82,
    isOtherPreposition: 0.18,
    isNowhere: -0.21,
    gain: 0.44,
    whole: 0.63,
    share: 1.41,
    top: 3.32,
    count: -0.04,
    loss: -0.31,
    lossTop: -2.48,
    isLone: -2.49,
    isLacking: -0.47,
    told: -0.2,
    isTogether: 0,
    isNear: -6.59,
    crowd: -0.44,
    isFull: -0.09,
    looseness: -0.65,
    seconding: 0.3,
  },
};

/** Among many texts that tell a story loosely, some name is soon told of in like words. */
const FEW = 3;
const LEAST_SHOWN: Readonly<Record<NameSort, { readonly few: number; readonly many: number }>> = {
  person: { few: 0.95, many: 0.994 },
  place: { few: 0.92, many: 0.985 },
};
/** How much likelier what is shown as a hint may be to be right as it stands. */
const HINTED = 1.6;

/** Chance that a name stands where others mean another (misplacedNames.ts). */
export function chanceOfMisplaced(sort: NameSort, signs: Signs): number {
  return logistic(WEIGHTS[sort], signs);
}

/** @param tellers how many other texts tell the story */
export function isMisplacedShown(sort: NameSort, chance: number, tellers: number): boolean {
  return chance >= leastShown(sort, tellers);
}

/** Whether it is shown, if only as a hint. */
export function isMisplacedHinted(sort: NameSort, chance: number, tellers: number): boolean {
  return 1 - chance <= HINTED * (1 - leastShown(sort, tellers));
}

function leastShown(sort: NameSort, tellers: number): number {
  return LEAST_SHOWN[sort][tellers <= FEW ? 'few' : 'many'];
}
