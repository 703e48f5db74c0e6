import type { Steps } from './analysis/steps.js';

/** A slice this long, in ms, is not felt beside a request; the loop's own turns cost little against it. */
const SLICE = 8;

/** Work was broken off because nobody wants it any more. */
export class Cancelled extends Error {}

/**
 * Does the steps in short slices; between two of them requests are answered. `onProgress` hears after each slice what
 * share is done.
 * @throws {Cancelled} once `signal` is aborted.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() >= end) onProgress(step.value);
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Cancelled();
  }
}
