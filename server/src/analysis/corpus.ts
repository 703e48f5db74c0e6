import { parse, type Document } from '../core/document.js';
import type { Place } from '../core/span.js';
import { emptyManifest, type Manifest } from './manifest.js';
import type { Packed } from './packed.js';
import type { Resources } from './resources.js';
import { finish, type Steps } from './steps.js';

/** A text that appeared or changed (`text`), or vanished (`undefined`). */
export interface Change {
  readonly path: string;
  readonly text: string | undefined;
}

/** A value that follows from a whole corpus; the constant that declares it is also its key. */
export type Derivation<T> = DerivedAtOnce<T> | DerivedInSteps<T>;

interface DerivedAtOnce<T> {
  readonly name: string;
  /**
   * Must give the same result with and without `previous`, which is the value of an earlier snapshot and may be used
   * up (an index may be taken over and changed): the earlier snapshot then derives its own again if it is asked.
   */
  derive(corpus: Corpus, previous: Derived<T> | undefined): T;
}

interface DerivedInSteps<T> {
  readonly name: string;
  /** The same for what takes long: requests can be answered beside it. */
  steps(corpus: Corpus, previous: Derived<T> | undefined): Steps<T>;
  /** For a value that is worth keeping on disk. */
  readonly saved?: Saved<T>;
}

/** How a value that was dear to make is kept from one session to the next. */
export interface Saved<T> {
  /**
   * `undefined` where a later snapshot has taken the value over. Arrays are not copied: what is packed holds as long as no
   * later snapshot derives its own.
   */
  save(value: T, corpus: Corpus): Steps<Packed | undefined> | undefined;
  /**
   * `corpus` has the same documents as the one that was saved. The arrays may be changed later on.
   * @throws where something is missing; the value is then derived.
   */
  restore(packed: Packed, corpus: Corpus): Steps<T>;
}

export interface Derived<T> {
  readonly corpus: Corpus;
  readonly value: T;
}

/** What one snapshot changed of the one before, by the serial of that. */
interface Step {
  readonly before: number;
  readonly changed: readonly string[];
}

/** Steps that a snapshot remembers; for what lies farther back, all documents are compared. */
const MOST_STEPS = 64;

let snapshots = 0;

/**
 * All documents of a folder as one immutable snapshot. `apply` returns the next one, which shares every document that
 * did not change, and every paragraph that did not. Derived values are computed when asked for, at most once.
 */
export class Corpus {
  /** In the order of their paths, so that no result can depend on the order of arrival. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly manifest: Manifest;
  readonly resources: Resources;
  /** Tells snapshots apart without holding on to them. */
  readonly serial = ++snapshots;
  readonly #values = new Map<Derivation<unknown>, unknown>();
  /** Begun in steps; whoever needs the value does the rest at once. */
  readonly #begun = new Map<Derivation<unknown>, Steps<unknown>>();
  readonly #inherited: Map<Derivation<unknown>, Derived<unknown>>;
  /** How it came about, the last one last. */
  readonly #steps: readonly Step[];

  private constructor(
    documents: ReadonlyMap<string, Document>,
    manifest: Manifest,
    resources: Resources,
    inherited: Map<Derivation<unknown>, Derived<unknown>>,
    steps: readonly Step[] = [],
  ) {
    this.#steps = steps;
    this.documents = documents;
    this.manifest = manifest;
    this.resources = resources;
    this.#inherited = inherited;
  }

  static empty(resources: Resources, manifest: Manifest = emptyManifest): Corpus {
    return new Corpus(new Map(), manifest, resources, new Map());
  }

  /** A snapshot of these documents, for which nothing is derived yet. */
  static of(documents: Iterable<Document>, resources: Resources, manifest: Manifest): Corpus {
    const ordered = [...documents].sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Corpus(new Map(ordered.map((document) => [document.path, document])), manifest, resources, new Map());
  }

