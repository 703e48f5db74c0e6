import type { NameLists } from '../core/nameLists.js';
import { NameMarks } from '../core/nameMarks.js';
import type { NameTable } from '../core/nameTable.js';
import type { DeclaredPeople } from './declaredPeople.js';
import { isFamilyNameFirst, isSameGiven, isSameName, isSpellingOf, nameKeys, spellingKeys } from './nameMatching.js';
import { each, type Steps } from './steps.js';

/** How often a full name is written, in how many documents, and with titles of which sex; or by how much that changed. */
export interface NameCount {
  count: number;
  documents: number;
  male: number;
  female: number;
}

export type Sex = '' | 'm' | 'f';

/** A full name as the corpus writes it; one of its variants stands for the person. */
export interface FullName extends Readonly<NameCount> {
  readonly id: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly isFamilyNameFirst: boolean;
  readonly person: KnownPerson;
}

/** Somebody with a full name: all variants together. */
export interface KnownPerson {
  /** The commonest variant. */
  readonly name: FullName;
  readonly variants: readonly FullName[];
  readonly sex: Sex;
  readonly count: number;
  /** In how many documents each variant stands, added up. */
  readonly documents: number;
}

/** Somebody whom a shorter name may mean: it is the first word of his name, or the last. */
export interface Option {
  readonly person: KnownPerson;
  readonly position: 'first' | 'last';
}

/**
 * The full names of a corpus, grouped into people: forms with initials, short forms, other spellings and other
 * transliterations of one name are one person, unless something speaks against it. A name is compared only with those
 * it shares a key with, and after an edit only what can be reached from the changed names is grouped again.
 */
export class FullNames {
  readonly #names = new Map<number, Entry>();
  readonly #byKey = new Map<string, Set<Entry>>();
  readonly #byPart = new Map<number, Set<Entry>>();
  readonly #touched = new Set<Entry>();

  /** @param table numbers of folded names, see `foldName`; its numbers of words serve as keys as well. */
  constructor(
    private readonly table: NameTable,
    private readonly lists: NameLists,
    private readonly declared: DeclaredPeople,
  ) {}

  get(id: number): FullName | undefined {
    return this.#names.get(id);
  }

  /** How often each name is written. */
  counts(): ReadonlyMap<number, NameCount> {
    return this.#names;
  }

  /** Adds to the counts of names, or takes from them. */
  count(changes: Iterable<readonly [number, NameCount]>): void {
    for (const [id, { count, documents, male, female }] of changes) {
      if (count === 0 && documents === 0 && male === 0 && female === 0) continue;
      const entry = this.#names.get(id) ?? this.#appear(id);
      entry.count += count;
      entry.documents += documents;
      entry.male += male;
      entry.female += female;
      this.#touched.add(entry);
    }
  }

