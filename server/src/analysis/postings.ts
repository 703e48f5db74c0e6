import { grown } from './grown.js';
import { numbersIn, type Packed } from './packed.js';
import { finish, type Steps } from './steps.js';

/** Fewest entries that are worth laying in order. */
const FEWEST_RECENT = 1 << 12;
/** Entries of a bucket that lie side by side: a few are read as quickly as one, and the starts of many take room. */
const ENTRIES_OF_BUCKET = 8;
const ENTRIES_OF_STEP = 1 << 16;
/** The owner of an entry that was taken out. Owners are no less than 0. */
const GONE = -1;

/**
 * Which owners hold which keys, in flat arrays, since an index of Maps and Sets takes ten times the memory. Most entries
 * lie in the order of their buckets, so that those of one key are read from one place in memory; what was added lately is
 * chained, and laid in order where it is more than that, both when something is first looked up. Owners are small numbers
 * that the caller gives out.
 */
export class Postings {
  /** Key and owner of each entry in order; those of bucket `b` from entry `#starts[b]` up to `#starts[b + 1]`. */
  #starts = new Int32Array(2);
  #entries = new Int32Array(0);
  #ordered = 0;
  /** Those added since: the first of each bucket, and the next of each. */
  #heads = new Int32Array(FEWEST_RECENT).fill(-1);
  #recentKeys = new Int32Array(FEWEST_RECENT);
  #recentOwners = new Int32Array(FEWEST_RECENT);
  #next = new Int32Array(FEWEST_RECENT);
  /** Recent entries in use, those of them that are chained, and those that are free again, chained through `#next`. */
  #used = 0;
  #chained = 0;
  #free = -1;
  #recent = 0;

  /** What `save` packed. */
  static restored(packed: Packed): Postings {
    const postings = new Postings();
    postings.#starts = numbersIn(packed, 'starts');
    postings.#entries = numbersIn(packed, 'entries');
    const [ordered = 0] = numbersIn(packed, 'ordered');
    postings.#ordered = ordered;
    const recent = numbersIn(packed, 'recent');
    for (let at = 0; at < recent.length; at += 2) postings.add(recent[at] ?? 0, recent[at + 1] ?? 0);
    return postings;
  }

  save(): Packed {
    const recent: number[] = [];
    for (let entry = 0; entry < this.#used; entry++) {
      const owner = this.#recentOwners[entry] ?? GONE;
      if (owner !== GONE) recent.push(this.#recentKeys[entry] ?? 0, owner);
    }
    return {
      starts: this.#starts,
      entries: this.#entries,
      ordered: Int32Array.of(this.#ordered),
      recent: Int32Array.from(recent),
    };
  }

  get size(): number {
    return this.#ordered + this.#recent;
  }

  add(key: number, owner: number): void {
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry] ?? -1;
    else {
      entry = this.#used++;
      if (entry >= this.#recentKeys.length) {
        this.#recentKeys = grown(this.#recentKeys, 2 * entry);
        this.#recentOwners = grown(this.#recentOwners, 2 * entry);
      }
    }
    this.#recent++;
    this.#recentKeys[entry] = key;
    this.#recentOwners[entry] = owner;
    if (entry < this.#chained) this.#chain(entry);
  }

  /** Takes out one entry of `key` that belongs to `owner`, if there is one. */
  remove(key: number, owner: number): void {
    this.#chainAdded();
    if (!this.#removeRecent(key, owner)) this.#removeOrdered(key, owner);
  }

  /**
   * Writes the owners of `key` to `into`, in no particular order, and returns how many there are; −1, where there are
   * more than it has room for.
   */
  read(key: number, into: Int32Array): number {
    this.#chainAdded();
    let count = 0;
    const hash = hashOf(key);
    const bucket = hash & (this.#starts.length - 2);
    const end = this.#starts[bucket + 1] ?? 0;
    for (let entry = this.#starts[bucket] ?? 0; entry < end; entry++) {
      if (this.#entries[2 * entry] !== key) continue;
      const owner = this.#entries[2 * entry + 1] ?? GONE;
      if (owner === GONE) continue;
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

  /** Lays all entries in order, which takes as long as going through all of them; nobody may change them meanwhile. */
  *settle(): Steps<void> {
    const count = this.size;
    let buckets = 1;
    while (buckets * ENTRIES_OF_BUCKET < count) buckets *= 2;
    const [starts, entries] = [new Int32Array(buckets + 1), new Int32Array(2 * count)];
    yield* this.#forEach((key) => {
      const bucket = hashOf(key) & (buckets - 1);
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    });
    // Each becomes the end of its bucket, and then, filled from behind, its start.
    for (let bucket = 1; bucket <= buckets; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    yield* this.#forEach((key, owner) => {
      const bucket = hashOf(key) & (buckets - 1);
      const place = (starts[bucket] ?? 0) - 1;
      starts[bucket] = place;
      entries[2 * place] = key;
      entries[2 * place + 1] = owner;
    });
    [this.#starts, this.#entries, this.#ordered] = [starts, entries, count];
    this.#heads = new Int32Array(FEWEST_RECENT).fill(-1);
    this.#recentKeys = new Int32Array(FEWEST_RECENT);
    this.#recentOwners = new Int32Array(FEWEST_RECENT);
    this.#next = new Int32Array(FEWEST_RECENT);
    [this.#used, this.#chained, this.#free, this.#recent] = [0, 0, -1, 0];
  }

  *#forEach(take: (key: number, owner: number) => void): Steps<void> {
    const ordered = this.#entries.length / 2;
    for (let entry = 0; entry < ordered; entry++) {
      const owner = this.#entries[2 * entry + 1] ?? GONE;
      if (owner !== GONE) take(this.#entries[2 * entry] ?? 0, owner);
      if (entry % ENTRIES_OF_STEP === 0) yield 0;
    }
    for (let entry = 0; entry < this.#used; entry++) {
      const owner = this.#recentOwners[entry] ?? GONE;
      if (owner !== GONE) take(this.#recentKeys[entry] ?? 0, owner);
      if (entry % ENTRIES_OF_STEP === 0) yield 0;
    }
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
      if (this.#entries[2 * entry] !== key || this.#entries[2 * entry + 1] !== owner) continue;
      this.#entries[2 * entry + 1] = GONE;
      this.#ordered--;
      return;
    }
  }

  /** Makes what was added since something was last looked up easy to find. */
  #chainAdded(): void {
    if (this.#chained === this.#used) return;
    if (this.#recent >= Math.max(FEWEST_RECENT, this.#ordered)) {
      finish(this.settle());
      return;
    }
    if (this.#used > this.#heads.length) {
      const room = this.#recentKeys.length;
      this.#next = grown(this.#next, room);
      this.#heads = new Int32Array(room).fill(-1);
      for (let entry = 0; entry < this.#chained; entry++) if (this.#recentOwners[entry] !== GONE) this.#chain(entry);
    }
    while (this.#chained < this.#used) this.#chain(this.#chained++);
  }

  #chain(entry: number): void {
    const bucket = hashOf(this.#recentKeys[entry] ?? 0) & (this.#heads.length - 1);
    this.#next[entry] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = entry;
  }
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 0;
}
