import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import { toRange, type View } from './toProtocol.js';

/** The mentions of the person at `offset` in this document; nothing elsewhere. */
export function documentHighlight(view: View, document: Document, offset: number): DocumentHighlight[] {
  const everyone = view.corpus.get(people);
  const named = everyone.at(document.path, offset);
  if (!named) return [];
  return everyone
    .in(document.path)
    .filter(({ person }) => person === named.person)
    .map(({ mention }) => ({ range: toRange(document, mention), kind: DocumentHighlightKind.Read }));
}
