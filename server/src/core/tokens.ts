import type { Span } from './span.js';

/** A word, a number or a single mark, as written. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

// A word keeps its inner apostrophes (O’Neill, don’t) but not its hyphens; a number keeps its inner separators (1,200.5).
const TOKEN =
  /(?<number>(?<!\d)\d+(?:[.,:]\d+)*(?![\p{L}\p{N}]))|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|[^\s\p{L}\p{N}]/gu;

/** The tokens of `text` in order; white space is left out. Offsets are relative to `text`. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match.groups?.number ? 'number' : match.groups?.word ? 'word' : 'mark';
    tokens.push({ start: match.index, end: match.index + match[0].length, text: match[0], kind });
  }
  return tokens;
}

/** The words and numbers of `text` in order. */
export function wordsIn(text: string): Token[] {
  return tokensIn(text).filter((token) => token.kind !== 'mark');
}

/** What a word is compared by: lower case, without accents, with a straight apostrophe and no possessive ending. */
export function normalForm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/'s$|'$/, '');
}
