import type { Span } from '../core/span.js';
import { normalForm, wordsIn } from '../core/tokens.js';

/** verbatim: the same words; reworded: the same statement, close; paraphrase: in other words; partial: one claim of several. */
export type Relation = 'verbatim' | 'reworded' | 'paraphrase' | 'partial';

/** How two parallel passages relate, by the words they share in order. `isPart`: what they share is one claim of several. */
export function relationOf(textA: string, a: Span, textB: string, b: Span, isPart: boolean): Relation {
  if (isPart) return 'partial';
  const [wordsA, wordsB] = [normalForms(textA, a), normalForms(textB, b)];
  const [shorter, longer] = [Math.min(wordsA.length, wordsB.length), Math.max(wordsA.length, wordsB.length)];
  if (shorter === 0) return 'partial';
  const common = longestCommon(wordsA, wordsB);
  if (common >= 0.95 * longer) return 'verbatim';
  if (common >= 0.7 * longer) return 'reworded';
  return 'paraphrase';
}

function normalForms(text: string, { start, end }: Span): string[] {
  return wordsIn(text.slice(start, end)).map((token) => normalForm(token.text));
}

/** Length of the longest common subsequence. Passages are cut to a length at which the square of it is harmless. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length === b.length && a.every((word, index) => word === b[index])) return a.length;
  const [x, y] = [a.slice(0, 400), b.slice(0, 400)];
  let last = new Uint16Array(y.length + 1);
  for (const word of x) {
    const row = new Uint16Array(y.length + 1);
    for (const [index, other] of y.entries()) {
      row[index + 1] = word === other ? (last[index] ?? 0) + 1 : Math.max(last[index + 1] ?? 0, row[index] ?? 0);
    }
    last = row;
  }
  return (last[y.length] ?? 0) * (Math.max(a.length, b.length) / Math.max(x.length, y.length));
}
