import { parallels } from '../analysis/parallels.js';
import { witnessOf } from '../analysis/witnesses.js';
import { collate } from '../core/collate.js';
import type { Document } from '../core/document.js';
import type { Place, Span } from '../core/span.js';
import { escapeMarkdown, linkTo } from './markdown.js';
import { toRange, type View } from './toProtocol.js';

/** The readings of one word, and the word they belong to. */
export interface Readings {
  readonly span: Span;
  readonly value: string;
}

/**
 * The apparatus of the word at `offset`: what each source has in its place, this one first. `undefined` where no other
 * source has the passage, or all agree.
 */
export function readingsAt(
  view: View,
  document: Document,
  offset: number,
  format: 'markdown' | 'plaintext',
): Readings | undefined {
  const sigla = new Map<string, string[]>();
  let here: Span | undefined;
  for (const { a, b } of view.corpus.get(parallels).at(document.path, offset)) {
    const target = view.corpus.document(b.path);
    if (!target || offset < a.start || offset > a.end) continue;
    const words = { a: document.text.slice(a.start, a.end), b: target.text.slice(b.start, b.end) };
    const slot = collate(words.a, words.b).find(
      ({ a: span }) => span && span.start <= offset - a.start && offset - a.start < span.end,
    );
    if (!slot?.a || slot.kind === 'same' || slot.kind === 'moved') continue;
    // Longer stretches are said in other words altogether: nothing a reader could compare word by word.
    if (wordCount(words.a, slot.a) > LONGEST_READING || (slot.b && wordCount(words.b, slot.b) > LONGEST_READING))
      continue;
    const span = { start: a.start + slot.a.start, end: a.start + slot.a.end };
    // Alignments with different sources may cut the word's slot differently; the narrowest is what the cursor is on.
    if (!here || span.end - span.start < here.end - here.start) here = span;
    const reading = slot.b ? words.b.slice(slot.b.start, slot.b.end) : '';
    const place = slot.b && { path: b.path, start: b.start + slot.b.start, end: b.start + slot.b.end };
    sigla.set(reading, [...(sigla.get(reading) ?? []), label(view, b.path, place, format)]);
  }
  if (!here) return undefined;
  const quoted = (text: string) =>
    text === '' ? '(not there)' : `“${format === 'markdown' ? escapeMarkdown(text) : text}”`;
  const own = document.text.slice(here.start, here.end);
  const lines = [`${quoted(own)} – ${label(view, document.path, undefined, format)}, here`];
  const others = [...sigla].sort((x, y) => y[1].length - x[1].length || (x[0] < y[0] ? -1 : 1));
  for (const [reading, labels] of others.slice(0, 6)) lines.push(`${quoted(reading)} – ${labels.join(', ')}`);
  return { span: here, value: lines.join(format === 'markdown' ? '  \n' : '\n') };
}

const LONGEST_READING = 5;

function wordCount(text: string, { start, end }: Span): number {
  return text.slice(start, end).split(/\s+/).length;
}

function label(view: View, path: string, place: Place | undefined, format: 'markdown' | 'plaintext'): string {
  const { siglum } = witnessOf(view.corpus, path);
  const document = place && view.corpus.document(path);
  if (format === 'plaintext') return siglum;
  return document ? linkTo(siglum, view.uriOf(path), toRange(document, place).start.line + 1) : escapeMarkdown(siglum);
}
