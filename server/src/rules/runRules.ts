import type { Corpus } from '../analysis/corpus.js';
import type { Document, Paragraph } from '../core/document.js';
import { shift } from '../core/span.js';
import type { Finding, Rule, Severity } from './rule.js';

/** A finding with the rule that made it and the severity it is shown with. */
export interface Reported extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export type RuleSetting = Severity | 'off';

/** Told once for each rule and document that a rule threw; its findings for that document are lost, no others. */
export type OnRuleFailure = (rule: Rule, path: string, error: unknown) => void;

const paragraphFindings = new WeakMap<Paragraph, Map<Rule, readonly Finding[]>>();
const documentFindings = new WeakMap<Document, Map<Rule, readonly Finding[]>>();
const corpusFindings = new WeakMap<Corpus, Map<Rule, Map<string, readonly Finding[]>>>();

/**
 * Findings of one document, by position. `setting` gives a rule's severity or `off`; since the rules themselves do not
 * know it, what was found before stays valid when a setting changes.
 */
export function runRules(
  rules: readonly Rule[],
  document: Document,
  corpus: Corpus,
  setting: (rule: Rule) => RuleSetting,
  onFailure: OnRuleFailure,
): Reported[] {
  const reported: Reported[] = [];
  for (const rule of rules) {
    const level = setting(rule);
    if (level === 'off') continue;
    let findings: readonly Finding[];
    try {
      findings = findingsOf(rule, document, corpus);
    } catch (error) {
      onFailure(rule, document.path, error);
      continue;
    }
    for (const finding of findings) reported.push({ ...finding, rule, severity: lower(level, finding, rule) });
  }
  return reported.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.code < b.rule.code ? -1 : 1));
}

function findingsOf(rule: Rule, document: Document, corpus: Corpus): readonly Finding[] {
  switch (rule.scope) {
    case 'paragraph':
      return document.paragraphs.flatMap((paragraph, index) => {
        const found = remember(paragraphFindings, paragraph, rule, () => [...rule.check(paragraph)]);
        const offset = document.offsets[index] ?? 0;
        return found.map((finding) => shift(finding, offset));
      });
    case 'document':
      return remember(documentFindings, document, rule, () => [...rule.check(document)]);
    case 'corpus': {
      const byRule = corpusFindings.get(corpus) ?? new Map<Rule, Map<string, readonly Finding[]>>();
      corpusFindings.set(corpus, byRule);
      const byPath = byRule.get(rule) ?? new Map<string, readonly Finding[]>();
      byRule.set(rule, byPath);
      const findings = byPath.get(document.path) ?? [...rule.check(document, corpus)];
      byPath.set(document.path, findings);
      return findings;
    }
  }
}

function remember<K extends object>(
  cache: WeakMap<K, Map<Rule, readonly Finding[]>>,
  key: K,
  rule: Rule,
  compute: () => readonly Finding[],
): readonly Finding[] {
  const byRule = cache.get(key) ?? new Map<Rule, readonly Finding[]>();
  cache.set(key, byRule);
  const findings = byRule.get(rule) ?? compute();
  byRule.set(rule, findings);
  return findings;
}

const ORDER: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** A finding's own, lower severity holds only where the reader left the rule at its default. */
function lower(level: Severity, finding: Finding, rule: Rule): Severity {
  if (level !== rule.severity || !finding.severity) return level;
  return ORDER.indexOf(finding.severity) < ORDER.indexOf(level) ? finding.severity : level;
}
