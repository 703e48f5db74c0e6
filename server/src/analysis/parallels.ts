import { paragraphIndexAt, type Document, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Place, Span } from '../core/span.js';
import {
  align,
  alignInSteps,
  alignPart,
  exchanged,
  isInside,
  LEAST_SCORE,
  type Alignment,
  type Part,
} from './alignment.js';
import { commonPart } from './clauses.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { Neighbourhoods } from './neighbourhoods.js';
import type { Packed } from './packed.js';
import { PassageIndex, type Touched } from './passageIndex.js';
import { repeatedLines } from './repeatedLines.js';
import { relationOf, type Relation } from './relation.js';
import { leastAlone } from './sentenceModel.js';
import { Comparison, type Cell } from './similarity.js';
import { stemsFor, type Stems } from './stems.js';
import { each, eachInSteps, finish, type Steps } from './steps.js';
import { unitAt, unitCount, unitInParagraph, unitsOfParagraph } from './units.js';
import { sliceOfWeighed, type Weighed } from './weighed.js';

export type { Relation };

/** Two passages that say the same. */
export interface Parallel {
  readonly a: Place;
  readonly b: Place;
  readonly relation: Relation;
  /** 0 to 1. */
  readonly score: number;
  /** The documents hardly tell one story; only these two sentences are nearly surely the same. */
  readonly isLone?: true;
}

export type Level = 'sentence' | 'passage';

export interface Parallels {
  /** Documents that may share passages with this one, the nearest first. */
  partnersOf(path: string): readonly string[];
  /** Of these, the ones that tell the same story, so that their words can be held against each other; all, of a long text. */
  tellersOf(path: string): readonly string[];
  /**
   * Parallels of two documents, `a` in the first and `b` in the second, in the order of `a`; aligned when asked for.
   * `passage`: maximal passages. `sentence`: pairs of sentences, also such as stand alone in two retellings.
   */
  between(a: string, b: string, level: Level): readonly Parallel[];
  /** The same in steps, for two long texts. */
  betweenInSteps(a: string, b: string, level: Level): Steps<readonly Parallel[]>;
  /**
   * Those of one paragraph of a long text with each of `others`, by path, in the order of the paragraph: as `between` has
   * them, at the price of the paragraph. Left out is what was not aligned before, or has changed.
   */
  ofParagraph(here: PlacedParagraph, others: readonly string[]): ReadonlyMap<string, readonly Parallel[]>;
  /**
   * Looks anew for the partners of a long text, which stay the same over small edits until somebody has the time, and
   * makes ready what `at` asks of them.
   */
  prepare(path: string): Steps<void>;
  /** Makes ready what `at` asks of other documents for the sentences of a span, those in its middle first. */
  prepareSpan(path: string, span: Span): Steps<void>;
  /** A text so long that it is not aligned as a whole for the sake of a few sentences. */
  isLong(path: string): boolean;
  /**
   * The best counterpart of the sentence at `offset` in each other document, best first; `a` is the place asked for.
   * With `among` these documents are asked, and no others.
   */
  at(path: string, offset: number, among?: readonly string[]): readonly Parallel[];
}

/** Chance of being right from which on two sentences are shown of documents that hardly tell one story. */
const LEAST_SURE = 0.98;
/** Documents that are asked for one sentence: so many of those nearest to it, and of those that tell its story. */
const MOST_ALIKE = 12;
const MOST_TELLERS = 40;
/** Sentences of another document that are looked at; the likeliest come first. */
const MOST_TRIED = 3;
/** Pairs of units beyond which two texts are not aligned as wholes for the sake of one sentence. */
const MOST_CELLS = 12_000;
/** Units before and after it that are aligned instead. */
const WINDOW = 8;
/** Documents that are weighed before anybody asks, and paragraphs that are looked at to find out which. */
const MOST_PREPARED = 400;
const MOST_LOOKED_AT = 1000;
/** Sentences that are made ready at once: more do not stand on a screen. */
const MOST_SHOWN = 80;
/** Pairs of a sentence and another document whose counterparts are kept: those of ten screens. */
const MOST_FOUND = 8000;
/** Links of alignments that are kept; the alignments asked for longest ago go first. */
const MOST_KEPT = 400_000;

interface Kept {
  readonly alignment: Alignment;
  /** What was aligned; the alignment holds as long as both are the same. */
  readonly a: Weighed;
  readonly b: Weighed;
}

/** What was found, and what else may be. */
interface Found {
  readonly known: Parallel[];
  readonly rest: Iterator<Parallel, void>;
}

