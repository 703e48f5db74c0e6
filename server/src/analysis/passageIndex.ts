import type { Document, Paragraph } from '../core/document.js';
import { numbersIn, wordsIn, type Packed } from './packed.js';
import { passageKeysOf } from './passageKeys.js';
import { Postings } from './postings.js';
import { each, finish, type Steps } from './steps.js';
import type { Stems } from './stems.js';

/** A document that may share passages with the one that was asked for. */
export interface Neighbour {
  readonly path: string;
  /** Share of the sentences of both that have some likeness on the other side; at most about 1. */
  readonly coverage: number;
  /** 1 is just enough to be compared. */
  readonly nearness: number;
}

/** Documents whose neighbours a change may have changed; with `all`, any. */
export interface Touched {
  all: boolean;
  readonly paths: Set<string>;
}

/** Coverage, or else evidence of one pair of sentences, from which on documents are worth comparing. */
const LEAST_COVERAGE = 0.08;
/** Evidence of a key that only two paragraphs hold is a little less than this. */
const EVIDENCE = 1e6;
const LEAST_EVIDENCE = 2 * EVIDENCE;
/** Shared keys from which on two units have three rare stems in common. One pair of stems may be chance. */
const STRONG = 3;
/** What such a unit counts, and any other that shares something. */
const STRONG_UNIT = 3;
const WEAK_UNIT = 1;
/**
 * Keys of a unit that a document shares, from which on it is asked for a counterpart: fewer of the nearest, which are what
 * a sentence reworded throughout has left.
 */
const LEAST_KEYS = 2;
const LEAST_KEYS_FURTHER = STRONG;
const NEAREST = 4;

/** Paragraphs; where more change at once, it is not worth asking whose neighbours they change. */
const MOST_CHANGED = 500;

/** A power of two. */
const COMMON_KEYS = 2 ** 17;

/** Numbers of a tally; a power of two, so that each lies in one line of the processor’s cache. */
const TALLY = 4;
/** The clock begins anew past this time, long before it would leave 32 bits within one lookup. */
const LATEST = 2 ** 30;

/**
 * A key that more paragraphs hold is boilerplate or a common phrase. A large corpus may well hold a story a few hundred
 * times; in a small one nothing is dropped: sixty versions of one report are what a reader wants compared.
 */
function mostHolders(documents: number): number {
  return Math.max(160, 64 + Math.floor(3 * Math.sqrt(documents)));
}

/**
 * Finds documents that may share passages, before anything is aligned (after passim: candidates from an index without
 * the common keys). Postings are by paragraph, so that an edit touches the keys of one paragraph.
 */
export class PassageIndex {
  #postings = new Postings();
  readonly #numbers = new Map<string, number>();
  readonly #paths: string[] = [];
  /** Steps of their sizes, see `sizeStep`. */
  readonly #sizes: number[] = [];
  #touched: Touched | undefined;
  readonly #freeDocuments: number[] = [];
  /** The document of each paragraph. */
  readonly #owners = new Map<Paragraph, number>();
  /**
   * Keys that too many paragraphs hold, each in the one place it may have here, so that they are not counted again: they
   * are the longest to count. A key that is not here may be common all the same.
   */
  readonly #common = new Int32Array(COMMON_KEYS);
  /** Room to look up in; see `#readSharing`. */
  #holders = new Int32Array(0);
  #holdersAndOne = new Int32Array(0);
  #sharing = new Int32Array(0);
  /** For each document the time at which it last turned up, the keys it shares and what they weigh, side by side. */
  #tallies = new Int32Array(0);
  #clock = 0;
  /** For each document three times the units it covers, and its strongest evidence; clean, and there when nobody uses it. */
  #sums: Int32Array | undefined;

  constructor(private readonly stems: Stems) {}

