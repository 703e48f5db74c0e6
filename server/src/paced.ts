/** Words that come faster than this, in ms, nobody reads. */
const BETWEEN = 100;

/** Tells the first of what it is told at once, and after that no more than ten a second; what comes between is dropped. */
export function paced<T extends unknown[]>(
  tell: (...args: T) => void,
  now = () => performance.now(),
): (...args: T) => void {
  let next = -Infinity;
  return (...args) => {
    const time = now();
    if (time < next) return;
    next = time + BETWEEN;
    tell(...args);
  };
}
