import type { Corpus } from '../analysis/corpus.js';
import type { Resources } from '../analysis/resources.js';
import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { areOneFigure, figuresIn, figuresOf, LEAST_TELLING, type Figure, type PlacedFigure } from './figuresInText.js';
import { tellersOf } from './tellers.js';

const ofDocuments = new Facts<Document, { readonly serial: number; readonly lone: readonly PlacedFigure[] }>();

/** Figures of a text that no other teller of the story gives, nor one that may be the same. */
export function loneFigures(document: Document, corpus: Corpus): readonly PlacedFigure[] {
  const known = ofDocuments.get(document);
  if (known?.serial === corpus.serial) return known.lone;
  const tellers = tellersOf(document, corpus);
  const lone =
    tellers.length === 0
      ? []
      : document.paragraphs.flatMap((paragraph, index) => {
          const told = tellers.map((other) => toldBy(paragraph, other, corpus.resources));
          return figuresOf(paragraph).flatMap((figure, at) =>
            told.some(({ here }) => here.includes(at)) ? [] : [{ figure, index }],
          );
        });
  ofDocuments.set(document, { serial: corpus.serial, lone });
  return lone;
}

const lackings = new Facts<Document, WeakMap<Document, readonly PlacedFigure[]>>();

/** Figures of another text that this one does not give, nor one that may be the same. */
export function lackingFigures(document: Document, other: Document, resources: Resources): readonly PlacedFigure[] {
  let byOther = lackings.get(document);
  if (!byOther) lackings.set(document, (byOther = new WeakMap<Document, readonly PlacedFigure[]>()));
  let lacking = byOther.get(other);
  if (!lacking) {
    const told = new Set(document.paragraphs.flatMap((paragraph) => toldBy(paragraph, other, resources).there));
    lacking = figuresIn(other).filter((_, at) => !told.has(at));
    byOther.set(other, lacking);
  }
  return lacking;
}

/** Reads the figures of a paragraph and of another text against each other; what is known costs nothing. */
export function readFigures(paragraph: Paragraph, other: Document, resources: Resources): void {
  toldBy(paragraph, other, resources);
}

/** Which figures of a paragraph another text gives, and which of its figures the paragraph gives; by their order. */
interface Told {
  readonly here: readonly number[];
  readonly there: readonly number[];
}

const NOTHING: Told = { here: [], there: [] };

const known = new Facts<Paragraph, WeakMap<Document, Told>>();

function toldBy(paragraph: Paragraph, other: Document, resources: Resources): Told {
  if (figuresOf(paragraph).length === 0 && !/\d/.test(paragraph.text)) return NOTHING;
  let byDocument = known.get(paragraph);
  if (!byDocument) known.set(paragraph, (byDocument = new WeakMap<Document, Told>()));
  let told = byDocument.get(other);
  if (!told) {
    const [own, theirs] = [figuresOf(paragraph), figuresIn(other)];
    const [numbers, numbersThere] = [numbersIn(paragraph.text), numbersOf(other)];
    const here = own.map((figure) => isWritten(figure, numbersThere));
    const there = theirs.map(({ figure }) => isWritten(figure, numbers));
    for (const [at, figure] of own.entries()) {
      for (const [where, rival] of theirs.entries()) {
        if ((here[at] && there[where]) || !areOneFigure(figure, rival.figure, resources)) continue;
        here[at] = true;
        there[where] = true;
      }
    }
    told = here.includes(true) || there.includes(true) ? { here: trueOf(here), there: trueOf(there) } : NOTHING;
    byDocument.set(other, told);
  }
  return told;
}

function trueOf(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, at) => (flag ? [at] : []));
}

/** Whether its digits stand among the numbers of a text, whatever they are there. */
function isWritten({ quantity, date }: Figure, numbers: ReadonlySet<string>): boolean {
  if (quantity) return quantity.least >= LEAST_TELLING && numbers.has(String(quantity.least));
  return date?.year !== undefined && date.month === undefined && numbers.has(String(date.year));
}

const numbersOfDocuments = new Facts<Document, ReadonlySet<string>>();

function numbersOf(document: Document): ReadonlySet<string> {
  let numbers = numbersOfDocuments.get(document);
  if (!numbers) numbersOfDocuments.set(document, (numbers = numbersIn(document.text)));
  return numbers;
}

function numbersIn(text: string): Set<string> {
  return new Set(
    Array.from(text.matchAll(/(?<![\d.,])\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?/g), ([number]) =>
      number.replace(/,/g, ''),
    ),
  );
}