/** What goes on from snapshot to snapshot; each part is brought up to date or checked when it is used. */
interface Memory {
  readonly index: PassageIndex;
  readonly neighbourhoods: Neighbourhoods;
  readonly comparison: Comparison;
  readonly kept: Map<string, Kept>;
  keptLinks: number;
}

/** Aligns pairs of documents when they are asked for. */
class AlignedCorpus implements Parallels {
  readonly #prepared = new Set<string>();
  /** Counterparts of a unit in another document, as far as anybody asked, by text, unit and other text. */
  readonly #counterparts = new Map<string, Found>();

  constructor(
    private readonly corpus: Corpus,
    readonly memory: Memory,
    private readonly stems: Stems,
  ) {}

  partnersOf(path: string): readonly string[] {
    return this.memory.neighbourhoods.near(path).map((neighbour) => neighbour.path);
  }

  tellersOf(path: string): readonly string[] {
    return this.isLong(path) ? this.partnersOf(path) : this.memory.neighbourhoods.tellersOf(path);
  }

  between(a: string, b: string, level: Level): readonly Parallel[] {
    const found = finish(this.betweenInSteps(a, b, level));
    return found.filter((one) => this.#isText(one.a) && this.#isText(one.b));
  }

  *betweenInSteps(a: string, b: string, level: Level): Steps<readonly Parallel[]> {
    const pair = yield* this.#pair(a, b);
    if (!pair) return [];
    const { alignment, isSwapped } = pair;
    const found = level === 'passage' ? this.#passages(alignment) : yield* this.#sentences(alignment);
    const oriented = isSwapped ? found.map((one) => ({ ...one, a: one.b, b: one.a })) : found;
    return oriented.sort(byPlace);
  }

  /** A passage that is nothing but a line which unlike texts repeat says nothing of what they share. */
  #isText({ path, start, end }: Place): boolean {
    const lines = this.corpus.get(repeatedLines).in(path);
    return !lines.some((line) => line.start <= start && end <= line.end);
  }

  ofParagraph(here: PlacedParagraph, others: readonly string[]): ReadonlyMap<string, readonly Parallel[]> {
    const found = new Map<string, readonly Parallel[]>();
    const part = this.#partAround(here);
    if (!part) return found;
    for (const path of others) {
      const before = this.#alignedBefore(here.document.path, path);
      if (!before) continue;
      const alignment = alignPart(part, before, this.memory.comparison);
      const inside = finish(this.#sentences(alignment)).filter(({ a }) => here.start <= a.start && a.start < here.end);
      found.set(path, inside.sort(byPlace));
    }
    return found;
  }

  /** A paragraph with enough around it that passages through it are seen. */
  #partAround({ document, index }: PlacedParagraph): Part | undefined {
    const counts = document.paragraphs.map((paragraph) => unitCount(paragraph, this.stems));
    let [first, end] = [index, index + 1];
    for (let before = 0; first > 0 && before < WINDOW; first--) before += counts[first - 1] ?? 0;
    for (let after = 0; end < counts.length && after < WINDOW; end++) after += counts[end] ?? 0;
    const weighed = this.memory.neighbourhoods.weighedPart(document, first, end);
    const places = new Map(document.paragraphs.map((paragraph, at) => [paragraph, at]));
    const before = counts.slice(0, first).reduce((sum, count) => sum + count, 0);
    return weighed && { weighed, first: before, from: first, to: end, places };
  }

