import type { Quantity } from '../core/quantities.js';
import type { Beside } from './judge.js';

/** How far from an age its name stands, in UTF-16 units. */
const NEAR = 48;

/** Whether two ages are of one person, as far as the words beside them tell: a name both have, or the same noun. */
export function areOfOnePerson(a: Quantity, b: Quantity, beside: Beside): boolean {
  const [namesA, namesB] = [namesNear(a, beside.a), namesNear(b, beside.b)];
  if (namesA.length > 0 && namesB.length > 0) return namesA.some((name) => namesB.includes(name));
  const [nounA, nounB] = [nounBehind(a, beside.a), nounBehind(b, beside.b)];
  return nounA === undefined || nounB === undefined || nounA === nounB;
}

/** In its clause: “Anna Berg, 63, and Carl Lind, 41” are two people. */
function namesNear({ start, end }: Quantity, text: string): string[] {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(/[;.(]\s|\d|\band\b/)
      .at(-1) ?? '';
  const isNamed = /\p{Lu}/u.test(before);
  const around = isNamed ? before : (text.slice(end, end + NEAR).split(/[;.,]\s|\d|\band\b/)[0] ?? '');
  return around.match(/\p{Lu}[\p{L}’'-]{2,}/gu) ?? [];
}

/** “63-year-old woman”. */
function nounBehind({ end }: Quantity, text: string): string | undefined {
  return /^[-\s]{1,3}years?[-\s]{1,3}old\s+(\p{Ll}+)/u.exec(text.slice(end))?.[1];
}
