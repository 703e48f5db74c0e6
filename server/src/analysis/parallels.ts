import type { Place } from '../core/span.js';
import type { Derivation } from './corpus.js';

/** verbatim: the same words; reworded: the same statement, close; paraphrase: in other words; partial: one claim of several. */
export type Relation = 'verbatim' | 'reworded' | 'paraphrase' | 'partial';

/** Two passages that say the same. */
export interface Parallel {
  readonly a: Place;
  readonly b: Place;
  readonly relation: Relation;
  /** 0 to 1. */
  readonly score: number;
}

export interface Parallels {
  /** Documents that share passages with this one, the nearest first. */
  partnersOf(path: string): readonly string[];
  /** Parallels of two documents, `a` in the first and `b` in the second, in the order of `a`; aligned when asked for. */
  between(a: string, b: string, level: 'sentence' | 'passage'): readonly Parallel[];
  /** The best counterpart of the sentence at `offset` in each other document, best first; `a` is the place asked for. */
  at(path: string, offset: number): readonly Parallel[];
}

export const parallels: Derivation<Parallels> = {
  name: 'parallels',
  derive: () => ({ partnersOf: () => [], between: () => [], at: () => [] }),
};
