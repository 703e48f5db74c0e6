import { proseOf } from '../core/prose.js';
import { isTokenised } from '../core/tokenised.js';
import type { ParagraphRule } from './rule.js';

const THOUSANDS =
  /(?<![\p{L}\p{N}.,:/-]|\d, )\d{1,3}(?:, \d{3}| , ?\d{3}| ,\d{3})+(?![\p{N}/:-]|[.,]\d|, \d| (?:and|or|to) \d)/gu;
const DECIMAL = /(?<![\p{L}\p{N}.,])\d{1,3}(?:\. | \. ?)\d{1,2} ?(?=million|billion|trillion|per ?cent|%)/gu;
const CURRENCY = /(?<![\p{L}\p{N}])[$£€] (?=\d)/gu;
// Words before a number of things, not before a member of a list or the day of a month.
const AMOUNT =
  /(?:[$£€]|\b(?:over|about|around|nearly|almost|than|some|least|most|approximately|roughly|under|to|of|the|with|by|for|from|has|have|had|killed|employs?|cost|worth|total(?:led|ed|s)?)) ?$/i;
const REFERENCE =
  /\b(?:lines?|pages?|pp?|psalms?|nos?|numbers?|rooms?|chapters?|verses?|sections?|articles?|years?|highways?|routes?|flights?|ages?|figures?|tables?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\.? ?$/i;

export const spacedNumber: ParagraphRule = {
  code: 'spaced-number',
  family: 'debris',
  summary: 'A blank stands inside a number.',
  why: 'One number reads as two, and no search or comparison finds it.',
  severity: 'warning',
  scope: 'paragraph',
  limits:
    'Two numbers in a list (lines 100, 200) look the same: without the word for an amount before it, only thousands that end in 000 are reported.',
  examples: {
    valid: [
      'Over 11,000 containers and 3.5 million shells.',
      'See lines 100, 200 and 300, or Psalms 110, 111.',
      'On June 18, 200 people marched; in 1999, 300 did.',
      'It happened in 2003. 5 million people fled.',
      'The score was 2 - 1. At 10, 300 metres away, he stopped.',
      'Call 555 1234 or 020 7946 0000; it costs US$ 5.',
    ],
    invalid: [
      'They sent over [|11, 000|]{spaced-number} containers.',
      'It costs about [|1 ,200|]{spaced-number} euros.',
      'Profits rose by [|3. 5|]{spaced-number} million.',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    const isAllSpaced = isTokenised(paragraph);
    for (const match of prose.matchAll(THOUSANDS)) {
      const before = prose.slice(Math.max(0, match.index - 24), match.index);
      if (!match[0].endsWith('000') && (REFERENCE.test(before) || !AMOUNT.test(before))) continue;
      yield finding(match.index, match[0]);
    }
    for (const match of prose.matchAll(DECIMAL)) {
      if (/\bin $/i.test(prose.slice(Math.max(0, match.index - 4), match.index)) || match.index === 0) continue;
      yield finding(match.index, match[0].trimEnd());
    }
    if (!isAllSpaced) return;
    for (const match of prose.matchAll(CURRENCY)) {
      const digits = /^[\d,.]*\d/.exec(prose.slice(match.index + 2))?.[0] ?? '';
      yield finding(match.index, match[0] + digits);
    }
  },
};

function finding(start: number, number: string) {
  const whole = number.replace(/\s+/g, '');
  return { start, end: start + number.length, message: `“${number}”: one number, “${whole}”.`, suggestions: [whole] };
}
