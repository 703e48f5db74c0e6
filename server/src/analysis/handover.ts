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

  /** The index, unless it was taken over. */
  get index(): T | undefined {
    return this.#index;
  }

  /** The index; made again where it was taken over. */
  orMake(make: () => T): T {
    return (this.#index ??= make());
  }
}
