import type { Span } from './span.js';

/**
 * `span` in pieces of at most `longest` UTF-16 units, cut after a sentence or a word where one ends in the second half
 * of a piece; without surrounding white space.
 */
export function cutTo(longest: number, text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const end = cutBefore(text, start, start + longest);
    const piece = trimmed(text, start, end);
    if (piece) pieces.push(piece);
    start = end;
  }
  const rest = trimmed(text, start, span.end);
  if (rest) pieces.push(rest);
  return pieces;
}

/** What lies between `start` and `end` without surrounding white space; `undefined` where nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | undefined {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

function isBlank(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0xfeff || unit === 0x3000 || unit === 0x2028 || unit === 0x2029;
}

function cutBefore(text: string, start: number, limit: number): number {
  const half = (start + limit) / 2;
  for (let at = limit; at > half; at--) {
    if (/[.!?]/.test(text[at - 2] ?? '') && isBlank(text.charCodeAt(at - 1))) return at;
  }
  for (let at = limit; at > half; at--) if (isBlank(text.charCodeAt(at - 1))) return at;
  // Never between the two halves of an astral character.
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? '') ? limit - 1 : limit;
}
