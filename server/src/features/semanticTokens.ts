import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import { quotationsOf } from '../core/quotations.js';
import type { Span } from '../core/span.js';
import { tokensIn } from '../core/tokens.js';
import { toRange, type View } from './toProtocol.js';

/** What a theme may colour, in the order of the legend. Where two overlap, the earlier kind wins. */
export const TOKEN_TYPES = ['person', 'number', 'quotation'] as const;

/** People, numbers and quotations of a document as LSP encodes them: five integers each, relative to the one before. */
export function semanticTokens({ corpus }: View, document: Document): number[] {
  const taken = corpus
    .get(people)
    .in(document.path)
    .map(({ mention }) => ({ start: mention.start, end: mention.end, type: 0 }));
  const quotations: Span[] = [];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[index] ?? 0;
    for (const { start, end, kind } of tokensIn(paragraph.text)) {
      if (kind === 'number') taken.push({ start: start + offset, end: end + offset, type: 1 });
    }
    for (const { outer } of quotationsOf(paragraph)) {
      quotations.push({ start: outer.start + offset, end: outer.end + offset });
    }
  }
  taken.sort((a, b) => a.start - b.start || a.type - b.type);
  const apart: typeof taken = [];
  for (const one of taken) if (one.start >= (apart.at(-1)?.end ?? 0)) apart.push(one);
  const all = [...apart, ...quotations.flatMap((span) => rest(span, apart))];
  return encode(
    document,
    all.sort((a, b) => a.start - b.start),
  );
}

/** What is left of a quotation between the people and numbers in it. */
function rest({ start, end }: Span, inside: readonly Span[]): { start: number; end: number; type: number }[] {
  const left: { start: number; end: number; type: number }[] = [];
  let from = start;
  for (const span of inside) {
    if (span.end <= from || span.start >= end) continue;
    if (span.start > from) left.push({ start: from, end: span.start, type: 2 });
    from = Math.max(from, span.end);
  }
  if (from < end) left.push({ start: from, end, type: 2 });
  return left;
}

/** Editors that cannot show a token over several lines are the rule: each line gets its own. */
function encode(document: Document, tokens: readonly (Span & { readonly type: number })[]): number[] {
  const data: number[] = [];
  let [lastLine, lastStart] = [0, 0];
  let lastEnd = 0;
  for (const { start, end, type } of tokens) {
    let at = Math.max(start, lastEnd);
    for (const part of document.text.slice(at, end).split(/(?<=\n)/)) {
      const length = part.replace(/\r?\n$/, '').length;
      if (length > 0) {
        const { line, character } = toRange(document, { start: at, end: at }).start;
        data.push(line - lastLine, line === lastLine ? character - lastStart : character, length, type, 0);
        [lastLine, lastStart] = [line, character];
      }
      at += part.length;
    }
    lastEnd = Math.max(lastEnd, end);
  }
  return data;
}
