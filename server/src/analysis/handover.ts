import type { Packed } from './packed.js';
import type { Steps } from './steps.js';

/** The index of one snapshot, for the next to take over and change: only once, since it is no longer true of this one. */
export class Handover<T> {
  #index: T | undefined;

  constructor(index: T) {
    this.#index = index;
  }

  take(): T | undefined {
    const index = this.#index;
    this.#index = undefined;
    return index;
  }

  /** What `pack` makes of the index; `undefined` once it was taken over, since it is another one then. */
  *packed(pack: (index: T) => Steps<Packed>): Steps<Packed | undefined> {
    const index = this.#index;
    if (index === undefined) return undefined;
    const steps = pack(index);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      yield step.value;
      if (this.#index !== index) return undefined;
    }
  }

  /** The index; made again where it was taken over. */
  orMake(make: () => T): T {
    return (this.#index ??= make());
  }
}
