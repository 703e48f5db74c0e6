import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** Sentences of ordinary English that count beside those of the neighbourhood. */
const BACKGROUND_SENTENCES = 30;

/**
 * Weight of a stem among texts that have something to do with each other: what all of them say is worth little there,
 * however rare it is elsewhere. ln((N + n₀) / (df + n₀·P)), over the sentences of the neighbourhood, with n₀ sentences of
 * ordinary English beside them.
 */
export function localWeights(neighbourhood: readonly Units[], stems: Stems): (stem: number) => number {
  const sentences = new Map<number, number>();
  let all = 0;
  for (const units of neighbourhood) {
    all += units.count;
    for (const stem of units.stems) sentences.set(stem, (sentences.get(stem) ?? 0) + 1);
  }
  return (stem) =>
    Math.log((all + BACKGROUND_SENTENCES) / ((sentences.get(stem) ?? 1) + BACKGROUND_SENTENCES * stems.chance(stem)));
}
