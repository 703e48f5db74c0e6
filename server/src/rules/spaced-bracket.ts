import { proseOf } from '../core/prose.js';
import { wordEnd, wordStart } from '../core/wordAround.js';
import type { Finding, ParagraphRule } from './rule.js';

// A blank inside; not a box to tick, an empty pair, or a face.
const OPENING = /(?<![:;=][-o]?|[\p{L}\p{N}])[([] (?=[\p{L}\p{N}“‘"'$£€])(?![xX ] ?\])/gu;
const CLOSING = /(?<=[\p{L}\p{N}.!?,”’"'%]) [)\]](?![\p{L}\p{N}])/gu;

export const spacedBracket: ParagraphRule = {
  code: 'spaced-bracket',
  family: 'debris',
  summary: 'A blank stands on the inner side of a bracket.',
  why: 'The text was taken apart and put together again by a program.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'Boxes to tick, empty brackets, faces, code and tables are left alone.',
  examples: {
    valid: [
      'The party (founded in 1945) rules.',
      '- [ ] call them\n- [x] write',
      'Thank you :( so much ;) and 1) one, 2) two.',
      'Write `f( x )` or see [the page](https://example.org/a).',
      'He left ( ) blank.',
    ],
    invalid: [
      'The Republic of Korea [|( DPRK|]{spaced-bracket}) was founded.',
      '[|( Reporting|]{spaced-bracket} by A. Writer; [|editing )|]{spaced-bracket}.',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    for (const { index, 0: found } of prose.matchAll(OPENING)) {
      const end = Math.max(wordEnd(prose, index + 2), index + 3);
      yield finding(paragraph.text, index, end, found.trim() + paragraph.text.slice(index + 2, end));
    }
    for (const { index } of prose.matchAll(CLOSING)) {
      const before = prose.slice(0, index);
      if (!/[([]/.test(before.slice(Math.max(0, index - 1500))) || /(?:^|\s)[:;]-?$/.test(before)) continue;
      const start = Math.min(wordStart(prose, index), index - 1);
      yield finding(paragraph.text, start, index + 2, paragraph.text.slice(start, index) + prose.charAt(index + 1));
    }
  },
};

function finding(text: string, start: number, end: number, meant: string): Finding {
  return { start, end, message: `“${text.slice(start, end)}”: a blank inside the bracket.`, suggestions: [meant] };
}
