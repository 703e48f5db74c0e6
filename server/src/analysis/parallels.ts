import { paragraphIndexAt, type Document } from '../core/document.js';
import type { Place } from '../core/span.js';
import { align, isInside, type Alignment, type Link } from './alignment.js';
import type { Corpus, Derivation } from './corpus.js';
import { localWeights } from './localWeights.js';
import { PassageIndex, type Neighbour } from './passageIndex.js';
import type { Passage } from './passages.js';
import { relationOf, type Relation } from './relation.js';
import type { Resources } from './resources.js';
import { Stems } from './stems.js';
import { compare } from './similarity.js';
import { weigh } from './weighed.js';
import { sliceOf, unitAt, unitInParagraph, unitsOf, unitsOfParagraph, type Units } from './units.js';

export type { Relation };

/** Two passages that say the same. */
export interface Parallel {
  readonly a: Place;
  readonly b: Place;
  readonly relation: Relation;
  /** 0 to 1. */
  readonly score: number;
}

export type Level = 'sentence' | 'passage';

export interface Parallels {
  /** Documents that share passages with this one, the nearest first. */
  partnersOf(path: string): readonly string[];
  /**
   * Parallels of two documents, `a` in the first and `b` in the second, in the order of `a`; aligned when asked for.
   * `passage`: maximal passages. `sentence`: pairs of sentences, also such as stand alone in two retellings.
   */
  between(a: string, b: string, level: Level): readonly Parallel[];
  /** The best counterpart of the sentence at `offset` in each other document, best first; `a` is the place asked for. */
  at(path: string, offset: number): readonly Parallel[];
}

/** Documents whose sentences count for the local weights, beside the two that are aligned. */
const NEIGHBOURS = 16;
/** Share of their sentences that have some likeness on the other side, from which on two documents tell one story. */
const STORY_COVERAGE = 0.12;

/** Pairs of sentences beyond which two texts are compared by windows only, where one sentence is asked for. */
const MOST_CELLS = 12_000;
/** Sentences before and after the one asked for. */
const WINDOW = 20;
const WINDOW_SCORE = 0.3;
/** Most alignments that are kept; the oldest go first. */
const MOST_KEPT = 20_000;

interface Kept {
  readonly alignment: Alignment;
  /** What the weights were taken from; the alignment holds as long as all of it is the same. */
  readonly neighbourhood: readonly Units[];
}

/** Aligns pairs of documents when they are asked for. The index and what is aligned go on from snapshot to snapshot. */
class AlignedCorpus implements Parallels {
  readonly #near = new Map<string, readonly Neighbour[]>();
  readonly #retold = new Map<string, readonly string[]>();

  constructor(
    private readonly corpus: Corpus,
    readonly index: PassageIndex,
    private readonly stems: Stems,
    readonly kept: Map<string, Kept>,
  ) {}

  partnersOf(path: string): readonly string[] {
    return this.#nearest(path).map((neighbour) => neighbour.path);
  }

