/** Entries from which on those that are strewn are worth laying in order, and their share of those that are. */
const FEWEST_RECENT = 1 << 12;
const RECENT_SHARE = 1;
/** The owner of an entry that was taken out. Owners are no less than 0. */
const GONE = -1;

/**
 * Which owners hold which keys, in flat arrays, since an index of Maps and Sets takes ten times the memory. Most entries
 * lie in the order of their buckets, so that those of one key are read from one place in memory; what was added lately is
 * chained, and laid in order when it has become much. Owners are small numbers that the caller gives out.
 */
export class Postings {
  /** Entries of bucket `b`, in order, from `#starts[b]` up to `#starts[b + 1]`. */
  #starts = new Int32Array(2);
  #keys = new Int32Array(0);
  #owners = new Int32Array(0);
  #ordered = 0;
  /** Those added since: the first of each bucket, and the next of each. */
  #heads = new Int32Array(FEWEST_RECENT).fill(-1);
  #recentKeys = new Int32Array(FEWEST_RECENT);
  #recentOwners = new Int32Array(FEWEST_RECENT);
  #next = new Int32Array(FEWEST_RECENT);
  /** Recent entries in use, and those that were and are free again, chained through `#next`. */
  #used = 0;
  #free = -1;
  #recent = 0;

  get size(): number {
    return this.#ordered + this.#recent;
  }

  add(key: number, owner: number): void {
    if (this.#recent >= Math.max(FEWEST_RECENT, RECENT_SHARE * this.#ordered)) this.settle();
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry] ?? -1;
    else {
      entry = this.#used++;
      if (entry >= this.#next.length) this.#growRecent();
    }
    this.#recent++;
    this.#recentKeys[entry] = key;
    this.#recentOwners[entry] = owner;
    this.#link(entry);
  }

  /** Takes out one entry of `key` that belongs to `owner`, if there is one. */
  remove(key: number, owner: number): void {
    if (!this.#removeRecent(key, owner)) this.#removeOrdered(key, owner);
  }

  /**
   * Writes the owners of `key` to `into`, in no particular order, and returns how many there are; −1, where there are
   * more than it has room for.
   */
  read(key: number, into: Int32Array): number {
    let count = 0;
    const hash = hashOf(key);
    const bucket = hash & (this.#starts.length - 2);
    const end = this.#starts[bucket + 1] ?? 0;
    for (let entry = this.#starts[bucket] ?? 0; entry < end; entry++) {
      const owner = this.#owners[entry] ?? GONE;
      if (this.#keys[entry] !== key || owner === GONE) continue;
      if (count === into.length) return -1;
      into[count++] = owner;
    }
    if (this.#recent === 0) return count;
    for (let entry = this.#heads[hash & (this.#heads.length - 1)] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
      if (this.#recentKeys[entry] !== key) continue;
      if (count === into.length) return -1;
      into[count++] = this.#recentOwners[entry] ?? 0;
    }
    return count;
  }

  /** Lays all entries in order, which takes as long as going through all of them. */
  settle(): void {
    const count = this.size;
    const [keys, owners] = [new Int32Array(count), new Int32Array(count)];
    let buckets = 1;
    while (buckets < count) buckets *= 2;
    const starts = new Int32Array(buckets + 1);
    const parts = [
      { keys: this.#keys, owners: this.#owners },
      { keys: this.#recentKeys.subarray(0, this.#used), owners: this.#recentOwners },
    ];
    for (const part of parts) {
      for (let entry = 0; entry < part.keys.length; entry++) {
        if (part.owners[entry] === GONE) continue;
        const bucket = hashOf(part.keys[entry] ?? 0) & (buckets - 1);
        starts[bucket] = (starts[bucket] ?? 0) + 1;
      }
    }
    // Each becomes the end of its bucket, and then, filled from behind, its start.
    for (let bucket = 1; bucket <= buckets; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (const part of parts) {
      for (let entry = 0; entry < part.keys.length; entry++) {
        const owner = part.owners[entry] ?? GONE;
        if (owner === GONE) continue;
        const key = part.keys[entry] ?? 0;
        const bucket = hashOf(key) & (buckets - 1);
        const place = (starts[bucket] ?? 0) - 1;
        starts[bucket] = place;
        keys[place] = key;
        owners[place] = owner;
      }
    }
    [this.#starts, this.#keys, this.#owners, this.#ordered] = [starts, keys, owners, count];
    this.#heads = new Int32Array(FEWEST_RECENT).fill(-1);
    this.#recentKeys = new Int32Array(FEWEST_RECENT);
    this.#recentOwners = new Int32Array(FEWEST_RECENT);
    this.#next = new Int32Array(FEWEST_RECENT);
    [this.#used, this.#free, this.#recent] = [0, -1, 0];
  }

  #removeRecent(key: number, owner: number): boolean {
    const bucket = hashOf(key) & (this.#heads.length - 1);
    let before = -1;
    for (let entry = this.#heads[bucket] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
      if (this.#recentKeys[entry] === key && this.#recentOwners[entry] === owner) {
        const after = this.#next[entry] ?? -1;
        if (before < 0) this.#heads[bucket] = after;
        else this.#next[before] = after;
        this.#next[entry] = this.#free;
        this.#free = entry;
        this.#recentOwners[entry] = GONE;
        this.#recent--;
        return true;
      }
      before = entry;
    }
    return false;
  }

  #removeOrdered(key: number, owner: number): void {
    const bucket = hashOf(key) & (this.#starts.length - 2);
    const end = this.#starts[bucket + 1] ?? 0;
    for (let entry = this.#starts[bucket] ?? 0; entry < end; entry++) {
      if (this.#keys[entry] !== key || this.#owners[entry] !== owner) continue;
      this.#owners[entry] = GONE;
      this.#ordered--;
      return;
    }
  }

  #link(entry: number): void {
    const bucket = hashOf(this.#recentKeys[entry] ?? 0) & (this.#heads.length - 1);
    this.#next[entry] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = entry;
  }

  #growRecent(): void {
    const room = this.#next.length * 2;
    this.#recentKeys = grown(this.#recentKeys, room);
    this.#recentOwners = grown(this.#recentOwners, room);
    const before = this.#next;
    this.#next = new Int32Array(room);
    const heads = this.#heads;
    this.#heads = new Int32Array(room).fill(-1);
    for (const head of heads) {
      for (let entry = head; entry >= 0;) {
        const after = before[entry] ?? -1;
        this.#link(entry);
        entry = after;
      }
    }
  }
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 0;
}

function grown(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(array);
  return larger;
}