  apply(changes: readonly Change[]): Corpus {
    const documents = new Map(this.documents);
    let isSorted = true;
    for (const { path, text } of changes) {
      const previous = documents.get(path);
      if (text === undefined) documents.delete(path);
      else {
        isSorted &&= previous !== undefined;
        documents.set(path, parse(path, text, previous));
      }
    }
    const ordered = isSorted ? documents : new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1)));
    const changed = changes.map(({ path }) => path);
    return new Corpus(ordered, this.manifest, this.resources, this.#legacy(), this.#stepsWith(changed));
  }

  #stepsWith(changed: readonly string[]): readonly Step[] {
    return [...this.#steps.slice(1 - MOST_STEPS), { before: this.serial, changed }];
  }

  /**
   * The same documents under another manifest. Derived values are not handed on, since any of them may depend on it,
   * except where only words and severities differ: these are for the rules alone.
   */
  withManifest(manifest: Manifest, differsInWordsOnly = false): Corpus {
    const inherited = differsInWordsOnly ? this.#legacy() : new Map<Derivation<unknown>, Derived<unknown>>();
    return new Corpus(this.documents, manifest, this.resources, inherited, this.#stepsWith([]));
  }

  get<T>(derivation: Derivation<T>): T {
    if (!this.#values.has(derivation)) finish(this.prepare(derivation));
    return this.#values.get(derivation) as T;
  }

  /**
   * Derives in steps what `get` then has at hand. Whoever breaks off leaves the rest to the next who asks, of this
   * snapshot or a later one.
   */
  *prepare<T>(derivation: Derivation<T>): Steps<void> {
    while (!this.#values.has(derivation)) {
      const steps = this.#begun.get(derivation) ?? this.#derive(derivation);
      this.#begun.set(derivation, steps);
      try {
        const step = steps.next();
        if (!step.done) {
          yield step.value;
          continue;
        }
        this.#values.set(derivation, step.value);
      } catch (error) {
        this.#begun.delete(derivation);
        throw error;
      }
      this.#begun.delete(derivation);
    }
  }

  *#derive<T>(derivation: Derivation<T>): Steps<T> {
    const previous = this.#inherited.get(derivation) as Derived<T> | undefined;
    this.#inherited.delete(derivation);
    // The snapshot before may not have come to the end of its own.
    if (previous) yield* previous.corpus.prepare(derivation);
    if ('derive' in derivation) return derivation.derive(this, previous);
    return yield* derivation.steps(this, previous);
  }

  /** Whether a value is at hand, or one of an earlier snapshot to build on. */
  knows(derivation: Derivation<unknown>): boolean {
    return [this.#values, this.#begun, this.#inherited].some((map) => map.has(derivation));
  }

  /** A value that is at hand, packed; nothing is derived for its sake. */
  *save<T>(derivation: Derivation<T>): Steps<Packed | undefined> {
    if (!('saved' in derivation) || !this.#values.has(derivation)) return undefined;
    const steps = derivation.saved.save(this.#values.get(derivation) as T, this);
    return steps && (yield* steps);
  }

  /** Takes over a value that was saved of a corpus of the same documents. @throws as `Saved.restore` does. */
  *restore<T>(derivation: Derivation<T>, packed: Packed): Steps<void> {
    if ('saved' in derivation) this.#values.set(derivation, yield* derivation.saved.restore(packed, this));
  }

  document(path: string): Document | undefined {
    return this.documents.get(path);
  }

  /** The words of a place; none where the text is gone. */
  textAt({ path, start, end }: Place): string {
    return this.document(path)?.text.slice(start, end) ?? '';
  }

  /** Texts being written: checked against the sources, but never evidence themselves. */
  isDraft(path: string): boolean {
    return this.manifest.isDraft(path);
  }

  /** Paths whose document differs between the snapshots, vanished ones included, in order. */
  changedSince(earlier: Corpus): string[] {
    const since = this.#steps.findLastIndex(({ before }) => before === earlier.serial);
    const steps = this.#steps.slice(since);
    const candidates =
      since < 0 ? [...this.documents.keys(), ...earlier.documents.keys()] : steps.flatMap((step) => step.changed);
    const differs = (path: string) => earlier.documents.get(path) !== this.documents.get(path);
    return [...new Set(candidates)].filter(differs).sort();
  }

  /** What the next snapshot may build on: values of this one, and those this one never had to ask for. */
  #legacy(): Map<Derivation<unknown>, Derived<unknown>> {
    const legacy = new Map(this.#inherited);
    for (const derivation of [...this.#values.keys(), ...this.#begun.keys()]) {
      legacy.set(derivation, new Inheritance(this, derivation));
    }
    return legacy;
  }
}

/** A value of an earlier snapshot, which it may still have to make. */
class Inheritance<T> implements Derived<T> {
  constructor(
    readonly corpus: Corpus,
    private readonly derivation: Derivation<T>,
  ) {}

  get value(): T {
    return this.corpus.get(this.derivation);
  }
}
