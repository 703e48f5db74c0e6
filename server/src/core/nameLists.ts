import type { ReadTable } from './readTable.js';

/** Gazetteers for recognising people: evidence among other evidence, never the only one. */
export interface NameLists {
  readonly isGivenName: (word: string) => boolean;
  readonly isSurname: (word: string) => boolean;
  readonly isPlace: (name: string) => boolean;
}

export function nameListsFrom(_read: ReadTable): NameLists {
  return { isGivenName: () => false, isSurname: () => false, isPlace: () => false };
}
