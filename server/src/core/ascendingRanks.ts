/** Index of `rank` in a list of ascending ranks, looked for from `low` up to but not at `high`; -1 where it is not there. */
export function indexOfRank(list: Uint16Array, rank: number, low = 0, high = list.length): number {
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return low < end && list[low] === rank ? low : -1;
}
