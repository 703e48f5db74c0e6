import type { Document, Paragraph } from '../core/document.js';
import type { NameCandidates } from '../core/nameCandidates.js';
import type { NameKinds } from '../core/nameKind.js';
import type { NameMarks } from '../core/nameMarks.js';
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

  /**
   * @returns the documents of `corpus`; `before` are those of the snapshot `earlier`, which this index was last updated to.
   */
  *update(
    corpus: Corpus,
    earlier: Corpus | undefined,
    before: ReadonlyMap<string, NamedDocument>,
  ): Steps<Map<string, NamedDocument>> {
    const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
    const read = new Map<string, ReadDocument>();
    const readOne = (path: string) => {
      const document = corpus.document(path);
      const old = before.get(path)?.document;
      return document ? this.#readInto(read, document, old) : this.#uses.replace(old, undefined);
    };
    yield* eachInSteps(changed, changed.length, readOne, [0, 0.6]);
    const gone = changed.filter((path) => before.has(path) && !read.has(path));
    const unread = new Unread(before, changed);
    const claimed = yield* this.#updateClaims(read, unread, before, gone);
    const found = yield* this.#updateMentions(claimed, unread);
    const owned = yield* this.#updateOwners(found, unread, before, gone);
    return inOrder(corpus, before, owned, gone);
  }

  *#readInto(read: Map<string, ReadDocument>, document: Document, before: Document | undefined): Steps<void> {
    yield* this.#uses.replace(before, document);
    const { path, paragraphs } = document;
    const candidates: NameCandidates[] = [];
    const readOne = (paragraph: Paragraph) => candidates.push(this.reader.candidatesOf(paragraph));
    yield* each(paragraphs, paragraphs.length, readOne);
    read.set(path, { document, candidates });
  }

  /** Those whose claims are new: what was read, and what words are in that weigh something else now. */
  *#updateClaims(
    read: ReadonlyMap<string, ReadDocument>,
    unread: Unread,
    before: ReadonlyMap<string, NamedDocument>,
    gone: readonly string[],
  ): Steps<Map<string, Claimed>> {
    const words = yield* this.#uses.update();
    const again = yield* unread.take(words, (one) => this.#finder.holdsAny(one, words));
    const claimed = new Map<string, Claimed>();
    const claim = ([path, one]: [string, ReadDocument]) => this.#claim(claimed, one, before.get(path)?.claims);
    yield* eachInSteps([...read, ...again], read.size + again.length, claim, [0.6, 0.7]);
    for (const path of gone) this.#memory.replace(before.get(path)?.claims ?? NOTHING, NOTHING);
    return claimed;
  }

  *#claim(claimed: Map<string, Claimed>, read: ReadDocument, before: NameClaims = NOTHING): Steps<void> {
    const claims = yield* this.#finder.claimsOf(read);
    claimed.set(read.document.path, { ...read, claims });
    this.#memory.replace(before, claims);
  }

  /** Those whose mentions may be others: with new claims, or of which other documents say something else now. */
  *#updateMentions(claimed: ReadonlyMap<string, Claimed>, unread: Unread): Steps<Map<string, Found>> {
    const names = yield* this.#memory.update();
    const again = yield* unread.take(names, (one) => this.#finder.holdsAny(one, names));
    const found = new Map<string, Found>();
    const find = ([, one]: [string, Claimed]) => this.#find(found, one);
    yield* eachInSteps([...claimed, ...again], claimed.size + again.length, find, [0.7, 0.8]);
    return found;
  }

  *#find(found: Map<string, Found>, { document, candidates, claims }: Claimed): Steps<void> {
    const mentions = yield* this.#finder.mentionsOf({ document, candidates }, claims);
    found.set(document.path, { document, candidates, claims, mentions });
  }

  /** Those whose mentions were found again, or in which a name may mean somebody else now. */
  *#updateOwners(
    found: ReadonlyMap<string, Found>,
    unread: Unread,
    before: ReadonlyMap<string, NamedDocument>,
    gone: readonly string[],
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
    for (const path of gone) {
      const old = before.get(path);
      if (old) owners.recount(old.mentions, old.owners.names, NOTHING, NOTHING);
    }
    const changed = yield* owners.update();
    const again = yield* unread.take(changed, (one) => owners.holdsAny(one.owners.names, changed));
    const owned = new Map<string, NamedDocument>();
    const own = ([path, one]: [string, Found | NamedDocument]) => {
      const old = before.get(path);
      const folded = names.get(path) ?? old?.owners.names ?? NOTHING;
      const isAsBefore = old && isSame.has(path) && !owners.holdsAny(folded, changed);
      owned.set(path, { ...one, owners: isAsBefore ? old.owners : owners.ownersOf(one.mentions, folded) });
    };
    yield* each([...found, ...again], found.size + again.length, own, [0.9, 1]);
    return owned;
  }
}

/** Documents of which nothing was found that makes them be looked at again. */
class Unread {
  readonly #taken: Set<string>;

  constructor(
    private readonly before: ReadonlyMap<string, NamedDocument>,
    changed: readonly string[],
  ) {
    this.#taken = new Set(changed);
  }

  /** Takes those out that hold one of the marks. */
  *take(marks: NameMarks, holdsAny: (one: NamedDocument) => boolean): Steps<[string, NamedDocument][]> {
    const held: [string, NamedDocument][] = [];
    if (marks.isEmpty) return held;
    let looked = 0;
    for (const entry of this.before) {
      if (!this.#taken.has(entry[0]) && holdsAny(entry[1])) held.push(entry);
      if (++looked % LOOKED_AT_ONCE === 0) yield 0.6;
    }
    for (const [path] of held) this.#taken.add(path);
    return held;
  }
}

/** `before` with those of `owned` in their places; put in order anew only where documents came or went. */
function inOrder(
  { documents }: Corpus,
  before: ReadonlyMap<string, NamedDocument>,
  owned: ReadonlyMap<string, NamedDocument>,
  gone: readonly string[],
): Map<string, NamedDocument> {
  const all = new Map(before);
  for (const [path, one] of owned) all.set(path, one);
  if (gone.length === 0 && all.size === before.size) return all;
  const ordered = new Map<string, NamedDocument>();
  for (const path of documents.keys()) {
    const one = all.get(path);
    if (one) ordered.set(path, one);
  }
  return ordered;
}

/** Texts of which each is asked for a few marks in a microsecond or two. */
const LOOKED_AT_ONCE = 100;

type Claimed = ReadDocument & Pick<NamedDocument, 'claims'>;
type Found = Omit<NamedDocument, 'owners'>;

const NOTHING = new Int32Array(0);

/** The same names with the same titles; they may stand elsewhere. */
function areSameNames(a: RawMentions, b: RawMentions): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += MENTION) if (a[at + 2] !== b[at + 2] || a[at + 3] !== b[at + 3]) return false;
  return true;
}
