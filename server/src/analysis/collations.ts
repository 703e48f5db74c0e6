import { collate, type Slot } from '../core/collate.js';
import { placed, placedAt, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import type { Place, Span } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { parallels, type Parallel, type Relation } from './parallels.js';
import { finish, type Steps } from './steps.js';
import { wordLikeness } from './wordLikeness.js';

/** A sentence, or the clause of it that runs parallel, beside its counterpart in another document, word by word. */
export interface Collation {
  /** Relative to its paragraph. */
  readonly a: Span;
  readonly b: Place;
  readonly relation: Relation;
  /** Chance that both say the same, 0 to 1. */
  readonly score: number;
  /** The documents hardly tell one story; only these two sentences are nearly surely the same. */
  readonly isLone?: true;
  /** Spans relative to the starts of `a` and `b`. */
  readonly slots: readonly Slot[];
}

/** What every rule reads that holds the sources against each other. */
export interface Collations {
  /** Sentences of a paragraph beside those of its document’s partners, drafts left out, in order; kept while both live. */
  in(here: PlacedParagraph): readonly Collation[];
  /** Aligns a document with its partners in steps, so that `in` has it at hand. */
  prepare(document: Document): Steps<void>;
}

/** Partners that are asked; the nearest come first. */
const MOST_PARTNERS = 16;
/** New paragraphs of a long text, past which it is aligned as a whole again. */
const MOST_NEW = 8;

type Found = Omit<Collation, 'slots'>;

class CollatedCorpus implements Collations {
  /** Of each document asked for; the same list as long as it holds the same texts. */
  readonly #partners = new Map<string, readonly Document[]>();
  readonly #known = new Map<Paragraph, readonly Collation[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly earlier: ReadonlyMap<string, readonly Document[]>,
  ) {}

  get partners(): ReadonlyMap<string, readonly Document[]> {
    return new Map([...this.earlier, ...this.#partners]);
  }

  in(here: PlacedParagraph): readonly Collation[] {
    const { document, paragraph } = here;
    const known = this.#known.get(paragraph);
    if (known) return known;
    const partners = this.#partners.get(document.path) ?? finish(this.#align(document));
    let found = collatedBefore(paragraph, partners);
    if (!found || !this.#isLong(document)) {
      found = sameAsBefore(paragraph, partners, this.#collate(here, partners));
    }
    this.#known.set(paragraph, found);
    return found;
  }

  *prepare(document: Document): Steps<void> {
    yield* this.corpus.get(parallels).prepare(document.path);
    const before = this.#partners.get(document.path);
    if ((yield* this.#align(document)) !== before) for (const one of document.paragraphs) this.#known.delete(one);
    for (const index of document.paragraphs.keys()) {
      this.in(placed(document, index));
      yield index / document.paragraphs.length;
    }
  }

  /**
   * Aligns a short text as a whole with each partner; a long one where most of it is new beside that partner. Returns the
   * partners.
   */
  *#align(document: Document): Steps<readonly Document[]> {
    const { path, paragraphs } = document;
    const near = this.corpus.get(parallels).partnersOf(path);
    const sources = near.filter((other) => !this.corpus.isDraft(other)).slice(0, MOST_PARTNERS);
    const now = sources.flatMap((other) => this.corpus.document(other) ?? []);
    const before = this.#partners.get(path) ?? this.earlier.get(path);
    const partners = before && haveSameItems(before, now) ? before : now;
    const isNew = (partner: Document) => paragraphs.filter((one) => !keptFor(one).has(partner)).length > MOST_NEW;
    for (const [done, partner] of partners.entries()) {
      if (this.#isLong(document) && !isNew(partner)) continue;
      yield* this.#alignWith(document, partner);
      yield done / partners.length;
    }
    this.#partners.set(path, partners);
    return partners;
  }

  *#alignWith(document: Document, partner: Document): Steps<void> {
    const found = yield* this.corpus.get(parallels).betweenInSteps(document.path, partner.path, 'sentence');
    let next = 0;
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const here = placed(document, index);
      const inside: Found[] = [];
      for (let one = found[next]; one && one.a.start < here.end; one = found[++next]) inside.push(relative(one, here));
      keptFor(paragraph).set(partner, inside);
    }
  }

  #collate(here: PlacedParagraph, partners: readonly Document[]): Collation[] {
    const kept = keptFor(here.paragraph);
    const lacking = partners.filter((partner) => !kept.has(partner));
    if (lacking.length > 0) this.#alignParagraph(here, lacking);
    for (const partner of kept.keys()) if (!partners.includes(partner)) kept.delete(partner);
    return partners
      .flatMap((partner) =>
        (kept.get(partner) ?? []).map((one) => {
          return { ...one, slots: this.#slots(one, here, partner) };
        }),
      )
      .sort((x, y) => x.a.start - y.a.start || (x.b.path < y.b.path ? -1 : x.b.path > y.b.path ? 1 : 0));
  }

  /** An edit of a long text costs its paragraph, not the whole. */
  #alignParagraph(here: PlacedParagraph, partners: readonly Document[]): void {
    const found = this.corpus.get(parallels).ofParagraph(
      here,
      partners.map(({ path }) => path),
    );
    for (const partner of partners) {
      const theirs = found.get(partner.path);
      if (!theirs) finish(this.#alignWith(here.document, partner));
      else {
        keptFor(here.paragraph).set(
          partner,
          theirs.map((one) => relative(one, here)),
        );
      }
    }
  }

  #isLong({ path }: Document): boolean {
    return this.corpus.get(parallels).isLong(path);
  }

  /** Kept by the paragraphs that both passages stand in, so that an edit elsewhere costs nothing. */
  #slots({ a, b }: Found, { paragraph }: PlacedParagraph, other: Document): readonly Slot[] {
    const there = placedAt(other, b.start);
    const compute = () =>
      collate(
        paragraph.text.slice(a.start, a.end),
        other.text.slice(b.start, b.end),
        wordLikeness(this.corpus.resources),
      );
    if (!there) return compute();
    let beside = slotsByParagraph.get(paragraph);
    if (!beside) slotsByParagraph.set(paragraph, (beside = new WeakMap()));
    let known = beside.get(there.paragraph);
    if (!known) beside.set(there.paragraph, (known = new Map<string, readonly Slot[]>()));
    const key = [a.start, a.end, b.start - there.start, b.end - there.start].join();
    let slots = known.get(key);
    if (!slots) known.set(key, (slots = compute()));
    return slots;
  }
}

/** What runs parallel to a paragraph, by the other text. */
const parallelsOfParagraph = new Facts<Paragraph, Map<Document, readonly Found[]>>();

function keptFor(paragraph: Paragraph): Map<Document, readonly Found[]> {
  let kept = parallelsOfParagraph.get(paragraph);
  if (!kept) parallelsOfParagraph.set(paragraph, (kept = new Map<Document, readonly Found[]>()));
  return kept;
}

function relative(one: Parallel, { start }: Span): Found {
  return { ...one, a: { start: one.a.start - start, end: one.a.end - start } };
}

const latest = new Facts<Paragraph, { readonly partners: readonly Document[]; readonly found: readonly Collation[] }>();

function collatedBefore(paragraph: Paragraph, partners: readonly Document[]): readonly Collation[] | undefined {
  const before = latest.get(paragraph);
  return before?.partners === partners ? before.found : undefined;
}

/** The list of the snapshot before, if it is the same: what follows from it is kept by its identity. */
function sameAsBefore(
  paragraph: Paragraph,
  partners: readonly Document[],
  found: readonly Collation[],
): readonly Collation[] {
  const before = latest.get(paragraph)?.found;
  const isSameCollation = (one: Collation, other: Collation | undefined) =>
    one.slots === other?.slots && one.b.path === other.b.path && one.b.start === other.b.start;
  const isKept = before?.length === found.length && found.every((one, at) => isSameCollation(one, before[at]));
  const result = isKept ? before : found;
  latest.set(paragraph, { partners, found: result });
  return result;
}

const slotsByParagraph = new Facts<Paragraph, WeakMap<Paragraph, Map<string, readonly Slot[]>>>();

export const collations: Derivation<Collations> = {
  name: 'collations',
  derive(corpus, previous) {
    const earlier = previous?.value instanceof CollatedCorpus ? previous.value.partners : undefined;
    return new CollatedCorpus(corpus, earlier ?? new Map<string, readonly Document[]>());
  },
};
