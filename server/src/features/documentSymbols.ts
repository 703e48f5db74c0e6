import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { Corpus } from '../analysis/corpus.js';
import { isFurniture } from '../analysis/isFurniture.js';
import type { Document } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import { toRange } from './toProtocol.js';

/** Headings, with the passages below them; a passage is named by its first words. */
export function documentSymbols(document: Document, corpus: Corpus): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let heading: DocumentSymbol | undefined;
  for (const [index, paragraph] of document.paragraphs.entries()) {
    if (isFurniture(document, index, corpus)) continue;
    const start = document.offsets[index] ?? 0;
    const range = toRange(document, { start, end: start + paragraph.text.length });
    const name = oneLine(paragraph.text.replace(/^#+\s+/, ''), 60);
    if (name === '') continue;
    if (isHeading(paragraph.text)) {
      heading = { name, kind: SymbolKind.Namespace, range, selectionRange: range, children: [] };
      symbols.push(heading);
    } else {
      const passage: DocumentSymbol = { name, kind: SymbolKind.String, range, selectionRange: range };
      if (heading) {
        heading.children?.push(passage);
        heading.range = { start: heading.range.start, end: range.end };
      } else symbols.push(passage);
    }
  }
  return symbols;
}

/** A Markdown heading, or a short line that is no sentence. */
function isHeading(text: string): boolean {
  return (
    /^#{1,6}\s/.test(text) || (text.length <= 90 && /^[\p{Lu}\p{N}“"‘']/u.test(text) && !/[.!?:;,…”"')\]]$/.test(text))
  );
}
