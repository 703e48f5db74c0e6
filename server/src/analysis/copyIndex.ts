import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { DocumentPostings } from './documentPostings.js';
import { Handover } from './handover.js';
import { numbersIn, type Packed } from './packed.js';
import { stemsFor, type Stems } from './stems.js';
import { each, eachInSteps, finish, type Steps } from './steps.js';
import { winnow } from './winnow.js';
import { runsOf } from './wordRuns.js';

/** Share of the runs of the shorter document, outside of quotations, that the longer one has too. */
const LEAST_SHARED = 0.3;
/** Runs on end that copies share somewhere. */
const WINDOW = 4;
/** Share of their fingerprints without which two texts are not worth comparing: copies share three in ten and more. */
const LEAST_PROMISE = 0.1;
/** What more documents hold is boilerplate. */
const MOST_HOLDERS = 4000;

/** Which documents are copies or light rewritings of one another. */
export interface CopyIndex {
  /** Documents that are copies of this one, in no particular order. */
  copiesInSteps(path: string): Steps<readonly string[]>;
}

class IndexedCopies implements CopyIndex {
  readonly index: Handover<Fingerprints>;
  readonly #copies = new Map<string, readonly string[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly stems: Stems,
    index: Fingerprints,
  ) {
    this.index = new Handover(index);
  }

  *copiesInSteps(path: string): Steps<readonly string[]> {
    const known = this.#copies.get(path);
    if (known) return known;
    const document = this.corpus.document(path);
    const copies: string[] = [];
    if (document) {
      const index = this.index.orMake(() => finish(updated(new Fingerprints(this.stems), this.corpus, undefined)));
      const promising = yield* index.promising(path, document);
      for (const [done, other] of promising.entries()) {
        if (yield* this.#isCopy(document, other)) copies.push(other);
        yield done / promising.length;
      }
    }
    this.#copies.set(path, copies);
    return copies;
  }

  *#isCopy(document: Document, path: string): Steps<boolean> {
    const other = this.corpus.document(path);
    if (!other) return false;
    const [first, second] = document.path < path ? [document, other] : [other, document];
    let known = pairs.get(first);
    if (!known) pairs.set(first, (known = new WeakMap()));
    let answer = known.get(second);
    if (answer === undefined) known.set(second, (answer = yield* this.#shareRuns(first, second)));
    return answer;
  }

  *#shareRuns(a: Document, b: Document): Steps<boolean> {
    const [runsA, runsB] = [yield* distinctRuns(a, this.stems), yield* distinctRuns(b, this.stems)];
    const shorter = Math.min(runsA.length, runsB.length);
    return shorter > 0 && countShared(runsA, runsB) >= LEAST_SHARED * shorter;
  }
}

/** What two texts are to each other stays as long as both do. */
const pairs = new Facts<Document, WeakMap<Document, boolean>>();

class Fingerprints {
  readonly #holders = new Int32Array(MOST_HOLDERS);

  /** `sizes` says how many fingerprints each document has. */
  constructor(
    private readonly stems: Stems,
    private readonly postings = new DocumentPostings(),
    private readonly sizes: number[] = [],
  ) {}

  /** What `save` packed. */
  static restored(packed: Packed, stems: Stems): Fingerprints {
    return new Fingerprints(stems, DocumentPostings.restored(packed), [...numbersIn(packed, 'sizes')]);
  }

  *save(): Steps<Packed> {
    yield 0;
    return { ...this.postings.save(), sizes: Int32Array.from(this.sizes) };
  }

  *replace(path: string, before: Document | undefined, after: Document | undefined): Steps<void> {
    const number = this.postings.numberOf(path);
    const [now, then] = [new Set(after?.paragraphs), new Set(before?.paragraphs)];
    let size = this.sizes[number] ?? 0;
    yield* each(then, then.size, (gone) => {
      if (now.has(gone)) return;
      const keys = fingerprintsOf(gone, this.stems);
      for (const key of keys) this.postings.remove(key, number);
      size -= keys.length;
    });
    yield* each(now, now.size, (come) => {
      if (then.has(come)) return;
      const keys = fingerprintsOf(come, this.stems);
      for (const key of keys) this.postings.add(key, number);
      size += keys.length;
    });
    this.sizes[number] = size;
  }

  /** See `PassageIndex.settle`. */
  settle(): Steps<void> {
    return this.postings.settle();
  }

  /** Documents that share so many fingerprints with this one that they may be copies. */
  *promising(path: string, { paragraphs }: Document): Steps<string[]> {
    const own = this.postings.numberOf(path);
    const shared = new Map<number, number>();
    yield* each(new Set(paragraphs), paragraphs.length, (paragraph) => {
      for (const key of fingerprintsOf(paragraph, this.stems)) {
        const count = this.postings.read(key, this.#holders);
        for (let at = 0; at < count; at++) {
          const other = this.#holders[at] ?? 0;
          shared.set(other, (shared.get(other) ?? 0) + 1);
        }
      }
    });
    const size = this.sizes[own] ?? 0;
    return Array.from(shared).flatMap(([number, count]) => {
      const isPromising = count >= LEAST_PROMISE * Math.min(size, this.sizes[number] ?? 0);
      return number !== own && isPromising ? this.postings.pathOf(number) : [];
    });
  }
}

const byParagraph = new Facts<Paragraph, readonly number[]>();

function fingerprintsOf(paragraph: Paragraph, stems: Stems): readonly number[] {
  let known = byParagraph.get(paragraph);
  if (!known) byParagraph.set(paragraph, (known = winnow(runsOf(paragraph, stems), WINDOW)));
  return known;
}

export const copyIndex: Derivation<CopyIndex> = {
  name: 'copyIndex',
  steps: copiesIn,
  saved: {
    save: (value) => (value instanceof IndexedCopies ? value.index.packed((index) => index.save()) : undefined),
    *restore(packed, corpus) {
      yield 0;
      const stems = stemsFor(corpus.resources);
      return new IndexedCopies(corpus, stems, Fingerprints.restored(packed, stems));
    },
  },
};

function* copiesIn(corpus: Corpus, previous: Derived<CopyIndex> | undefined): Steps<CopyIndex> {
  const stems = stemsFor(corpus.resources);
  const known = previous?.value instanceof IndexedCopies ? previous.value.index.take() : undefined;
  const fingerprints = yield* updated(known ?? new Fingerprints(stems), corpus, known && previous?.corpus);
  if (!known) yield* fingerprints.settle();
  return new IndexedCopies(corpus, stems, fingerprints);
}

function* updated(index: Fingerprints, corpus: Corpus, earlier: Corpus | undefined): Steps<Fingerprints> {
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* eachInSteps(changed, changed.length, (path) =>
    index.replace(path, earlier?.document(path), corpus.document(path)),
  );
  return index;
}

const distinct = new Facts<Document, Int32Array>();

/** The runs of a document, each once, rising. */
function* distinctRuns(document: Document, stems: Stems): Steps<Int32Array> {
  let runs = distinct.get(document);
  if (!runs) {
    const all = new Set<number>();
    yield* each(document.paragraphs, document.paragraphs.length, (paragraph) => {
      for (const run of runsOf(paragraph, stems)) all.add(run);
    });
    distinct.set(document, (runs = Int32Array.from(all).sort()));
  }
  return runs;
}

/** Of two rising lists. */
function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}
