/** Reads numbers that a table has in bytes of seven bits, low ones first; single bytes may stand between them. */
export class PackedNumbers {
  /** @param at index of the byte that is read next */
  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** A single byte; 0 behind the end. */
  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** A number; 0 behind the end. */
  next(): number {
    let byte = this.byte();
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = this.byte();
      value |= (byte & 127) << shift;
    }
    return value;
  }
}
