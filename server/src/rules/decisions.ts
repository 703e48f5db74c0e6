import { paragraphIndexAt, type Document } from '../core/document.js';
import type { Span } from '../core/span.js';
import type { Reported } from './runRules.js';

/** Name of the file, in the corpus folder, that holds what readers decided about findings. */
export const LEDGER_NAME = 'variorum.decisions.jsonl';

/** `ignored`: the finding is of no interest. `known`: the sources do differ here, and the reader knows. */
export type Verdict = 'ignored' | 'known';

/**
 * What a reader decided about one finding. It holds for the same rule, in the same text, on the same words between the
 * same neighbours, and for nothing else: where any of these changes, the decision is stale, never moved.
 */
export interface Decision {
  readonly decision: Verdict;
  readonly rule: string;
  readonly path: string;
  readonly text: string;
  /** Up to six words before and after, blanks folded. */
  readonly before: string;
  readonly after: string;
}

export interface LedgerEntry {
  readonly decision: Decision;
  /** The line as it stands in the file, by which it is taken out again. */
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Lines that are no decisions; they are left as they are. */
  readonly problems: readonly (Span & { readonly line: number; readonly message: string })[];
  readonly byPath: ReadonlyMap<string, readonly Decision[]>;
}

/** Reads a ledger, one JSON object a line. Never throws; blank lines are nothing, broken ones are reported. */
export function readLedger(text: string): Ledger {
  const entries: LedgerEntry[] = [];
  const problems: { start: number; end: number; line: number; message: string }[] = [];
  const byPath = new Map<string, Decision[]>();
  let start = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const source = raw.replace(/\r$/, '');
    const line = index + 1;
    const read = source.replace(/^\uFEFF/, '').trim() === '' ? undefined : decisionIn(source.replace(/^\uFEFF/, ''));
    if (typeof read === 'string') problems.push({ start, end: start + source.length, line, message: read });
    else if (read) {
      entries.push({ decision: read, source, line });
      byPath.set(read.path, [...(byPath.get(read.path) ?? []), read]);
    }
    start += raw.length + 1;
  }
  return { entries, problems, byPath };
}

export const NO_DECISIONS: Ledger = readLedger('');

/** The decision, or what is wrong with the line. Keys that we do not know are the reader's own. */
function decisionIn(source: string): Decision | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'not valid JSON; the line is left alone';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'not a JSON object; the line is left alone';
  const fields = value as Record<string, unknown>;
  for (const key of ['rule', 'path', 'text', 'before', 'after']) {
    if (typeof fields[key] !== 'string') return `“${key}” must be a string; the line is left alone`;
  }
  if (fields.decision !== 'ignored' && fields.decision !== 'known') {
    return '“decision” must be "ignored" or "known"; the line is left alone';
  }
  return value as Decision;
}

/** The decision about a finding, as the ledger would hold it. */
export function decisionOn(document: Document, span: Span, rule: string, decision: Verdict): Decision {
  const text = document.text.slice(span.start, span.end);
  return { decision, rule, path: document.path, text, ...surroundings(document, span) };
}

/** The findings that no decision is about. */
export function undecided(findings: Reported[], document: Document, ledger: Ledger): Reported[] {
  const decisions = ledger.byPath.get(document.path);
  if (!decisions) return findings;
  return findings.filter((finding) => {
    const { code } = finding.rule;
    const text = document.text.slice(finding.start, finding.end);
    return !decisions.some(
      (decision) => decision.rule === code && decision.text === text && isAt(decision, document, finding),
    );
  });
}

/** Where the words of a decision still stand between their neighbours; `undefined`: it is stale. */
export function placeOf(decision: Decision, document: Document | undefined): Span | undefined {
  if (!document || decision.text === '') return undefined;
  const length = decision.text.length;
  for (let at = document.text.indexOf(decision.text); at >= 0; at = document.text.indexOf(decision.text, at + 1)) {
    const span = { start: at, end: at + length };
    if (isAt(decision, document, span)) return span;
  }
  return undefined;
}

function isAt(decision: Decision, document: Document, span: Span): boolean {
  const { before, after } = surroundings(document, span);
  return before === decision.before && after === decision.after;
}

const WORDS = 6;
const REACH = 160;

/** Neighbours in the same paragraph; those beyond it only where the words are all of it. */
function surroundings(document: Document, span: Span): { before: string; after: string } {
  const index = paragraphIndexAt(document, span.start);
  const start = document.offsets[index ?? -1];
  const end = start === undefined ? -1 : start + (document.paragraphs[index ?? -1]?.text.length ?? 0);
  if (start === undefined || end < span.end || (start === span.start && end === span.end)) {
    return neighbours(document.text, span, { start: 0, end: document.text.length });
  }
  return neighbours(document.text, span, { start, end });
}

function neighbours(text: string, { start, end }: Span, within: Span): { before: string; after: string } {
  const [from, to] = [Math.max(within.start, start - REACH), Math.min(within.end, end + REACH)];
  const lead = text.slice(from, start).split(/\s+/);
  const rest = text.slice(end, to).split(/\s+/);
  // A word that the reach cuts in two counts for none; the piece that touches the finding always counts.
  if (from > within.start && lead.length > 1) lead.shift();
  if (to < within.end && rest.length > 1) rest.pop();
  return { before: lead.slice(-WORDS - 1).join(' '), after: rest.slice(0, WORDS + 1).join(' ') };
}
