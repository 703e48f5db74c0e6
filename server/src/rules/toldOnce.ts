import type { Reported } from './runRules.js';

/**
 * A difference is told once: a word that a quotation has otherwise than elsewhere is told as that, and not again as a
 * conflict or as a word exchanged.
 */
export function toldOnce(findings: Reported[]): Reported[] {
  const altered = findings.filter(({ rule, severity }) => rule.code === 'altered-quotation' && severity !== 'hint');
  if (altered.length === 0) return findings;
  const isToldAlready = ({ start, end, rule: { family } }: Reported) =>
    (family === 'conflict' || family === 'wording') && altered.some((one) => one.start < end && start < one.end);
  return findings.filter((one) => !isToldAlready(one));
}
