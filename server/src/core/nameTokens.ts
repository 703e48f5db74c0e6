import type { Span } from './span.js';

/** A token as the recogniser of names sees it; offsets are relative to the paragraph. */
export interface NameToken extends Span {
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  /** Capitals only, two letters or more. */
  readonly isAllCaps: boolean;
  readonly isInitial: boolean;
  /** First of a sentence or of what is quoted: its capital says nothing. */
  readonly opensSentence: boolean;
  /** Characters between the last token and this one. */
  readonly gap: number;
}

/** How the whole paragraph is written, which decides what a capital is worth in it. */
export interface Layout {
  readonly isAllCaps: boolean;
  readonly isTitleCase: boolean;
  readonly isTable: boolean;
}

const TITLES =
  'Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cpl|Adm|Cmdr|Hon|Jr|Sr|St|Messrs|Fr|Insp|Supt|Corp|Inc|Ltd|Co|vs';
const TOKEN = new RegExp(
  [
    String.raw`(?:\p{Lu}\.){2,}`,
    String.raw`\p{Lu}\.(?=[ ]?(?:\p{Lu}|d[eiu] |v[ao]n ))`,
    String.raw`(?<![\p{L}\p{N}])(?:${TITLES})\.`,
    String.raw`['’][sS](?![\p{L}\d])`,
    // Inner apostrophes and hyphens belong to the word, a possessive ending does not.
    String.raw`\p{L}[\p{L}\p{M}]*(?:['’\-‑](?![sS](?![\p{L}\d]))\p{L}[\p{L}\p{M}]*)*`,
    String.raw`\d+(?:[.,:\-]\d+)*`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);

/** Tokens of a paragraph, in order. */
export function nameTokensIn(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  for (const { 0: word, index: start } of text.matchAll(TOKEN)) {
    const last = tokens.at(-1);
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase().replace(/[’‘]/g, "'"),
      isWord: /^\p{L}/u.test(word),
      isCapital: /^(?:(?:al|el|an|as|at|ar|ad|az|ash|d|l|ul|ur|bin)[-'’‑])?\p{Lu}/u.test(word),
      isAllCaps: word.length > 1 && /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word),
      isInitial: /^(?:\p{Lu}\.)+$/u.test(word) || (/^\p{Lu}$/u.test(word) && word !== 'I' && word !== 'A'),
      opensSentence: opensSentence(word, last, tokens.at(-2), last ? start - last.end : 99),
      gap: last ? start - last.end : 99,
    });
  }
  return tokens;
}

function opensSentence(word: string, last: NameToken | undefined, before: NameToken | undefined, gap: number): boolean {
  if (!last || word === '') return true;
  if (/^[.!?:;…–—]$/.test(last.text)) return true;
  if (last.text === '-' && last.gap > 0) return true;
  if (!/^["“”'‘’`*_(]$/.test(last.text)) return false;
  return !before || /^[.!?:,;…]$/.test(before.text) || last.text === '“' || (last.text === '"' && gap === 0);
}

export function layoutOf(text: string, tokens: readonly NameToken[]): Layout {
  const words = tokens.filter((token) => token.isWord && !token.isInitial);
  const long = words.filter(({ lower }) => lower.length > 3);
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  const numbers = tokens.filter((token) => /^\d/.test(token.text)).length;
  const isAllCaps = words.length >= 2 && words.filter(({ isAllCaps: caps }) => caps).length / words.length > 0.6;
  return {
    isAllCaps,
    isTitleCase:
      !isAllCaps &&
      words.length >= 3 &&
      long.length >= 2 &&
      long.filter(({ isCapital }) => isCapital).length / long.length > 0.7 &&
      !/[.!?]["”’]?\s*$/.test(text),
    isTable: numbers >= 2 && numbers / tokens.length > 0.25 && capitals >= words.length * 0.4,
  };
}
