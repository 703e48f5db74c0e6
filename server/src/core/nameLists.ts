import type { ReadTable } from './readTable.js';

/** Gazetteers for recognising people, in lower case: evidence among other evidence, never the only one. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly surname: ReadonlySet<string>;
  readonly male: ReadonlySet<string>;
  readonly female: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  /** Places that are countries. */
  readonly country: ReadonlySet<string>;
  readonly demonym: ReadonlySet<string>;
  readonly role: ReadonlySet<string>;
  readonly organisation: ReadonlySet<string>;
}

/** Reads `names.txt`: a line for each list, its name first, with tabs between. */
export function nameListsFrom(read: ReadTable): NameLists {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const line of new TextDecoder().decode(read('names.txt.gz')).split('\n')) {
    const [name = '', ...entries] = line.split('\t');
    lists.set(name, new Set(entries));
  }
  const list = (name: string) => lists.get(name) ?? new Set<string>();
  return {
    given: list('given'),
    surname: list('surname'),
    male: list('male'),
    female: list('female'),
    place: list('place'),
    country: list('country'),
    demonym: list('demonym'),
    role: list('role'),
    organisation: list('organisation'),
  };
}
