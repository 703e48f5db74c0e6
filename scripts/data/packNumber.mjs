/** Appends a number in bytes of seven bits, low ones first, as server/src/core/packedNumbers.ts reads it. */
export function packNumber(bytes, value) {
  for (; value >= 128; value >>= 7) bytes.push((value & 127) | 128);
  bytes.push(value);
}
