import type { Quantity } from '../core/quantities.js';

/** “Three soldiers and wounded ten” goes on about something else. */
const JOINED = /^\s\p{L}+ and (?:\p{Ll}+s|crew|staff|personnel|children|women|men)(?!\p{L})/u;
const REACH = 40;

/** Whether only one of two numbers counts others as well: 420 passengers and crew are more than 246 passengers. */
export function countsOthersToo(a: Quantity, textA: string, b: Quantity, textB: string): boolean {
  return a.unit === b.unit && isJoined(a, textA) !== isJoined(b, textB);
}

function isJoined({ end }: Quantity, text: string): boolean {
  return JOINED.test(text.slice(end, end + REACH));
}
