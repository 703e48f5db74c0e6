import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Location,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Corpus } from '../analysis/corpus.js';
import { witnessOf } from '../analysis/witnesses.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { oneLine } from '../core/oneLine.js';
import type { Place, Span } from '../core/span.js';
import type { Severity } from '../rules/rule.js';
import type { Reported } from '../rules/runRules.js';

/** Name of the product in front of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'Variorum';

/** A corpus as a client sees it: snapshot and the addresses of its files. */
export interface View {
  readonly corpus: Corpus;
  readonly uriOf: (path: string) => string;
}

/** What a diagnostic carries to the code actions: fixes, and what identifies the finding. */
export interface DiagnosticData {
  readonly code: string;
  readonly family: string;
  readonly text: string;
  readonly suggestions: readonly string[];
  readonly confidence?: number;
  /** What other sources have in the place of these words, with the sigla of those that have it. */
  readonly readings?: readonly { readonly sigla: readonly string[]; readonly text: string }[];
}

const lines = new Facts<Document, TextDocument>();

/** Offsets are UTF-16 units on both sides, LSP's default: only lines and columns have to be counted. */
export function toRange(document: Document, span: Span): Range {
  const text = linesOf(document);
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** Offset of a position; one past the end of a line or of the text counts as that end. */
export function toOffset(document: Document, position: Position): number {
  return linesOf(document).offsetAt(position);
}

/** `undefined` where the place's document is not in the snapshot. */
export function toLocation({ corpus, uriOf }: View, place: Place): Location | undefined {
  const document = corpus.document(place.path);
  return document && { uri: uriOf(place.path), range: toRange(document, place) };
}

export function toDiagnostic(view: View, document: Document, finding: Reported): Diagnostic {
  const related = (finding.evidence ?? []).flatMap((evidence) => {
    const location = toLocation(view, evidence);
    const { siglum } = witnessOf(view.corpus, evidence.path);
    return location ? [{ location, message: `${siglum}: “${oneLine(evidence.text)}”` }] : [];
  });
  const data: DiagnosticData = {
    code: finding.rule.code,
    family: finding.rule.family,
    text: document.text.slice(finding.start, finding.end),
    suggestions: finding.suggestions ?? [],
    ...(finding.confidence === undefined ? {} : { confidence: finding.confidence }),
    ...readingsOf(view, document.text.slice(finding.start, finding.end), finding),
  };
  return {
    range: toRange(document, finding),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule.code,
    codeDescription: { href: ruleUrl(finding.rule.code) },
    message: finding.message,
    ...(finding.isUnnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data,
  };
}

function readingsOf(view: View, text: string, finding: Reported): Pick<DiagnosticData, 'readings'> {
  const readings = new Map<string, string[]>();
  for (const { path, reading } of finding.evidence ?? []) {
    if (reading === undefined || reading === text) continue;
    if (finding.rule.family === 'spelling' && finding.suggestions?.includes(reading)) continue;
    const { siglum } = witnessOf(view.corpus, path);
    const sigla = readings.get(reading) ?? [];
    if (!sigla.includes(siglum)) readings.set(reading, [...sigla, siglum]);
  }
  if (readings.size === 0) return {};
  return { readings: [...readings].map(([reading, sigla]) => ({ sigla, text: reading })) };
}

/** Section of the rule in docs/rules.md. */
export function ruleUrl(code: string): string {
  return `https://github.com/variorum/variorum/blob/main/docs/rules.md#${code}`;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function linesOf(document: Document): TextDocument {
  const known = lines.get(document);
  if (known) return known;
  const text = TextDocument.create(document.path, 'plaintext', 0, document.text);
  lines.set(document, text);
  return text;
}
