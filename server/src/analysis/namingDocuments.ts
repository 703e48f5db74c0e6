import type { NamedDocument } from './nameIndex.js';

/** Which documents name each person, so that nobody has to look through all of them for one. */
export class NamingDocuments {
  readonly #documents: readonly NamedDocument[];
  /** Indexes of documents; those of person `p` from `#first[p]` up to `#first[p + 1]`. */
  readonly #first: Int32Array;
  readonly #indexes: Int32Array;

  constructor(documents: Iterable<NamedDocument>) {
    this.#documents = [...documents];
    let last = -1;
    for (const { owners } of this.#documents) for (const id of owners.people) last = Math.max(last, id);
    this.#first = new Int32Array(last + 2);
    this.#forEach((id) => (this.#first[id + 1] = (this.#first[id + 1] ?? 0) + 1));
    for (let id = 0; id <= last; id++) this.#first[id + 1] = (this.#first[id + 1] ?? 0) + (this.#first[id] ?? 0);
    this.#indexes = new Int32Array(this.#first[last + 1] ?? 0);
    const next = this.#first.slice();
    this.#forEach((id, index) => {
      const place = next[id] ?? 0;
      this.#indexes[place] = index;
      next[id] = place + 1;
    });
  }

  /** In the order in which they were given. */
  of(id: number): NamedDocument[] {
    const indexes = this.#indexes.subarray(this.#first[id] ?? 0, this.#first[id + 1] ?? 0);
    return Array.from(indexes).flatMap((index) => this.#documents[index] ?? []);
  }

  /** Each person once for each document. */
  #forEach(take: (id: number, index: number) => void): void {
    const seen = new Int32Array(this.#first.length).fill(-1);
    for (const [index, { owners }] of this.#documents.entries()) {
      for (const id of owners.people) {
        if (id < 0 || seen[id] === index) continue;
        seen[id] = index;
        take(id, index);
      }
    }
  }
}
