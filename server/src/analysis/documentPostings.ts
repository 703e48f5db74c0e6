import { wordsIn, type Packed } from './packed.js';
import { Postings } from './postings.js';
import type { Steps } from './steps.js';

/** Postings whose owners are the documents of a corpus, which are numbered as they come and keep their numbers. */
export class DocumentPostings {
  #postings = new Postings();
  readonly #numbers = new Map<string, number>();
  readonly #paths: string[] = [];

  /** What `save` packed. */
  static restored(packed: Packed): DocumentPostings {
    const restored = new DocumentPostings();
    restored.#postings = Postings.restored(packed);
    for (const path of wordsIn(packed, 'paths')) restored.numberOf(path);
    return restored;
  }

  save(): Packed {
    return { ...this.#postings.save(), paths: [...this.#paths] };
  }

  /** The number of a document, a new one where it has none. */
  numberOf(path: string): number {
    let number = this.#numbers.get(path);
    if (number === undefined) this.#numbers.set(path, (number = this.#paths.push(path) - 1));
    return number;
  }

  /** @throws {RangeError} where no document has the number. */
  pathOf(number: number): string {
    const path = this.#paths[number];
    if (path === undefined) throw new RangeError(`no document has the number ${number}`);
    return path;
  }

  add(key: number, number: number): void {
    this.#postings.add(key, number);
  }

  /** See `Postings.remove`. */
  remove(key: number, number: number): void {
    this.#postings.remove(key, number);
  }

  /** See `Postings.read`. */
  read(key: number, into: Int32Array): number {
    return this.#postings.read(key, into);
  }

  /** See `Postings.settle`. */
  settle(): Steps<void> {
    return this.#postings.settle();
  }
}
