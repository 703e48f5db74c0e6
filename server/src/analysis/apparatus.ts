import { collate } from '../core/collate.js';
import type { Place, Span } from '../core/span.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import type { Corpus } from './corpus.js';

/** What one or more documents have at a place; an empty text, where they have nothing there. */
export interface Reading {
  readonly text: string;
  /** Where it stands, in the order of the group; empty spans where it is left out. */
  readonly places: readonly Place[];
}

/** A place of the first text at which at least one of the others reads otherwise. */
export interface VariantPlace {
  /** In the document of the first place. */
  readonly span: Span;
  /** That of the first text first, then the others, the most widely attested first. */
  readonly readings: readonly Reading[];
}

/** The readings of a group of parallel passages, as a critical apparatus lists them: place by place of the first one. */
export function apparatusOf(corpus: Corpus, group: readonly Place[]): readonly VariantPlace[] {
  const [base, ...others] = group;
  if (!base) return [];
  const text = textAt(corpus, base);
  const columns = others.map((place) => ({ place, cells: cellsOf(text, textAt(corpus, place)) }));
  return wordsIn(text).flatMap((word): VariantPlace[] => {
    const own: Reading = { text: word.text, places: [shifted(base, word)] };
    const readings = new Map<string, { text: string; places: Place[] }>([
      [normalForm(word.text), { text: own.text, places: [...own.places] }],
    ]);
    for (const { place, cells } of columns) {
      const cell = cells.get(word.start);
      // Words beside which the other says something longer altogether have no reading of their own there.
      if (!cell) continue;
      const key = cell.text.split(' ').map(normalForm).join(' ');
      const known = readings.get(key);
      if (known) known.places.push(shifted(place, cell));
      else readings.set(key, { text: cell.text, places: [shifted(place, cell)] });
    }
    if (readings.size < 2) return [];
    const [first, ...rest] = readings.values();
    if (!first) return [];
    rest.sort((x, y) => y.places.length - x.places.length || (x.text < y.text ? -1 : 1));
    return [{ span: { start: base.start + word.start, end: base.start + word.end }, readings: [first, ...rest] }];
  });
}

interface CellOfOther extends Span {
  readonly text: string;
}

/** For each word of `a` that stands in a slot of one word: what `b` has there. */
function cellsOf(a: string, b: string): Map<number, CellOfOther> {
  const cells = new Map<number, CellOfOther>();
  let end = 0;
  for (const slot of collate(a, b)) {
    if (slot.b) end = slot.b.end;
    if (!slot.a) continue;
    const words = wordsIn(a.slice(slot.a.start, slot.a.end));
    const [word] = words;
    if (!word || words.length > 1) continue;
    const span = slot.b ?? { start: end, end };
    cells.set(slot.a.start + word.start, { ...span, text: b.slice(span.start, span.end) });
  }
  return cells;
}

function textAt(corpus: Corpus, { path, start, end }: Place): string {
  return corpus.document(path)?.text.slice(start, end) ?? '';
}

function shifted({ path, start }: Place, span: Span): Place {
  return { path, start: start + span.start, end: start + span.end };
}
