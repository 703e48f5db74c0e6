import type { Document } from '../core/document.js';
import { NameKinds } from '../core/nameKind.js';
import { NameReader } from '../core/nameReader.js';
import { encloses, overlaps, type Place, type Span } from '../core/span.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { DeclaredPeople, type DeclaredPerson } from './declaredPeople.js';
import { Handover } from './handover.js';
import { MENTION } from './mentions.js';
import type { Manifest } from './manifest.js';
import { NameIndex, type NamedDocument } from './nameIndex.js';
import { NamingDocuments } from './namingDocuments.js';
import type { Resources } from './resources.js';
import { foldName } from './nameMatching.js';
import type { Packed } from './packed.js';
import { packNames, unpackNames } from './packedNames.js';
import { rolesBeside } from './roles.js';
import type { Steps } from './steps.js';

/** A span that names someone: the name without title and without possessive ending. */
export interface Mention extends Place {
  readonly text: string;
}

/** What a source calls a person: “defence minister”. */
export interface Role extends Place {
  readonly text: string;
}

export interface Person {
  /** What `People.names` calls this person; another snapshot may use another number. */
  readonly id: number;
  /** The name that the manifest prefers, else the commonest full form. */
  readonly name: string;
  /** A line of biography, from the manifest. */
  readonly about: string | undefined;
  /** Forms of the name as written, the commonest first. */
  readonly names: readonly { readonly text: string; readonly count: number }[];
  readonly roles: readonly Role[];
  /** In the order of paths, then of offsets. */
  readonly mentions: readonly Mention[];
}

export interface Named {
  readonly person: Person;
  readonly mention: Mention;
  /** Somebody else whom the name may mean as well, where nothing near decides. */
  readonly rival: Person | undefined;
}

export interface People {
  /** Everyone, by name. */
  readonly all: readonly Person[];
  /** The person named at `offset` (a cursor: the end of the name counts), with the mention. */
  at(path: string, offset: number): Named | undefined;
  /** Mentions in one document, in order. */
  in(path: string): readonly Named[];
  /** The people whose mentions overlap a span, in their order, each once. */
  within(path: string, span: Span): readonly Person[];
  /** The names of one document as numbers; the same object for as long as they mean the same people. */
  names(path: string): NamedDocument | undefined;
  /** The person of a number in `names`. */
  person(id: number): Person;
  readonly kinds: NameKinds;
}

/** People of one snapshot. What a reader does not ask for is not made: most answers are about one person. */
class KnownPeople implements People {
  readonly #people = new Map<number, KnownPerson>();
  readonly #named = new Map<string, readonly Named[]>();
  #all: readonly Person[] | undefined;
  #naming: NamingDocuments | undefined;
  readonly index: Handover<NameIndex>;

  constructor(
    private readonly corpus: Corpus,
    readonly kinds: NameKinds,
    readonly documents: ReadonlyMap<string, NamedDocument>,
    index: NameIndex,
  ) {
    this.index = new Handover(index);
  }

