import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { SPEECH_VERBS } from './speechWords.js';
import type { Span } from './span.js';

/** Quoted words: the span inside the marks, without surrounding white space. */
export interface Quotation extends Span {
  /** The marks and all between them. */
  readonly outer: Span;
}

const cache = new Facts<Paragraph, readonly Quotation[]>();

/**
 * Quotations of a paragraph, in order, relative to its text: “curly”, "straight", «guillemets», „low“, ‘single’ and
 * blocks (`> `). A quotation inside another is part of it. Rewritten texts often use the closing mark to open
 * (` as” a sacred war”`): a mark’s neighbours decide what it is. A mark without its partner quotes nothing, except that
 * a paragraph which opens with one, or has one behind a colon or comma, and never closes it is quoted to its end, as
 * long speeches are printed.
 */
export function quotationsOf(paragraph: Paragraph): readonly Quotation[] {
  let found = cache.get(paragraph);
  if (!found) cache.set(paragraph, (found = quotationsIn(paragraph.text)));
  return found;
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '"': '"',
  '”': '”',
  '「': '」',
  '『': '』',
};
const HAS_MARK = /[“„«»‹›"”「『‘'`]/;

function quotationsIn(text: string): Quotation[] {
  const block = blockIn(text);
  if (block) return [block];
  if (!HAS_MARK.test(text)) return [];
  const quotations = doubleIn(text);
  for (const single of singleIn(text)) {
    if (quotations.some(({ outer }) => outer.start < single.outer.start && single.outer.start < outer.end)) continue;
    // ‘He told me “leave now” and I did’: what is inside belongs to it.
    for (let at = quotations.length - 1; at >= 0; at--) {
      const { outer } = quotations[at] ?? single;
      if (single.outer.start < outer.start && outer.end < single.outer.end) quotations.splice(at, 1);
    }
    quotations.push(single);
  }
  return quotations.sort((a, b) => a.start - b.start);
}

/** A block quotation, `> `; if marks stand around its words, they quote them. */
function blockIn(text: string): Quotation | undefined {
  const block = /^>[>\s]*(?=[\p{L}\p{N}…([])(?!\[!)/u.exec(text);
  if (!block || !/\S\s+\S/.test(text.slice(block[0].length))) return undefined;
  return { start: block[0].length, end: text.length, outer: { start: 0, end: text.length } };
}

function doubleIn(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let open: { at: number; closing: string } | undefined;
  let straightLeft = text.split('"').length - 1;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (mark === '"') straightLeft--;
    if (mark === '`' && !open) at = addTypewritten(quotations, text, at);
    if (mark === "'" && open?.closing === '"' && closesTypewritten(text, open.at, at)) {
      add(quotations, text, open.at, at);
      at++;
      open = undefined;
      continue;
    }
    if (
      open?.closing.includes(mark) &&
      !(mark === '"' && opensBefore(text, at) && !closesLate(text, at, straightLeft))
    ) {
      add(quotations, text, open.at, at);
      open = undefined;
    } else if (mark in CLOSING && (!open || mark === '“')) {
      // A second opening mark: the first one lost its partner.
      if (canOpen(text, at, mark)) open = { at, closing: CLOSING[mark] ?? mark };
    }
  }
  if (open && goesOn(text, open.at)) add(quotations, text, open.at, text.length);
  return quotations;
}

/** ``Two marks on each side'', as agencies and TeX write. @returns where to read on. */
function addTypewritten(quotations: Quotation[], text: string, at: number): number {
  const close = text.startsWith('``', at) ? text.indexOf("''", at + 2) : -1;
  if (close < 0 || text.slice(at + 2, close).includes('``')) return at;
  add(quotations, text, at + 1, close);
  const last = quotations.at(-1);
  if (last) quotations[quotations.length - 1] = { ...last, outer: { start: at, end: close + 2 } };
  return close + 1;
}

/** `"As agencies also write,'' he said`: two single marks close what a straight one opened. */
function closesTypewritten(text: string, open: number, at: number): boolean {
  if (!/^''(?!['\p{L}\p{N}])/u.test(text.slice(at, at + 3)) || /\s/.test(text[at - 1] ?? ' ')) return false;
  const next = text.indexOf('"', open + 1);
  return (next < 0 || next > at) && !/(?:^|\s)''/.test(text.slice(open + 1, at));
}

/** A speech that goes on in the next paragraph: it opens this one, or follows “He said:”. */
function goesOn(text: string, at: number): boolean {
  if (!/[“„«"]/.test(text[at] ?? '')) return false;
  if (at === 0) return true;
  if (!/[:,]\s+$/.test(text.slice(Math.max(0, at - 3), at)) || !/[.!?…]$/.test(text)) return false;
  // `… the situation, "Kraft said in a statement.`: what opened before this paragraph closes, with a blank too many.
  const next = text
    .slice(at + 1, at + 60)
    .split(/\s+/)
    .slice(0, 4);
  return !next.some((word) => SPEECH_VERBS.has(word));
}

/** A straight mark after a blank and before a letter opens. */
function opensBefore(text: string, at: number): boolean {
  return /[\s([—–-]/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

/** `… of the century, "he said.`: the blank slipped before the mark, and what follows is paired without it. */
function closesLate(text: string, at: number, straightLeft: number): boolean {
  return straightLeft % 2 === 0 && /[,.!?]\s$/.test(text.slice(Math.max(0, at - 2), at));
}

function canOpen(text: string, at: number, mark: string): boolean {
  const next = text[at + 1] ?? '';
  switch (mark) {
    case '"':
      // Between two blanks (`" Good night , "`, as tokenisers leave it) it opens if another follows.
      return /[\s([—–>-]/.test(text[at - 1] ?? ' ') && (/\S/.test(next) || text.indexOf('"', at + 1) > 0);
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

/** What is left out at a word’s beginning: ’tis, rock ’n’ roll, ’em. */
const ELISION = /^(?:tis|twas|twere|em|n|til|till|cause|cos|bout|round|ere|er|im|is|ood|ave|\d)(?![\p{L}])/iu;

/** Single marks quote where they cannot be apostrophes: opened after a blank, closed after a word or another mark. */
function singleIn(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if ((mark !== '‘' && mark !== "'") || !/[\s([“"—–]/.test(text[at - 1] ?? ' ')) continue;
    if (!/[\p{L}\p{N}“"]/u.test(text[at + 1] ?? ' ') || ELISION.test(text.slice(at + 1, at + 8))) continue;
    const close = closeOf(text, at, mark);
    if (close === undefined) continue;
    const words = text.slice(at + 1, close);
    // One word between straight marks may be anything.
    if (!/\S\s+\S/.test(words) && !(mark === '‘' && words.length > 2)) continue;
    add(quotations, text, at, close);
    at = close;
  }
  return quotations;
}

function closeOf(text: string, open: number, mark: string): number | undefined {
  const closing = mark === '‘' ? '’' : "'";
  for (let at = open + 1; at < text.length; at++) {
    const unit = text[at] ?? '';
    const isFree = !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
    if (unit === closing && isFree && /\S/.test(text[at - 1] ?? ' ')) return at;
    const opensAnother = /[\s(]/.test(text[at - 1] ?? '') && !isFree;
    if (unit === mark && opensAnother && !ELISION.test(text.slice(at + 1, at + 8))) return undefined;
  }
  return undefined;
}
