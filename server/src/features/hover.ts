import { MarkupKind, type Hover } from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import { readingsAt } from './readings.js';
import { personCard } from './personCard.js';
import { toRange, type View } from './toProtocol.js';

/**
 * On a person: the card. On a word of an aligned passage that differs in another source: the readings by witness.
 * Elsewhere nothing, so that other hovers are not crowded.
 */
export function hover(
  view: View,
  document: Document,
  offset: number,
  format: 'markdown' | 'plaintext',
  showsPeople: boolean,
): Hover | null {
  const kind = format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
  const named = showsPeople ? view.corpus.get(people).at(document.path, offset) : undefined;
  if (named) {
    return {
      contents: { kind, value: personCard(view, named.person, format, named.rival) },
      range: toRange(document, named.mention),
    };
  }
  const readings = readingsAt(view, document, offset, format);
  return readings ? { contents: { kind, value: readings.value }, range: toRange(document, readings.span) } : null;
}
