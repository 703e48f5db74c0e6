/** Work that can be broken off after each step of a few milliseconds; what is yielded is the share done, 0 to 1. */
export type Steps<T> = Generator<number, T, undefined>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps over `items`, which do not depend on each other; `from` and `to` are the shares done before and after. */
export function* each<T>(
  items: Iterable<T>,
  size: number,
  work: (item: T) => void,
  [from, to]: readonly [number, number] = [0, 1],
): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item);
    yield from + ((to - from) * ++done) / size;
  }
}

/** The same over items that take several steps each. */
export function* eachInSteps<T>(
  items: Iterable<T>,
  size: number,
  work: (item: T) => Iterable<unknown>,
  [from, to]: readonly [number, number] = [0, 1],
): Steps<void> {
  let done = 0;
  for (const item of items) {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- its own share is not that of the whole
    for (const _ of work(item)) yield from + ((to - from) * done) / size;
    yield from + ((to - from) * ++done) / size;
  }
}
