import type { Span } from './span.js';

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

interface Line extends Span {
  readonly text: string;
}

const FENCE = /^ {0,3}(?<fence>`{3,}(?=[^`]*$)|~{3,})/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/;
/** What was indented for its looks is still prose. */
const PROSE = /^\s*[\p{Lu}“"‘']\S*\s.*[.!?…”"’']$/su;

/**
 * Blocks of code of a Markdown text from `from` on, fences included, line ends at their end not. A fence that nothing
 * closes is none: half a text would be lost while it is typed. Lines indented below a list belong to the list.
 */
export function codeBlocksIn(text: string, from: number): Span[] {
  const blocks: Span[] = [];
  const lines = [...linesOf(text, from)];
  let isInList = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.text.trim() === '') continue;
    const fence = FENCE.exec(line.text)?.groups?.fence;
    const last = fence === undefined ? lastIndented(lines, at) : closingOf(fence, lines, at);
    const end = lines[last]?.end;
    if (end === undefined) {
      if (!INDENTED.test(line.text)) isInList = LIST_ITEM.test(line.text);
      continue;
    }
    if (fence !== undefined || (!isInList && !PROSE.test(text.slice(line.start, end)))) {
      blocks.push({ start: line.start, end });
    }
    at = last;
  }
  return blocks;
}

/** Index of the line that closes a fence; −1 where none does. */
function closingOf(fence: string, lines: readonly Line[], opening: number): number {
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}\\s*$`);
  for (let at = opening + 1; at < lines.length; at++) if (closing.test(lines[at]?.text ?? '')) return at;
  return -1;
}

/** Index of the last of the indented lines between two blank ones that begin at `first`; −1 where one of them is not. */
function lastIndented(lines: readonly Line[], first: number): number {
  if ((lines[first - 1]?.text ?? '').trim() !== '') return -1;
  let at = first;
  for (; (lines[at]?.text ?? '').trim() !== ''; at++) if (!INDENTED.test(lines[at]?.text ?? '')) return -1;
  return at - 1;
}

function* linesOf(text: string, from: number): Generator<Line> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end, text: text.slice(start, end).replace(/\r$/, '') };
    start = end + 1;
  }
}
