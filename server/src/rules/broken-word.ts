import { dialectOf } from '../analysis/dialects.js';
import { breaksOf, gapsOf, isBroken } from '../core/brokenWords.js';
import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { proseOf } from '../core/prose.js';
import { shift } from '../core/span.js';
import type { CorpusRule, Finding } from './rule.js';

const INVISIBLE = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[\u00ad\u200b\u2060\ufeff]+[\p{L}\p{N}]+)+/gu;

export const brokenWord: CorpusRule = {
  code: 'broken-word',
  family: 'debris',
  summary: 'A word is broken by a line end of print, by a blank, or by a character that nobody sees.',
  why: 'No search finds it, and it matches no other source.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Reported only where the whole is a word and one of its halves is none; compounds at a line end stay. At a blank the whole must be a common word, and both halves in small letters.',
  examples: {
    valid: [
      'It is a well-\nknown story, and out-\nside it rains on.',
      'A two- or three-year term.',
      'They are gon na go; we ll see. A non stop show in an other town.',
    ],
    invalid: [
      'The [|com-\nmittee|]{broken-word} met at noon\nand went home.',
      'The river [|fe ll|]{broken-word} in [|ma rch|]{broken-word}.',
      'The [|gov- ernment|]{broken-word} fell.',
      'The [|in\u00adter\u00adna\u00adtional|]{broken-word} press.',
    ],
  },
  *check({ document, paragraph, start }, corpus) {
    const { speller } = corpus.resources;
    if (dialectOf(corpus, document.path) !== undefined) {
      for (const { start: from, end, first, second } of gapsOf(paragraph, speller))
        yield shift(finding(from, end, first + second), start);
    }
    for (const part of breaksOf(paragraph)) {
      if (isBroken(part, speller)) yield shift(finding(part.start, part.end, part.first + part.second), start);
    }
    for (const found of invisibleIn(paragraph)) yield shift(found, start);
  },
};

const cache = new Facts<Paragraph, readonly Finding[]>();

function invisibleIn(paragraph: Paragraph): readonly Finding[] {
  let found = cache.get(paragraph);
  if (!found) {
    found = [...proseOf(paragraph).matchAll(INVISIBLE)].map(({ index, 0: word }) =>
      finding(index, index + word.length, word.replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')),
    );
    cache.set(paragraph, found);
  }
  return found;
}

function finding(start: number, end: number, whole: string): Finding {
  return { start, end, message: `One word, broken in two: “${whole}”.`, suggestions: [whole] };
}
