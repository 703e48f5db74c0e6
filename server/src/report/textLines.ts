import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from '../core/document.js';

/** A place as editors count: line and character from zero, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Lines of a document, counted once for all places that are asked for. */
export function textLines(document: Document): (offset: number) => Position {
  const text = TextDocument.create(document.path, 'plaintext', 0, document.text);
  return (offset) => text.positionAt(offset);
}
