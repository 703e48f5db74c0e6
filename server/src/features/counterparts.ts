import type { Range } from 'vscode-languageserver';
import { parallels, type Parallel } from '../analysis/parallels.js';
import { wordLikeness } from '../analysis/wordLikeness.js';
import { collate, type Likeness } from '../core/collate.js';
import type { Document } from '../core/document.js';
import { shift, type Span } from '../core/span.js';
import { toRange, type View } from './toProtocol.js';

/** The passage of another source that is parallel to a place, and the words there that stand for the word at it. */
export interface Counterpart {
  readonly uri: string;
  /** The parallel passage here. */
  readonly origin: Range;
  readonly range: Range;
  /** `undefined` where that source has nothing in the word's place. */
  readonly word: Range | undefined;
}

/** One for each other source that has the passage, in the order of the sources. */
export function counterparts(view: View, document: Document, offset: number): Counterpart[] {
  return view.corpus
    .get(parallels)
    .at(document.path, offset)
    .toSorted((x, y) => (x.b.path < y.b.path ? -1 : 1))
    .flatMap((parallel) => counterpartOf(view, parallel, document, offset) ?? []);
}

/** The other side of a parallel as a client is told it; `undefined` where its document is gone. */
export function counterpartOf(
  view: View,
  parallel: Parallel,
  document: Document,
  offset: number,
): Counterpart | undefined {
  const { a, b } = parallel;
  const target = view.corpus.document(b.path);
  if (!target) return undefined;
  const word = wordBeside(parallel, document, target, offset, wordLikeness(view.corpus.resources));
  return {
    uri: view.uriOf(b.path),
    origin: toRange(document, a),
    range: toRange(target, b),
    word: word && toRange(target, word),
  };
}

function wordBeside(
  { a, b }: Parallel,
  document: Document,
  target: Document,
  offset: number,
  likeness: Likeness,
): Span | undefined {
  const at = offset - a.start;
  const slots = collate(document.text.slice(a.start, a.end), target.text.slice(b.start, b.end), likeness);
  // Between two words, the one behind counts.
  const slot = slots.find(({ a: span }) => span && span.start <= at && at <= span.end);
  return slot?.b && shift({ start: slot.b.start, end: slot.b.end }, b.start);
}
