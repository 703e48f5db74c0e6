import type { Quantity } from '../core/quantities.js';

const JOINED = /^\s\p{L}+ and \p{Ll}/u;
const REACH = 40;

/** Whether only one of two numbers counts others as well: 420 passengers and crew are more than 246 passengers. */
export function countsOthersToo(a: Quantity, textA: string, b: Quantity, textB: string): boolean {
  return a.unit === b.unit && isJoined(a, textA) !== isJoined(b, textB);
}

function isJoined({ end }: Quantity, text: string): boolean {
  return JOINED.test(text.slice(end, end + REACH));
}
