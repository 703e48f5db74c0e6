import type { TextEdit } from 'vscode-languageserver';
import { paragraphIndexAt, type Document } from '../core/document.js';
import { quotationsOf } from '../core/quotations.js';
import type { Span } from '../core/span.js';
import type { Rule } from '../rules/rule.js';
import type { Reported } from '../rules/runRules.js';
import { toRange } from './toProtocol.js';

interface Edit extends Span {
  readonly text: string;
}

/** What a suggestion really changes: beginnings and ends that stay are left out, so that neighbours do not overlap. */
export function editFor(document: Document, span: Span, suggestion: string): Edit {
  let { start, end } = span;
  if (suggestion === '') return { ...lineOf(document.text, span), text: '' };
  const { text } = document;
  let [from, to] = [0, suggestion.length];
  while (start < end && from < to && text[start] === suggestion[from]) {
    start++;
    from++;
  }
  while (end > start && to > from && text[end - 1] === suggestion[to - 1]) {
    end--;
    to--;
  }
  return { start, end, text: suggestion.slice(from, to) };
}

/** A passage that goes takes its line with it, or the blank after it. */
function lineOf(text: string, { start, end }: Span): Span {
  const isLineStart = start === 0 || text[start - 1] === '\n';
  if (isLineStart && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 40))) {
    const after = /^[ \t]*(?:\r?\n){0,2}/.exec(text.slice(end, end + 40))?.[0].length ?? 0;
    return { start, end: end + after };
  }
  const words = /\s/.test(text.slice(start, end));
  if (words && text[end] === ' ') return { start, end: end + 1 };
  if (words && text[start - 1] === ' ') return { start: start - 1, end };
  return { start, end };
}

/** Edits for the findings that have exactly one answer; of two that overlap the first. */
export function singleAnswers(document: Document, findings: readonly Reported[]): TextEdit[] {
  const edits = findings
    .filter(({ suggestions }) => suggestions?.length === 1)
    .map((finding) => editFor(document, finding, finding.suggestions?.[0] ?? ''))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let last = -1;
  return edits.flatMap((edit) => {
    if (edit.start < last) return [];
    last = Math.max(edit.end, edit.start + 1);
    return [{ range: toRange(document, edit), newText: edit.text }];
  });
}

/** Whether a finding may be mended together with all of its kind: nobody’s quoted words, and no name. */
export function isForAll(document: Document, finding: Reported): boolean {
  const [suggestion, second] = finding.suggestions ?? [];
  const { family, code } = finding.rule;
  if (suggestion === undefined || second !== undefined) return false;
  const text = document.text.slice(finding.start, finding.end);
  if (family === 'spelling' && (/\p{Lu}/u.test(text) || code !== 'misspelled-word')) return false;
  const edit = editFor(document, finding, suggestion);
  return !isQuoted(document, edit) && !isInsideName(document, edit);
}

/**
 * Whether a finding may be mended unasked, on save: debris or a typo with one answer, outside all quotations, no name,
 * no passage taken away.
 */
export function isSafe(document: Document, finding: Reported): boolean {
  return mayBeSafe(finding.rule) && isForAll(document, finding) && !finding.isUnnecessary;
}

/** Whether findings of a rule may be mended so at all. */
export function mayBeSafe({ family, code }: Rule): boolean {
  return (family === 'debris' || family === 'spelling') && code !== 'repeated-passage';
}

function isQuoted(document: Document, edit: Edit): boolean {
  const index = paragraphIndexAt(document, edit.start);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (index === undefined || !paragraph) return true;
  const offset = document.offsets[index] ?? 0;
  return quotationsOf(paragraph).some(({ start, end }) => edit.start < end + offset && start + offset < edit.end);
}

/** Letters on both sides, of a word with a capital that no sentence asks for: “Kum- susan”. */
function isInsideName({ text }: Document, { start, end }: Edit): boolean {
  const before = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  if (before === undefined || !/^\p{L}/u.test(text.slice(end, end + 2)) || !/^\p{Lu}/u.test(before)) return false;
  const lead = text.slice(Math.max(0, start - before.length - 4), start - before.length);
  return lead !== '' && !/[.!?:]["”’)]?$/.test(lead.trimEnd()) && !/[\r\n“"]$/.test(lead);
}
