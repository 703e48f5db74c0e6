import { variantAt, type Reading } from '../analysis/apparatus.js';
import { nearGroupAt } from '../analysis/groups.js';
import { witnessOf } from '../analysis/witnesses.js';
import type { Document } from '../core/document.js';
import type { Place, Span } from '../core/span.js';
import { escapeMarkdown, linkTo } from './markdown.js';
import { toRange, type View } from './toProtocol.js';

/** The readings of one word, and the word they belong to. */
export interface Readings {
  readonly span: Span;
  readonly value: string;
}

const MOST_READINGS = 7;
const MOST_SOURCES = 8;

/**
 * The apparatus of the word at `offset`: what each source has in its place, this one first with those that agree.
 * `undefined` where no other source has the passage, or all agree.
 */
export function readingsAt(
  view: View,
  document: Document,
  offset: number,
  format: 'markdown' | 'plaintext',
): Readings | undefined {
  const variant = variantAt(view.corpus, nearGroupAt(view.corpus, document.path, offset), offset);
  if (!variant) return undefined;
  const lines = variant.readings.slice(0, MOST_READINGS).map((reading, index) => {
    const [here, ...others] = sourcesOf(view, reading, format);
    const first = index === 0 ? `${here}, here` : here;
    const more = others.length >= MOST_SOURCES ? ` and ${others.length - MOST_SOURCES + 1} more` : '';
    return `${quoted(reading.text, format)} – ${[first, ...others.slice(0, MOST_SOURCES - 1)].join(', ')}${more}`;
  });
  return { span: variant.span, value: lines.join(format === 'markdown' ? '  \n' : '\n') };
}

function quoted(text: string, format: 'markdown' | 'plaintext'): string {
  if (text === '') return '(not there)';
  return `“${format === 'markdown' ? escapeMarkdown(text) : text.replace(/\s+/g, ' ')}”`;
}

function sourcesOf(view: View, { places }: Reading, format: 'markdown' | 'plaintext'): string[] {
  return places.map((place) => label(view, place, format));
}

function label(view: View, place: Place, format: 'markdown' | 'plaintext'): string {
  const { siglum } = witnessOf(view.corpus, place.path);
  const document = view.corpus.document(place.path);
  if (format === 'plaintext' || !document) return format === 'plaintext' ? siglum : escapeMarkdown(siglum);
  return linkTo(siglum, view.uriOf(place.path), toRange(document, place).start.line + 1);
}
