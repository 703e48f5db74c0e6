import { collate, type Slot } from '../core/collate.js';
import { paragraphIndexAt, placed, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { isWebFurniture } from '../core/furniture.js';
import { sentencesOf } from '../core/sentences.js';
import type { Place, Span } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { parallels, type Parallel, type Relation } from './parallels.js';
import type { Steps } from './steps.js';
import { wordLikeness } from './wordLikeness.js';

/** A sentence, or the clause of it that runs parallel, beside its counterpart in another document, word by word. */
export interface Collation {
  /** Relative to its paragraph. */
  readonly a: Span;
  readonly b: Place;
  readonly relation: Relation;
  /** Chance that both say the same, 0 to 1. */
  readonly score: number;
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
  readonly #partners = new Map<string, readonly Document[]>();
  readonly #known = new Map<Paragraph, readonly Collation[]>();
  /** Short texts of this snapshot, which are aligned as wholes. */
  readonly #aligned = new Set<string>();

  constructor(private readonly corpus: Corpus) {}

  in(here: PlacedParagraph): readonly Collation[] {
    const known = this.#known.get(here.paragraph);
    if (known) return known;
    const { document, paragraph } = here;
    const partners = this.#partnersOf(document);
    for (const partner of this.#toAlign(document, partners)) this.#align(document, partner);
    const lacking = partners.filter((partner) => !keptFor(paragraph).has(partner));
    if (lacking.length > 0) this.#alignParagraph(here, lacking);
    const kept = keptFor(paragraph);
    for (const partner of kept.keys()) if (!partners.includes(partner)) kept.delete(partner);
    const found = partners
      .flatMap((partner) =>
        (kept.get(partner) ?? []).map((one) => ({ ...one, slots: this.#slots(one, here, partner) })),
      )
      .sort((x, y) => x.a.start - y.a.start || (x.b.path < y.b.path ? -1 : x.b.path > y.b.path ? 1 : 0));
    this.#known.set(paragraph, sameAsBefore(paragraph, found));
    return this.#known.get(paragraph) ?? found;
  }

  *prepare(document: Document): Steps<void> {
    const partners = this.#partnersOf(document);
    const wanted = this.#toAlign(document, partners);
    for (const [done, partner] of wanted.entries()) {
      this.#align(document, partner);
      yield done / wanted.length;
    }
    for (const index of document.paragraphs.keys()) {
      this.in(placed(document, index));
      yield index / document.paragraphs.length;
    }
  }

  #partnersOf({ path }: Document): readonly Document[] {
    let partners = this.#partners.get(path);
    if (!partners) {
      const near = this.corpus.get(parallels).partnersOf(path);
      const sources = near.filter((other) => !this.corpus.isDraft(other)).slice(0, MOST_PARTNERS);
      this.#partners.set(path, (partners = sources.flatMap((other) => this.corpus.document(other) ?? [])));
    }
    return partners;
  }

  /** A short text is aligned as a whole with each partner; a long one where most of it is new beside that partner. */
  #toAlign(document: Document, partners: readonly Document[]): Document[] {
    if (!this.corpus.get(parallels).isLong(document.path)) {
      if (this.#aligned.has(document.path)) return [];
      this.#aligned.add(document.path);
      return [...partners];
    }
    return partners.filter(
      (partner) => document.paragraphs.filter((paragraph) => !keptFor(paragraph).has(partner)).length > MOST_NEW,
    );
  }

  #align(document: Document, partner: Document): void {
    const found = this.corpus.get(parallels).between(document.path, partner.path, 'sentence');
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const here = placed(document, index);
      keptFor(paragraph).set(
        partner,
        startingAt(found, here).map((one) => relative(one, here)),
      );
    }
  }

  /** An edit of a long text costs its paragraph, not the whole. */
  #alignParagraph(here: PlacedParagraph, partners: readonly Document[]): void {
    const { document, paragraph, start } = here;
    const among = partners.map(({ path }) => path);
    const sentences = isWebFurniture(paragraph) ? [] : sentencesOf(paragraph);
    const found = sentences.flatMap((sentence) =>
      this.corpus.get(parallels).at(document.path, start + sentence.start, among),
    );
    for (const partner of partners) {
      const theirs = found.filter(({ b }) => b.path === partner.path);
      keptFor(paragraph).set(
        partner,
        theirs.map((one) => relative(one, here)),
      );
    }
  }

  /** Kept by the paragraphs that both passages stand in, so that an edit elsewhere costs nothing. */
  #slots({ a, b }: Found, { paragraph }: PlacedParagraph, other: Document): readonly Slot[] {
    const there = paragraphAt(other, b.start);
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
const parallelsOfParagraph = new WeakMap<Paragraph, Map<Document, readonly Found[]>>();

function keptFor(paragraph: Paragraph): Map<Document, readonly Found[]> {
  let kept = parallelsOfParagraph.get(paragraph);
  if (!kept) parallelsOfParagraph.set(paragraph, (kept = new Map<Document, readonly Found[]>()));
  return kept;
}

function startingAt(found: readonly Parallel[], { start, end }: Span): Parallel[] {
  return found.filter(({ a }) => start <= a.start && a.start < end);
}

function relative({ a, b, relation, score }: Parallel, { start }: Span): Found {
  return { a: { start: a.start - start, end: a.end - start }, b, relation, score };
}

const latest = new WeakMap<Paragraph, readonly Collation[]>();

/** The list of the snapshot before, if it is the same: what follows from it is kept by its identity. */
function sameAsBefore(paragraph: Paragraph, found: readonly Collation[]): readonly Collation[] {
  const before = latest.get(paragraph);
  const isSame = (one: Collation, other: Collation | undefined) =>
    one.slots === other?.slots && one.b.path === other.b.path && one.b.start === other.b.start;
  if (before?.length === found.length && found.every((one, at) => isSame(one, before[at]))) return before;
  latest.set(paragraph, found);
  return found;
}

const slotsByParagraph = new WeakMap<Paragraph, WeakMap<Paragraph, Map<string, readonly Slot[]>>>();

function paragraphAt(document: Document, offset: number): { paragraph: Paragraph; start: number } | undefined {
  const index = paragraphIndexAt(document, offset);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  return paragraph && { paragraph, start: document.offsets[index ?? 0] ?? 0 };
}

export const collations: Derivation<Collations> = {
  name: 'collations',
  derive: (corpus) => new CollatedCorpus(corpus),
};