  between(a: string, b: string, level: Level): readonly Parallel[] {
    const pair = this.#pair(a, b);
    if (!pair) return [];
    const { alignment, isSwapped } = pair;
    const found = level === 'passage' ? this.#passages(alignment) : this.#sentences(alignment);
    const oriented = isSwapped ? found.map((one) => ({ ...one, a: one.b, b: one.a })) : found;
    return oriented.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start || x.a.end - y.a.end);
  }

  at(path: string, offset: number): readonly Parallel[] {
    const document = this.corpus.document(path);
    if (!document) return [];
    const units = unitsOf(document, this.stems);
    const unit = unitAt(units, offset);
    if (unit < 0) return [];
    const found = this.#worthAsking(path, document, offset).flatMap((other): Parallel[] => {
      const all = this.#isLarge(units, other)
        ? this.#around(units, unit, other)
        : this.between(path, other, 'sentence');
      const here = all.filter(({ a }) => a.start <= offset && offset <= a.end);
      const best = here.reduce<Parallel | undefined>((x, y) => (x && x.score >= y.score ? x : y), undefined);
      return best ? [best] : [];
    });
    return found.sort((x, y) => y.score - x.score || (x.b.path < y.b.path ? -1 : 1));
  }

  /** The documents nearest to this one, and those nearest to the very sentence. */
  #worthAsking(path: string, document: Document, offset: number): string[] {
    const index = paragraphIndexAt(document, offset);
    const paragraph = index === undefined ? undefined : document.paragraphs[index];
    const here = offset - (document.offsets[index ?? 0] ?? 0);
    const unit = paragraph ? unitInParagraph(unitsOfParagraph(paragraph, this.stems), here) : -1;
    const alike = paragraph && unit >= 0 ? this.index.nearUnit(path, paragraph, unit).slice(0, NEIGHBOURS) : [];
    const nearest = this.#nearest(path).slice(0, NEIGHBOURS);
    return [...new Set([...alike, ...nearest.map((neighbour) => neighbour.path)])].sort();
  }

  #isLarge(units: Units, other: string): boolean {
    return units.count * this.#units(other).count > MOST_CELLS;
  }

  /** Long texts are not aligned as wholes for one sentence: a window around it with windows around what it resembles. */
  #around(units: Units, unit: number, other: string): Parallel[] {
    const there = this.#units(other);
    const weightOf = localWeights([units, there], this.stems);
    const row = weigh(sliceOf(units, unit, unit + 1), weightOf, this.stems);
    const alike = compare(row, weigh(there, weightOf, this.stems), this.stems).sort(
      (x, y) => y.score - x.score || x.b - y.b,
    );
    const [best] = alike;
    if (!best || best.score < WINDOW_SCORE) return [];
    const window = sliceOf(units, unit - WINDOW, unit + WINDOW + 1);
    const opposite = sliceOf(there, best.b - WINDOW, best.b + WINDOW + 1);
    const alignment = align(window, opposite, weightOf, this.stems);
    const isShown = (link: Link) =>
      alignment.isRetelling || alignment.passages.some((passage) => isInside(link, passage, window, opposite));
    return alignment.links
      .filter(isShown)
      .map((link) => this.#parallel(alignment, unitSpans(alignment, link), link.score));
  }

  #nearest(path: string): readonly Neighbour[] {
    const known = this.#near.get(path);
    if (known) return known;
    const document = this.corpus.document(path);
    const near = document ? this.index.near(path, document) : [];
    this.#near.set(path, near);
    return near;
  }

  /** Documents that, by their coverage alone, tell the same story. */
  #mates(path: string): string[] {
    return this.#nearest(path)
      .filter(({ coverage }) => coverage >= STORY_COVERAGE)
      .slice(0, NEIGHBOURS)
      .map((neighbour) => neighbour.path);
  }

  /** The alignment of two documents in a fixed order, which follows from their texts and not from their names. */
  #pair(a: string, b: string): { alignment: Alignment; isSwapped: boolean } | undefined {
    const [first, second] = [this.corpus.document(a), this.corpus.document(b)];
    if (!first || !second || first === second) return undefined;
    const isSwapped = isAfter(first, second);
    const [x, y] = isSwapped ? [second, first] : [first, second];
    return { alignment: this.#alignment(x, y), isSwapped };
  }

  #alignment(a: Document, b: Document): Alignment {
    const key = `${a.path}\n${b.path}`;
    const neighbourhood = this.#neighbourhood(a.path, b.path).map((path) => this.#units(path));
    const known = this.kept.get(key);
    if (known && isSame(known.neighbourhood, neighbourhood)) return known.alignment;
    const weightOf = localWeights(neighbourhood, this.stems);
    const alignment = align(unitsOf(a, this.stems), unitsOf(b, this.stems), weightOf, this.stems);
    this.kept.delete(key);
    this.kept.set(key, { alignment, neighbourhood });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return alignment;
  }

  #neighbourhood(a: string, b: string): string[] {
    return [...new Set([a, b, ...this.#mates(a), ...this.#mates(b)])].sort();
  }

  #units(path: string): Units {
    const document = this.corpus.document(path);
    if (!document) throw new Error(`${path} is not in the corpus`);
    return unitsOf(document, this.stems);
  }

  /** Whether two documents tell one story: they retell each other, or both a third that is near to both. */
  #areOneStory(alignment: Alignment): boolean {
    if (alignment.isRetelling) return true;
    const [a, b] = [alignment.a.document.path, alignment.b.document.path];
    const retoldByB = new Set(this.#retellings(b));
    return this.#retellings(a).some((third) => retoldByB.has(third));
  }

  /** Of the documents near to one, those that retell it. */
  #retellings(path: string): readonly string[] {
    let found = this.#retold.get(path);
    if (!found) {
      found = this.#mates(path).filter((other) => this.#pair(path, other)?.alignment.isRetelling);
      this.#retold.set(path, found);
    }
    return found;
  }

  #sentences(alignment: Alignment): Parallel[] {
    const { links, passages } = alignment;
    const inPassage = (link: Link) => passages.some((passage) => isInside(link, passage, alignment.a, alignment.b));
    const shown = links.filter((link) => inPassage(link));
    const rest =
      links.length > shown.length && this.#areOneStory(alignment) ? links.filter((link) => !inPassage(link)) : [];
    return [...shown, ...rest].map((link) => this.#parallel(alignment, unitSpans(alignment, link), link.score));
  }

  #passages(alignment: Alignment): Parallel[] {
    return alignment.passages.map((passage) => this.#parallel(alignment, passage, passage.cosine));
  }

  #parallel({ a, b }: Alignment, spans: Spans, score: number): Parallel {
    const placeA = { path: a.document.path, start: spans.aStart, end: spans.aEnd };
    const placeB = { path: b.document.path, start: spans.bStart, end: spans.bEnd };
    return {
      a: placeA,
      b: placeB,
      relation: relationOf(a.document.text, placeA, b.document.text, placeB),
      score: Math.min(1, score),
    };
  }
}

type Spans = Pick<Passage, 'aStart' | 'aEnd' | 'bStart' | 'bEnd'>;

function unitSpans({ a, b }: Alignment, link: Link): Spans {
  return {
    aStart: a.starts[link.a] ?? 0,
    aEnd: a.ends[link.a] ?? 0,
    bStart: b.starts[link.b] ?? 0,
    bEnd: b.ends[link.b] ?? 0,
  };
}

function isAfter(a: Document, b: Document): boolean {
  if (a.text.length !== b.text.length) return a.text.length > b.text.length;
  return a.text === b.text ? a.path > b.path : a.text > b.text;
}

const stemsOf = new WeakMap<Resources, Stems>();

export const parallels: Derivation<Parallels> = {
  name: 'parallels',
  derive(corpus, previous) {
    let stems = stemsOf.get(corpus.resources);
    if (!stems) stemsOf.set(corpus.resources, (stems = new Stems(corpus.resources.wordVectors)));
    const earlier = previous?.value instanceof AlignedCorpus ? previous.value : undefined;
    const index = earlier?.index ?? new PassageIndex(stems);
    const before = earlier ? previous?.corpus : undefined;
    for (const path of before ? corpus.changedSince(before) : corpus.documents.keys()) {
      index.replace(path, before?.document(path), corpus.document(path));
    }
    return new AlignedCorpus(corpus, index, stems, earlier?.kept ?? new Map<string, Kept>());
  },
};

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
