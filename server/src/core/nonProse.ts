import type { Span } from './span.js';

// Every run is begun at its first character only: linear on any text.
const NON_PROSE =
  /`[^`\n]+`|<[a-zA-Z/!][^<>\n]{0,400}>|(?:https?:\/\/|www\.)[^\s<>"“”]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w/-])(?:[\w-]+\/){2,}[\w.-]*|(?<![\w-])[\w-]+\.(?:com|org|net|gov|edu|io|co|uk|de|fr|ru|html?|txt|pdf|docx?|jpe?g|png|json|ts|js|py)\b|&(?:#\d+|#x[\da-f]+|[a-z]+);|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+/giu;

/** One of these is in all of them; most paragraphs have none, and are soon read. */
const SIGN = /[`<@#&/]|[\w-]\.[a-z]/i;

/** Spans of a text that are not prose: code, tags, addresses of pages and people, file names, hashtags, entities. */
export function nonProseSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!SIGN.test(text)) return spans;
  for (const { index, 0: found } of text.matchAll(NON_PROSE)) spans.push({ start: index, end: index + found.length });
  return spans;
}
