import { grown } from './grown.js';
import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** Sentences of ordinary English that count beside those of the neighbourhood. */
const BACKGROUND_SENTENCES = 30;

/** Room to count the sentences with each stem; clean, when nobody counts. */
let room = new Int32Array(0);

/**
 * Weight of a stem among texts that have something to do with each other: what all of them say is worth little there,
 * however rare it is elsewhere. ln((N + n₀) / (df + n₀·P)), over the sentences of the neighbourhood, with n₀ sentences of
 * ordinary English beside them. Only stems of `askedOf` may be asked for, or such as nobody there has.
 */
export function localWeights(
  askedOf: readonly Units[],
  neighbourhood: readonly Units[],
  stems: Stems,
): (stem: number) => number {
  const all = neighbourhood.reduce((sum, { count }) => sum + count, 0);
  const counts = countsOf(askedOf, neighbourhood);
  const weights = new Map<number, number>();
  return (stem) => {
    let weight = weights.get(stem);
    if (weight === undefined) {
      const expected = BACKGROUND_SENTENCES * stems.chance(stem);
      weight = Math.log((all + BACKGROUND_SENTENCES) / (Math.max(counts.get(stem) ?? 0, 1) + expected));
      weights.set(stem, weight);
    }
    return weight;
  };
}

/** In how many sentences of the neighbourhood each of the stems stands. */
function countsOf(askedOf: readonly Units[], neighbourhood: readonly Units[]): ReadonlyMap<number, number> {
  for (const { stems } of neighbourhood) {
    for (const stem of stems) {
      if (stem >= room.length) room = grown(room, 2 * stem + 1);
      room[stem] = (room[stem] ?? 0) + 1;
    }
  }
  const counts = new Map<number, number>();
  for (const { stems } of askedOf) for (const stem of stems) counts.set(stem, room[stem] ?? 0);
  for (const { stems } of neighbourhood) for (const stem of stems) room[stem] = 0;
  return counts;
}
