import type { SelectionRange } from 'vscode-languageserver';
import { clauseSpans } from '../core/clauseSpans.js';
import { paragraphIndexAt, type Document } from '../core/document.js';
import { sentencesOf } from '../core/sentences.js';
import { encloses, shift, touches, type Span } from '../core/span.js';
import { wordsIn } from '../core/tokens.js';
import { toRange } from './toProtocol.js';

/** What a growing selection takes in, step by step: word, clause, sentence, passage, the whole text. */
export function selectionRanges(document: Document, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => {
    const [widest, ...inner] = spansAt(document, offset).reverse();
    let range: SelectionRange = { range: toRange(document, widest ?? { start: 0, end: 0 }) };
    for (const span of inner) range = { range: toRange(document, span), parent: range };
    return range;
  });
}

/** Narrowest first, each enclosing the one before and larger; the last is the whole text. */
function spansAt(document: Document, offset: number): Span[] {
  const whole = { start: 0, end: document.text.length };
  const index = paragraphIndexAt(document, offset);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (!paragraph) return [whole];
  const start = document.offsets[index ?? 0] ?? 0;
  const passage = { start, end: start + paragraph.text.length };
  const sentence = spanAt(
    sentencesOf(paragraph).map((span) => shift(span, start)),
    offset,
  );
  const clause = sentence && spanAt(clauseSpans(document.text, sentence), offset);
  const word = spanAt(
    wordsIn(paragraph.text).map((token) => shift({ start: token.start, end: token.end }, start)),
    offset,
  );
  const steps: Span[] = [];
  for (const span of [word, clause && trimmed(document.text, clause), sentence, passage, whole]) {
    const last = steps.at(-1);
    if (!span || (last && (!encloses(span, last) || span.end - span.start === last.end - last.start))) continue;
    steps.push(span);
  }
  return steps;
}

/** Of two that touch the offset, the one that begins there. */
function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  return spans.findLast((span) => touches(span, offset));
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return {
    start: start + lead,
    end:
      start +
      words
        .trimEnd()
        .replace(/(?<![,;:–—-])[,;:–—-]+$/, '')
        .trimEnd().length,
  };
}