  /** How two documents ran parallel before an edit of the first. */
  #alignedBefore(path: string, other: string): Alignment | undefined {
    const there = this.memory.neighbourhoods.weighed(other);
    const known = this.memory.kept.get(keyOf(path, other))?.alignment;
    const swapped = known ? undefined : this.memory.kept.get(keyOf(other, path))?.alignment;
    const before = known ?? (swapped && exchanged(swapped));
    return before?.b === there ? before : undefined;
  }

  *prepare(path: string): Steps<void> {
    const document = this.corpus.document(path);
    if (!document || this.#prepared.has(path)) return;
    const { neighbourhoods } = this.memory;
    yield* neighbourhoods.renew(path);
    this.#counterparts.clear();
    const all = [path, ...(yield* this.#likelyAsked(path, document))];
    for (const [done, one] of all.entries()) {
      yield* neighbourhoods.weighedInSteps(one);
      yield done / all.length;
    }
    this.#prepared.add(path);
  }

  *prepareSpan(path: string, span: Span): Steps<void> {
    const document = this.corpus.document(path);
    const weighed = yield* this.memory.neighbourhoods.weighedInSteps(path);
    if (!document || !weighed) return;
    const { starts, ends } = weighed.units;
    const middle = (span.start + span.end) / 2;
    const shown = Array.from(starts, (start, unit) => ({ start, end: ends[unit] ?? start }))
      .filter(({ start, end }) => span.start < end && start < span.end)
      .map(({ start, end }, at) => ({ start, unit: at, distance: Math.abs((start + end) / 2 - middle) }))
      .sort((x, y) => x.distance - y.distance)
      .slice(0, MOST_SHOWN);
    for (const [done, { start, unit }] of shown.entries()) {
      for (const other of this.#worthAsking(path, document, start)) {
        yield* this.memory.neighbourhoods.weighedInSteps(other);
        const found = this.#found(weighed, unit, other);
        while (findsNext(found)) yield done / shown.length;
      }
      yield done / shown.length;
    }
  }

  /** The documents that `at` asks for the sentences of a text, those first that it asks most often. */
  *#likelyAsked(path: string, document: Document): Steps<string[]> {
    const { paragraphs } = document;
    const stride = Math.ceil(paragraphs.length / MOST_LOOKED_AT);
    const counts = new Map<string, number>();
    for (let index = 0; index < paragraphs.length; index += stride) {
      const paragraph = paragraphs[index];
      const units = paragraph ? unitCount(paragraph, this.stems) : 0;
      for (let unit = 0; paragraph && unit < units; unit++) {
        const alike = this.memory.index.nearUnit(path, paragraph, unit).slice(0, MOST_ALIKE);
        for (const other of alike) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
      yield 0;
    }
    const tellers = this.isLong(path) ? [] : this.tellersOf(path).slice(0, MOST_TELLERS);
    const often = [...counts].sort(([x, many], [y, more]) => more - many || (x < y ? -1 : 1)).map(([other]) => other);
    return [...new Set([...tellers, ...often])].slice(0, MOST_PREPARED);
  }

  isLong(path: string): boolean {
    return this.memory.neighbourhoods.isLong(path);
  }

  at(path: string, offset: number, among?: readonly string[]): readonly Parallel[] {
    const document = this.corpus.document(path);
    const weighed = this.memory.neighbourhoods.weighed(path);
    if (!document || !weighed) return [];
    const unit = unitAt(weighed.units, offset);
    if (unit < 0) return [];
    const others = among ? among.filter((other) => other !== path) : this.#worthAsking(path, document, offset);
    return others
      .flatMap((other) => this.#counterpart(weighed, unit, offset, other) ?? [])
      .filter((one) => this.#isText(one.a) && this.#isText(one.b))
      .sort((x, y) => y.score - x.score || (x.b.path < y.b.path ? -1 : 1));
  }

  /** The best counterpart of one unit in another document, if it can be that of the clause at `offset`. */
  #counterpart(weighed: Weighed, unit: number, offset: number, other: string): Parallel | undefined {
    let best: Parallel | undefined;
    for (const found of this.#counterpartsOf(weighed, unit, other)) {
      if (found.a.start <= offset && offset <= found.a.end) return found;
      best ??= found;
    }
    const { starts, ends } = weighed.units;
    // A clause that has no counterpart itself is answered with that of its sentence.
    return best && { ...best, a: { ...best.a, start: starts[unit] ?? 0, end: ends[unit] ?? 0 } };
  }

  /** Those of one unit in another document, best first; what one asker did not want is found when another one does. */
  *#counterpartsOf(weighed: Weighed, unit: number, other: string): Iterable<Parallel> {
    const found = this.#found(weighed, unit, other);
    for (let at = 0; at < found.known.length || findsNext(found); at++) {
      const next = found.known[at];
      if (next) yield next;
    }
  }

  #found(weighed: Weighed, unit: number, other: string): Found {
    const key = `${weighed.units.document.path}\n${unit}\n${other}`;
    let found = this.#counterparts.get(key);
    if (found) return found;
    found = { known: [], rest: this.#search(weighed, unit, other) };
    this.#counterparts.set(key, found);
    for (const oldest of this.#counterparts.keys()) {
      if (this.#counterparts.size <= MOST_FOUND) break;
      this.#counterparts.delete(oldest);
    }
    return found;
  }

  *#search(weighed: Weighed, unit: number, other: string): Generator<Parallel, void> {
    const there = this.memory.neighbourhoods.weighed(other);
    if (!there) return;
    let tried = 0;
    for (const cell of this.memory.comparison.row(weighed, unit, there, LEAST_SCORE)) {
      if (++tried > MOST_TRIED) return;
      if (this.#isShown(weighed, there, cell)) yield this.#sentence(weighed, there, cell);
    }
  }

  /** The documents nearest to the very sentence, and those nearest to the whole document where it is not long. */
  #worthAsking(path: string, document: Document, offset: number): string[] {
    const index = paragraphIndexAt(document, offset);
    const paragraph = index === undefined ? undefined : document.paragraphs[index];
    const here = offset - (document.offsets[index ?? 0] ?? 0);
    const unit = paragraph ? unitInParagraph(unitsOfParagraph(paragraph, this.stems), here) : -1;
    const alike = paragraph && unit >= 0 ? this.memory.index.nearUnit(path, paragraph, unit) : [];
    const mates = this.isLong(path) ? [] : this.tellersOf(path);
    return [...new Set([...alike.slice(0, MOST_ALIKE), ...mates.slice(0, MOST_TELLERS)])].sort();
  }

  /** Whether two sentences that are alike belong together: they stand in one passage, or their documents tell one story. */
  #isShown(a: Weighed, b: Weighed, cell: Cell): boolean {
    if (a.units.count * b.units.count <= MOST_CELLS) {
      const pair = finish(this.#pair(a.units.document.path, b.units.document.path));
      if (!pair) return false;
      const { alignment, isSwapped } = pair;
      const oriented = isSwapped ? { ...cell, a: cell.b, b: cell.a } : cell;
      const link = alignment.links.find(({ a: one, b: theirs }) => one === oriented.a && theirs === oriented.b);
      return link !== undefined && (isInPassage(alignment, link) || link.score >= this.#leastOutside(alignment));
    }
    const [windowA, windowB] = [windowAround(a, cell.a), windowAround(b, cell.b)];
    const alignment = align(windowA.weighed, windowB.weighed, this.memory.comparison);
    return (
      (alignment.isRetelling && cell.score >= leastAlone(LEAST_SCORE, Math.sqrt(a.units.count * b.units.count))) ||
      isInPassage(alignment, { ...cell, a: cell.a - windowA.first, b: cell.b - windowB.first })
    );
  }

  /** The alignment of two documents in a fixed order, which follows from their texts and not from their names. */
  *#pair(a: string, b: string): Steps<{ alignment: Alignment; isSwapped: boolean } | undefined> {
    const [first, second] = [this.corpus.document(a), this.corpus.document(b)];
    if (!first || !second || first === second) return undefined;
    const isSwapped = isAfter(first, second);
    return { alignment: yield* isSwapped ? this.#alignment(b, a) : this.#alignment(a, b), isSwapped };
  }

  *#alignment(pathA: string, pathB: string): Steps<Alignment> {
    const { neighbourhoods, comparison, kept } = this.memory;
    const a = yield* neighbourhoods.weighedInSteps(pathA);
    const b = yield* neighbourhoods.weighedInSteps(pathB);
    if (!a || !b) throw new Error(`${pathA} or ${pathB} is not in the corpus`);
    const key = keyOf(pathA, pathB);
    const known = kept.get(key);
    if (known?.a === a && known.b === b) return known.alignment;
    const alignment = yield* alignInSteps(a, b, comparison);
    this.#forget(key);
    kept.set(key, { alignment, a, b });
    this.memory.keptLinks += alignment.links.length;
    for (const oldest of kept.keys()) {
      if (this.memory.keptLinks <= MOST_KEPT) break;
      this.#forget(oldest);
    }
    return alignment;
  }

  #forget(key: string): void {
    this.memory.keptLinks -= this.memory.kept.get(key)?.alignment.links.length ?? 0;
    this.memory.kept.delete(key);
  }

  /**
   * Chance from which on a pair of sentences outside of all passages is shown. Any, where one story is told twice: the
   * documents have enough of each other, and not in one planted passage. Where only one of the two is so, as of a note of
   * five sentences beside a long report, the pair must be nearly sure.
   */
  #leastOutside({ a, b, isRetelling }: Alignment): number {
    const areMates = this.memory.neighbourhoods.areMates(a.units.document.path, b.units.document.path);
    if (isRetelling && areMates) return 0;
    return isRetelling || areMates ? LEAST_SURE : Infinity;
  }

  *#sentences(alignment: Alignment): Steps<Parallel[]> {
    const { links, a, b } = alignment;
    const least = this.#leastOutside(alignment);
    const found: Parallel[] = [];
    yield* each(links, links.length, (link) => {
      const isThere = isInPassage(alignment, link);
      if (!isThere && link.score < least) return;
      const sentence = this.#sentence(a, b, link);
      found.push(isThere || least === 0 ? sentence : { ...sentence, isLone: true });
    });
    return found;
  }

  #sentence(a: Weighed, b: Weighed, cell: Cell): Parallel {
    const common = commonPart(a, cell.a, b, cell.b, this.stems);
    return parallel(a.units.document, common.a, b.units.document, common.b, common.isPart, cell.score);
  }

  #passages({ passages, a, b }: Alignment): Parallel[] {
    return passages.map(({ aStart, aEnd, bStart, bEnd, cosine }) => {
      const [lengthA, lengthB] = [aEnd - aStart, bEnd - bStart];
      const isPart = Math.min(lengthA, lengthB) < Math.max(lengthA, lengthB) / 2;
      const [spanA, spanB] = [
        { start: aStart, end: aEnd },
        { start: bStart, end: bEnd },
      ];
      return parallel(a.units.document, spanA, b.units.document, spanB, isPart, cosine);
    });
  }
}

