import type { Stems } from './stems.js';
import type { Units } from './units.js';

/** A stem is worth a key where less than this share of sentences has it. */
const COMMON_STEM = 0.15;
/** Of each unit its rarest stems, in pairs: two texts that share a pair share more than a topic. */
const STEMS_OF_UNIT = 8;
/** A pair that stands in more documents than this is boilerplate. */
const MOST_DOCUMENTS = 48;
/** Evidence of shared pairs below which two documents are not compared. */
const LEAST_EVIDENCE = 1.5;

/**
 * Finds documents that may share passages, before anything is aligned (after passim: candidates from an index without
 * the common keys). The keys of a unit depend on the unit alone, so a document is put in and taken out by itself.
 */
export class PassageIndex {
  /** Documents of a key: one number while there is only one. */
  readonly #postings = new Map<number, number | number[]>();
  readonly #keys = new Map<number, Int32Array>();
  readonly #numbers = new Map<string, number>();
  readonly #paths: string[] = [];

  constructor(private readonly stems: Stems) {}

  add(path: string, units: Units): void {
    let number = this.#numbers.get(path);
    if (number === undefined) {
      number = this.#paths.length;
      this.#paths.push(path);
      this.#numbers.set(path, number);
    }
    const keys = this.#keysOf(units);
    this.#keys.set(number, keys);
    for (const key of keys) {
      const posting = this.#postings.get(key);
      if (posting === undefined) this.#postings.set(key, number);
      else if (typeof posting === 'number') this.#postings.set(key, [posting, number]);
      else posting.push(number);
    }
  }

  remove(path: string): void {
    const number = this.#numbers.get(path);
    if (number === undefined) return;
    for (const key of this.#keys.get(number) ?? []) {
      const posting = this.#postings.get(key);
      if (typeof posting === 'number') this.#postings.delete(key);
      else if (posting) {
        const rest = posting.filter((other) => other !== number);
        this.#postings.set(key, rest.length === 1 ? (rest[0] ?? 0) : rest);
      }
    }
    this.#keys.delete(number);
  }

  /** Documents with enough in common with `path`, the nearest first, then by path. */
  near(path: string): string[] {
    const number = this.#numbers.get(path);
    return this.#ranked(number, this.#keys.get(number ?? -1) ?? [], LEAST_EVIDENCE);
  }

  /** Documents that share a key with one unit of `path`, the nearest first, then by path. */
  nearUnit(path: string, units: Units, unit: number): string[] {
    return this.#ranked(this.#numbers.get(path), this.#keysOfUnit(units, unit), 0);
  }

  #ranked(number: number | undefined, keys: Iterable<number>, least: number): string[] {
    const evidence = new Map<number, number>();
    for (const key of keys) {
      const posting = this.#postings.get(key);
      if (posting === undefined || typeof posting === 'number' || posting.length > MOST_DOCUMENTS) continue;
      const weight = 1 / Math.log2(posting.length + 1);
      for (const other of posting) if (other !== number) evidence.set(other, (evidence.get(other) ?? 0) + weight);
    }
    return [...evidence]
      .filter(([, weight]) => weight >= least)
      .map(([other, weight]) => ({ path: this.#paths[other] ?? '', weight: Math.round(weight * 1e6) }))
      .sort((a, b) => b.weight - a.weight || (a.path < b.path ? -1 : 1))
      .map((found) => found.path);
  }

  #keysOf(units: Units): Int32Array {
    const keys = new Set<number>();
    for (let unit = 0; unit < units.count; unit++) for (const key of this.#keysOfUnit(units, unit)) keys.add(key);
    return Int32Array.from(keys);
  }

  #keysOfUnit({ firstStem, stems }: Units, unit: number): number[] {
    const rare: number[] = [];
    for (let at = firstStem[unit] ?? 0; at < (firstStem[unit + 1] ?? 0); at++) {
      const stem = stems[at] ?? 0;
      if (this.stems.chance(stem) < COMMON_STEM) rare.push(stem);
    }
    rare.sort((a, b) => this.stems.chance(a) - this.stems.chance(b) || this.stems.orderOf(a) - this.stems.orderOf(b));
    const orders = rare.slice(0, STEMS_OF_UNIT).map((stem) => this.stems.orderOf(stem));
    orders.sort((a, b) => a - b);
    return orders.flatMap((first, index) =>
      orders.slice(index + 1).map((second) => Math.imul(first, 31) ^ Math.imul(second, 0x9e3779b1)),
    );
  }
}