  /** Groups again what changed. @returns numbers of the names, words and spelling keys that may now mean others. */
  *update(): Steps<NameMarks> {
    const reached = yield* this.#reachable(this.#touched);
    this.#touched.clear();
    for (const entry of reached) if (entry.count === 0) this.#vanish(entry);
    const alive = [...reached].filter((entry) => entry.count > 0).sort(byCount);
    yield* each(alive, alive.length, (entry) => (entry.person = new Person(entry, this.#sexOf(entry))), [0.8, 0.8]);
    if (!this.declared.isEmpty) for (const entry of alive) this.#mergeWithSame(entry);
    yield* each(alive, alive.length, (entry) => this.#mergeWithOthers(entry), [0.8, 0.8]);
    const changed = new NameMarks();
    const digestOne = (entry: Entry) => {
      const digest = entry.count > 0 ? digestOf(entry.person) : '';
      if (digest === entry.digest) return;
      entry.digest = digest;
      changed.add(entry.id);
      for (const name of this.declared.namesOf(entry.text)) changed.add(this.table.name(name.split(' ')));
      for (const part of this.#partsOf(entry)) changed.add(part);
      for (const key of spellingKeys(entry.words.at(-1) ?? '')) changed.add(this.table.word(key));
    };
    yield* each(reached, reached.size, digestOne, [0.8, 0.8]);
    return changed;
  }

  /** Whom a part of a full name may mean. */
  optionsFor(part: number): Option[] {
    const options: Option[] = [];
    for (const entry of this.#byPart.get(part) ?? []) {
      const [first = -1, ...others] = this.#partsOf(entry);
      if (others.includes(part)) offer(options, entry.person, 'last');
      if (first === part) offer(options, entry.person, 'first');
    }
    return options;
  }

  /** The person whom the manifest calls so. */
  declaredAs(name: string): KnownPerson | undefined {
    const [declared] = this.declared.namesOf(name);
    if (declared === undefined) return undefined;
    const [entry] = this.#byKey.get(declaredKey(declared)) ?? [];
    return entry?.person;
  }

  /** People whose surname is another spelling of a word that nobody bears as written. */
  spelledLike(word: string): Option[] {
    const options: Option[] = [];
    for (const key of spellingKeys(word)) {
      for (const entry of this.#byKey.get(`${key}|`) ?? []) {
        if (isSpellingOf(entry.words.at(-1) ?? '', word)) offer(options, entry.person, 'last');
      }
    }
    return options;
  }

  #appear(id: number): Entry {
    const text = this.table.text(id);
    const [declared] = this.declared.namesOf(text);
    const entry = new Entry(id, text, this.table.words(id), declared === undefined ? [] : [declaredKey(declared)]);
    this.#names.set(id, entry);
    for (const key of [...entry.keys, ...surnameKeys(entry)]) put(this.#byKey, key, entry);
    for (const part of this.#partsOf(entry)) put(this.#byPart, part, entry);
    return entry;
  }

  #vanish(entry: Entry): void {
    this.#names.delete(entry.id);
    for (const key of [...entry.keys, ...surnameKeys(entry)]) take(this.#byKey, key, entry);
    for (const part of this.#partsOf(entry)) take(this.#byPart, part, entry);
  }

  /** First word, last word, and all but the first. */
  #partsOf({ words }: Entry): number[] {
    const [first = '', ...rest] = words;
    // An initial alone means nobody.
    const parts = [first.length > 1 ? this.table.word(first) : -1, this.table.word(words.at(-1) ?? '')];
    if (words.length > 2) parts.push(this.table.name(rest));
    return parts;
  }

  *#reachable(from: ReadonlySet<Entry>): Steps<Set<Entry>> {
    const reached = new Set(from);
    const keys = new Set<string>();
    // A set grows while it is walked: all that is added is visited.
    yield* each(
      reached,
      this.#names.size,
      (entry) => {
        for (const key of entry.keys) {
          if (keys.has(key)) continue;
          keys.add(key);
          for (const other of this.#byKey.get(key) ?? []) reached.add(other);
        }
      },
      [0.8, 0.8],
    );
    return reached;
  }

  #mergeWithSame(entry: Entry): void {
    const [declared] = this.declared.namesOf(entry.text);
    if (declared === undefined) return;
    for (const other of [...(this.#byKey.get(declaredKey(declared)) ?? [])].sort(byCount)) merge(entry, other);
  }

  #areDeclaredDistinct(a: Person, b: Person): boolean {
    if (this.declared.isEmpty) return false;
    return a.variants.some((x) => b.variants.some((y) => this.declared.areDistinct(x.text, y.text)));
  }

  #mergeWithOthers(entry: Entry): void {
    const others = new Set<Entry>();
    for (const key of entry.keys) for (const other of this.#byKey.get(key) ?? []) others.add(other);
    for (const other of [...others].sort(byCount)) {
      const [a, b] = [entry.person, other.person];
      if (a === b || !isSameName(entry.words, other.words) || areOfTwoSexes(entry, other)) continue;
      if (!contradict(a, b) && !this.#areDeclaredDistinct(a, b)) merge(entry, other);
    }
  }

  #sexOf(entry: Entry): Sex {
    const titled = titledSex(entry);
    if (titled || entry.isFamilyNameFirst) return titled;
    const given = entry.words[0] ?? '';
    return this.lists.male.has(given) ? 'm' : this.lists.female.has(given) ? 'f' : '';
  }
}

class Entry implements FullName {
  count = 0;
  male = 0;
  female = 0;
  documents = 0;
  digest = '';
  person: Person;
  readonly isFamilyNameFirst: boolean;
  readonly keys: readonly string[];

  constructor(
    readonly id: number,
    readonly text: string,
    readonly words: readonly string[],
    declaredKeys: readonly string[],
  ) {
    this.keys = [...nameKeys(words), ...declaredKeys];
    this.person = new Person(this, '');
    this.isFamilyNameFirst = isFamilyNameFirst(words);
  }
}

class Person implements KnownPerson {
  readonly variants: Entry[];
  count: number;
  documents: number;

  constructor(
    readonly name: Entry,
    readonly sex: Sex,
  ) {
    this.variants = [name];
    this.count = name.count;
    this.documents = name.documents;
  }

  absorb(other: Person): void {
    for (const variant of other.variants) variant.person = this;
    this.variants.push(...other.variants);
    this.count += other.count;
    this.documents += other.documents;
  }
}

function merge({ person: a }: Entry, { person: b }: Entry): void {
  if (a === b) return;
  const [commoner, rarer] = isCommoner(a, b) ? [a, b] : [b, a];
  commoner.absorb(rarer);
}

/** Shared by all names that the manifest declares to be one person's. */
function declaredKey(name: string): string {
  return `@${name}`;
}

/** For what is spelled like the surname. */
function surnameKeys({ words }: Entry): string[] {
  return spellingKeys(words.at(-1) ?? '').map((key) => `${key}|`);
}

/** What an assignment of shorter names looks at; many more of something make no difference there. */
function digestOf({ name, sex, count, documents, variants }: Person): string {
  return `${name.text}|${sex}|${Math.min(count, 30)}|${Math.min(documents, 5)}|${variants.length}`;
}

function byCount(a: Entry, b: Entry): number {
  return b.count - a.count || (a.text < b.text ? -1 : 1);
}

function isCommoner(a: Person, b: Person): boolean {
  return a.count > b.count || (a.count === b.count && a.name.text < b.name.text);
}

function titledSex({ male, female }: NameCount): Sex {
  return male > female ? 'm' : female > male ? 'f' : '';
}

function areOfTwoSexes(a: Entry, b: Entry): boolean {
  const [x, y] = [titledSex(a), titledSex(b)];
  return x !== '' && y !== '' && x !== y;
}

/** One surname, two given names: a form in between (an initial) must not join them. */
function contradict(a: Person, b: Person): boolean {
  return a.variants.some(({ words: x }) =>
    b.variants.some(
      ({ words: y }) =>
        x.length === y.length &&
        x.at(-1) === y.at(-1) &&
        (x[0]?.length ?? 0) > 1 &&
        (y[0]?.length ?? 0) > 1 &&
        !isSameGiven(x[0] ?? '', y[0] ?? ''),
    ),
  );
}

function offer(options: Option[], person: KnownPerson, position: Option['position']): void {
  const isKnown = options.some((option) => option.person === person && option.position === position);
  if (!isKnown) options.push({ person, position });
}

function put<K>(index: Map<K, Set<Entry>>, key: K, entry: Entry): void {
  const entries = index.get(key);
  if (entries) entries.add(entry);
  else index.set(key, new Set([entry]));
}

function take<K>(index: Map<K, Set<Entry>>, key: K, entry: Entry): void {
  const entries = index.get(key);
  entries?.delete(entry);
  if (entries?.size === 0) index.delete(key);
}
