import { collate, type Slot } from '../core/collate.js';
import { paragraphIndexAt, type Document, type Paragraph } from '../core/document.js';
import type { Place } from '../core/span.js';
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
    const partners = all.partnersOf(document.path).filter((path) => !this.corpus.isDraft(path));
    return partners
      .slice(0, MOST_PARTNERS)
      .flatMap((partner) => {
        const other = this.corpus.document(partner);
        if (!other) return [];
        return all
          .between(document.path, partner, 'sentence')
          .map((parallel) => ({ ...parallel, slots: this.#slots(parallel, document, other) }));
      })
      .sort((x, y) => x.a.start - y.a.start || (x.b.path < y.b.path ? -1 : x.b.path > y.b.path ? 1 : 0));
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
