import type { Document } from '../core/document.js';
import { NameKinds } from '../core/nameKind.js';
import { encloses, overlaps, touches, type Place, type Span } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { groupMentions, type Entity } from './entities.js';
import { findMentions, type RawMention } from './mentions.js';
import { NameUses } from './nameUses.js';
import type { Resources } from './resources.js';
import { rolesBeside } from './roles.js';

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

export interface Named {
  readonly person: Person;
  readonly mention: Mention;
}

export interface People {
  /** Everyone, by name. */
  readonly all: readonly Person[];
  /** The person named at `offset` (a cursor: the end of the name counts), with the mention. */
  at(path: string, offset: number): Named | undefined;
  /** Mentions in one document, in order. */
  in(path: string): readonly Named[];
}

/** What is kept from one snapshot to the next; the uses of words are carried on, not counted again. */
class KnownPeople implements People {
  readonly #byDocument = new Map<string, Named[]>();

  constructor(
    readonly all: readonly Person[],
    readonly uses: NameUses,
  ) {
    for (const person of all) {
      for (const mention of person.mentions) {
        const named = this.#byDocument.get(mention.path);
        if (named) named.push({ person, mention });
        else this.#byDocument.set(mention.path, [{ person, mention }]);
      }
    }
    for (const named of this.#byDocument.values()) named.sort((a, b) => a.mention.start - b.mention.start);
  }

  at(path: string, offset: number): Named | undefined {
    return this.in(path).find(({ mention }) => touches(mention, offset));
  }

  in(path: string): readonly Named[] {
    return this.#byDocument.get(path) ?? [];
  }
}

const kindsOf = new WeakMap<Resources, NameKinds>();

export const people: Derivation<People> = {
  name: 'people',
  derive(corpus, previous) {
    let kinds = kindsOf.get(corpus.resources);
    if (!kinds)
      kindsOf.set(corpus.resources, (kinds = new NameKinds(corpus.resources.nameLists, corpus.resources.speller)));
    const known = previous?.value instanceof KnownPeople ? previous.value.uses : new NameUses();
    const uses = updated(known, corpus, previous?.corpus, kinds);
    const documents = [...corpus.documents.values()];
    const mentions = findMentions(documents, uses, kinds);
    const speller = corpus.resources.speller;
    const entities = groupMentions(mentions, corpus.resources.nameLists, (word) => speller.isOrdinary(word));
    const named = new Map<string, RawMention[]>();
    for (const mention of mentions) {
      const inSame = named.get(mention.path);
      if (inSame) inSame.push(mention);
      else named.set(mention.path, [mention]);
    }
    const all = entities.map((entity) => personOf(entity, corpus, kinds, named));
    return new KnownPeople(
      all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : firstPlace(a) < firstPlace(b) ? -1 : 1)),
      uses,
    );
  },
};

function updated(uses: NameUses, corpus: Corpus, earlier: Corpus | undefined, kinds: NameKinds): NameUses {
  for (const path of earlier ? corpus.changedSince(earlier) : corpus.documents.keys()) {
    const before = earlier?.document(path);
    const after = corpus.document(path);
    if (before) uses.add(before, kinds, -1);
    if (after) uses.add(after, kinds, 1);
  }
  return uses;
}

function personOf(
  entity: Entity,
  corpus: Corpus,
  kinds: NameKinds,
  named: ReadonlyMap<string, readonly RawMention[]>,
): Person {
  const mentions: Mention[] = [];
  const roles: Role[] = [];
  const counts = new Map<string, number>();
  for (const { path, start, end } of entity) {
    const document = corpus.document(path);
    if (!document) continue;
    const text = document.text.slice(start, end);
    const flat = text.replace(/\s+/g, ' ');
    mentions.push({ path, start, end, text });
    counts.set(flat, (counts.get(flat) ?? 0) + 1);
    for (const role of rolesIn(document, { path, start, end }, kinds)) {
      // “…, Foreign Minister Sergei Lavrov”: the next in a list, with a role of his own.
      if (named.get(path)?.some((other) => encloses(role, other) && !isPossessive(document, other))) continue;
      if (!roles.some((known) => known.path === role.path && overlaps(known, role))) roles.push(role);
    }
  }
  const byCount = ([a, x]: [string, number], [b, y]: [string, number]) => y - x || (a < b ? -1 : 1);
  const names = [...counts].sort(byCount);
  // Initials and single names stand for the full one, if there is a full one.
  const full = names.filter(([name]) => /\s/.test(name));
  const [name] = (full.length > 0 ? full : names)[0] ?? [''];
  return { name, names: names.map(([text, count]) => ({ text, count })), roles, mentions };
}

function rolesIn(document: Document, mention: Place, kinds: NameKinds): Role[] {
  return rolesBeside(document, mention, kinds).map(({ start, end }) => ({
    path: document.path,
    start,
    end,
    text: document.text.slice(start, end),
  }));
}

function firstPlace({ mentions: [first] }: Person): string {
  return first ? `${first.path}\n${String(first.start).padStart(12, '0')}` : '';
}

function isPossessive(document: Document, { end }: Span): boolean {
  return /^['’]s?/.test(document.text.slice(end, end + 2));
}
