import { IS_ADDRESSED, IS_FEMALE, IS_MALE } from '../core/nameCandidates.js';
import type { NameKinds } from '../core/nameKind.js';
import type { NameMarks } from '../core/nameMarks.js';
import { NameSketches } from '../core/nameSketches.js';
import { NameTable } from '../core/nameTable.js';
import type { DeclaredPeople } from './declaredPeople.js';
import { FullNames, type KnownPerson, type NameCount, type Option, type Sex } from './fullNames.js';
import { MENTION, type RawMentions } from './mentions.js';
import { foldName, spellingKeys } from './nameMatching.js';
import { numbersIn, wordsIn, type Packed } from './packed.js';
import { SharedSurnames } from './sharedSurnames.js';
import { each, type Steps } from './steps.js';

/** Whose name each mention of a document is. Numbers are those of folded names: of the commonest, where one has many. */
export interface Owners {
  /** The folded name of each mention. */
  readonly names: Int32Array;
  readonly people: Int32Array;
  /** Whom each mention may mean as well, where nothing near decides; −1 for nobody. */
  readonly rivals: Int32Array;
}

/**
 * Who is who. A full name means the person who bears it. A shorter one means somebody whose full name has it, first in
 * the same document, and else means whoever is called just that. What is near decides; what stays open says so.
 */
export class OwnerFinder {
  readonly folded: NameTable;
  readonly #names: FullNames;
  readonly #shared: SharedSurnames;
  /** Folded name by name; −1 where nothing is left of it. */
  readonly #foldedBy = new Map<number, number>();
  readonly #spellingKeys = new Map<number, number[]>();
  readonly #sketches = new NameSketches();

  constructor(
    private readonly table: NameTable,
    private readonly kinds: NameKinds,
    private readonly declared: DeclaredPeople,
    packed?: Packed,
  ) {
    this.folded = packed
      ? NameTable.of(wordsIn(packed, 'foldedNames'), numbersIn(packed, 'foldedParts'))
      : new NameTable();
    this.#shared = new SharedSurnames(packed && numbersIn(packed, 'titled'));
    this.#names = new FullNames(this.folded, kinds.lists, declared);
  }

  /** Groups the names that `save` packed; to be done before anything is asked. */
  *restore(packed: Packed): Steps<void> {
    const counts = countsFrom(numbersIn(packed, 'fullNames'));
    yield* each(counts, counts.size, (count) => this.#names.count([count]), [0, 0.5]);
    yield* this.#names.update();
  }

  *save(): Steps<Packed> {
    const counts: number[] = [];
    for (const [id, { count, documents, male, female }] of this.#names.counts()) {
      counts.push(id, count, documents, male, female);
    }
    yield 1;
    return {
      foldedNames: [...this.folded.texts],
      foldedParts: this.folded.parts(),
      titled: this.#shared.titled(this.folded.size),
      fullNames: Int32Array.from(counts),
    };
  }

  /** The folded names of a document's mentions. */
  fold(mentions: RawMentions): Int32Array {
    const names = new Int32Array(mentions.length / MENTION);
    for (let index = 0; index < names.length; index++) {
      const name = this.#fold(mentions[index * MENTION + 2] ?? 0);
      const isFemale = ((mentions[index * MENTION + 3] ?? 0) & IS_FEMALE) !== 0;
      names[index] = isFemale ? this.#wifeOf(name) : name;
    }
    return names;
  }

  /** A document has other mentions than before. */
  recount(before: RawMentions, namesBefore: Int32Array, after: RawMentions, namesAfter: Int32Array): void {
    const change = new Map<number, NameCount>();
    const seen = [this.#count(change, before, namesBefore, -1), this.#count(change, after, namesAfter, 1)];
    for (const [name, count] of change) {
      count.documents = Number(seen[1]?.has(name)) - Number(seen[0]?.has(name));
      if (this.folded.count(name) > 1) continue;
      this.#shared.count(name, count.male, count.female);
      change.delete(name);
    }
    this.#names.count(change);
  }

  #count(change: Map<number, NameCount>, mentions: RawMentions, names: Int32Array, by: 1 | -1): Set<number> {
    const seen = new Set<number>();
    for (const [index, name] of names.entries()) {
      let count = change.get(name);
      if (!count) change.set(name, (count = { count: 0, documents: 0, male: 0, female: 0 }));
      const flags = mentions[index * MENTION + 3] ?? 0;
      count.count += by;
      if (flags & IS_MALE) count.male += by;
      if (flags & IS_FEMALE) count.female += by;
      seen.add(name);
    }
    return seen;
  }

  /** Groups names again after documents came and went. @returns the names that may mean others now. */
  *update(): Steps<NameMarks> {
    const changed = yield* this.#names.update();
    this.#shared.update(changed);
    return changed;
  }

  /** Whether one of the names of a document may mean somebody else, if those in `changed` may. */
  holdsAny(names: Int32Array, changed: NameMarks): boolean {
    return this.#sketches.holdsAny(names, () => this.#namesAndKeys(names), changed);
  }

  /** A name of one word may mean whoever is spelled like it. */
  *#namesAndKeys(names: Int32Array): Iterable<number> {
    for (const name of names) {
      yield name;
      if (this.folded.count(name) === 1) yield* this.#keysOf(name);
    }
  }

