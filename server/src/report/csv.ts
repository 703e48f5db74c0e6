import { oneLine } from '../core/oneLine.js';
import type { DocumentRows } from './findingRow.js';

const HEAD = ['source', 'line', 'column', 'rule', 'severity', 'words', 'message', 'suggestions', 'evidence'];

/** Findings as a table for spreadsheets (RFC 4180), a finding a row; lines and columns count from 1. */
export function csv(documents: readonly DocumentRows[]): string {
  const rows = documents.flatMap(({ path, findings }) =>
    findings.map(({ range, rule, severity, text, message, suggestions, evidence }) => [
      path,
      String(range.start.line + 1),
      String(range.start.character + 1),
      rule,
      severity,
      oneLine(text),
      message,
      suggestions.join(' | '),
      evidence.map((one) => `${one.path}: ${oneLine(one.text)}`).join(' | '),
    ]),
  );
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A source must not be able to put a formula into the reader's spreadsheet. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
