import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import type { Corpus } from './corpus.js';
import { localWeights } from './localWeights.js';
import type { Neighbour, PassageIndex, Touched } from './passageIndex.js';
import type { Stems } from './stems.js';
import { finish, type Steps } from './steps.js';
import { mostUnits, unitCount, unitsInSteps, unitsOf, unitsOfParagraphs, type Units } from './units.js';
import { weighInSteps, type Weighed } from './weighed.js';

/** Share of their sentences that have some likeness on the other side, from which on two documents may tell one story. */
const STORY_COVERAGE = 0.2;
/** The same for one of them, where the other may make up for it. */
const LEAST_COVERAGE = 0.15;
/** Documents of one story whose sentences count for the weights. */
const MOST_MATES = 16;
/** Units of a long text, about fifty kilobytes. */
const LONG = 400;
/** Share of the paragraphs of a long text that may change before its neighbours are looked for at once; see `renew`. */
const MOST_CHANGED = 0.1;
/** Units of weighed documents that are kept, at half a kilobyte; those of the ones made longest ago go first. */
const MOST_UNITS_KEPT = 120_000;

interface Kept {
  readonly weighed: Weighed;
  /** Of a long text, whose paragraphs are weighed anew one at a time. */
  readonly weightOf: ((stem: number) => number) | undefined;
  /** What the weights were taken from; they hold as long as all of it is the same. */
  readonly neighbourhood: readonly Units[];
}

const areLong = new Facts<Document, boolean>();

/**
 * The documents that lie near to each, and each document weighed among those that tell its story. What else lies in the
 * folder has no part in it, so that the same story reads the same in a large corpus.
 */
export class Neighbourhoods {
  readonly #near: Map<string, readonly Neighbour[]>;
  /** The text for which they were found. */
  readonly #nearOf: Map<string, Document>;
  readonly #weighed = new Map<string, Weighed>();
  readonly #kept: Map<string, Kept>;
  /** Shared with the snapshots before, as `#kept` is. */
  readonly #unitsKept: { of: number };

