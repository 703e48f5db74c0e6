import type { NameKinds } from './nameKind.js';
import type { NameTable } from './nameTable.js';
import type { Layout, NameToken } from './nameTokens.js';
import {
  ACTING,
  FIRM_SUFFIXES,
  FUNCTION_WORDS,
  HONORIFICS,
  OFFICES,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  POSSESSED_BY_FIRMS,
  SAYING,
} from './nameWords.js';

/** How a word is used: in lower case, and, with a capital, beside what. */
export const LOWER = 0;
export const CAPITAL = 1;
export const INSIDE = 2;
export const AFTER_THE = 3;
export const AFTER_PLACE = 4;
export const AFTER_TITLE = 5;
export const BEFORE_NOUN = 6;
export const BEFORE_SAYING = 7;
export const BEFORE_ROLE = 8;
export const BEFORE_NUMBER = 9;
export const BEFORE_WORD = 10;
/** It, or a name that it is part of, is a firm here. */
export const AS_FIRM = 11;
export const IN_FIRM = 12;
export const USES = 13;

/**
 * Calls `report` for each use of each word of a paragraph, with the word's number. Headlines and lines in capitals say
 * nothing.
 */
export function reportUses(
  tokens: readonly NameToken[],
  layout: Layout,
  kinds: NameKinds,
  table: NameTable,
  report: (word: number, use: number) => void,
): void {
  if (layout.isAllCaps || layout.isTitleCase) return;
  for (const [index, token] of tokens.entries()) {
    if (!token.isWord) continue;
    const word = table.word(token.lower);
    if (!token.isCapital) {
      report(word, LOWER);
      continue;
    }
    report(word, CAPITAL);
    if (!token.opensSentence) report(word, INSIDE);
    const left = useBefore(token, tokens[index - 1]);
    if (left !== undefined) report(word, left);
    const right = useAfter(tokens[index + 1], tokens[index + 2], kinds);
    if (right !== undefined) report(word, right);
    if (FIRM_SUFFIXES.has(token.lower)) reportFirm(tokens, index, table, report);
  }
}

/** “Johnson Controls Inc.”: the words before the suffix, one by one and together. */
function reportFirm(
  tokens: readonly NameToken[],
  suffix: number,
  table: NameTable,
  report: (word: number, use: number) => void,
): void {
  let start = suffix;
  let next = tokens[suffix];
  while (next && suffix - start < 4) {
    const before = tokens[start - 1];
    if (!before?.isCapital || next.gap !== 1 || FUNCTION_WORDS.has(before.lower)) break;
    next = before;
    start--;
  }
  const words = tokens.slice(start, suffix).map(({ lower }) => lower);
  if (words.length === 0) return;
  report(table.name(words), AS_FIRM);
  if (words.length > 1) for (const word of words) report(table.word(word), IN_FIRM);
}

function useBefore(token: NameToken, before: NameToken | undefined): number | undefined {
  if (!before || token.gap !== 1) return undefined;
  const { lower, isCapital } = before;
  if (lower === 'the') return AFTER_THE;
  if (!isCapital && PLACE_PREPOSITIONS.has(lower)) return /^(?:of|to|from)$/.test(lower) ? undefined : AFTER_PLACE;
  return HONORIFICS.has(lower) || (isCapital && OFFICES.has(lower)) ? AFTER_TITLE : undefined;
}

function useAfter(after: NameToken | undefined, later: NameToken | undefined, kinds: NameKinds): number | undefined {
  if (!after) return undefined;
  const { lower, isCapital } = after;
  if (isCapital && after.gap === 1 && (ORGANISATION_NOUNS.has(lower) || PLACE_NOUNS.has(lower))) return BEFORE_NOUN;
  const isOwned =
    later !== undefined && /^['’]s$/.test(lower) && (OFFICES.has(later.lower) || POSSESSED_BY_FIRMS.has(later.lower));
  if (isOwned || OFFICES.has(lower) || (!isCapital && kinds.lists.role.has(lower))) return BEFORE_ROLE;
  if (SAYING.has(lower) || ACTING.has(lower)) return BEFORE_SAYING;
  if (/^\d/.test(after.text)) return BEFORE_NUMBER;
  if (/^\p{Lu}$/u.test(after.text) && later?.gap === 0 && /^\d/.test(later.text)) return BEFORE_NUMBER;
  const isNoun = after.isWord && !isCapital && !FUNCTION_WORDS.has(lower) && !/(?:ed|ing|ly)$/.test(lower);
  return isNoun ? BEFORE_WORD : undefined;
}
