import type { Span } from './span.js';
import { tokensIn, type Token } from './tokens.js';

/** A word put together again where a tokeniser took it apart: `wo n’t`, `we ’ll`, `11, 000`, `U.S.`, `p.m.`. */
export interface WordPiece extends Span {
  /** As written, without the blanks and stops inside it, with straight apostrophes. */
  readonly text: string;
  /** In square brackets: words of whoever quotes. */
  readonly isEditorial: boolean;
  /** Dots stand before it: something is left out. */
  readonly isAfterGap: boolean;
}

const ENDING = /^(?:s|ll|re|ve|m|d|t)$/i;

/** Words, numbers and the signs that stand for a word (`%`, `$`, `&`) in order; offsets relative to `text`. */
export function wordPieces(text: string): WordPiece[] {
  const pieces: WordPiece[] = [];
  let depth = 0;
  let isAfterGap = false;
  let last: Token | undefined;
  for (const token of tokensIn(text)) {
    if (token.kind === 'mark') {
      if (token.text === '[') depth++;
      else if (token.text === ']') depth = Math.max(0, depth - 1);
      else if (token.text === '…' || /^\. ?\. ?\./.test(text.slice(token.start, token.start + 5))) isAfterGap = true;
      if (!/[%$£€&]/.test(token.text)) continue;
    }
    const before = pieces.at(-1);
    const written = token.text.replace(/[’‘]/g, "'");
    const joined = before && last && joinedTo(before, last, written, text.slice(before.end, token.start));
    if (joined !== undefined && before) {
      pieces[pieces.length - 1] = { ...before, text: joined, end: token.end };
    } else {
      pieces.push({ text: written, start: token.start, end: token.end, isEditorial: depth > 0, isAfterGap });
    }
    isAfterGap = false;
    last = token;
  }
  return pieces;
}

/** The word that both make; `undefined` where they are two. */
function joinedTo(before: WordPiece, last: Token, word: string, gap: string): string | undefined {
  if (/^n't$/i.test(word) && /^\s+$/.test(gap)) return before.text + word;
  if (/^\s*['’‘]\s*$/.test(gap) && ENDING.test(word) && last.kind === 'word') {
    return `${before.text}'${word}`;
  }
  if (/^,\s+$/.test(gap) && /^0\d\d$/.test(word) && /^\d{1,3}$/.test(before.text)) return before.text + word;
  // 6: 00 p.m.
  if (/^:\s+$/.test(gap) && /^\d\d$/.test(word) && /^\d{1,2}$/.test(before.text)) return `${before.text}:${word}`;
  if (/^[:.]$/.test(gap) && /^\d\d[ap]m$/i.test(word) && /^\d{1,2}$/.test(before.text)) return `${before.text}:${word}`;
  // £1.5bn
  if (gap === '.' && /^\d+\p{L}{1,2}$/u.test(word) && /^[\d,]+$/.test(before.text)) return `${before.text}.${word}`;
  // Both halves of an abbreviation are single letters, and nothing but a stop parts them.
  if (gap === '.' && /^\p{L}$/u.test(word) && /^\p{L}$/u.test(last.text)) return before.text + word;
  return undefined;
}