/** Looks for one more; `false` where there is none. */
function findsNext({ known, rest }: Found): boolean {
  const next = rest.next();
  if (!next.done) known.push(next.value);
  return !next.done;
}

function parallel(a: Document, spanA: Span, b: Document, spanB: Span, isPart: boolean, score: number): Parallel {
  return {
    a: { path: a.path, ...spanA },
    b: { path: b.path, ...spanB },
    relation: relationOf(a.text, spanA, b.text, spanB, isPart),
    // Sums in another order may differ in the last digits.
    score: Math.round(Math.min(1, score) * 1e6) / 1e6,
  };
}

function byPlace(x: Parallel, y: Parallel): number {
  return x.a.start - y.a.start || x.b.start - y.b.start || x.a.end - y.a.end;
}

function keyOf(a: string, b: string): string {
  return `${a}\n${b}`;
}

function isInPassage({ passages, a, b }: Alignment, link: Cell): boolean {
  return passages.some((passage) => isInside(link, passage, a.units, b.units));
}

/** Units around a sentence that is looked up, as a text of their own; kept, since one is held against many others. */
interface Window {
  readonly unit: number;
  readonly weighed: Weighed;
  readonly first: number;
}

const windows = new Facts<Weighed, Window>();

function windowAround(weighed: Weighed, unit: number): Window {
  let window = windows.get(weighed);
  if (window?.unit !== unit) {
    const first = Math.max(0, unit - WINDOW);
    window = { unit, weighed: sliceOfWeighed(weighed, first, unit + WINDOW + 1), first };
    windows.set(weighed, window);
  }
  return window;
}

