import type { Quantity } from '../core/quantities.js';

/** Of the one part it is said, by the one of two texts, that it is left, or is not so. */
const REMAINING =
  /\b(?:still|remain(?:s|ed|ing|der)?|left|rest|others?|surviv(?:e[ds]?|ing)|alive|intact|spared|not|no longer|never|without|un\p{Ll}{4,})\b|n['’]t\b/u;
/** Characters on either side of a share in which that is said. */
const REACH = 60;
/** Thirds do not make up a hundred to the letter. */
const NEARLY = 0.5;

/** “Two-thirds of the reef has died”, “only one third is still alive”: two shares that make up a whole, of its two parts. */
export function areComplements(a: Quantity, b: Quantity, texts: { readonly a: string; readonly b: string }): boolean {
  if (a.unit !== '%' || b.unit !== '%' || Math.abs(a.least + b.least - 100) > NEARLY) return false;
  return REMAINING.test(around(a, texts.a)) !== REMAINING.test(around(b, texts.b));
}

function around({ start, end }: Quantity, text: string): string {
  return text.slice(Math.max(0, start - REACH), end + REACH);
}
