import { frontMatterOf } from './frontMatter.js';
import { codeBlocksIn, isMarkdown } from './markdownCode.js';
import { paragraphSpans } from './paragraphs.js';
import type { Span } from './span.js';

/**
 * One paragraph of one document. Facts about it are kept by its identity (`Facts`), in offsets relative to its own
 * text, so text may move above it without making them stale. A paragraph object stands at most once in a corpus.
 */
export interface Paragraph {
  readonly text: string;
}

export interface Document {
  /** Path relative to the corpus folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** YAML front matter of a Markdown file: metadata, not text. No paragraph covers it. */
  readonly frontMatter: Span | undefined;
  /** All of the text but front matter and the blocks of code of a Markdown file. */
  readonly paragraphs: readonly Paragraph[];
  /** Where each paragraph starts in `text`; ascending, as long as `paragraphs`. */
  readonly offsets: readonly number[];
}

/** Parses a document; paragraphs whose text also stood in `previous` are the same objects again. */
export function parse(path: string, text: string, previous?: Document): Document {
  if (previous?.text === text && previous.path === path) return previous;
  const isMarked = isMarkdown(path);
  const frontMatter = isMarked ? frontMatterOf(text) : undefined;
  const from = frontMatter?.end ?? 0;
  const spans = paragraphSpans(text, from, isMarked ? codeBlocksIn(text, from) : []);
  const known = new Map<string, Paragraph[]>();
  for (const paragraph of previous?.paragraphs ?? []) {
    const same = known.get(paragraph.text);
    if (same) same.push(paragraph);
    else known.set(paragraph.text, [paragraph]);
  }
  const paragraphs = spans.map(({ start, end }) => {
    const words = text.slice(start, end);
    return known.get(words)?.shift() ?? { text: words };
  });
  return { path, text, frontMatter, paragraphs, offsets: spans.map((span) => span.start) };
}

/** A paragraph where it stands; the span counts in its document. */
export interface PlacedParagraph extends Span {
  readonly document: Document;
  readonly paragraph: Paragraph;
  readonly index: number;
}

/** @throws {RangeError} where the document has no such paragraph. */
export function placed(document: Document, index: number): PlacedParagraph {
  const [paragraph, start] = [document.paragraphs[index], document.offsets[index]];
  if (!paragraph || start === undefined) throw new RangeError(`${document.path} has no paragraph ${index}`);
  return { document, paragraph, index, start, end: start + paragraph.text.length };
}

/** Index of the paragraph that holds `offset` or touches it; `undefined` between paragraphs. */
export function paragraphIndexAt(document: Document, offset: number): number | undefined {
  let low = 0;
  let high = document.offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  const paragraph = document.paragraphs[index];
  return paragraph && offset <= (document.offsets[index] ?? 0) + paragraph.text.length ? index : undefined;
}

/** The paragraph that `paragraphIndexAt` finds, where it stands. */
export function placedAt(document: Document, offset: number): PlacedParagraph | undefined {
  const index = paragraphIndexAt(document, offset);
  return index === undefined ? undefined : placed(document, index);
}
