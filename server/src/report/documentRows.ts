import type { Document } from '../core/document.js';
import { processorTime } from '../processorTime.js';
import { currentFindings, type DecidedCorpus } from '../rules/currentFindings.js';
import type { OnRuleFailure, Reported } from '../rules/runRules.js';
import { levelOf, type Settings } from '../settings.js';
import type { DocumentRows, FindingRow } from './findingRow.js';
import { textLines } from './textLines.js';

/** The findings of one document, less those decided on, as every report gives them; `prefix` stands before the corpus's own paths. */
export function documentRows(
  decided: DecidedCorpus,
  prefix: string,
  document: Document,
  settings: Pick<Settings, 'rules'>,
  onFailure: OnRuleFailure,
): DocumentRows {
  const lines = textLines(document);
  const { corpus } = decided;
  const setting = (rule: Reported['rule']) => levelOf(rule, corpus.manifest.rules, settings);
  const findings = currentFindings(decided, { document, corpus, setting, onFailure, clock: processorTime });
  const row = (finding: Reported): FindingRow => ({
    rule: finding.rule.code,
    family: finding.rule.family,
    severity: finding.severity,
    start: finding.start,
    end: finding.end,
    text: document.text.slice(finding.start, finding.end),
    range: { start: lines(finding.start), end: lines(finding.end) },
    message: finding.message,
    suggestions: finding.suggestions ?? [],
    evidence: (finding.evidence ?? []).map(({ path, start, end, text }) => ({
      path: prefix + path,
      start,
      end,
      text,
    })),
    ...(finding.confidence === undefined ? {} : { confidence: finding.confidence }),
  });
  return { path: prefix + document.path, findings: findings.map(row) };
}