  /** What `save` packed, over the same documents. */
  static *restored(packed: Packed, documents: ReadonlyMap<string, Document>, stems: Stems): Steps<PassageIndex> {
    const index = new PassageIndex(stems);
    index.#postings = Postings.restored(packed);
    const [paths, sizes] = [wordsIn(packed, 'paths'), numbersIn(packed, 'sizes')];
    index.#freeDocuments.push(...numbersIn(packed, 'free'));
    const isFree = new Set(index.#freeDocuments);
    yield* each(paths.entries(), paths.length, ([number, path]) => {
      index.#paths.push(path);
      index.#sizes.push(sizes[number] ?? 0);
      if (isFree.has(number)) return;
      index.#numbers.set(path, number);
      for (const paragraph of documents.get(path)?.paragraphs ?? []) index.#owners.set(paragraph, number);
    });
    return index;
  }

  save(): Packed {
    return {
      ...this.#postings.save(),
      paths: [...this.#paths],
      sizes: Int32Array.from(this.#sizes),
      free: Int32Array.from(this.#freeDocuments),
    };
  }

  /**
   * Puts `document` in the place of `before`, which shares the paragraphs that did not change. `touched` hears of all
   * documents whose neighbours may be others now.
   */
  *replace(path: string, before: Document | undefined, document: Document | undefined, touched: Touched): Steps<void> {
    this.#touched = touched;
    touched.paths.add(path);
    const most = mostHolders(this.#numbers.size);
    yield* this.#exchange(path, before, document);
    if (mostHolders(this.#numbers.size) !== most) touched.all = true;
    this.#touched = undefined;
  }

  /** Makes what is looked up from now on quick to find; nobody may change the index meanwhile. */
  settle(): Steps<void> {
    return this.#postings.settle();
  }

  *#exchange(path: string, before: Document | undefined, document: Document | undefined): Steps<void> {
    const kept = new Set(document?.paragraphs);
    const gone = before?.paragraphs.filter((paragraph) => !kept.has(paragraph)) ?? [];
    const come = document?.paragraphs.filter((paragraph) => !this.#owners.has(paragraph)) ?? [];
    if (this.#touched && gone.length + come.length > MOST_CHANGED) this.#touched.all = true;
    const changed = this.#touched?.all ? [] : this.#changedKeys(gone, come);
    for (const key of changed) this.#touch(key);
    yield* each(gone, gone.length, (paragraph) => this.#remove(paragraph));
    yield* this.#put(path, document);
    for (const key of changed) this.#touch(key);
  }

  /** Keys that the document has more or less often than before: one that only changed its paragraph changes nothing. */
  #changedKeys(gone: readonly Paragraph[], come: readonly Paragraph[]): number[] {
    const counts = new Map<number, number>();
    const count = (paragraphs: readonly Paragraph[], by: number) => {
      for (const paragraph of paragraphs) {
        for (const key of passageKeysOf(paragraph, this.stems).keys) counts.set(key, (counts.get(key) ?? 0) + by);
      }
    };
    count(gone, -1);
    count(come, 1);
    return [...counts].flatMap(([key, by]) => (by === 0 ? [] : [key]));
  }

  *#put(path: string, document: Document | undefined): Steps<void> {
    const known = this.#numbers.get(path);
    if (!document) {
      if (known === undefined) return;
      this.#numbers.delete(path);
      this.#freeDocuments.push(known);
      return;
    }
    const number = known ?? this.#freeDocuments.pop() ?? this.#paths.length;
    this.#numbers.set(path, number);
    this.#paths[number] = path;
    let units = 0;
    yield* each(document.paragraphs, document.paragraphs.length, (paragraph) => {
      units += passageKeysOf(paragraph, this.stems).first.length - 1;
      if (!this.#owners.has(paragraph)) this.#add(paragraph, number);
    });
    const size = sizeStep(units);
    if (known !== undefined && this.#sizes[number] !== size && this.#touched) this.#touched.all = true;
    this.#sizes[number] = size;
  }

  /** Documents with enough in common with this one, the nearest first, then by path. */
  near(path: string, document: Document): Neighbour[] {
    return finish(this.nearInSteps(path, document));
  }

  *nearInSteps(path: string, { paragraphs }: Document): Steps<Neighbour[]> {
    const own = this.#numbers.get(path) ?? -1;
    const sums = this.#takeSums();
    const touched: number[] = [];
    for (const [index, paragraph] of paragraphs.entries()) {
      const units = passageKeysOf(paragraph, this.stems).first.length - 1;
      for (let unit = 0; unit < units; unit++) {
        const count = this.#readSharing(paragraph, unit, own);
        for (let at = 0; at < count; at++) {
          const document = this.#sharing[at] ?? 0;
          const sum = 2 * document;
          if (sums[sum] === 0) touched.push(document);
          sums[sum] = (sums[sum] ?? 0) + (this.#keysSharedBy(document) >= STRONG ? STRONG_UNIT : WEAK_UNIT);
          sums[sum + 1] = Math.max(sums[sum + 1] ?? 0, this.#evidenceOf(document));
        }
      }
      yield index / paragraphs.length;
    }
    const found: Neighbour[] = [];
    const size = sizeOf(this.#sizes[own] ?? 0);
    for (const number of touched) {
      const covered = (sums[2 * number] ?? 0) / STRONG_UNIT;
      const coverage = covered / Math.sqrt(size * sizeOf(this.#sizes[number] ?? 0));
      const nearness = Math.max(coverage / LEAST_COVERAGE, (sums[2 * number + 1] ?? 0) / LEAST_EVIDENCE);
      if (nearness >= 1) found.push({ path: this.#paths[number] ?? '', coverage, nearness });
      sums[2 * number] = 0;
      sums[2 * number + 1] = 0;
    }
    this.#sums = sums;
    return found.sort((a, b) => b.nearness - a.nearness || (a.path < b.path ? -1 : 1));
  }

  /**
   * Documents that share keys with one unit of a paragraph of `path`, the nearest first, then by path. One key is not
   * enough where the unit has more, nor two behind the nearest: few of those that share no other say the same.
   */
  nearUnit(path: string, paragraph: Paragraph, unit: number): string[] {
    const count = this.#readSharing(paragraph, unit, this.#numbers.get(path) ?? -1);
    const { first } = passageKeysOf(paragraph, this.stems);
    const own = (first[unit + 1] ?? 0) - (first[unit] ?? 0);
    const found: { path: string; keys: number; evidence: number }[] = [];
    for (let at = 0; at < count; at++) {
      const document = this.#sharing[at] ?? 0;
      const keys = this.#keysSharedBy(document);
      if (keys < Math.min(LEAST_KEYS, own)) continue;
      found.push({ path: this.#paths[document] ?? '', keys, evidence: this.#evidenceOf(document) });
    }
    return found
      .sort((a, b) => b.evidence - a.evidence || (a.path < b.path ? -1 : 1))
      .filter(({ keys }, rank) => rank < NEAREST || keys >= Math.min(LEAST_KEYS_FURTHER, own))
      .map(({ path: near }) => near);
  }

  /**
   * Looks up which documents but `own` share keys with a unit. Returns how many; their numbers are in `#sharing`, and
   * `#tallies` says of each how many keys, and what they weigh.
   */
  #readSharing(paragraph: Paragraph, unit: number, own: number): number {
    const { keys, first } = passageKeysOf(paragraph, this.stems);
    this.#makeRoom();
    let count = 0;
    const tallies = this.#tallies;
    const start = ++this.#clock;
    for (let at = first[unit] ?? 0; at < (first[unit + 1] ?? 0); at++) {
      const key = keys[at] ?? 0;
      const place = key & (COMMON_KEYS - 1);
      if (key !== 0 && this.#common[place] === key) continue;
      const holders = this.#postings.read(key, this.#holders);
      if (holders < 0) this.#common[place] = key;
      if (holders < 2) continue;
      // Whole numbers, so that the order in which they are added does not show.
      const weight = Math.round(EVIDENCE / Math.log2(holders + 1));
      const now = ++this.#clock;
      for (let index = 0; index < holders; index++) {
        const document = this.#holders[index] ?? 0;
        const tally = TALLY * document;
        const seen = tallies[tally] ?? 0;
        // A document may hold a key in two paragraphs; it counts once.
        if (document === own || seen === now) continue;
        const isNew = seen < start;
        if (isNew) this.#sharing[count++] = document;
        tallies[tally] = now;
        tallies[tally + 1] = isNew ? 1 : (tallies[tally + 1] ?? 0) + 1;
        tallies[tally + 2] = isNew ? weight : (tallies[tally + 2] ?? 0) + weight;
      }
    }
    return count;
  }

  #keysSharedBy(document: number): number {
    return this.#tallies[TALLY * document + 1] ?? 0;
  }

  #evidenceOf(document: number): number {
    return this.#tallies[TALLY * document + 2] ?? 0;
  }

  /** New room for each lookup would soon be more than all else that waits to be collected. */
  #takeSums(): Int32Array {
    const sums = this.#sums;
    this.#sums = undefined;
    return sums && sums.length >= 2 * this.#paths.length ? sums : new Int32Array(4 * this.#paths.length);
  }

  #makeRoom(): void {
    const most = mostHolders(this.#numbers.size);
    if (this.#holders.length !== most) {
      this.#holders = new Int32Array(most);
      this.#common.fill(0);
    }
    const isWorn = this.#clock > LATEST;
    if (isWorn) this.#clock = 0;
    if (!isWorn && this.#sharing.length >= this.#paths.length) return;
    const room = this.#paths.length * 2;
    this.#sharing = new Int32Array(room);
    this.#tallies = new Int32Array(TALLY * room);
  }

  #add(paragraph: Paragraph, document: number): void {
    this.#owners.set(paragraph, document);
    for (const key of passageKeysOf(paragraph, this.stems).keys) this.#postings.add(key, document);
  }

  #remove(paragraph: Paragraph): void {
    const owner = this.#owners.get(paragraph);
    if (owner === undefined) return;
    for (const key of passageKeysOf(paragraph, this.stems).keys) {
      this.#postings.remove(key, owner);
      const place = key & (COMMON_KEYS - 1);
      if (this.#common[place] === key) this.#common[place] = 0;
    }
    this.#owners.delete(paragraph);
  }

  /** Reports the documents that hold `key`, unless it is so common that it does not count with or without this one. */
  #touch(key: number): void {
    if (!this.#touched || this.#touched.all) return;
    const most = mostHolders(this.#numbers.size) + 1;
    if (this.#holdersAndOne.length !== most) this.#holdersAndOne = new Int32Array(most);
    const count = this.#postings.read(key, this.#holdersAndOne);
    for (let at = 0; at < count; at++) {
      this.#touched.paths.add(this.#paths[this.#holdersAndOne[at] ?? 0] ?? '');
    }
  }
}

/** Steps of a tenth, so that not every new sentence makes all neighbours a little less near. */
function sizeStep(units: number): number {
  return Math.round(Math.log(Math.max(1, units)) / Math.log(1.1));
}

const sizesByStep: number[] = [];

function sizeOf(step: number): number {
  return (sizesByStep[step] ??= 1.1 ** step);
}
