import type { CodeLens } from 'vscode-languageserver';
import { apparatusOf } from '../analysis/apparatus.js';
import type { Corpus } from '../analysis/corpus.js';
import { nearGroupAt } from '../analysis/groups.js';
import { isFurniture } from '../analysis/isFurniture.js';
import { paragraphIndexAt, type Document } from '../core/document.js';
import { sentencesOf } from '../core/sentences.js';
import { shift, type Span } from '../core/span.js';
import { toRange, type View } from './toProtocol.js';

/** Where the lens of a passage points, for `resolveCodeLens`. */
interface LensData {
  readonly uri: string;
  readonly offset: number;
}

/** A passage of more sentences is judged by its first ones. */
const MOST_SENTENCES = 12;

/** The client command that a lens runs: it shows the references of a place. */
export const SHOW_PARALLELS = 'variorum.showParallels';

/** One lens above each passage; what it says is found out when it comes into view. */
export function codeLenses(document: Document, corpus: Corpus, uri: string): CodeLens[] {
  return document.paragraphs.flatMap((_, index) => {
    if (isFurniture(document, index, corpus)) return [];
    const offset = document.offsets[index] ?? 0;
    const data: LensData = { uri, offset };
    return [{ range: toRange(document, { start: offset, end: offset }), data }];
  });
}

/** The place that a lens was made for; `undefined` where it is none of ours. */
export function lensPlace(lens: CodeLens): LensData | undefined {
  const data = lens.data as Partial<LensData> | undefined;
  return typeof data?.uri === 'string' && Number.isInteger(data.offset) ? (data as LensData) : undefined;
}

/** “3 parallels · 1 differs” for the passage at `offset`; its sentences may run parallel to different sources. */
export function resolveCodeLens(view: View, document: Document, lens: CodeLens, offset: number): CodeLens {
  const others = new Set<string>();
  const differing = new Set<string>();
  for (const { start } of sentencesAt(document, offset).slice(0, MOST_SENTENCES)) {
    const group = nearGroupAt(view.corpus, document.path, start);
    for (const { path } of group.slice(1)) others.add(path);
    for (const { readings } of apparatusOf(view.corpus, group)) {
      for (const { places } of readings.slice(1)) for (const { path } of places) differing.add(path);
    }
  }
  const parallels = others.size === 1 ? '1 parallel' : `${others.size} parallels`;
  const differs = differing.size === 1 ? '1 differs' : `${differing.size} differ`;
  const title = others.size === 0 ? 'only here' : differing.size === 0 ? parallels : `${parallels} · ${differs}`;
  const place = [view.uriOf(document.path), lens.range.start];
  return { ...lens, command: { title, command: others.size === 0 ? '' : SHOW_PARALLELS, arguments: place } };
}

function sentencesAt(document: Document, offset: number): readonly Span[] {
  const index = paragraphIndexAt(document, offset);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (!paragraph) return [];
  return sentencesOf(paragraph).map((span) => shift(span, document.offsets[index ?? 0] ?? 0));
}