  ownersOf(mentions: RawMentions, names: Int32Array): Owners {
    const people = new Int32Array(names.length);
    const rivals = new Int32Array(names.length).fill(-1);
    const here = new Map<KnownPerson, number>();
    for (const name of names) {
      const person = this.#names.get(name)?.person;
      if (person) here.set(person, (here.get(person) ?? 0) + 1);
    }
    const met = new Set<KnownPerson>();
    let metFirst: KnownPerson | undefined;
    const lone = new Map<number, number>();
    for (const [index, name] of names.entries()) {
      let person = this.#names.get(name)?.person ?? this.#names.declaredAs(this.folded.text(name));
      if (!person) {
        const flags = mentions[index * MENTION + 3] ?? 0;
        const rate = (option: Option) => this.#rate(option, name, flags, here, met, metFirst);
        const [likeliest, second] = this.#likeliest(this.#optionsFor(name, flags), rate);
        person = likeliest;
        if (second) rivals[index] = second.name.id;
      }
      people[index] = person?.name.id ?? this.#lone(name, mentions[index * MENTION + 3] ?? 0, lone);
      if (!person) continue;
      met.add(person);
      metFirst ??= person;
    }
    return { names, people, rivals };
  }

  /**
   * Whom a name means that is nobody’s full name or part of one: whoever is called so. Mr and Mrs Bennet are two, and
   * “Bennet” is the one met last; `met` says who that was.
   */
  #lone(name: number, flags: number, met: Map<number, number>): number {
    const [declared] = this.declared.namesOf(this.folded.text(name));
    if (declared !== undefined) return this.folded.name(declared.split(' '));
    if (!this.#shared.has(name)) return name;
    const sex = sexOf(flags);
    if (sex === '') return met.get(name) ?? name;
    const person = this.folded.word(`${sex === 'm' ? 'mr' : 'mrs'} ${this.folded.text(name)}`);
    met.set(name, person);
    return person;
  }

  /** Mrs Charles Musgrove is not Charles, but has no name of her own. */
  #wifeOf(name: number): number {
    const { folded } = this;
    const given = folded.text(folded.first(name));
    if (folded.count(name) < 2 || !this.kinds.lists.male.has(given)) return name;
    return folded.word(`mrs ${folded.text(name)}`);
  }

  #optionsFor(name: number, flags: number): Option[] {
    let options = this.#names.optionsFor(name);
    const word = this.folded.text(name);
    if (options.length === 0 && this.folded.count(name) === 1 && word.length > 4 && !this.kinds.isOrdinary(word)) {
      options = this.#names.spelledLike(word);
    }
    if (!this.declared.isEmpty) {
      options = options.filter(
        ({ person }) => !person.variants.some((variant) => this.declared.areDistinct(variant.text, word)),
      );
    }
    const sex = sexOf(flags);
    return sex ? options.filter(({ person }) => person.sex === '' || person.sex === sex) : options;
  }

  #rate(
    { person, position }: Option,
    name: number,
    flags: number,
    here: ReadonlyMap<KnownPerson, number>,
    met: ReadonlySet<KnownPerson>,
    metFirst: KnownPerson | undefined,
  ): number {
    const timesHere = here.get(person) ?? 0;
    const isSurname =
      position === 'last' ||
      person.name.isFamilyNameFirst ||
      ((flags & IS_ADDRESSED) !== 0 && !this.#isGiven(this.folded.text(name)));
    return (
      (timesHere > 0 ? IS_HERE : 0) +
      (isSurname ? 40 : 0) +
      Math.min(timesHere, 9) * 4 +
      (met.has(person) ? 6 : 0) +
      // Whom a text is about it names first; fathers and rivals come later.
      (metFirst === person ? 3 : 0) +
      Math.min(person.documents, 5) +
      Math.min(person.count, 30) / 10
    );
  }

  /** The likeliest, and the next one where little speaks for the first; nobody where it is anybody's given name. */
  #likeliest(options: readonly Option[], rate: (option: Option) => number): [KnownPerson?, KnownPerson?] {
    if (options.length === 0) return [];
    const rated = options
      .map((option) => ({ ...option, rate: rate(option) }))
      .sort((a, b) => b.rate - a.rate || (a.person.name.text < b.person.name.text ? -1 : 1));
    const [first] = rated;
    if (!first) return [];
    const { person } = first;
    const isOpen =
      first.position === 'first' &&
      first.rate < IS_HERE &&
      !person.name.isFamilyNameFirst &&
      options.filter(({ position }) => position === 'first').length > 1;
    if (isOpen) return [];
    const second = rated.find((other) => other.person !== person);
    return second && first.rate - second.rate < LITTLE ? [person, second.person] : [person];
  }

  #isGiven(word: string): boolean {
    const { male, female } = this.kinds.lists;
    return male.has(word) || female.has(word);
  }

  #fold(name: number): number {
    let folded = this.#foldedBy.get(name);
    if (folded === undefined) {
      const words = foldName(this.table.text(name));
      folded = words.length > 0 ? this.folded.name(words) : this.folded.word(this.table.text(name));
      this.#foldedBy.set(name, folded);
    }
    return folded;
  }

  #keysOf(name: number): readonly number[] {
    let keys = this.#spellingKeys.get(name);
    if (!keys) {
      keys = spellingKeys(this.folded.text(name)).map((key) => this.folded.word(key));
      this.#spellingKeys.set(name, keys);
    }
    return keys;
  }
}

/** Five numbers for each name: its own, then its counts. */
function countsFrom(numbers: Int32Array): Map<number, NameCount> {
  const counts = new Map<number, NameCount>();
  for (let at = 0; at < numbers.length; at += 5) {
    const [id = 0, count = 0, documents = 0, male = 0, female = 0] = numbers.subarray(at, at + 5);
    counts.set(id, { count, documents, male, female });
  }
  return counts;
}

function sexOf(flags: number): Sex {
  return flags & IS_MALE ? 'm' : flags & IS_FEMALE ? 'f' : '';
}

/** Somebody named in full in the document comes before anybody else. */
const IS_HERE = 100;
/** Less than one more mention in the document, or having been met there. */
const LITTLE = 4;
