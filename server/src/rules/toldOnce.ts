import { SpanSet } from '../core/spanSet.js';
import type { Reported } from './runRules.js';

/**
 * A difference is told once: a word that a quotation has otherwise than elsewhere is told as that, and not again as a
 * conflict or as a word exchanged.
 */
export function toldOnce(findings: Reported[]): Reported[] {
  const altered = findings.filter(({ rule, severity }) => rule.code === 'altered-quotation' && severity !== 'hint');
  if (altered.length === 0) return findings;
  const told = new SpanSet(altered);
  const isToldAlready = (finding: Reported) =>
    ['conflict', 'wording'].includes(finding.rule.family) && told.overlaps(finding);
  return findings.filter((one) => !isToldAlready(one));
}
