/** A set of numbers of a table, for asking of every name of a corpus whether it is in it. */
export class NameMarks {
  #marks = new Uint8Array(0);
  readonly #few: number[] = [];
  #isEmpty = true;

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  add(id: number): void {
    if (id >= this.#marks.length) {
      const marks = new Uint8Array(Math.max(1024, id * 2));
      marks.set(this.#marks);
      this.#marks = marks;
    }
    this.#marks[id] = 1;
    if (this.#few.length <= MOST_ASKED) this.#few.push(id);
    this.#isEmpty = false;
  }

  has(id: number): boolean {
    return this.#marks[id] === 1;
  }

  /** Whether one of them may be among the numbers of a sketch: `false` is certain. Always `true` where they are many. */
  mayBeIn(sketch: NameSketch): boolean {
    return this.#few.length > MOST_ASKED || this.#few.some((id) => (sketch[wordOf(id)] ?? 0) & bitOf(id));
  }
}

/** Which numbers a text has, one bit for each: a Bloom filter of one hash (Bloom, CACM 13.7, 1970). */
export type NameSketch = Uint32Array;

/** More marks than this are in most texts anyway. */
const MOST_ASKED = 64;
/** A text of five kilobytes has some two hundred numbers, and so sets a tenth of them. */
const BITS = 2048;

export function sketchOf(ids: Iterable<number>): NameSketch {
  const sketch = new Uint32Array(BITS / 32);
  for (const id of ids) {
    const word = wordOf(id);
    sketch[word] = (sketch[word] ?? 0) | bitOf(id);
  }
  return sketch;
}

/** The multiplier is 2³² by the golden ratio, which spreads neighbours (Knuth, TAOCP 3, 6.4). */
function hashOf(id: number): number {
  return Math.imul(id, 0x9e3779b1) >>> 21;
}

function wordOf(id: number): number {
  return hashOf(id) >>> 5;
}

function bitOf(id: number): number {
  return 1 << (hashOf(id) & 31);
}
