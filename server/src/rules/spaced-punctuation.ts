import type { Paragraph } from '../core/document.js';
import { proseOf } from '../core/prose.js';
import { isTokenised } from '../core/tokenised.js';
import { wordEnd, wordStart } from '../core/wordAround.js';
import type { Finding, ParagraphRule } from './rule.js';

// Comma and stop; the stop only where a sentence can end, not in “ .NET” or “ . . .”.
const MARK =
  /(?<=[\p{L}\p{N})\]”’"'%_])(?<! [.,]) (?<mark>,(?!,)|\.(?=\s+[\p{Lu}\p{N}“"‘'([]|\s*$|\s?["”])(?! ?\.)|[;?!](?=[\s"”’!?]|$)|:(?=\s|$))/gu;
const DASH = / (?:--|—)(?=\s)|(?<=\s(?:--|—)) /g;

export const spacedPunctuation: ParagraphRule = {
  code: 'spaced-punctuation',
  family: 'debris',
  summary: 'A blank stands before a comma, a stop or another mark that belongs to the word before it.',
  why: 'The text was taken apart and put together again by a program.',
  severity: 'warning',
  scope: 'paragraph',
  limits:
    'French spacing, spaced ellipses and dashes are left alone; a colon or a dash counts only where all marks of the paragraph stand apart.',
  examples: {
    valid: [
      'He waited . . . and left. Is it .NET, or .5?',
      'Est-ce que vous venez ? Oui, dans une heure ; « la vie » est belle !',
      'Yes\u00a0! No\u202f?',
      'He came — late — and left -- early.',
      'Thank you ;) and :) to all.',
      '| a , b | c . |',
      'Key : value',
    ],
    invalid: [
      'He sat in the [|hall ,|]{spaced-punctuation} and it was late.',
      'The rain [|stopped .|]{spaced-punctuation} Then it was over.',
      'Is it [|true ?|]{spaced-punctuation}',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    const marks = [...prose.matchAll(MARK)];
    if (marks.length === 0) return;
    const isAllSpaced = isTokenised(paragraph);
    const isFrench = looksFrench(paragraph, prose);
    for (const { index, groups } of marks) {
      const mark = groups?.mark ?? '';
      if (isFrench && /[;?!:]/.test(mark)) continue;
      if (mark === ':' && !isAllSpaced) continue;
      const start = Math.min(wordStart(prose, index), index - 1);
      yield finding(paragraph.text, start, index + 2, paragraph.text.slice(start, index) + mark);
    }
    if (!isAllSpaced) return;
    for (const { index, 0: found } of prose.matchAll(DASH)) {
      if (found.length > 1) {
        const start = Math.min(wordStart(prose, index), index - 1);
        yield finding(paragraph.text, start, index + found.length, paragraph.text.slice(start, index) + found.trim());
      } else {
        const dash = prose.slice(0, index).endsWith('--') ? '--' : '—';
        const end = Math.max(wordEnd(prose, index + 1), index + 2);
        yield finding(paragraph.text, index - dash.length, end, dash + paragraph.text.slice(index + 1, end));
      }
    }
  },
};

function finding(text: string, start: number, end: number, meant: string): Finding {
  return { start, end, message: `“${text.slice(start, end)}”: a blank before the mark.`, suggestions: [meant] };
}

const FRENCH =
  /(?<!\p{L})(?:le|la|les|des|est|et|une|dans|que|qui|pour|vous|nous|sur|du|au|je|il|elle|ce|ne|pas)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:the|of|and|to|is|was|that|he|she|it|with|for|you|not)(?!\p{L})/giu;

function looksFrench({ text }: Paragraph, prose: string): boolean {
  if (text.includes('«') || /[\u00a0\u202f][;?!:»]/.test(text)) return true;
  return (prose.match(FRENCH)?.length ?? 0) > (prose.match(ENGLISH)?.length ?? 0);
}
