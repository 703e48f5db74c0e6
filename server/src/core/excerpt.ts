import type { Span } from './span.js';

const WORDS = 4;

/** The words of a span with a few to each side, on one line, no further than the sentence goes. */
export function excerpt(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - 80), start)
      .split(/[\r\n]|(?<=[.!?;])\s/)
      .at(-1) ?? '';
  const after = text.slice(end, end + 80).split(/[\r\n]|(?<=[.!?;])\s|[.!?;]$/)[0] ?? '';
  const lead = before
    .split(/\s+/)
    .slice(-WORDS - 1)
    .join(' ');
  const rest = after
    .split(/\s+/)
    .slice(0, WORDS + 1)
    .join(' ');
  return `${lead}${text.slice(start, end)}${rest}`
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[“”"]/g, '')
    .replace(/[,.:;]$/, '');
}
