import { each } from '../analysis/steps.js';
import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { sentencesOf } from '../core/sentences.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import type { DocumentRule, Finding } from './rule.js';

/** A headline stands this near to its double. */
const NEAR = 3;
const LEAST_WORDS = 4;
/** Fewer words than this may come again on purpose: refrains, calls, answers. */
const LONG_WORDS = 10;
const LONG = 60;

export const repeatedPassage: DocumentRule = {
  code: 'repeated-passage',
  family: 'debris',
  summary: 'A headline, a sentence or a paragraph stands twice in one text.',
  why: 'It was copied twice, or two versions were joined: what stands between may differ.',
  severity: 'warning',
  scope: 'document',
  limits: 'Short lines that come again later (refrains, answers, table heads) are left alone.',
  examples: {
    valid: [
      'Row, row, row your boat\nGently down the stream\n\nMerrily, merrily\n\nRow, row, row your boat\nGently down the stream',
      '“No,” he said.\n\n“Yes,” she said.\n\n“No,” he said.',
      'The headline is like this one here\n\nThe headline is not like this one here at all',
    ],
    invalid: [
      'Leaders meet in the old capital\n\n[|Leaders Meet in the Old Capital|]{repeated-passage}\n\nThey met on Monday.',
      'He left. The ship was seen leaving the harbour at dawn. [|The ship was seen leaving the harbour at dawn.|]{repeated-passage} Rain fell.',
    ],
  },
  prepare: (document) =>
    each(document.paragraphs, document.paragraphs.length, (paragraph) => {
      keyOf(paragraph);
      sentencesOf(paragraph);
    }),
  *check(document) {
    const seen = new Map<string, number>();
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const { key, words } = keyOf(paragraph);
      if (words < LEAST_WORDS || isWebFurniture(paragraph)) continue;
      const before = seen.get(key);
      seen.set(key, index);
      if (before === undefined) {
        yield* twiceIn(paragraph, document.offsets[index] ?? 0, document.path);
        continue;
      }
      const isLong = words >= LONG_WORDS && paragraph.text.length >= LONG;
      const isHeadline = index < 6 && index - before <= NEAR && !isVerse(document, index);
      if (isLong || isHeadline) yield finding(document, before, index);
    }
  },
};

const keys = new Facts<Paragraph, { key: string; words: number }>();

function keyOf(paragraph: Paragraph): { key: string; words: number } {
  let known = keys.get(paragraph);
  if (!known) {
    const words = wordsIn(paragraph.text).map(({ text }) => normalForm(text));
    keys.set(paragraph, (known = { key: words.join(' '), words: words.length }));
  }
  return known;
}

/** Short lines all around: a song or a poem repeats itself. */
function isVerse({ paragraphs }: Document, index: number): boolean {
  const around = paragraphs.slice(Math.max(0, index - 3), index + 4);
  return around.length > 3 && around.every(({ text }) => text.length < LONG);
}

function finding(document: Document, first: number, second: number): Finding {
  const start = document.offsets[second] ?? 0;
  const text = document.paragraphs[second]?.text ?? '';
  const origin = document.offsets[first] ?? 0;
  const words = document.paragraphs[first]?.text ?? '';
  return {
    start,
    end: start + text.length,
    message: 'This stands in the text before, in the same words.',
    suggestions: [''],
    evidence: [{ path: document.path, start: origin, end: origin + words.length, text: words }],
  };
}

/** A sentence that follows itself. */
function* twiceIn(paragraph: Paragraph, offset: number, path: string): Generator<Finding> {
  const sentences = sentencesOf(paragraph);
  for (let index = 1; index < sentences.length; index++) {
    const [one, two] = [sentences[index - 1], sentences[index]];
    if (!one || !two || one.end - one.start !== two.end - two.start || two.end - two.start < 30) continue;
    const text = paragraph.text.slice(two.start, two.end);
    if (paragraph.text.slice(one.start, one.end) !== text || wordsIn(text).length < 6) continue;
    yield {
      start: offset + two.start,
      end: offset + two.end,
      message: 'The sentence stands twice in a row.',
      suggestions: [''],
      evidence: [{ path, start: offset + one.start, end: offset + one.end, text }],
    };
  }
}
