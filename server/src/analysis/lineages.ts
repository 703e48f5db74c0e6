import { copyIndex } from './copyIndex.js';
import type { Corpus, Derivation } from './corpus.js';
import { parallels } from './parallels.js';
import { finish, type Steps } from './steps.js';
import { witnesses } from './witnesses.js';

/** Which documents are one source: copies and light rewritings of one text, as five papers print one wire. */
export interface Lineages {
  /** The name of a document's lineage: that of the manifest, or else the first path in it. */
  of(path: string): string;
  /** The documents of its lineage, itself included, in order. */
  members(path: string): readonly string[];
  /** Whether two documents are of one lineage; looks no further than that of the first. */
  areOne(path: string, other: string): boolean;
  /** Finds the lineages of a document and of all that share passages with it, so that they are at hand. */
  prepare(path: string): Steps<void>;
  /** Finds the lineages of these documents, so that they are at hand. */
  prepareEach(paths: readonly string[]): Steps<void>;
  /** How many sources these documents amount to. */
  count(paths: Iterable<string>): number;
}

class CopiedTexts implements Lineages {
  readonly #members = new Map<string, readonly string[]>();

  constructor(private readonly corpus: Corpus) {}

  of(path: string): string {
    return this.#pinned(path) ?? this.members(path)[0] ?? path;
  }

  count(paths: Iterable<string>): number {
    return new Set(Array.from(paths, (path) => this.of(path))).size;
  }

  members(path: string): readonly string[] {
    return this.#members.get(path) ?? finish(this.#walk(path));
  }

  areOne(path: string, other: string): boolean {
    // All members share one list.
    return this.members(path) === this.#members.get(other);
  }

  prepare(path: string): Steps<void> {
    return this.prepareEach([path, ...this.corpus.get(parallels).partnersOf(path)]);
  }

  *prepareEach(paths: readonly string[]): Steps<void> {
    yield* this.corpus.prepare(copyIndex);
    for (const [done, one] of paths.entries()) {
      if (!this.#members.has(one)) yield* this.#walk(one);
      yield done / paths.length;
    }
  }

  /** Walks from copy to copy, so that only the documents at hand are compared. */
  *#walk(path: string): Steps<readonly string[]> {
    const lineage = this.#pinned(path);
    const found = new Set([path]);
    for (const one of found) {
      const near =
        lineage === undefined ? yield* this.corpus.get(copyIndex).copiesInSteps(one) : this.#allPinned(lineage);
      for (const other of near) if (this.#pinned(other) === lineage) found.add(other);
      yield 0;
    }
    const members = [...found].sort();
    for (const member of members) this.#members.set(member, members);
    return members;
  }

  #pinned(path: string): string | undefined {
    return this.corpus.get(witnesses).get(path)?.lineage;
  }

  #allPinned(lineage: string): string[] {
    return [...this.corpus.get(witnesses).values()].filter((one) => one.lineage === lineage).map(({ path }) => path);
  }
}

/** Depends on copies and the manifest, both cached where they are made. */
export const lineages: Derivation<Lineages> = {
  name: 'lineages',
  derive: (corpus) => new CopiedTexts(corpus),
};
