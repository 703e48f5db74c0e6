import { collate, type Slot } from '../core/collate.js';
import { paragraphIndexAt, type Document, type Paragraph } from '../core/document.js';
import { isWebFurniture } from '../core/furniture.js';
import { sentencesOf } from '../core/sentences.js';
import { shift, type Place } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { parallels, type Parallel, type Relation } from './parallels.js';
import { wordLikeness } from './wordLikeness.js';

/** A sentence, or the clause of it that runs parallel, beside its counterpart in another document, word by word. */
export interface Collation {
  readonly a: Place;
  readonly b: Place;
  readonly relation: Relation;
  /** Chance that both say the same, 0 to 1. */
  readonly score: number;
  /** Spans relative to the starts of `a` and `b`. */
  readonly slots: readonly Slot[];
}

/** What every rule reads that holds the sources against each other. */
export interface Collations {
  /** Sentences of a document beside those of its partners, drafts left out, in the order of the document. */
  of(path: string): readonly Collation[];
}

/** Partners that are asked; the nearest come first. */
const MOST_PARTNERS = 16;
/** New paragraphs of a long text, past which it is aligned as a whole again. */
const MOST_NEW = 8;

class CollatedCorpus implements Collations {
  readonly #known = new Map<string, readonly Collation[]>();

  constructor(private readonly corpus: Corpus) {}

  of(path: string): readonly Collation[] {
    const known = this.#known.get(path);
    if (known) return known;
    const document = this.corpus.document(path);
    const found = document ? this.#collate(document) : [];
    this.#known.set(path, found);
    return found;
  }

  #collate(document: Document): Collation[] {
    const all = this.corpus.get(parallels);
    const partners = all
      .partnersOf(document.path)
      .filter((path) => !this.corpus.isDraft(path))
      .slice(0, MOST_PARTNERS);
    const found = all.isLong(document.path)
      ? this.#keptParallels(document, partners)
      : partners.flatMap((partner) => this.#between(document, partner));
    return found
      .flatMap((parallel): Collation[] => {
        const other = this.corpus.document(parallel.b.path);
        return other ? [{ ...parallel, slots: this.#slots(parallel, document, other) }] : [];
      })
      .sort((x, y) => x.a.start - y.a.start || (x.b.path < y.b.path ? -1 : x.b.path > y.b.path ? 1 : 0));
  }

  /**
   * In a long text, what runs parallel to a paragraph that did not change is kept as long as the partners are the same
   * texts: an edit costs its paragraph, not the whole.
   */
  #keptParallels(document: Document, partners: readonly string[]): Parallel[] {
    const texts = partners.map((path) => this.corpus.document(path));
    const isKept = (kept: KeptParallels | undefined) =>
      kept?.texts.length === texts.length && kept.texts.every((text, at) => text === texts[at]);
    const isNew = document.paragraphs.map((paragraph) => !isKept(parallelsOfParagraph.get(paragraph)));
    const news = isNew.filter(Boolean).length;
    if (news > MOST_NEW) {
      const all = partners.flatMap((partner) => this.#between(document, partner));
      for (const [index, paragraph] of document.paragraphs.entries()) {
        const start = document.offsets[index] ?? 0;
        const found = all.filter(({ a }) => start <= a.start && a.start < start + paragraph.text.length);
        keep(paragraph, texts, found, start);
      }
      return all;
    }
    return document.paragraphs.flatMap((paragraph, index) => {
      const start = document.offsets[index] ?? 0;
      if (isNew[index]) {
        const sentences = isWebFurniture(paragraph) ? [] : sentencesOf(paragraph);
        const found = sentences.flatMap((sentence) =>
          this.corpus.get(parallels).at(document.path, start + sentence.start),
        );
        keep(
          paragraph,
          texts,
          found.filter(({ b }) => partners.includes(b.path)),
          start,
        );
      }
      const kept = parallelsOfParagraph.get(paragraph)?.found ?? [];
      return kept.map((one) => ({ ...one, a: { ...shift(one.a, start), path: document.path } }));
    });
  }

  #between(document: Document, partner: string): readonly Parallel[] {
    return this.corpus.get(parallels).between(document.path, partner, 'sentence');
  }

  /** Kept by the paragraphs that both passages stand in, so that an edit elsewhere costs nothing. */
  #slots({ a, b }: Parallel, document: Document, other: Document): readonly Slot[] {
    const [hereA, hereB] = [paragraphAt(document, a.start), paragraphAt(other, b.start)];
    const compute = () =>
      collate(
        document.text.slice(a.start, a.end),
        other.text.slice(b.start, b.end),
        wordLikeness(this.corpus.resources),
      );
    if (!hereA || !hereB) return compute();
    let beside = slotsByParagraph.get(hereA.paragraph);
    if (!beside) slotsByParagraph.set(hereA.paragraph, (beside = new WeakMap()));
    let known = beside.get(hereB.paragraph);
    if (!known) beside.set(hereB.paragraph, (known = new Map<string, readonly Slot[]>()));
    const key = [a.start - hereA.start, a.end - hereA.start, b.start - hereB.start, b.end - hereB.start].join();
    let slots = known.get(key);
    if (!slots) known.set(key, (slots = compute()));
    return slots;
  }
}

interface KeptParallels {
  readonly texts: readonly (Document | undefined)[];
  /** With `a` relative to the paragraph. */
  readonly found: readonly Parallel[];
}

const parallelsOfParagraph = new WeakMap<Paragraph, KeptParallels>();

function keep(paragraph: Paragraph, texts: KeptParallels['texts'], found: readonly Parallel[], start: number): void {
  parallelsOfParagraph.set(paragraph, { texts, found: found.map((one) => ({ ...one, a: shift(one.a, -start) })) });
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
