import type { Span } from './span.js';

/** PLACEHOLDER so that the build passes: the alignment helper replaces this whole file. */
export interface Slot {
  readonly kind: 'same' | 'respelled' | 'inflected' | 'substituted' | 'inserted' | 'omitted' | 'moved';
  readonly a?: Span;
  readonly b?: Span;
}

export function collate(_a: string, _b: string): Slot[] {
  return [];
}
