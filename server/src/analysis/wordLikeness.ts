import type { Likeness } from '../core/collate.js';
import type { Resources } from './resources.js';

const known = new WeakMap<Resources, Likeness>();

/** Likeness in meaning by the table of word vectors; words that are not in it are like none. */
export function wordLikeness(resources: Resources): Likeness {
  let likeness = known.get(resources);
  if (!likeness) {
    const vectors = resources.wordVectors;
    likeness = (a, b) => {
      const [rankA, rankB] = [vectors.rank(a), vectors.rank(b)];
      return rankA >= 0 && rankB >= 0 ? vectors.cosine(rankA, rankB) : 0;
    };
    known.set(resources, likeness);
  }
  return likeness;
}
