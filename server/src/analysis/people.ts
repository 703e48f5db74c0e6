import type { Place } from '../core/span.js';
import type { Derivation } from './corpus.js';

/** A span that names someone: the name without title and without possessive ending. */
export interface Mention extends Place {
  readonly text: string;
}

/** What a source calls a person: “defence minister”. */
export interface Role extends Place {
  readonly text: string;
}

export interface Person {
  /** The commonest full form of the name. */
  readonly name: string;
  /** Forms of the name as written, the commonest first. */
  readonly names: readonly { readonly text: string; readonly count: number }[];
  readonly roles: readonly Role[];
  /** In the order of paths, then of offsets. */
  readonly mentions: readonly Mention[];
}

export interface People {
  /** Everyone, by name. */
  readonly all: readonly Person[];
  /** The person named at `offset` (a cursor: the end of the name counts), with the mention. */
  at(path: string, offset: number): { readonly person: Person; readonly mention: Mention } | undefined;
  /** Mentions in one document, in order. */
  in(path: string): readonly { readonly person: Person; readonly mention: Mention }[];
}

export const people: Derivation<People> = {
  name: 'people',
  derive: () => ({ all: [], at: () => undefined, in: () => [] }),
};
