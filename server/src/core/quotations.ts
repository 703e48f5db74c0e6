import type { Paragraph } from './document.js';
import type { Span } from './span.js';

/** Quoted words: the span inside the marks, without surrounding white space. */
export interface Quotation extends Span {
  /** The marks and all between them. */
  readonly outer: Span;
}

const cache = new WeakMap<Paragraph, readonly Quotation[]>();

/**
 * Quotations of a paragraph, in order, relative to its text: “curly”, "straight", «guillemets», „low“ and ‘single’.
 * Rewritten texts often use the closing mark to open (` as” a sacred war”`): a mark’s neighbours decide what it is.
 * A mark without its partner quotes nothing, except that a paragraph which opens with one and never closes is quoted
 * to its end, as long speeches are printed.
 */
export function quotationsOf(paragraph: Paragraph): readonly Quotation[] {
  let found = cache.get(paragraph);
  if (!found) cache.set(paragraph, (found = quotationsIn(paragraph.text)));
  return found;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"', '”': '”' };

function quotationsIn(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let open: { at: number; closing: string } | undefined;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (!(mark in CLOSING)) continue;
    if (open?.closing.includes(mark) && !(mark === '"' && opensBefore(text, at))) {
      add(quotations, text, open.at, at);
      open = undefined;
    } else if (!open || mark === '“') {
      // A second opening mark: the first one lost its partner.
      if (canOpen(text, at, mark)) open = { at, closing: CLOSING[mark] ?? mark };
    }
  }
  if (open?.at === 0 && text.startsWith('“')) add(quotations, text, 0, text.length);
  addSingle(quotations, text);
  return quotations.sort((a, b) => a.start - b.start);
}

/** A straight mark after a blank and before a letter opens. */
function opensBefore(text: string, at: number): boolean {
  return /[\s([—–-]/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

function canOpen(text: string, at: number, mark: string): boolean {
  const next = text[at + 1] ?? '';
  switch (mark) {
    case '"':
      return /[\s([—–-]/.test(text[at - 1] ?? ' ') && /\S/.test(next);
    case '”':
      // Debris: closes nothing, stands after a word or at the start, and another follows.
      return /\s/.test(next) && /[\p{L}\p{N}“(]/u.test(text[at + 2] ?? '') && text.indexOf('”', at + 1) > 0;
    default:
      return next !== '';
  }
}

function add(quotations: Quotation[], text: string, open: number, close: number): void {
  let [start, end] = [open + 1, close];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (start < end) quotations.push({ start, end, outer: { start: open, end: Math.min(close + 1, text.length) } });
}

/** Single marks quote where they cannot be apostrophes: opened after a blank, closed after a mark or a word, two words between. */
function addSingle(quotations: Quotation[], text: string): void {
  const single = /(?<=^|[\s(“])‘(?=[\p{L}\p{N}])([^‘’]*(?:’(?=\p{L})[^‘’]*)*)’(?![\p{L}\p{N}])/gu;
  for (const match of text.matchAll(single)) {
    const words = match[1] ?? '';
    const isInside = quotations.some(({ outer }) => outer.start <= match.index && match.index < outer.end);
    if (!isInside && /\S\s+\S/.test(words)) add(quotations, text, match.index, match.index + match[0].length - 1);
  }
}
