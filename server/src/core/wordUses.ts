import type { NameKinds } from './nameKind.js';
import type { NameTable } from './nameTable.js';
import type { Layout, NameToken } from './nameTokens.js';
import {
  ACTING,
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
export const USES = 11;

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
  }
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
