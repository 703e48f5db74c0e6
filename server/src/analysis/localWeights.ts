import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** Sentences of ordinary English that count beside those of the neighbourhood. */
const BACKGROUND_SENTENCES = 30;

const sentencesByStem = new WeakMap<Units, ReadonlyMap<number, number>>();

/**
 * Weight of a stem among texts that have something to do with each other: what all of them say is worth little there,
 * however rare it is elsewhere. ln((N + n₀) / (df + n₀·P)), over the sentences of the neighbourhood, with n₀ sentences of
 * ordinary English beside them.
 */
export function localWeights(neighbourhood: readonly Units[], stems: Stems): (stem: number) => number {
  const all = neighbourhood.reduce((sum, { count }) => sum + count, 0);
  const counts = neighbourhood.map(countsOf);
  const weights = new Map<number, number>();
  return (stem) => {
    let weight = weights.get(stem);
    if (weight === undefined) {
      let sentences = 0;
      for (const count of counts) sentences += count.get(stem) ?? 0;
      const expected = BACKGROUND_SENTENCES * stems.chance(stem);
      weight = Math.log((all + BACKGROUND_SENTENCES) / (Math.max(sentences, 1) + expected));
      weights.set(stem, weight);
    }
    return weight;
  };
}

/** In how many sentences of a document each stem stands. */
function countsOf(units: Units): ReadonlyMap<number, number> {
  const known = sentencesByStem.get(units);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const stem of units.stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  sentencesByStem.set(units, counts);
  return counts;
}
