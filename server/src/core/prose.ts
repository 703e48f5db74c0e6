import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { furnitureIn, isWebFurniture } from './furniture.js';
import { nonProseSpans } from './nonProse.js';
import type { Span } from './span.js';

/** Stands in for a character that is not prose: no blank, no letter, no mark that any rule looks for. */
const FILLER = '\uFFFC';

const cache = new Facts<Paragraph, string>();

/**
 * The text of a paragraph with all that is not prose (code, tags, addresses) overwritten, so that rules on marks and
 * blanks can read it with plain patterns. As long as the paragraph’s own text; empty for web furniture and tables.
 */
export function proseOf(paragraph: Paragraph): string {
  let prose = cache.get(paragraph);
  if (prose === undefined) cache.set(paragraph, (prose = blanked(paragraph)));
  return prose;
}

function blanked(paragraph: Paragraph): string {
  const { text } = paragraph;
  if (isWebFurniture(paragraph) || isTable(text)) return '';
  return overwritten(text, [...furnitureIn(paragraph), ...nonProseSpans(text)]);
}

/** `text` with what lies in `spans`, which begin in order, made no prose. As long as it was. */
export function overwritten(text: string, spans: Iterable<Span>): string {
  let prose = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    prose += text.slice(at, start) + FILLER.repeat(end - start);
    at = end;
  }
  return prose + text.slice(at);
}

/** A row of a Markdown or plain-text table, or a line of code: its blanks and marks are layout. */
function isTable(text: string): boolean {
  return /^\||\t.*\t|\s\|\s.*\s\|\s|^[-=+|:\s]+$|[;{}]\s*$(?<=[{}]|\);?)|=>|\w\(\)/.test(text);
}
