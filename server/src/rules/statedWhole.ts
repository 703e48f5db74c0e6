import { quantitiesIn, type Quantity } from '../core/quantities.js';

/** Behind a part, the words up to the number of what it is a part of. */
const OF = /^\sof\s(?:(?:the|its|his|her|our|my|your|their|these|those|all|some|about)\s){0,2}$/;
const LONGEST_OF = 24;
/** Characters beside the other number in which its whole is looked for. */
const REACH = 80;

/**
 * Whether one of two numbers is said to be a part of a number that stands beside the other as well: “57 of the 93 houses
 * burned”, “of the village’s 93 houses 57 burned”.
 */
export function areOfStatedWhole(a: Quantity, textA: string, b: Quantity, textB: string): boolean {
  return isOfWholeBeside(a, textA, b, textB) || isOfWholeBeside(b, textB, a, textA);
}

function isOfWholeBeside(part: Quantity, text: string, other: Quantity, otherText: string): boolean {
  if (part.share !== 'part') return false;
  const behind = text.slice(part.end, part.end + REACH);
  const whole = quantitiesIn(behind).find(({ start }) => start <= LONGEST_OF && OF.test(behind.slice(0, start)));
  if (!whole || whole.least <= part.least) return false;
  const beside = otherText.slice(Math.max(0, other.start - REACH), other.end + REACH);
  return quantitiesIn(beside).some(({ least, most }) => least === whole.least && most === whole.most);
}
