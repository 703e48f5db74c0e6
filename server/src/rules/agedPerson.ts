import type { Quantity } from '../core/quantities.js';
import type { Beside } from './judge.js';

/** Whether two ages are of one person, as far as the words right beside them tell. */
export function areOfOnePerson(a: Quantity, b: Quantity, beside: Beside): boolean {
  const [wordsA, wordsB] = [personAt(a, beside.a), personAt(b, beside.b)];
  if (wordsA.length === 0 && wordsB.length === 0) return true;
  return wordsA.some((word) => wordsB.includes(word));
}

/** “Anna Berg, 63,”, “63-year-old Anna Berg”, “63-year-old woman”. */
function personAt({ start, end }: Quantity, text: string): string[] {
  const before = text.slice(Math.max(0, start - 40), start);
  const named = before.endsWith(', ')
    ? before
        .split(/[^\p{L}]+/u)
        .slice(-3)
        .join(' ')
    : '';
  const behind = /^[-\s]{1,3}years?[-\s]{1,3}old\s(\p{L}+(?: \p{Lu}\p{L}+)?)/u.exec(text.slice(end, end + 60))?.[1];
  return `${named} ${behind ?? ''}`.split(' ').filter((word) => word.length > 2);
}
