/** The digits of a number as written, without separators. */
export function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/** How many digits tell something: noughts at the end of a round number, and at the start of a decimal, do not. */
export function tellingDigits(digits: string): number {
  return digits.replace(/^0+/, '').replace(/(?<!0)0+$/, '').length;
}

/** How one number became another: a digit is another one, or two neighbours changed places. */
export type DigitSlip = 'substitution' | 'transposition';

/** @returns nothing where it takes more than one slip, or where both are the same */
export function digitSlipBetween(a: string, b: string): DigitSlip | undefined {
  if (a.length !== b.length) return undefined;
  const differing = Array.from(a, (_, at) => at).filter((at) => a[at] !== b[at]);
  const [first, second] = differing;
  if (first === undefined || differing.length > 2) return undefined;
  if (second === undefined) return 'substitution';
  return second === first + 1 && a[first] === b[second] && a[second] === b[first] ? 'transposition' : undefined;
}
