import { proseOf } from '../core/prose.js';
import type { ParagraphRule } from './rule.js';

// A mark alone after a plural; ‘ inside a word; a grave or acute accent for an apostrophe.
const ALONE = /(?<word>(?<![\p{L}\p{N}])\p{L}+s) (?<mark>[‘’'`]) (?<next>[\p{L}\p{N}]+)/gu;
const INSIDE = /(?<![\p{L}\p{N}`])(?<word>\p{L}+)(?<mark>[‘`´])(?<next>(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}`]))/gu;

export const strayApostrophe: ParagraphRule = {
  code: 'stray-apostrophe',
  family: 'debris',
  summary: 'An apostrophe stands apart from its word, or is another mark.',
  why: 'The possessive is lost, and the mark may pass for the beginning of a quotation.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'A mark that another one after it may close is taken for a quotation.',
  examples: {
    valid: [
      'The workers’ party, the Joneses’ house, the ’80s.',
      'He sings ‘ La Paloma ’ and leaves.',
      'It was ‘fine’, the boys said.',
      'Type `ls` and `cd`.',
      "The boys ' song ' was short.",
    ],
    invalid: [
      'It is the ruling [|Workers ‘ Party|]{stray-apostrophe} mouthpiece.',
      'The panel of [|experts ‘ annual|]{stray-apostrophe} renewal; I [|don‘t|]{stray-apostrophe} know.',
      "The [|Angels ' offer|]{stray-apostrophe} was eight years.",
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    for (const match of prose.matchAll(ALONE)) {
      const { word = '', mark = '', next = '' } = match.groups ?? {};
      const rest = prose.slice(match.index + word.length + 2);
      const before = prose.slice(0, match.index);
      if (/^(?:s|t|re|ve|ll|d|m)$/.test(next)) continue;
      if (mark === '‘' ? /(?<!\p{L}s?)’|\s’|’(?=[\s,.;:?!]|$)/u.test(rest) && !/s‘|s ‘/.test(rest) : false) continue;
      if (mark === '’' && /‘(?!\s\p{L}+s\s)/u.test(before.slice(before.lastIndexOf('’') + 1))) continue;
      // A straight mark may open or close: only where no other one stands alone or opens a word.
      if (/['`]/.test(mark) && /(?:^|\s)['`]/.test(before.slice(-400) + ' ' + rest.slice(1, 400))) continue;
      yield finding(paragraph.text, match.index, match[0].length, `${word}${mark === "'" ? "'" : '’'} ${next}`);
    }
    for (const match of prose.matchAll(INSIDE)) {
      const { word = '', next = '' } = match.groups ?? {};
      yield finding(paragraph.text, match.index, match[0].length, `${word}${prose.includes("'") ? "'" : '’'}${next}`);
    }
  },
};

function finding(text: string, start: number, length: number, meant: string) {
  const end = start + length;
  return { start, end, message: `“${text.slice(start, end)}”: an apostrophe, “${meant}”.`, suggestions: [meant] };
}
