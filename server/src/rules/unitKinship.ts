import type { Resources } from '../analysis/resources.js';
import type { Quantity } from '../core/quantities.js';

/** Cosine of what two numbers count, 0 to 1; 0 where nothing is known. */
export function unitKinship(a: Quantity, b: Quantity, { wordVectors }: Pick<Resources, 'wordVectors'>): number {
  if (a.unit === b.unit) return 1;
  const [rankA, rankB] = [wordVectors.rank(a.noun ?? ''), wordVectors.rank(b.noun ?? '')];
  return rankA < 0 || rankB < 0 ? 0 : Math.max(0, wordVectors.cosine(rankA, rankB));
}
