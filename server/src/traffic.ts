import { setTimeout as pause } from 'node:timers/promises';

/** How long, in ms, nothing must have come in for work to go on that nobody waits for: longer than between two keys. */
const QUIET = 150;
/** The same for what is likely asked next: answers and findings of a key have mostly gone out. */
const SHORT = 50;
/** After this long, in ms, such work gets a slice of its own, so that it ends even beside a client that never rests. */
const LONGEST_WAIT = 1000;

/** Time in ms, and how to let some of it pass. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Knows when the client last wanted something, and whether it still waits for it. */
export class Traffic {
  #last = -Infinity;
  #awaited = 0;

  constructor(private readonly clock: Clock = { now: () => performance.now(), pause }) {}

  /** A message has come in. */
  note(): void {
    this.#last = this.clock.now();
  }

  /** Does work that somebody waits for. */
  async answering<T>(work: Promise<T>): Promise<T> {
    this.#awaited++;
    try {
      return await work;
    } finally {
      this.#awaited--;
      this.note();
    }
  }

  /** Comes back when nobody waits for an answer. */
  quiet(): Promise<void> {
    return this.#without(QUIET);
  }

  /** Comes back when nobody is likely to wait for one: for what somebody soon may. */
  lull(): Promise<void> {
    return this.#without(SHORT);
  }

  async #without(rest: number): Promise<void> {
    const begun = this.clock.now();
    for (;;) {
      const now = this.clock.now();
      const last = this.#awaited > 0 ? now : this.#last;
      const wait = Math.min(last + rest, begun + LONGEST_WAIT) - now;
      if (wait <= 0) return;
      await this.clock.pause(wait);
    }
  }
}
