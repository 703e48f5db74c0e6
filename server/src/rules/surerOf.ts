import { overlaps } from '../core/span.js';
import type { Finding } from './rule.js';

/** Findings of two ways of looking; the surer of two of one place, the first where both are as sure. */
export function surerOf(found: readonly Finding[], more: readonly Finding[]): Finding[] {
  const added = more.filter((one) => !found.some((other) => overlaps(one, other) && (!isHint(other) || isHint(one))));
  return [...found.filter((one) => !added.some((other) => overlaps(one, other))), ...added].sort(
    (x, y) => x.start - y.start,
  );
}

function isHint({ severity }: Finding): boolean {
  return severity === 'hint';
}
