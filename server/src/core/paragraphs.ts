import { cutTo, trimmed } from './cuts.js';
import type { Span } from './span.js';

/** A line of ten megabytes must not become one paragraph: facts are kept, and computed again, by paragraph. */
const LONGEST_PARAGRAPH = 16_384;

/**
 * Spans of the paragraphs of `text` from `from` on, without surrounding white space; `gaps` are whole lines between them.
 *
 * Lines between two blank lines are a block. A block is one paragraph if it is hard-wrapped, that is, if more than a
 * fifth of its lines go on in lower case; else each of its lines is a paragraph. The decision looks at the block
 * alone, so an edit elsewhere cannot change it.
 */
export function paragraphSpans(text: string, from = 0, gaps: readonly Span[] = []): Span[] {
  const spans: Span[] = [];
  let block: Span[] = [];
  let nextGap = 0;
  const flush = () => {
    const first = block[0];
    const last = block.at(-1);
    const whole = first && last && isHardWrapped(text, block) ? [{ start: first.start, end: last.end }] : block;
    for (const span of whole) spans.push(...cutTo(LONGEST_PARAGRAPH, text, span));
    block = [];
  };
  for (let start = from; start < text.length;) {
    const gap = gaps[nextGap];
    if (gap?.start === start) {
      flush();
      nextGap++;
      start = gap.end + 1;
      continue;
    }
    const newline = nextLineEnd(text, start);
    const line = trimmed(text, start, newline);
    if (line) block.push(line);
    else flush();
    start = newline + 1;
  }
  flush();
  return spans;
}

/** Offset of the next `\n` or lone `\r`; the text's length where none follows. A `\r\n` ends at its `\n`. */
function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) return at;
  }
  return text.length;
}

function isHardWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  let continued = 0;
  for (let index = 1; index < lines.length; index++) {
    const start = lines[index]?.start ?? 0;
    if (/^(?:>\s*)*\p{Ll}/u.test(text.slice(start, start + 8))) continued++;
  }
  return continued > (lines.length - 1) / 5;
}
