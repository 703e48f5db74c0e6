import { calendarDatesIn } from '../core/calendarDates.js';
import { proseOf } from '../core/prose.js';
import { tokensIn } from '../core/tokens.js';
import type { ParagraphRule } from './rule.js';

/** Pairs that stand twice in good English: “the report that that minister signed”, “he had had enough”. */
const LEGITIMATE = new Set([
  'had',
  'that',
  'her',
  'is',
  'do',
  'so',
  'very',
  'no',
  'yes',
  'ha',
  'bye',
  'now',
  'well',
  'etc',
]);

/** “The votes he was counting on on Monday”: the first belongs to the verb. */
const BEFORE_DATES = new Set(['in', 'on']);
const LONGEST_DATE = 30;

export const repeatedWord: ParagraphRule = {
  code: 'repeated-word',
  family: 'debris',
  summary: 'The same word stands twice in a row.',
  why: 'A word was doubled in copying or editing; the reader stumbles.',
  severity: 'warning',
  scope: 'paragraph',
  limits:
    'Capitalised words (Duran Duran, New York, New York) and words that English doubles (had had) are left alone, and so are “in in” and “on on” before a date.',
  examples: {
    valid: [
      'He had had enough of it.',
      'They sang in Pago Pago.',
      'It was very, very cold.',
      'These are the votes that he is counting on on Nov. 8.',
      'The page has a well made made-up word.',
      'They spoke of bread, work, peace etc etc.',
    ],
    invalid: ['The ship left [|the the|]{repeated-word} harbour at dawn.'],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    const tokens = tokensIn(prose);
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      if (token.kind !== 'word' || next?.kind !== 'word') continue;
      if (token.text.toLowerCase() !== next.text.toLowerCase() || LEGITIMATE.has(token.text.toLowerCase())) continue;
      if (!/^\s+$/.test(prose.slice(token.end, next.start))) continue;
      // Two capitals are a name; “The the” at the start of a sentence is not.
      if (/^\p{Lu}/u.test(next.text) || !/\p{L}{2}|^[aI]$/u.test(token.text)) continue;
      if (/^-\p{L}/u.test(prose.slice(next.end, next.end + 2))) continue;
      if (BEFORE_DATES.has(next.text) && standsBeforeDate(prose, next.end)) continue;
      const text = prose.slice(token.start, next.end);
      yield {
        start: token.start,
        end: next.end,
        message: `“${text}”: the word stands twice.`,
        suggestions: [token.text],
      };
    }
  },
};

function standsBeforeDate(prose: string, at: number): boolean {
  return calendarDatesIn(prose.slice(at, at + LONGEST_DATE)).some(({ start }) => start === 1);
}
