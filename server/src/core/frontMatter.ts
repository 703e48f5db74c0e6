import type { Span } from './span.js';

/** The span of YAML front matter, fences and the line end after them included; `undefined` where there is none. */
export function frontMatterOf(text: string): Span | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const match = closing.exec(text);
  return match ? { start: 0, end: match.index + match[0].length } : undefined;
}
