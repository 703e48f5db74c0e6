import { collate, type Slot } from '../core/collate.js';
import type { Place, Span } from '../core/span.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import type { Corpus } from './corpus.js';
import { wordLikeness } from './wordLikeness.js';

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

/** Longer stretches are said in other words altogether: nothing a reader could compare word by word. */
const LONGEST_READING = 5;

/** The readings of a group of parallel passages, as a critical apparatus lists them: place by place of the first one. */
export function apparatusOf(corpus: Corpus, group: readonly Place[]): readonly VariantPlace[] {
  const [base, ...others] = group;
  if (!base) return [];
  const text = corpus.textAt(base);
  const columns = others.map((place) => columnOf(corpus, text, place));
  const found: VariantPlace[] = [];
  for (const { start } of wordsIn(text)) {
    if (start + base.start < (found.at(-1)?.span.end ?? 0)) continue;
    const variant = variantIn(base, text, columns, start);
    if (variant) found.push(variant);
  }
  return found;
}

/** The readings of the word at `offset` of the first place; `undefined` where all agree or none can be compared. */
export function variantAt(corpus: Corpus, group: readonly Place[], offset: number): VariantPlace | undefined {
  const [base, ...others] = group;
  if (!base || offset < base.start || offset > base.end) return undefined;
  const text = corpus.textAt(base);
  const columns = others.map((place) => columnOf(corpus, text, place));
  return variantIn(base, text, columns, offset - base.start);
}

/** Another text of the group beside the first, word by word. */
interface Column {
  readonly place: Place;
  readonly text: string;
  readonly slots: readonly Slot[];
}

function columnOf(corpus: Corpus, base: string, place: Place): Column {
  const text = corpus.textAt(place);
  return { place, text, slots: collate(base, text, wordLikeness(corpus.resources)) };
}

function variantIn(base: Place, text: string, columns: readonly Column[], at: number): VariantPlace | undefined {
  const cells = columns.flatMap((column) => cellOf(column, text, at) ?? []);
  const differing = cells.filter(({ isSame }) => !isSame);
  if (differing.length === 0) return undefined;
  // Alignments with different sources may cut the slot differently; the narrowest is what the cursor is on.
  const span = differing.map(({ own }) => own).reduce((x, y) => (y.end - y.start < x.end - x.start ? y : x));
  const own = { text: text.slice(span.start, span.end), places: [shifted(base, span)] };
  const readings = new Map<string, { text: string; places: Place[] }>();
  for (const { isSame, place, reading } of cells) {
    const key = reading.split(' ').map(normalForm).join(' ');
    const known = isSame ? own : readings.get(key);
    if (known) known.places.push(place);
    else readings.set(key, { text: reading, places: [place] });
  }
  const others = [...readings.values()].sort(
    (x, y) => y.places.length - x.places.length || (x.text < y.text ? -1 : x.text > y.text ? 1 : 0),
  );
  return { span: shifted(base, span), readings: [own, ...others] };
}

interface Cell {
  /** The slot, in the first text. */
  readonly own: Span;
  readonly isSame: boolean;
  readonly reading: string;
  readonly place: Place;
}

/** What another text has for the word at `at`; `undefined` where it says something longer altogether. */
function cellOf({ place, text, slots }: Column, base: string, at: number): Cell | undefined {
  let end = 0;
  for (const { kind, a, b } of slots) {
    if (b) end = b.end;
    if (!a || at < a.start || at >= a.end) continue;
    const span = b ?? { start: end, end };
    const reading = text.slice(span.start, span.end);
    if (wordsIn(base.slice(a.start, a.end)).length > LONGEST_READING) return undefined;
    if (wordsIn(reading).length > LONGEST_READING) return undefined;
    return { own: a, isSame: kind === 'same' || kind === 'moved', reading, place: shifted(place, span) };
  }
  return undefined;
}

function shifted({ path, start }: Place, span: Span): Place {
  return { path, start: start + span.start, end: start + span.end };
}
