import { proseOf } from '../core/prose.js';
import { isTokenised } from '../core/tokenised.js';
import { wordEnd, wordStart } from '../core/wordAround.js';
import type { Finding, ParagraphRule } from './rule.js';

export const spacedQuotationMark: ParagraphRule = {
  code: 'spaced-quotation-mark',
  family: 'debris',
  summary: 'A blank stands on the inner side of a quotation mark.',
  why: 'The text was taken apart and put together again by a program.',
  severity: 'warning',
  scope: 'paragraph',
  limits:
    'Straight marks do not say whether they open or close: they count only where all marks of a paragraph stand apart.',
  examples: {
    valid: [
      'He said “no” and left. “Oh,” she said.',
      'She asked "who" and "why" at 5\' 10" of height.',
      '« Oui », dit-il.',
      'He praised” Comrade” Kim.',
      'He said, “ ‘The wind,’ she wrote, ‘never stops.’ ” Then he left.',
    ],
    invalid: [
      '[|“ Oh|]{spaced-quotation-mark}, it is [|you ”|]{spaced-quotation-mark}, she said.',
      '[|" Oh|]{spaced-quotation-mark} , it is you [|, "|]{spaced-quotation-mark} she said .',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    if (!/["“”‘’'_]/.test(prose)) return;
    for (const { at, opens } of marksApart(prose, isTokenised(paragraph))) {
      if (opens) {
        const end = Math.max(wordEnd(prose, at + 2), at + 3);
        yield finding(paragraph.text, at, end, prose.charAt(at) + paragraph.text.slice(at + 2, end));
      } else {
        const start = Math.min(wordStart(prose, at - 1), at - 2);
        yield finding(paragraph.text, start, at + 1, paragraph.text.slice(start, at - 1) + prose.charAt(at));
      }
    }
  },
};

interface MarkApart {
  readonly at: number;
  readonly opens: boolean;
}

/**
 * Marks with a blank on their inner side; many houses set marks of a quotation in a quotation apart (’ ”). Curly double marks say themselves what they are; others are paired.
 */
function* marksApart(prose: string, isAllSpaced: boolean): Generator<MarkApart> {
  for (const { index } of prose.matchAll(/(?<=^|[\s([—-])“ (?=[\p{L}\p{N}‘'])/gu)) {
    if (isAllSpaced || !/[‘']/.test(prose.charAt(index + 2))) yield { at: index, opens: true };
  }
  for (const { index } of prose.matchAll(/(?<=[\p{L}\p{N}.,!?;:’'—-]) ”(?=[\s,.;:?!)—-]|$)/gu)) {
    if (isAllSpaced || !/[’']/.test(prose.charAt(index - 1))) yield { at: index + 1, opens: false };
  }
  if (!isAllSpaced) return;
  yield* paired(prose, /(?<=^|\s|["“])"(?=\s|$)/g);
  yield* paired(prose, /(?<=^|\s|["“])(?:[‘'’])(?=\s|$)/g);
  yield* paired(prose, /(?<=^|\s|["“])_(?=\s|$)/g);
}

/** Marks of one kind that stand alone, each opening or closing by its neighbours, else by turns. */
function* paired(prose: string, pattern: RegExp): Generator<MarkApart> {
  let isOpen = false;
  for (const { index, 0: mark } of prose.matchAll(pattern)) {
    const before = prose.slice(Math.max(0, index - 2), index).trim();
    const after = prose.slice(index + 1, index + 3).trim();
    const opens: boolean =
      mark === '‘' ||
      (mark !== '’' &&
        !isClosing(
          before,
          after,
          isOpen,
          mark === "'" && /\p{Ll}s $/u.test(prose.slice(0, index)) && /^\p{Ll}/u.test(after),
        ));
    isOpen = opens;
    if (opens ? after !== '' : before !== '' && prose[index - 1] === ' ') yield { at: index, opens };
  }
}

function isClosing(before: string, after: string, isOpen: boolean, isPlural: boolean): boolean {
  if (before === '') return false;
  if (after === '') return true;
  if (isOpen) return true;
  if (isPlural) return true;
  // The quotation began before this paragraph.
  return /^[,.;:?!]/.test(after) || (/[.!?]$/.test(before) && /^\p{Ll}/u.test(after));
}

function finding(text: string, start: number, end: number, meant: string): Finding {
  return { start, end, message: `“${text.slice(start, end)}”: a blank inside the quotation.`, suggestions: [meant] };
}
