import type { LocationLink } from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import { parallelLinks } from './parallelLinks.js';
import { introductionOf } from '../analysis/introduction.js';
import { toRange, type View } from './toProtocol.js';

/** On a person: where the sources introduce them most fully. On other words: the parallel passages, if any. */
export function definition(view: View, document: Document, offset: number): LocationLink[] {
  const named = view.corpus.get(people).at(document.path, offset);
  if (!named) return parallelLinks(view, document, offset);
  const place = introductionOf(named.person);
  const target = place && view.corpus.document(place.path);
  if (!target) return [];
  const range = toRange(target, place);
  return [
    {
      originSelectionRange: toRange(document, named.mention),
      targetUri: view.uriOf(place.path),
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
