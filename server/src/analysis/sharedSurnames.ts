import { GrowingCounts } from '../core/growingCounts.js';
import type { NameMarks } from '../core/nameMarks.js';

const MALE = 0;
const FEMALE = 1;

/** Surnames that a corpus gives to Mr and to Mrs: each of them is somebody else. Numbers are those of folded names. */
export class SharedSurnames {
  readonly #titled: GrowingCounts;
  readonly #wereShared = new Map<number, boolean>();

  /** `titled` is of another one, see `titled`. */
  constructor(titled?: Int32Array<ArrayBuffer>) {
    this.#titled = new GrowingCounts(2, titled);
  }

  /** How often each name below `end` has which title. */
  titled(end: number): Int32Array<ArrayBuffer> {
    return this.#titled.cells(end);
  }

  count(name: number, male: number, female: number): void {
    if (male === 0 && female === 0) return;
    if (!this.#wereShared.has(name)) this.#wereShared.set(name, this.has(name));
    this.#titled.add(name, MALE, male);
    this.#titled.add(name, FEMALE, female);
  }

  has(name: number): boolean {
    return this.#titled.get(name, MALE) > 0 && this.#titled.get(name, FEMALE) > 0;
  }

  /** Adds to `changed` the names that are shared now and were not when this was last asked, or the other way. */
  update(changed: NameMarks): void {
    for (const [name, wasShared] of this.#wereShared) if (this.has(name) !== wasShared) changed.add(name);
    this.#wereShared.clear();
  }
}
