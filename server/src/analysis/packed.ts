import { each, type Steps } from './steps.js';

/** A value as flat arrays and lists of words, each by name: what lies on disk. */
export type Packed = Readonly<Record<string, Int32Array<ArrayBuffer> | readonly string[]>>;

export function numbersIn(packed: Packed, name: string): Int32Array<ArrayBuffer> {
  const found = packed[name];
  if (found instanceof Int32Array) return found;
  throw new Error(`there are no numbers ${name}`);
}

export function wordsIn(packed: Packed, name: string): readonly string[] {
  const found = packed[name];
  if (found && !(found instanceof Int32Array)) return found;
  throw new Error(`there are no words ${name}`);
}

/** Rows of numbers end to end; row `r` from `first[r]` up to `first[r + 1]`. */
export interface Rows {
  readonly first: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
}

/** One row for each of `size` items. */
export function* packRows<T>(items: Iterable<T>, size: number, row: (item: T) => ArrayLike<number>): Steps<Rows> {
  const first = new Int32Array(size + 1);
  const rows: ArrayLike<number>[] = [];
  yield* each(items, 2 * size, (item) => {
    const numbers = row(item);
    first[rows.length + 1] = (first[rows.length] ?? 0) + numbers.length;
    rows.push(numbers);
  });
  const packed = new Int32Array(first[size] ?? 0);
  yield* each(rows.keys(), size, (index) => packed.set(rows[index] ?? [], first[index]), [0.5, 1]);
  return { first, items: packed };
}

export function rowOf({ first, items }: Rows, index: number): Int32Array<ArrayBuffer> {
  return items.subarray(first[index], first[index + 1]);
}

/** Numbers of the documents of a corpus, in their order. */
export function documentNumbers(documents: ReadonlyMap<string, unknown>): Map<string, number> {
  return new Map([...documents.keys()].map((path, number) => [path, number]));
}

/**
 * What is known of each of many words, as it was packed: a reader asks for few of them, so each is unpacked when it is
 * first asked for.
 */
export class PackedWords {
  readonly #rows = new Map<string, number>();

  /** `paths` are those of the documents when it was packed. */
  constructor(
    words: readonly string[],
    private readonly rows: Rows,
    private readonly paths: readonly string[],
  ) {
    for (const [row, word] of words.entries()) this.#rows.set(word, row);
  }

  /** Those that nobody took. */
  get words(): Iterable<string> {
    return this.#rows.keys();
  }

  /** The numbers of a word that nobody took. */
  get(word: string): Int32Array | undefined {
    const row = this.#rows.get(word);
    return row === undefined ? undefined : rowOf(this.rows, row);
  }

  /** The numbers of a word, which is not kept here any longer. */
  take(word: string): Int32Array | undefined {
    const numbers = this.get(word);
    this.#rows.delete(word);
    return numbers;
  }

  path(number: number): string {
    return this.paths[number] ?? '';
  }
}