  get all(): readonly Person[] {
    if (this.#all) return this.#all;
    const mentions = new Map<number, Mention[]>();
    for (const named of this.documents.values()) {
      for (const [index, id] of named.owners.people.entries()) {
        const known = mentions.get(id);
        if (known) known.push(mentionAt(named, index));
        else mentions.set(id, [mentionAt(named, index)]);
      }
    }
    for (const [id, own] of mentions) this.#person(id).mentions = own;
    return (this.#all = [...mentions.keys()].map((id) => this.#person(id)).sort(byName));
  }

  at(path: string, offset: number): Named | undefined {
    const named = this.documents.get(path);
    if (!named) return undefined;
    const { mentions } = named;
    for (let index = 0; index * MENTION < mentions.length; index++) {
      const [start = 0, end = 0] = mentions.subarray(index * MENTION, index * MENTION + 2);
      if (start <= offset && offset <= end) return this.#namedAt(named, index);
    }
    return undefined;
  }

  in(path: string): readonly Named[] {
    const known = this.#named.get(path);
    if (known) return known;
    const document = this.documents.get(path);
    const named: Named[] = [];
    if (document) for (const index of document.owners.people.keys()) named.push(this.#namedAt(document, index));
    this.#named.set(path, named);
    return named;
  }

  within(path: string, { start, end }: Span): readonly Person[] {
    const document = this.documents.get(path);
    if (!document) return [];
    const { mentions, owners } = document;
    const ids = new Set<number>();
    for (let index = 0; index * MENTION < mentions.length; index++) {
      const [from = 0, to = 0] = [mentions[index * MENTION], mentions[index * MENTION + 1]];
      if (from < end && start < to) ids.add(owners.people[index] ?? -1);
    }
    return Array.from(ids, (id) => this.#person(id));
  }

  #namedAt(named: NamedDocument, index: number): Named {
    const rival = named.owners.rivals[index] ?? -1;
    return {
      person: this.#person(named.owners.people[index] ?? -1),
      mention: mentionAt(named, index),
      rival: rival < 0 ? undefined : this.#person(rival),
    };
  }

  names(path: string): NamedDocument | undefined {
    return this.documents.get(path);
  }

  person(id: number): Person {
    return this.#person(id);
  }

  #person(id: number): KnownPerson {
    let person = this.#people.get(id);
    if (!person) this.#people.set(id, (person = new KnownPerson(id, this.corpus, this.kinds, this)));
    return person;
  }

  /** Documents that name a person, in order. */
  naming(id: number): readonly NamedDocument[] {
    return (this.#naming ??= new NamingDocuments(this.documents.values())).of(id);
  }
}

/** Somebody; what is known of him is gathered when it is asked for. */
class KnownPerson implements Person {
  #mentions: readonly Mention[] | undefined;
  #names: Person['names'] | undefined;
  #name: string | undefined;
  #roles: readonly Role[] | undefined;

  constructor(
    readonly id: number,
    private readonly corpus: Corpus,
    private readonly kinds: NameKinds,
    private readonly everyone: KnownPeople,
  ) {}

  /** Where all mentions of the corpus are gathered at once, this person need not look for his own. */
  set mentions(mentions: readonly Mention[]) {
    this.#mentions ??= mentions;
  }

  get mentions(): readonly Mention[] {
    if (this.#mentions) return this.#mentions;
    const mentions: Mention[] = [];
    for (const named of this.everyone.naming(this.id)) {
      const { people } = named.owners;
      for (let index = people.indexOf(this.id); index >= 0; index = people.indexOf(this.id, index + 1)) {
        mentions.push(mentionAt(named, index));
      }
    }
    return (this.#mentions = mentions);
  }

  get names(): Person['names'] {
    if (this.#names) return this.#names;
    const counts = new Map<string, number>();
    for (const { text } of this.mentions) {
      const flat = text.replace(/\s+/g, ' ');
      counts.set(flat, (counts.get(flat) ?? 0) + 1);
    }
    const byCount = ([a, x]: [string, number], [b, y]: [string, number]) => y - x || (a < b ? -1 : 1);
    return (this.#names = [...counts].sort(byCount).map(([text, count]) => ({ text, count })));
  }

  get name(): string {
    return (this.#name ??= this.#declared?.name ?? this.#fullestName());
  }

  get about(): string | undefined {
    return this.#declared?.about;
  }

  get #declared(): DeclaredPerson | undefined {
    const declared = declaredIn(this.corpus);
    if (declared.isEmpty) return undefined;
    for (const { text } of this.names) {
      const person = declared.person(foldName(text).join(' '));
      if (person) return person;
    }
    return undefined;
  }

  #fullestName(): string {
    // Initials and single names stand for the full one, if there is a full one.
    const full = this.names.filter(({ text }) => /\s/.test(text));
    const [first] = full.length > 0 ? full : this.names;
    return first?.text ?? '';
  }

  get roles(): readonly Role[] {
    return (this.#roles ??= rolesOf(this.mentions, this.corpus, this.kinds, this.everyone.documents));
  }
}

function mentionAt({ document, mentions }: NamedDocument, index: number): Mention {
  const start = mentions[index * MENTION] ?? 0;
  const end = mentions[index * MENTION + 1] ?? start;
  return { path: document.path, start, end, text: document.text.slice(start, end) };
}

const declarations = new WeakMap<Manifest, DeclaredPeople>();

function declaredIn({ manifest }: Corpus): DeclaredPeople {
  let declared = declarations.get(manifest);
  if (!declared) declarations.set(manifest, (declared = new DeclaredPeople(manifest.people)));
  return declared;
}

const readers = new WeakMap<Resources, NameReader>();

export const people: Derivation<People> = {
  name: 'people',
  steps: peopleIn,
  saved: {
    save: (value) =>
      value instanceof KnownPeople ? value.index.packed((index) => packPeople(value.documents, index)) : undefined,
    *restore(packed, corpus) {
      const { kinds } = readerFor(corpus.resources);
      const index = yield* NameIndex.restored(packed, kinds, declaredIn(corpus));
      return new KnownPeople(corpus, kinds, yield* unpackNames(packed, corpus.documents), index);
    },
  },
};

function* packPeople(documents: ReadonlyMap<string, NamedDocument>, index: NameIndex): Steps<Packed> {
  return { ...(yield* packNames(documents)), ...(yield* index.save()) };
}

function* peopleIn(corpus: Corpus, previous: Derived<People> | undefined): Steps<People> {
  const reader = readerFor(corpus.resources);
  const earlier = previous?.value instanceof KnownPeople ? previous.value : undefined;
  const known = earlier?.index.take();
  const index = known ?? new NameIndex(reader, declaredIn(corpus));
  const documents = yield* index.update(
    corpus,
    known ? previous?.corpus : undefined,
    (known ? earlier?.documents : undefined) ?? new Map<string, NamedDocument>(),
  );
  return new KnownPeople(corpus, reader.kinds, documents, index);
}

function readerFor(resources: Resources): NameReader {
  let reader = readers.get(resources);
  if (!reader) readers.set(resources, (reader = new NameReader(new NameKinds(resources.nameLists, resources.speller))));
  return reader;
}

function byName(a: Person, b: Person): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return firstPlace(a) < firstPlace(b) ? -1 : 1;
}

function rolesOf(
  mentions: readonly Mention[],
  corpus: Corpus,
  kinds: NameKinds,
  documents: ReadonlyMap<string, NamedDocument>,
): Role[] {
  const roles: Role[] = [];
  for (const mention of mentions) {
    const { path } = mention;
    const named = documents.get(path);
    const document = corpus.document(path);
    if (!named || !document) continue;
    for (const span of rolesBeside(document, mention, kinds)) {
      // “…, Foreign Minister Sergei Lavrov”: the next in a list, with a role of his own.
      if (holdsName(named, span)) continue;
      const role = { path, start: span.start, end: span.end, text: document.text.slice(span.start, span.end) };
      if (!roles.some((known) => known.path === path && overlaps(known, role))) roles.push(role);
    }
  }
  return roles;
}

function holdsName({ document, mentions }: NamedDocument, span: Span): boolean {
  for (let at = 0; at < mentions.length; at += MENTION) {
    const mention = { start: mentions[at] ?? 0, end: mentions[at + 1] ?? 0 };
    if (encloses(span, mention) && !isPossessive(document, mention)) return true;
  }
  return false;
}

function firstPlace({ mentions: [first] }: Person): string {
  return first ? `${first.path}\n${String(first.start).padStart(12, '0')}` : '';
}

function isPossessive(document: Document, { end }: Span): boolean {
  return /^['’]s?/.test(document.text.slice(end, end + 2));
}
