/** A set of numbers of a table, for asking of every name of a corpus whether it is in it. */
export class NameMarks {
  #marks = new Uint8Array(0);
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
    this.#isEmpty = false;
  }

  has(id: number): boolean {
    return this.#marks[id] === 1;
  }
}
