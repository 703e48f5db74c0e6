const PARTS = 3;

/**
 * Words and names as small whole numbers, so that what a corpus says of a million of them fits into flat arrays. Which
 * number a name gets depends on what was read before it: numbers tell names apart and must never order them.
 */
export class NameTable {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #sizes: number[] = [];

  /** A table that numbers these names as the one did from which `texts` and `parts` come. */
  static of(texts: readonly string[], parts: Int32Array): NameTable {
    const table = new NameTable();
    for (const [id, text] of texts.entries()) {
      table.#ids.set(text, id);
      table.#texts.push(text);
      table.#firsts.push(parts[PARTS * id] ?? id);
      table.#lasts.push(parts[PARTS * id + 1] ?? id);
      table.#sizes.push(parts[PARTS * id + 2] ?? 0);
    }
    return table;
  }

  get texts(): readonly string[] {
    return this.#texts;
  }

  /** Of each name its first word, its last word and how many it has. */
  parts(): Int32Array<ArrayBuffer> {
    const parts = new Int32Array(PARTS * this.size);
    for (let id = 0; id < this.size; id++) parts.set([this.first(id), this.last(id), this.count(id)], PARTS * id);
    return parts;
  }

  get size(): number {
    return this.#texts.length;
  }

  /** Number of one word, which is a name of one word as well. */
  word(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(word, id);
    this.#texts.push(word);
    this.#firsts.push(id);
    this.#lasts.push(id);
    this.#sizes.push(1);
    return id;
  }

  name(words: readonly string[]): number {
    const [first = ''] = words;
    if (words.length < 2) return this.word(first);
    const text = words.join(' ');
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const firstId = this.word(first);
    const lastId = this.word(words.at(-1) ?? '');
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    this.#firsts.push(firstId);
    this.#lasts.push(lastId);
    this.#sizes.push(words.length);
    return id;
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  words(id: number): string[] {
    return this.text(id).split(' ');
  }

  /** Number of its first word. */
  first(id: number): number {
    return this.#firsts[id] ?? id;
  }

  last(id: number): number {
    return this.#lasts[id] ?? id;
  }

  /** How many words it has. */
  count(id: number): number {
    return this.#sizes[id] ?? 0;
  }
}
