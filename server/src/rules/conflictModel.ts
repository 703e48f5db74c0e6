import { ISSUE_WEIGHTS, SLOT_WEIGHTS } from './conflictWeights.js';
import type { MatterKind } from './judge.js';
import { logistic } from './logistic.js';
import type { Signs } from './matter.js';

/** Chance that two items of parallel passages are said of one thing (slotSigns.ts). */
export function chanceOfOneThing(kind: MatterKind, signs: Signs): number {
  return logistic(SLOT_WEIGHTS[kind], signs);
}

/** The same for a place and all that others have there (issueSigns.ts). */
export function chanceOfConflict(kind: MatterKind, signs: Signs): number {
  return logistic(ISSUE_WEIGHTS[kind], signs);
}

/**
 * Chance from which on a difference is shown. They differ because what is no conflict does: any two texts have counts and
 * names of their own, and few have places in common that differ.
 */
const LEAST_SHOWN: Readonly<Record<MatterKind, number>> = {
  count: 0.785,
  date: 0.8,
  weekday: 0.88,
  time: 0.84,
  place: 0.71,
  person: 0.86,
  name: 0.895,
};
/** The same for a hint, relative to it. */
const HINTED = 0.9;

/** Chance from which on a place is shown whose words nobody else has, against two lineages and more that agree. */
const LEAST_OUTVOTED: Partial<Readonly<Record<MatterKind, number>>> = { place: 0.67 };

/** Chance from which on a name is shown that stands before the region of what the others have. */
const LEAST_MISPLACED = 0.6;

/** @param signs those of the place (issueSigns.ts) */
export function isShown(
  kind: MatterKind,
  chance: number,
  { isStranger = 0, outvoting = 0, isMisplaced = 0 }: Signs,
): boolean {
  const isOutvoted = isStranger > 0 && outvoting > 0;
  return (
    chance >= LEAST_SHOWN[kind] ||
    (isOutvoted && chance >= (LEAST_OUTVOTED[kind] ?? 1)) ||
    (isMisplaced > 0 && chance >= LEAST_MISPLACED)
  );
}

/** Whether it is shown, if only as a hint; what is shown as more is so, too. */
export function isHinted(kind: MatterKind, chance: number, signs: Signs): boolean {
  return isShown(kind, chance, signs) || chance >= HINTED * LEAST_SHOWN[kind];
}
