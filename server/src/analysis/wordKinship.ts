import type { Resources } from './resources.js';
import type { WordedWord } from './wordedSentences.js';

/** Cosine of two words, with what a thesaurus says of them on top: 1 and more for close kin, 0 where nothing is known. */
export interface Kinship {
  of(a: WordedWord, b: WordedWord): number;
  areLinked(a: WordedWord, b: WordedWord): boolean;
  areSynonyms(a: WordedWord, b: WordedWord): boolean;
}

/** Values that are remembered, a power of two; each has one place, where the last to come stays. */
const MOST_KEPT = 2 ** 16;
const LINK = 0.2;

const known = new WeakMap<Resources, Kinship>();

export function kinship(resources: Resources): Kinship {
  let kin = known.get(resources);
  if (!kin) known.set(resources, (kin = kinshipBy(resources)));
  return kin;
}

function kinshipBy({ wordVectors, wordRelations }: Resources): Kinship {
  const keys = new Float64Array(MOST_KEPT).fill(-1);
  const values = new Float64Array(MOST_KEPT);
  const cosine = (a: number, b: number) => (a >= 0 && b >= 0 ? wordVectors.cosine(a, b) : 0);
  const areLinked = (a: number, b: number) => a >= 0 && b >= 0 && wordRelations.areLinked(a, b);
  return {
    of(a, b) {
      if (a.base === b.base) return 1;
      if (a.rank < 0 || b.rank < 0) return 0;
      const key = a.rank * wordVectors.size + b.rank;
      const place = (a.rank * 31_337 + b.rank) & (MOST_KEPT - 1);
      if (keys[place] === key) return values[place] ?? 0;
      const isLinked = areLinked(a.baseRank, b.baseRank) || areLinked(a.rank, b.rank);
      const overlap = a.baseRank >= 0 && b.baseRank >= 0 ? wordRelations.overlap(a.baseRank, b.baseRank) : 0;
      const value =
        Math.max(0, cosine(a.rank, b.rank), cosine(a.baseRank, b.baseRank)) + (isLinked ? LINK : 0) + overlap;
      keys[place] = key;
      values[place] = value;
      return value;
    },
    areLinked: (a, b) => areLinked(a.baseRank, b.baseRank) || areLinked(a.rank, b.rank),
    areSynonyms: (a, b) => a.baseRank >= 0 && b.baseRank >= 0 && wordRelations.areSynonyms(a.baseRank, b.baseRank),
  };
}
