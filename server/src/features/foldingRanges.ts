import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Corpus } from '../analysis/corpus.js';
import { isFurniture } from '../analysis/isFurniture.js';
import type { Document } from '../core/document.js';
import { toRange } from './toProtocol.js';

/** Front matter, and runs of web furniture: what is no text of the source can be folded away. */
export function foldingRanges(document: Document, corpus: Corpus): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number) => {
    const { start: first, end: last } = toRange(document, { start, end });
    if (last.line > first.line) {
      ranges.push({ startLine: first.line, endLine: last.line, kind: FoldingRangeKind.Region });
    }
  };
  const { frontMatter } = document;
  if (frontMatter) add(frontMatter.start, document.text.slice(0, frontMatter.end).trimEnd().length);
  let open: { start: number; end: number } | undefined;
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const start = document.offsets[index] ?? 0;
    if (isFurniture(document, index, corpus))
      open = { start: open?.start ?? start, end: start + paragraph.text.length };
    else if (open) {
      add(open.start, open.end);
      open = undefined;
    }
  }
  if (open) add(open.start, open.end);
  return ranges;
}
