import type { Corpus } from '../analysis/corpus.js';
import type { Document } from '../core/document.js';
import { allRules } from './allRules.js';
import { undecided, type Ledger } from './decisions.js';
import type { Rule } from './rule.js';
import { runRules, type OnRuleFailure, type Reported, type RuleSetting } from './runRules.js';

/** A corpus with what its readers decided. */
export interface DecidedCorpus {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
}

/** Findings of one document as the reader is to see them: those of `rules`, less those decided on. */
export function currentFindings(
  { corpus, ledger }: DecidedCorpus,
  document: Document,
  setting: (rule: Rule) => RuleSetting,
  onFailure: OnRuleFailure,
  rules: readonly Rule[] = allRules,
): Reported[] {
  return undecided(runRules(rules, document, corpus, setting, onFailure), document, ledger);
}
