/** Whole numbers in rows of a fixed width, one row for each id; rows that nobody wrote are zeros. */
export class GrowingCounts {
  #cells: Int32Array<ArrayBuffer>;

  /** `cells` are those of another one, which is not used any longer. */
  constructor(
    readonly width: number,
    cells?: Int32Array<ArrayBuffer>,
  ) {
    this.#cells = cells ?? new Int32Array(1024 * width);
  }

  /** The rows of the ids below `end`, end to end; not a copy. */
  cells(end: number): Int32Array<ArrayBuffer> {
    return this.#cells.subarray(0, end * this.width);
  }

  get(id: number, column: number): number {
    return this.#cells[id * this.width + column] ?? 0;
  }

  add(id: number, column: number, by: number): void {
    this.#makeRoomFor(id);
    const at = id * this.width + column;
    this.#cells[at] = (this.#cells[at] ?? 0) + by;
  }

  set(id: number, column: number, value: number): void {
    this.#makeRoomFor(id);
    this.#cells[id * this.width + column] = value;
  }

  clear(id: number): void {
    const at = id * this.width;
    if (at < this.#cells.length) this.#cells.fill(0, at, at + this.width);
  }

  #makeRoomFor(id: number): void {
    const wanted = (id + 1) * this.width;
    if (wanted <= this.#cells.length) return;
    const cells = new Int32Array(Math.max(wanted, this.#cells.length * 2));
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
