import type { Paragraph } from './document.js';
import type { Span } from './span.js';

/** Quoted words: the span inside the marks, without surrounding white space. */
export interface Quotation extends Span {
  /** The marks and all between them. */
  readonly outer: Span;
}

/** Quotations of a paragraph, in order, relative to its text. */
export function quotationsOf(_paragraph: Paragraph): readonly Quotation[] {
  return [];
}
