import type { Signs } from './matter.js';

/** The chance that weights give to signs, by logistic regression; `bias` counts always. 0 to 1. */
export function logistic(weights: Signs, signs: Signs): number {
  let sum = weights.bias ?? 0;
  for (const [sign, value] of Object.entries(signs)) sum += (weights[sign] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
