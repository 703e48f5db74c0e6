import { setTimeout as pause } from 'node:timers/promises';

/** How long, in ms, nothing must have come in for work to go on that nobody waits for. */
const QUIET = 40;
/** After this long, in ms, such work gets a slice of its own, so that it ends even beside a client that never rests. */
const LONGEST_WAIT = 400;

/** Knows when the client last wanted something. */
export class Traffic {
  #last = -Infinity;

  /** A message has come in. */
  note(): void {
    this.#last = performance.now();
  }

  /** Comes back when nobody waits for an answer. */
  async quiet(): Promise<void> {
    const begun = performance.now();
    for (;;) {
      const now = performance.now();
      const wait = Math.min(this.#last + QUIET, begun + LONGEST_WAIT) - now;
      if (wait <= 0) return;
      await pause(wait);
    }
  }
}