function isAfter(a: Document, b: Document): boolean {
  if (a.text.length !== b.text.length) return a.text.length > b.text.length;
  return a.text === b.text ? a.path > b.path : a.text > b.text;
}

export const parallels: Derivation<Parallels> = {
  name: 'parallels',
  steps: parallelsIn,
  saved: {
    *save(value) {
      yield 0;
      return value instanceof AlignedCorpus ? value.memory.index.save() : undefined;
    },
    restore: restored,
  },
};

/** Neighbours and alignments are found again when they are asked for. */
function* restored(packed: Packed, corpus: Corpus): Steps<Parallels> {
  const stems = stemsFor(corpus.resources);
  const index = yield* PassageIndex.restored(packed, corpus.documents, stems);
  const touched: Touched = { all: true, paths: new Set() };
  const memory: Memory = {
    index,
    neighbourhoods: new Neighbourhoods(corpus, index, stems, undefined, touched),
    comparison: new Comparison(stems),
    kept: new Map<string, Kept>(),
    keptLinks: 0,
  };
  return new AlignedCorpus(corpus, memory, stems);
}

function* parallelsIn(corpus: Corpus, previous: Derived<Parallels> | undefined): Steps<Parallels> {
  const stems = stemsFor(corpus.resources);
  const earlier = previous?.value instanceof AlignedCorpus ? previous.value.memory : undefined;
  const before = earlier ? previous?.corpus : undefined;
  const index = earlier?.index ?? new PassageIndex(stems);
  const touched: Touched = { all: !earlier, paths: new Set() };
  const changed = before ? corpus.changedSince(before) : [...corpus.documents.keys()];
  yield* eachInSteps(changed, changed.length, (path) =>
    index.replace(path, before?.document(path), corpus.document(path), touched),
  );
  if (!before) yield* index.settle();
  const memory: Memory = {
    index,
    neighbourhoods: new Neighbourhoods(corpus, index, stems, earlier?.neighbourhoods, touched),
    comparison: earlier?.comparison ?? new Comparison(stems),
    kept: earlier?.kept ?? new Map<string, Kept>(),
    keptLinks: earlier?.keptLinks ?? 0,
  };
  return new AlignedCorpus(corpus, memory, stems);
}
