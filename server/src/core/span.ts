/** A half-open range of UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in one document of the corpus, named by its path. Offsets count from the start of the document's text. */
export interface Place extends Span {
  readonly path: string;
}

export function shift<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** A span of a document as a place, and nothing else of it; `offset` is where its own offsets count from. */
export function asPlace(path: string, { start, end }: Span, offset: number): Place {
  return { path, start: start + offset, end: end + offset };
}

/** Whether `offset` lies in the span or touches its end, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The spans of a list in order of their starts that start within `part`, its end left out. */
export function startingIn<T extends Span>(sorted: readonly T[], { start, end }: Span): readonly T[] {
  return sorted.slice(firstFrom(sorted, start), firstFrom(sorted, end));
}

/** Index of the first span that does not start before `offset`. */
function firstFrom(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
