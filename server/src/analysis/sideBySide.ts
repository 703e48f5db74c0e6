type Arrays<T extends readonly unknown[]> = { readonly [K in keyof T]: Int32Array<ArrayBuffer> };

/**
 * Arrays of so many numbers each that lie in one buffer. Thousands of small buffers cost the memory of what is in them
 * once more, and the collector looks at each.
 */
export function roomSideBySide<const T extends readonly number[]>(lengths: T): Arrays<T> {
  const all = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  return lengths.map((length) => all.subarray(start, (start += length))) as unknown as Arrays<T>;
}

/** The same filled with the numbers of `lists`. */
export function sideBySide<const T extends readonly ArrayLike<number>[]>(lists: T): Arrays<T> {
  const arrays: readonly Int32Array[] = roomSideBySide(lists.map(({ length }) => length));
  for (const [at, list] of lists.entries()) arrays[at]?.set(list);
  return arrays as unknown as Arrays<T>;
}

/** The same room for numbers with fractions. */
export function asFloats({ buffer, byteOffset, length }: Int32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return new Float32Array(buffer, byteOffset, length);
}
