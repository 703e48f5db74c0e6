import { GrowingCounts } from '../core/growingCounts.js';
import { NameMarks } from '../core/nameMarks.js';
import type { NameTable } from '../core/nameTable.js';
import { numbersIn, type Packed } from './packed.js';
import { each, type Steps } from './steps.js';

/**
 * What a document tells the others of the names in it: three numbers for each span that was accepted in the first pass
 * or is a whole run, its name, its score in hundredths, and the flags below.
 */
export type NameClaims = Int32Array;

export const CLAIM = 3;
export const WAS_ACCEPTED = 1;

// Columns. Of last and first words: how many accepted names they end or open, by how sure those are. Sums and counts,
// never a greatest value: so a document can be taken out again.
const LAST = 0;
const FIRST = 3;
const COUNT = 6;
const TOTAL = 7;
const FAIR = 8;
const GOOD = 9;
const SURE = 10;
const COLUMNS = 11;

/** From this many uses on, one more or less does not count in the mean of the others. */
const MANY = 8;

/** What the accepted names of a document, or of the whole corpus, say of the words they are made of. */
export class NameMemory {
  readonly #counts: GrowingCounts;
  readonly #touched = new Map<number, number>();

  /**
   * @param isWatched whether changes will be asked for.
   * @param packed what `save` made with the same table.
   */
  constructor(
    private readonly table: NameTable,
    private readonly isWatched: boolean,
    packed?: Packed,
  ) {
    this.#counts = new GrowingCounts(COLUMNS, packed && numbersIn(packed, 'memory'));
  }

  save(): Packed {
    return { memory: this.#counts.cells(this.table.size) };
  }

  /** Puts the claims of a document in the place of its earlier ones. What both begin and end with is not touched. */
  replace(before: NameClaims, after: NameClaims): void {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start]) start++;
    start -= start % CLAIM;
    let end = 0;
    while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
    end -= end % CLAIM;
    this.add(before.subarray(start, before.length - end), -1);
    this.add(after.subarray(start, after.length - end), 1);
  }

  add(claims: NameClaims, by: 1 | -1): void {
    for (let at = 0; at < claims.length; at += CLAIM) {
      this.#add(claims[at] ?? 0, claims[at + 1] ?? 0, claims[at + 2] ?? 0, by);
    }
  }

  /** Names and words of which it says something else than when this was last asked. */
  *update(): Steps<NameMarks> {
    const changed = new NameMarks();
    yield* each(this.#touched, this.#touched.size, ([id, before]) => {
      const after = this.#digest(id);
      // A mean of few changes with each of them.
      if (after !== before || (this.#counts.get(id, COUNT) <= MANY && this.#counts.get(id, COUNT) > 0)) changed.add(id);
    });
    this.#touched.clear();
    return changed;
  }

  /** How sure the surest name is that ends with a word: 1 to 3, or 0 if none does. */
  asLast(word: number): number {
    return this.#level(word, LAST);
  }

  asFirst(word: number): number {
    return this.#level(word, FIRST);
  }

  /** Whether three names or more end with a word. */
  isOftenLast(word: number): boolean {
    return this.#counts.get(word, LAST) + this.#counts.get(word, LAST + 1) + this.#counts.get(word, LAST + 2) > 2;
  }

  count(name: number): number {
    return this.#counts.get(name, COUNT);
  }

  /** Mean score of the name, without one use of it that scored `own`; `undefined` where there is no other. */
  meanOfOthers(name: number, own: number | undefined): number | undefined {
    const count = this.#counts.get(name, COUNT);
    const total = this.#counts.get(name, TOTAL);
    if (count > MANY) return total / count;
    const others = own === undefined ? count : count - 1;
    return others > 0 ? (total - (own ?? 0)) / others : undefined;
  }

  /** Whether a use of the name scored above 1.5, 2 or 3. */
  isFair(name: number): boolean {
    return this.#counts.get(name, FAIR) > 0;
  }

  isGood(name: number): boolean {
    return this.#counts.get(name, GOOD) > 0;
  }

  isSure(name: number): boolean {
    return this.#counts.get(name, SURE) > 0;
  }

  #add(name: number, score: number, flags: number, by: 1 | -1): void {
    const counts = this.#counts;
    if (flags & WAS_ACCEPTED && this.table.count(name) > 1) {
      const level = levelOf(score) - 1;
      const last = this.#surname(name);
      const first = this.table.first(name);
      if (last !== first) {
        this.#touch(last);
        this.#touch(first);
        counts.add(last, LAST + level, by);
        counts.add(first, FIRST + level, by);
      }
    }
    this.#touch(name);
    counts.add(name, COUNT, by);
    counts.add(name, TOTAL, by * score);
    if (score > 150) counts.add(name, FAIR, by);
    if (score > 200) counts.add(name, GOOD, by);
    if (score > 300) counts.add(name, SURE, by);
  }

  /** The last word that is not Jr. */
  #surname(name: number): number {
    const { table } = this;
    const last = table.last(name);
    if (!/^(?:jr|sr)\.?$/.test(table.text(last))) return last;
    return table.word(table.words(name).at(-2) ?? '');
  }

  #touch(id: number): void {
    if (this.isWatched && !this.#touched.has(id)) this.#touched.set(id, this.#digest(id));
  }

  /** Everything that is ever asked of a name or word with many uses, in one number. */
  #digest(id: number): number {
    const count = this.#counts.get(id, COUNT);
    const flags = [this.isOftenLast(id), this.isFair(id), this.isGood(id), this.isSure(id), count >= 4, count > MANY];
    const mean = count > MANY ? meanLevel(this.meanOfOthers(id, undefined) ?? 0) : 0;
    return flags.reduce((sum, flag) => sum * 2 + Number(flag), this.asLast(id) * 16 + this.asFirst(id) * 4 + mean);
  }

  #level(word: number, column: number): number {
    for (let level = 3; level > 0; level--) if (this.#counts.get(word, column + level - 1) > 0) return level;
    return 0;
  }
}

/** How sure a name is: 1 barely, 2 above 1, 3 above 3. */
export function levelOf(score: number): number {
  return score > 300 ? 3 : score > 100 ? 2 : 1;
}

/** The same for a mean, from 0 (below −2) to 3 (above 2). */
export function meanLevel(mean: number): number {
  return mean > 200 ? 3 : mean > 0 ? 2 : mean > -200 ? 1 : 0;
}
