import type { Steps } from './analysis/steps.js';

/** A slice this long, in ms, is not felt beside a request; the loop's own turns cost little against it. */
const SLICE = 5;

/** A message is read in one turn of the loop, and each that was read is answered in another. Idle turns cost microseconds. */
const TURNS = 12;

/** Work was broken off because nobody wants it any more. */
export class Cancelled extends Error {}

export interface Slicing {
  /** Hears after each slice what share is done. */
  readonly onProgress?: (share: number) => void;
  /** Comes back when the next slice may begin. */
  readonly turn?: () => Promise<void>;
}

/**
 * Does the steps in short slices; between two of them requests are answered.
 * @throws {Cancelled} once `signal` is aborted.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  { onProgress, turn }: Slicing = {},
): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() >= end) onProgress?.(step.value);
    } while (performance.now() < end);
    for (let turns = 0; turns < TURNS; turns++) await new Promise((resolve) => setImmediate(resolve));
    await turn?.();
    if (signal.aborted) throw new Cancelled();
  }
}
