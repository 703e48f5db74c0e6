import type { Range } from 'vscode-languageserver';
import { passageMap, type MappedPassage } from '../analysis/passageMap.js';
import { witnessOf } from '../analysis/witnesses.js';
import { oneLine } from '../core/oneLine.js';
import type { Place } from '../core/span.js';
import { toRange, type View } from './toProtocol.js';

/** How a passage stands in one other source. */
export interface PresenceRow {
  readonly siglum: string;
  readonly state: 'present' | 'reworded' | 'moved';
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

/** A passage with who else has it. */
export interface PassageRow {
  readonly siglum: string;
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
  readonly elsewhere: readonly PresenceRow[];
  /** Sigla of the sources that do not have it. */
  readonly missing: readonly string[];
}

/** A story's passages as a view lists them. */
export interface PassageRows {
  readonly reference: string;
  readonly sources: readonly string[];
  readonly passages: readonly PassageRow[];
  readonly others: readonly PassageRow[];
  readonly alone: readonly PassageRow[];
}

/** The passages of the story that `path` belongs to. */
export function passageRows(view: View, path: string | undefined): PassageRows | undefined {
  const map = passageMap(view.corpus, path);
  if (!map) return undefined;
  const row = (passage: MappedPassage) => rowOf(view, passage);
  return {
    reference: sigla(view, map.reference),
    sources: map.sources.map((one) => sigla(view, one)),
    passages: map.passages.map(row),
    others: map.others.map(row),
    alone: map.alone.map(row),
  };
}

function rowOf(view: View, { place, elsewhere, missing }: MappedPassage): PassageRow {
  return {
    siglum: sigla(view, place.path),
    ...located(view, place),
    elsewhere: elsewhere.map(({ place: there, relation, isMoved }) => ({
      siglum: sigla(view, there.path),
      state: isMoved ? 'moved' : relation === 'verbatim' ? 'present' : 'reworded',
      ...located(view, there),
    })),
    missing: missing.map((one) => sigla(view, one)),
  };
}

function located({ corpus, uriOf }: View, place: Place): { text: string; uri: string; range: Range } {
  const document = corpus.document(place.path);
  const none = { line: 0, character: 0 };
  return {
    text: oneLine(document?.text.slice(place.start, place.end) ?? ''),
    uri: uriOf(place.path),
    range: document ? toRange(document, place) : { start: none, end: none },
  };
}

function sigla({ corpus }: View, path: string): string {
  return witnessOf(corpus, path).siglum;
}
