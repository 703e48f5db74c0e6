import type { Quotation } from './quotations.js';
import { SPEECH_VERBS } from './speechWords.js';

/** Longer than any “she told reporters in the capital on Monday”. */
const LONGEST = 90;
/** “A,” he said, and she said, “b”: the second is no part of the first. */
const BEGINS_ANOTHER = /(?:^|[,–—-])\s?(?:and|but|while|then)(?!\p{L})/iu;

/**
 * Whether nothing but words of saying stand between two quotations, so that both are parts of one sentence:
 * “We will rebuild the wall,” she said, “before the storms come.”
 */
export function isInterruption(text: string, { end, outer }: Quotation, next: Quotation): boolean {
  const between = text.slice(outer.end, next.outer.start);
  if (between.length > LONGEST || BEGINS_ANOTHER.test(between)) return false;
  const isOpen = /[,–—-]/.test(text[end - 1] ?? '') || /^\s*[,–—-]/.test(between);
  if (!isOpen || !/[,–—-]\s*$/.test(between)) return false;
  // What begins with a capital is a sentence of its own, as a rule.
  if (!/^[\p{Ll}\p{N}]|^I(?!\p{L})/u.test(text.slice(next.start, next.end))) return false;
  return (between.match(/\p{L}+/gu) ?? []).some((word) => SPEECH_VERBS.has(word.toLowerCase()));
}
