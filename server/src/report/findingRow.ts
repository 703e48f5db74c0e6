import type { Evidence, Severity } from '../rules/rule.js';
import type { Position } from './textLines.js';

/** A finding as `check --format json` gives it. The shape is a contract: it is only ever added to. */
export interface FindingRow {
  readonly rule: string;
  readonly family: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly confidence?: number;
}

export interface DocumentRows {
  readonly path: string;
  readonly findings: readonly FindingRow[];
}
