import type { Paragraph } from '../core/document.js';
import { figuresOf, type Figure } from './figuresInText.js';

/** Smaller numbers are sums of others by chance. */
const LEAST = 12;
const EXACT = 1e-6;

/**
 * Whether a number is the sum or the difference of two that a paragraph gives: 90 people, where it has 68 passengers and 22
 * crew; 170 million, where something fell to 740 million from 910.
 */
export function isSumIn({ quantity }: Figure, paragraph: Paragraph): boolean {
  if (!quantity || quantity.least < LEAST) return false;
  const values = figuresOf(paragraph).flatMap(({ quantity: one }) => (one ? [one.least] : []));
  return values.some((a, at) =>
    values.slice(at + 1).some((b) => [a + b, Math.abs(a - b)].some((sum) => isNear(sum, quantity.least))),
  );
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= EXACT * b;
}
