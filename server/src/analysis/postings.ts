/**
 * Which owners hold which keys: a hash table with chains, laid out in flat arrays, since an index of Maps and Sets takes
 * ten times the memory. Owners are small numbers that the caller gives out.
 */
export class Postings {
  #heads = new Int32Array(1 << 12).fill(-1);
  #keys = new Int32Array(1 << 12);
  #owners = new Int32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  /** Entries in use, and those that were and are free again, chained through `#next`. */
  #used = 0;
  #free = -1;
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(key: number, owner: number): void {
    if (this.#count >= this.#heads.length) this.#widen();
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry] ?? -1;
    else {
      entry = this.#used++;
      if (entry >= this.#keys.length) {
        this.#keys = grown(this.#keys);
        this.#owners = grown(this.#owners);
        this.#next = grown(this.#next);
      }
    }
    this.#count++;
    this.#keys[entry] = key;
    this.#owners[entry] = owner;
    this.#link(entry);
  }

  /** Takes out one entry of `key` that belongs to `owner`, if there is one. */
  remove(key: number, owner: number): void {
    const bucket = this.#bucket(key);
    let before = -1;
    for (let entry = this.#heads[bucket] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
      if (this.#keys[entry] === key && this.#owners[entry] === owner) {
        const after = this.#next[entry] ?? -1;
        if (before < 0) this.#heads[bucket] = after;
        else this.#next[before] = after;
        this.#next[entry] = this.#free;
        this.#free = entry;
        this.#count--;
        return;
      }
      before = entry;
    }
  }

  /**
   * Writes the owners of `key` to `into`, in no particular order, and returns how many there are; −1, where there are
   * more than it has room for.
   */
  read(key: number, into: Int32Array): number {
    let count = 0;
    for (let entry = this.#heads[this.#bucket(key)] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
      if (this.#keys[entry] !== key) continue;
      if (count === into.length) return -1;
      into[count++] = this.#owners[entry] ?? 0;
    }
    return count;
  }

  #bucket(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 0) & (this.#heads.length - 1);
  }

  #link(entry: number): void {
    const bucket = this.#bucket(this.#keys[entry] ?? 0);
    this.#next[entry] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = entry;
  }

  #widen(): void {
    const old = this.#heads;
    const next = this.#next;
    this.#heads = new Int32Array(old.length * 2).fill(-1);
    for (const head of old) {
      for (let entry = head; entry >= 0;) {
        const after = next[entry] ?? -1;
        this.#link(entry);
        entry = after;
      }
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
