import { furnitureIn } from '../core/furniture.js';
import type { ParagraphRule } from './rule.js';

export const webFurniture: ParagraphRule = {
  code: 'web-furniture',
  family: 'debris',
  summary: 'A line of the web page around the text: a comment form, a share bar, a player, a programme line.',
  why: 'It is no part of the source; comparisons leave it out, and so do all other rules.',
  severity: 'hint',
  scope: 'paragraph',
  readsFurniture: true,
  limits:
    'Lines are known by the words that pages everywhere use; the name or slogan of one site is not (see repeated-furniture), nor is a line that may be a heading (Home, Search).',
  examples: {
    valid: [
      'Leave a reply if you must, the minister wrote to the press.',
      'The search went on.\n\nHome is where the heart is.\n\nShare prices fell.',
      'Sign up for the army, the posters said, and thousands did.',
    ],
    invalid: [
      '[|Leave a Reply|]{web-furniture}\n\n[|Your email address will not be published. Required fields are marked *|]{web-furniture}',
      '[|Loading audio...|]{web-furniture}\n\nHe left.',
      '[|Jo Public 12pm - 3pm|]{web-furniture}\n\nHe left.',
      '[|date 2024-06-18 (CTN News) –|]{web-furniture} The president left.',
    ],
  },
  *check(paragraph) {
    for (const { start, end } of furnitureIn(paragraph)) {
      yield {
        start,
        end,
        message: 'Furniture of the web page, not text of the source.',
        suggestions: [''],
        isUnnecessary: true,
      };
    }
  },
};
