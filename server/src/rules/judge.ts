import type { Corpus } from '../analysis/corpus.js';
import type { Resources } from '../analysis/resources.js';
import type { WordFrame } from '../analysis/wordFrame.js';
import type { Slot } from '../core/collate.js';
import type { Place, Span } from '../core/span.js';

/** Kinds of facts; each has weights of its own. */
export type MatterKind = 'count' | 'date' | 'weekday' | 'time' | 'place' | 'person' | 'name';

/** Two collated passages as a judge sees them. */
export interface Beside {
  readonly a: string;
  readonly b: string;
  readonly slots: readonly Slot[];
  readonly frame: WordFrame;
  readonly resources: Resources;
}

/** What is said at a place of one passage, and of the other; spans relative to each. */
export interface Verdict {
  readonly a: Span;
  readonly b: Span;
  /** 0 where both say the same; else how surely both cannot be true, to 1. */
  readonly strength: number;
  /** Where both say the same: how surely it is of one thing, 1 where nothing is known. */
  readonly agreement?: number;
  /** Which weights judge the place; none where the strength is all that is known. */
  readonly kind?: MatterKind;
  /** What `b` says, in one form for all its spellings; its words where there is none. */
  readonly reading?: string;
}

/** Holds two passages against each other; must say the same with the two exchanged. */
export type Judge = (beside: Beside) => readonly Verdict[];

/** A last look at the two documents, once a conflict is found. */
export type Check = (here: Place, there: Place, corpus: Corpus) => boolean;
