/**
 * The least number of each window of `width` numbers, each place once and the last of equals: two texts that have
 * `width` numbers on end in common have one of these in common (winnowing, Schleimer, Wilkerson and Aiken 2003).
 */
export function winnow(numbers: Int32Array, width: number): number[] {
  const chosen: number[] = [];
  let last = -1;
  for (let start = 0; start < Math.max(1, numbers.length - width + 1); start++) {
    let least = start;
    for (let at = start + 1; at < Math.min(numbers.length, start + width); at++) {
      if ((numbers[at] ?? 0) <= (numbers[least] ?? 0)) least = at;
    }
    if (least === last || least >= numbers.length) continue;
    chosen.push(numbers[least] ?? 0);
    last = least;
  }
  return chosen;
}
