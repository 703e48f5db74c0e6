import type { LocationLink } from 'vscode-languageserver';
import { parallels } from '../analysis/parallels.js';
import type { Document } from '../core/document.js';
import { toRange, type View } from './toProtocol.js';

/** One link for each other source that has a counterpart, best first; empty where none has. */
export function parallelLinks(view: View, document: Document, offset: number): LocationLink[] {
  return view.corpus
    .get(parallels)
    .at(document.path, offset)
    .flatMap(({ a, b }) => {
      const target = view.corpus.document(b.path);
      if (!target) return [];
      const range = toRange(target, b);
      return [
        {
          originSelectionRange: toRange(document, a),
          targetUri: view.uriOf(b.path),
          targetRange: range,
          targetSelectionRange: range,
        },
      ];
    });
}
