import { decodeEntity } from '../core/entities.js';
import { isWebFurniture } from '../core/furniture.js';
import { isMarkdown } from '../core/markdownCode.js';
import { shift } from '../core/span.js';
import type { DocumentRule, Finding } from './rule.js';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi;
const TAG =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|u|s|small|sub|sup|font|center|blockquote|q|ul|ol|li|h[1-6]|img|figure|figcaption|table|tr|td|th|tbody|thead|hr|iframe|script|style|section|article|header|footer|nav|cite)(?:\s[^<>]{0,400})?\s?\/?>/gi;

export const strayMarkup: DocumentRule = {
  code: 'stray-markup',
  family: 'debris',
  summary: 'A tag or a character reference of HTML stands in plain text.',
  why: 'It is no part of the text, and keeps its words from matching those of other sources.',
  severity: 'warning',
  scope: 'document',
  limits: 'Markdown may hold HTML and is left alone, as is a tag between backticks.',
  examples: {
    valid: ['-- a.md --\nSmith &amp; Sons, <b>bold</b>.', 'Write `<br>` for a line, a < b and c > d; R&D; AT&T;'],
    invalid: ['Smith [|&amp;|]{stray-markup} Sons said[|<br/>|]{stray-markup} it[|&#39;|]{stray-markup}s over.'],
  },
  *check({ path, paragraphs, offsets }) {
    if (isMarkdown(path)) return;
    for (const [index, paragraph] of paragraphs.entries()) {
      const { text } = paragraph;
      if (isWebFurniture(paragraph)) continue;
      const offset = offsets[index] ?? 0;
      if (text.includes('&')) {
        for (const match of text.matchAll(ENTITY)) {
          const character = decodeEntity(match[0]);
          if (character !== undefined && !isCode(text, match.index)) yield shift(finding(match, character), offset);
        }
      }
      if (!text.includes('<')) continue;
      for (const match of text.matchAll(TAG)) {
        if (isCode(text, match.index)) continue;
        const isBreak = /^<(?:br|\/p|\/div|\/li|\/h\d)\b/i.test(match[0]);
        const isGlued =
          isBreak && /\S/.test(text[match.index - 1] ?? ' ') && /\S/.test(text[match.index + match[0].length] ?? ' ');
        yield shift(finding(match, isGlued ? ' ' : ''), offset);
      }
    }
  },
};

function isCode(text: string, at: number): boolean {
  return text.slice(0, at).split('`').length % 2 === 0 && text.includes('`', at);
}

function finding({ index, 0: markup }: RegExpExecArray, meant: string): Finding {
  const message = meant.trim() === '' ? `“${markup}” is markup, not text.` : `“${markup}” is markup for “${meant}”.`;
  return { start: index, end: index + markup.length, message, suggestions: [meant] };
}
