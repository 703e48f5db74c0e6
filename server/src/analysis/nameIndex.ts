import type { Document, Paragraph } from '../core/document.js';
import type { NameCandidates } from '../core/nameCandidates.js';
import type { NameKinds } from '../core/nameKind.js';
import { NameReader } from '../core/nameReader.js';
import { NameTable } from '../core/nameTable.js';
import type { Corpus } from './corpus.js';
import type { DeclaredPeople } from './declaredPeople.js';
import { MentionFinder, MENTION, type RawMentions, type ReadDocument } from './mentions.js';
import { NameMemory, type NameClaims } from './nameMemory.js';
import { NameUses } from './nameUses.js';
import { OwnerFinder, type Owners } from './owners.js';
import { numbersIn, wordsIn, type Packed } from './packed.js';
import { each, eachInSteps, type Steps } from './steps.js';

/** The mentions of people in one document, and whose they are. */
export interface NamedDocument extends ReadDocument {
  readonly claims: NameClaims;
  readonly mentions: RawMentions;
  readonly owners: Owners;
}

/**
 * All names of a corpus, kept from one snapshot to the next. What a document says of a name depends on how the whole
 * corpus uses its words (`NameUses`), on what other documents make of them (`NameMemory`), and on who else bears it
 * (`OwnerFinder`). Each of the three tells what a change altered, and only documents that hold that are looked at again;
 * so the result is the same as if all were read from the beginning.
 */
export class NameIndex {
  readonly #uses: NameUses;
  readonly #memory: NameMemory;
  readonly #finder: MentionFinder;
  readonly #owners: OwnerFinder;

  constructor(
    private readonly reader: NameReader,
    declared: DeclaredPeople,
    packed?: Packed,
  ) {
    this.#uses = new NameUses(reader, packed);
    this.#memory = new NameMemory(reader.table, true, packed);
    this.#finder = new MentionFinder(reader, this.#uses, this.#memory, declared);
    this.#owners = new OwnerFinder(reader.table, reader.kinds, declared, packed);
  }

  /** What `save` packed. Its names have a table of their own: those of another corpus may have other numbers. */
  static *restored(packed: Packed, kinds: NameKinds, declared: DeclaredPeople): Steps<NameIndex> {
    const table = NameTable.of(wordsIn(packed, 'names'), numbersIn(packed, 'parts'));
    yield 0;
    const index = new NameIndex(new NameReader(kinds, table), declared, packed);
    yield* index.#owners.restore(packed);
    return index;
  }

  *save(): Steps<Packed> {
    const { table } = this.reader;
    yield 1;
    return {
      names: [...table.texts],
      parts: table.parts(),
      ...this.#uses.save(),
      ...this.#memory.save(),
      ...(yield* this.#owners.save()),
    };
  }

  /** Text of a folded name. */
  text(name: number): string {
    return this.#owners.folded.text(name);
  }

  /** @returns the documents of `corpus`; `before` are those of the snapshot that this index was last updated to. */
  *update(
    corpus: Corpus,
    earlier: Corpus | undefined,
    before: ReadonlyMap<string, NamedDocument>,
  ): Steps<Map<string, NamedDocument>> {
    const changed = new Set(earlier ? corpus.changedSince(earlier) : corpus.documents.keys());
    const read = new Map<string, ReadDocument>();
    const { documents } = corpus;
    const readOne = (path: string, document: Document) => {
      const known = changed.has(path) ? undefined : before.get(path);
      if (known) read.set(path, known);
      return known ? NO_STEPS : this.#readInto(read, document, before.get(path)?.document);
    };
    yield* eachInSteps(documents, documents.size, ([path, document]) => readOne(path, document), [0, 0.6]);
    for (const [path, { document }] of before) if (!read.has(path)) yield* this.#uses.replace(document, undefined);
    const claims = yield* this.#updateClaims(read, before);
    return yield* this.#updateOwners(yield* this.#updateMentions(read, before, claims), before);
  }

  *#readInto(read: Map<string, ReadDocument>, document: Document, before: Document | undefined): Steps<void> {
    yield* this.#uses.replace(before, document);
    const { path, paragraphs } = document;
    const candidates: NameCandidates[] = [];
    const readOne = (paragraph: Paragraph) => candidates.push(this.reader.candidatesOf(paragraph));
    yield* each(paragraphs, paragraphs.length, readOne);
    read.set(path, { document, candidates });
  }

