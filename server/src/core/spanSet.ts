import type { Span } from './span.js';

/** Spans in any order, asked one by one whether another overlaps any of them. */
export class SpanSet {
  readonly #sorted: readonly Span[];
  /** Of each, where it and all before it end at the furthest. */
  readonly #ends: readonly number[];

  constructor(spans: readonly Span[]) {
    this.#sorted = [...spans].sort((x, y) => x.start - y.start);
    let furthest = 0;
    this.#ends = this.#sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  overlaps({ start, end }: Span): boolean {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (this.#ends[low - 1] ?? 0) > start;
  }
}
