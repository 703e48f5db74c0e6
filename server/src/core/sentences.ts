import { cutTo } from './cuts.js';
import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import type { Span } from './span.js';

/** Sentences are compared with each other word by word; nobody writes longer ones, but lists and tables look so. */
const LONGEST_SENTENCE = 2_000;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const ABBREVIATION = new RegExp(
  String.raw`(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Sen|Rep|Gov|Hon|Rev|Fr|St|Mt|Ft|Jr|Sr|No|Nos|vs|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|al|p|pp|cf|ca|eg|ie|e\.g|i\.e|approx|dept|est)|(?:^|[\s(“"'‘])\p{Lu}(?:\.\p{Lu})*)\.\s*$`,
  'u',
);

/** “4:30 p.m. ET”. */
const TIME_ZONE = /^\(?(?:[A-Z]{1,3}T|UTC)\b/;

const cache = new Facts<Paragraph, readonly Span[]>();

/** Sentences of a paragraph, in order, relative to its text, without surrounding white space. */
export function sentencesOf(paragraph: Paragraph): readonly Span[] {
  const known = cache.get(paragraph);
  if (known) return known;
  const spans = sentenceSpans(paragraph.text);
  cache.set(paragraph, spans);
  return spans;
}

/** Index of the sentence at or before `offset`; -1 where the paragraph has none. */
export function sentenceIndexAt(sentences: readonly Span[], offset: number): number {
  let found = -1;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.start > offset) break;
    found = index;
  }
  return found;
}

/** Unicode sentence boundaries (UAX 29), joined again where they cut after a title, an initial or inside debris. */
function sentenceSpans(text: string): Span[] {
  // A line end inside a paragraph is hard wrapping: to the segmenter it must be a blank.
  const flat = text.replace(/[\r\n\u2028\u2029\u0085]/g, ' ');
  const spans: { start: number; end: number }[] = [];
  for (const { index, segment } of segmenter.segment(flat)) {
    const end = index + segment.length;
    const last = spans.at(-1);
    if (last && continues(flat, last, { start: index, end })) last.end = end;
    else spans.push({ start: index, end });
  }
  return spans
    .map((span) => trimmed(flat, span))
    .filter((span) => span.start < span.end)
    .flatMap((span) => (span.end - span.start > LONGEST_SENTENCE ? cutTo(LONGEST_SENTENCE, flat, span) : [span]));
}

function continues(text: string, last: Span, next: Span): boolean {
  const before = text.slice(Math.max(last.start, last.end - 12), last.end);
  if (ABBREVIATION.test(before)) return true;
  // “justice.”. – the second stop is debris, not a sentence.
  const words = text.slice(next.start, Math.min(next.end, next.start + 40));
  if (/[ap]\. ?m\.\s*$/.test(before) && TIME_ZONE.test(words)) return true;
  return /^[\s.,;:!?"”’')\]]*$/.test(words) && next.end - next.start <= 40;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