  /** Claims of all documents. */
  *#updateClaims(
    read: ReadonlyMap<string, ReadDocument>,
    before: ReadonlyMap<string, NamedDocument>,
  ): Steps<Map<string, NameClaims>> {
    const words = yield* this.#uses.update();
    const claims = new Map<string, NameClaims>();
    const finder = this.#finder;
    const claim = (path: string, one: ReadDocument) => {
      const old = before.get(path);
      if (one !== old || !(words.isEmpty || !finder.holdsAny(one, words))) return this.#claim(claims, one, old?.claims);
      claims.set(path, old.claims);
      return NO_STEPS;
    };
    yield* eachInSteps(read, read.size, ([path, one]) => claim(path, one), [0.6, 0.7]);
    for (const [path, old] of before) if (!read.has(path)) this.#memory.replace(old.claims, NOTHING);
    return claims;
  }

  *#claim(claims: Map<string, NameClaims>, read: ReadDocument, before: NameClaims = NOTHING): Steps<void> {
    const now = yield* this.#finder.claimsOf(read);
    claims.set(read.document.path, now);
    this.#memory.replace(before, now);
  }

  /** All documents, those of before where their mentions are the same. */
  *#updateMentions(
    read: ReadonlyMap<string, ReadDocument>,
    before: ReadonlyMap<string, NamedDocument>,
    claims: ReadonlyMap<string, NameClaims>,
  ): Steps<Map<string, Found>> {
    const names = yield* this.#memory.update();
    const found = new Map<string, Found>();
    const find = (path: string, one: ReadDocument) => {
      const old = before.get(path);
      const own = claims.get(path) ?? NOTHING;
      if (one !== old || own !== old.claims || !(names.isEmpty || !this.#finder.holdsAny(one, names))) {
        return this.#find(found, one, own);
      }
      found.set(path, old);
      return NO_STEPS;
    };
    yield* eachInSteps(read, read.size, ([path, one]) => find(path, one), [0.7, 0.8]);
    return found;
  }

  *#find(found: Map<string, Found>, read: ReadDocument, claims: NameClaims): Steps<void> {
    const mentions = yield* this.#finder.mentionsOf(read, claims);
    found.set(read.document.path, { document: read.document, candidates: read.candidates, claims, mentions });
  }

  *#updateOwners(
    found: ReadonlyMap<string, Found>,
    before: ReadonlyMap<string, NamedDocument>,
  ): Steps<Map<string, NamedDocument>> {
    const owners = this.#owners;
    const names = new Map<string, Int32Array>();
    // A document that names the same people in the same order takes nothing from the counts and adds nothing.
    const isSame = new Set<string>();
    const count = ([path, one]: [string, Found]) => {
      const old = before.get(path);
      if (old && areSameNames(one.mentions, old.mentions)) {
        names.set(path, old.owners.names);
        isSame.add(path);
      } else {
        const folded = owners.fold(one.mentions);
        names.set(path, folded);
        owners.recount(old?.mentions ?? NOTHING, old?.owners.names ?? NOTHING, one.mentions, folded);
      }
    };
    yield* each(found, found.size, count, [0.8, 0.9]);
    for (const [path, old] of before) {
      if (!found.has(path)) owners.recount(old.mentions, old.owners.names, NOTHING, NOTHING);
    }
    const changed = yield* owners.update();
    const documents = new Map<string, NamedDocument>();
    const own = ([path, one]: [string, Found]) => {
      const old = before.get(path);
      const folded = names.get(path) ?? NOTHING;
      if (old && isSame.has(path) && (changed.isEmpty || !owners.holdsAny(folded, changed))) {
        documents.set(path, one === old ? old : { ...one, owners: old.owners });
      } else documents.set(path, { ...one, owners: owners.ownersOf(one.mentions, folded) });
    };
    yield* each(found, found.size, own, [0.9, 1]);
    return documents;
  }
}

type Found = Omit<NamedDocument, 'owners'>;

const NOTHING = new Int32Array(0);
const NO_STEPS: Iterable<number> = [];

/** The same names with the same titles; they may stand elsewhere. */
function areSameNames(a: RawMentions, b: RawMentions): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += MENTION) if (a[at + 2] !== b[at + 2] || a[at + 3] !== b[at + 3]) return false;
  return true;
}