  constructor(
    private readonly corpus: Corpus,
    private readonly index: PassageIndex,
    private readonly stems: Stems,
    earlier: Neighbourhoods | undefined,
    touched: Touched,
  ) {
    this.#kept = earlier ? earlier.#kept : new Map<string, Kept>();
    this.#unitsKept = earlier ? earlier.#unitsKept : { of: 0 };
    this.#near = earlier && !touched.all ? earlier.#near : new Map<string, readonly Neighbour[]>();
    this.#nearOf = earlier && !touched.all ? earlier.#nearOf : new Map<string, Document>();
    for (const path of touched.paths) if (!this.#isNearlyTheSame(path)) this.#near.delete(path);
  }

  /** A few words more or less in a long text do not change which texts lie near to it. */
  #isNearlyTheSame(path: string): boolean {
    const [before, document] = [this.#nearOf.get(path), this.corpus.document(path)];
    if (!before || !document || !this.isLong(path)) return false;
    const known = new Set(before.paragraphs);
    const changed = document.paragraphs.filter((paragraph) => !known.has(paragraph)).length;
    return changed + Math.abs(before.paragraphs.length - document.paragraphs.length) <= MOST_CHANGED * known.size;
  }

  /** Documents that may share passages with `path`, the nearest first. */
  near(path: string): readonly Neighbour[] {
    const known = this.#near.get(path);
    if (known) return known;
    const document = this.corpus.document(path);
    const near = document ? this.index.near(path, document) : [];
    this.#near.set(path, near);
    if (document) this.#nearOf.set(path, document);
    return near;
  }

  /** Looks again for the neighbours of a long text, if it was edited since. They stay the same over small edits until then. */
  *renew(path: string): Steps<void> {
    const document = this.corpus.document(path);
    if (!document || !this.isLong(path) || this.#nearOf.get(path) === document) return;
    this.#near.set(path, yield* this.index.nearInSteps(path, document));
    this.#nearOf.set(path, document);
  }

  /** Documents that, by the share of sentences with some likeness, tell the story of `path`. */
  matesOf(path: string): string[] {
    if (this.isLong(path)) return [];
    const mates: string[] = [];
    for (const neighbour of this.near(path)) {
      if (mates.length === MOST_MATES) break;
      if (neighbour.coverage >= STORY_COVERAGE && !this.isLong(neighbour.path)) mates.push(neighbour.path);
    }
    return mates;
  }

  /** A long text has words enough of its own to weigh it by, and would outweigh a story it were counted with. */
  isLong(path: string): boolean {
    const document = this.corpus.document(path);
    if (!document) return false;
    let isLong = areLong.get(document);
    if (isLong === undefined) areLong.set(document, (isLong = this.#hasManyUnits(document)));
    return isLong;
  }

  #hasManyUnits(document: Document): boolean {
    if (mostUnits(document) <= LONG) return false;
    let units = 0;
    for (const paragraph of document.paragraphs) units += unitCount(paragraph, this.stems);
    return units > LONG;
  }

  /** Documents of which enough is in `path` that a sentence may stand in both without a passage around it. */
  tellersOf(path: string): string[] {
    return this.near(path)
      .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
      .map((neighbour) => neighbour.path);
  }

  /** Whether both documents have enough of the other. */
  areMates(a: string, b: string): boolean {
    return (this.#coverage(a, b) + this.#coverage(b, a)) / 2 >= STORY_COVERAGE;
  }

  /** The document with its words weighed; `undefined` where there is none. */
  weighed(path: string): Weighed | undefined {
    return this.#weighed.get(path) ?? finish(this.weighedInSteps(path));
  }

  /** The same in steps, for a long text. */
  *weighedInSteps(path: string): Steps<Weighed | undefined> {
    const known = this.#weighed.get(path);
    if (known) return known;
    const document = this.corpus.document(path);
    if (!document) return undefined;
    const neighbourhood: Units[] = [];
    for (const one of [path, ...this.matesOf(path)].sort()) {
      const other = this.corpus.document(one);
      if (other) neighbourhood.push(yield* unitsInSteps(other, this.stems));
    }
    const earlier = this.#kept.get(path);
    const kept =
      earlier && haveSameItems(earlier.neighbourhood, neighbourhood)
        ? earlier
        : yield* this.#weigh(document, neighbourhood);
    this.#keep(path, kept);
    return kept.weighed;
  }

  /**
   * Some paragraphs of a document weighed as when it was last weighed as a whole: in a long text a few words more or less
   * hardly change what a word is worth. `undefined` where it never was, or is no long text.
   */
  weighedPart(document: Document, first: number, end: number): Weighed | undefined {
    const weightOf = this.#kept.get(document.path)?.weightOf;
    return weightOf && finish(weighInSteps(unitsOfParagraphs(document, first, end, this.stems), weightOf, this.stems));
  }

  #coverage(path: string, other: string): number {
    return this.near(path).find((neighbour) => neighbour.path === other)?.coverage ?? 0;
  }

  *#weigh(document: Document, neighbourhood: readonly Units[]): Steps<Kept> {
    const isLong = this.isLong(document.path);
    const units = unitsOf(document, this.stems);
    // A long text is asked later on for stems that it does not have yet.
    const weightOf = localWeights(isLong ? neighbourhood : [units], neighbourhood, this.stems);
    yield 0;
    const weighed = yield* weighInSteps(units, weightOf, this.stems);
    return { weighed, weightOf: isLong ? weightOf : undefined, neighbourhood };
  }

  #keep(path: string, kept: Kept): void {
    this.#forget(path);
    this.#kept.set(path, kept);
    this.#weighed.set(path, kept.weighed);
    this.#unitsKept.of += kept.weighed.units.count;
    for (const oldest of this.#kept.keys()) {
      if (this.#unitsKept.of <= MOST_UNITS_KEPT || oldest === path) break;
      this.#forget(oldest);
    }
  }

  #forget(path: string): void {
    this.#unitsKept.of -= this.#kept.get(path)?.weighed.units.count ?? 0;
    this.#kept.delete(path);
    this.#weighed.delete(path);
  }
}
