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
  let last: NameToken | undefined;
  let before: NameToken | undefined;
  for (const { 0: word, index: start } of text.matchAll(TOKEN)) {
    const isWord = isLetter(word);
    const isCapital = isWord && startsWithCapital(word);
    const gap = last ? start - last.end : 99;
    const token: NameToken = {
      start,
      end: start + word.length,
      text: word,
      lower: isWord || word.length > 1 ? straightened(word.toLowerCase()) : word,
      isWord,
      isCapital,
      isAllCaps: isCapital && word.length > 1 && !/\p{Ll}/u.test(word),
      isInitial: isCapital && (word.length === 1 ? word !== 'I' && word !== 'A' : /^(?:\p{Lu}\.)+$/u.test(word)),
      opensSentence: opensSentence(last, before, gap),
      gap,
    };
    tokens.push(token);
    before = last;
    last = token;
  }
  return tokens;
}

// Most words are plain English: they are told by their first letter, before any pattern of all scripts is tried.

function isLetter(word: string): boolean {
  const unit = word.charCodeAt(0) | 32;
  return (unit >= 97 && unit <= 122) || (unit > 127 && /^\p{L}/u.test(word));
}

function startsWithCapital(word: string): boolean {
  const unit = word.charCodeAt(0);
  if (unit >= 65 && unit <= 90) return true;
  if (unit < 128 && !/[-'’‑]/.test(word)) return false;
  return /^(?:(?:al|el|an|as|at|ar|ad|az|ash|d|l|ul|ur|bin)[-'’‑])?\p{Lu}/u.test(word);
}

function straightened(word: string): string {
  return /[’‘]/.test(word) ? word.replace(/[’‘]/g, "'") : word;
}

function opensSentence(last: NameToken | undefined, before: NameToken | undefined, gap: number): boolean {
  if (!last) return true;
  if (last.isWord) return false;
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
      // A list of names or a line of results is no headline.
      tokens.filter((token) => /^[,(\d]/.test(token.text)).length < words.length / 4 &&
      !/[.!?]["”’]?\s*$/.test(text),
    isTable: numbers >= 2 && numbers / tokens.length > 0.25 && capitals >= words.length * 0.4,
  };
}
