import { people } from './analysis/people.js';
import { each, type Steps } from './analysis/steps.js';
import type { Span } from './core/span.js';
import { hover } from './features/hover.js';
import type { View } from './features/toProtocol.js';

/** Hovers that are made; the names among them are the first of the text. */
const PLACES = 24;
const NAMES = 8;

/**
 * Hovers over what is in view, for nobody. What makes them is compiled and read from the tables when it first runs, so
 * that the first answers of a session would take ten times as long as later ones.
 */
export function* rehearse(view: View, path: string, { start, end }: Span): Steps<void> {
  const document = view.corpus.document(path);
  if (!document) return;
  const names = view.corpus.get(people).in(path).slice(0, NAMES);
  const places = Array.from({ length: PLACES - names.length }, (_, at) =>
    Math.floor(start + ((at + 0.5) * (end - start)) / (PLACES - names.length)),
  );
  const offsets = [...names.map(({ mention }) => mention.start), ...places];
  yield* each(offsets, offsets.length, (offset) => hover(view, document, offset, 'markdown', true));
}
