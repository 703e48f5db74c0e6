import type { PersonEntry } from './manifest.js';
import { foldName } from './nameMatching.js';

/** What a manifest declares of a person, with the name it prefers. */
export interface DeclaredPerson extends PersonEntry {
  readonly name: string;
}

/** What the manifest declares of people, asked by folded names (`foldName`, joined by blanks). */
export class DeclaredPeople {
  readonly #people: DeclaredPerson[] = [];
  readonly #byName = new Map<string, number>();
  readonly #others: ReadonlySet<string>[] = [];
  readonly #nobody = new Set<string>();

  constructor(entries: ReadonlyMap<string, PersonEntry | false>) {
    for (const [name, entry] of entries) {
      if (entry === false) {
        this.#nobody.add(folded(name));
        continue;
      }
      for (const form of [name, ...entry.same]) this.#byName.set(folded(form), this.#people.length);
      this.#people.push({ ...entry, name });
      this.#others.push(new Set(entry.not.map(folded)));
    }
  }

  get isEmpty(): boolean {
    return this.#people.length === 0 && this.#nobody.size === 0;
  }

  person(name: string): DeclaredPerson | undefined {
    return this.#people[this.#byName.get(name) ?? -1];
  }

  /** Every name declared for the person who has this one, this one included. */
  namesOf(name: string): string[] {
    const person = this.person(name);
    return person ? [person.name, ...person.same].map(folded) : [];
  }

  isNobody(name: string): boolean {
    return this.#nobody.has(name);
  }

  areSame(a: string, b: string): boolean {
    const person = this.#byName.get(a);
    return person !== undefined && person === this.#byName.get(b);
  }

  /** Two people have an entry each, or one's entry says that the other name is not his. */
  areDistinct(a: string, b: string): boolean {
    const [x, y] = [this.#byName.get(a), this.#byName.get(b)];
    if (x !== undefined && y !== undefined) return x !== y;
    return this.#isOther(x, b) || this.#isOther(y, a);
  }

  #isOther(person: number | undefined, name: string): boolean {
    return person !== undefined && this.#others[person]?.has(name) === true;
  }
}

function folded(name: string): string {
  return foldName(name).join(' ');
}
