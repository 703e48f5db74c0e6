import { calendarDatesIn } from '../core/calendarDates.js';
import { placed, type Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import type { Place } from '../core/span.js';
import { wordsIn } from '../core/tokens.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { Handover } from './handover.js';
import { documentNumbers, numbersIn, packRows, rowOf, type Packed } from './packed.js';
import { each, finish, type Steps } from './steps.js';

/** Furniture that only the corpus gives away: one line at the head or foot of texts that have nothing else in common. */
export interface RepeatedLines {
  /** The lines of a document that are such furniture, in order. */
  in(path: string): readonly RepeatedLine[];
  /** Whether such a line stands at `offset` of a document. */
  isAt(path: string, offset: number): boolean;
}

export interface RepeatedLine extends Place {
  /** Where else it stands, by path; drafts are left out. */
  readonly others: readonly Place[];
}

/** Paragraphs from the start of a text, and up to its end, among which furniture is looked for. */
const HEAD = 4;
const FOOT = 6;
/** UTF-16 units; longer paragraphs are text. */
const LONGEST = 220;
/** Chapter and section headings are shorter, and are the text's own. */
const LEAST_WORDS = 3;
/** Two reports may close with one short sentence by chance (“He was 77.”). */
const LEAST_WORDS_OF_SENTENCE = 8;
/** Texts, no two of which tell one story, that have to hold a line. */
const LEAST_TEXTS = 3;
/** Share of the long words of the shorter text above which two may tell one story: of two that do, nine in ten have more. */
const MOST_SHARED = 0.12;
/** Long words without which a text cannot be said to be unlike another. */
const LEAST_TO_COMPARE = 20;
/** Holders that are compared, in the order of their paths. */
const MOST_COMPARED = 24;
/** UTF-16 units of a text that are read for that. */
const MOST_READ = 20_000;

/** Paths by the hash of a line; most lines stand in one text only. */
type Holders = Map<number, string | readonly string[]>;

class CountedLines implements RepeatedLines {
  readonly index: Handover<Holders>;
  readonly #byDocument = new Map<string, readonly RepeatedLine[]>();
  readonly #byLine = new Map<string, readonly Place[] | undefined>();

  constructor(
    private readonly corpus: Corpus,
    holders: Holders,
  ) {
    this.index = new Handover(holders);
  }

  in(path: string): readonly RepeatedLine[] {
    let known = this.#byDocument.get(path);
    if (!known) this.#byDocument.set(path, (known = this.#find(path)));
    return known;
  }

  isAt(path: string, offset: number): boolean {
    return this.in(path).some(({ start, end }) => start <= offset && offset < end);
  }

  #find(path: string): RepeatedLine[] {
    const document = this.corpus.document(path);
    return linesOf(document).flatMap(({ line, start, end }) => {
      const places = this.#placesOf(line);
      return places ? { path, start, end, others: places.filter((place) => place.path !== path) } : [];
    });
  }

  /** Where a line stands, if it is furniture. */
  #placesOf(line: string): readonly Place[] | undefined {
    if (this.#byLine.has(line)) return this.#byLine.get(line);
    const holders = this.#holders.get(hashOf(line)) ?? [];
    let places: Place[] | undefined;
    if (typeof holders !== 'string' && holders.length >= LEAST_TEXTS) {
      places = [...holders].sort().flatMap((path) => {
        const found = linesOf(this.corpus.document(path)).find((one) => one.line === line);
        return found ? { path, start: found.start, end: found.end } : [];
      });
      if (!this.#areUnlike(places.map(({ path }) => path))) places = undefined;
    }
    this.#byLine.set(line, places);
    return places;
  }

  /** Whether there are enough among these texts no two of which may tell one story. */
  #areUnlike(paths: readonly string[]): boolean {
    const apart: Document[] = [];
    for (const path of paths.slice(0, MOST_COMPARED)) {
      const document = this.corpus.document(path);
      if (document && apart.every((other) => haveLittleInCommon(document, other))) apart.push(document);
      if (apart.length === LEAST_TEXTS) return true;
    }
    return false;
  }

  get #holders(): Holders {
    return this.index.orMake(() => finish(updated(new Map() as Holders, this.corpus, undefined)));
  }
}

interface Line {
  /** Lower case, blanks as one. */
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

const linesOfDocument = new Facts<Document, readonly Line[]>();

/** Lines at the head and foot of a document that may be furniture. */
function linesOf(document: Document | undefined): readonly Line[] {
  if (!document) return [];
  let lines = linesOfDocument.get(document);
  if (!lines) linesOfDocument.set(document, (lines = readLines(document)));
  return lines;
}

function readLines(document: Document): Line[] {
  const lines: Line[] = [];
  for (const index of document.paragraphs.keys()) {
    if (!isAtEdge(document, index)) continue;
    const { paragraph, start, end } = placed(document, index);
    if (mayBeFurniture(paragraph.text) && !isWebFurniture(paragraph)) {
      lines.push({ line: paragraph.text.replace(/\s+/g, ' ').trim().toLowerCase(), start, end });
    }
  }
  return lines;
}

function isAtEdge({ paragraphs }: Document, index: number): boolean {
  return (index < HEAD || index >= paragraphs.length - FOOT) && (paragraphs[index]?.text.length ?? Infinity) <= LONGEST;
}

/** A line of words that is no heading, quotation, salutation or date, and no short sentence. */
function mayBeFurniture(text: string): boolean {
  const line = text.trim();
  if (/^[#“”"‘'`]|[,;:]$/.test(line)) return false;
  const dates = calendarDatesIn(line);
  const words = [...wordsIn(line)].filter(
    (word) => !dates.some(({ start, end }) => start <= word.start && word.start < end),
  );
  return words.length >= (/[.!?…]["'”’)\]]?$/.test(line) ? LEAST_WORDS_OF_SENTENCE : LEAST_WORDS);
}

function hashOf(line: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < line.length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
  // Also of an empty line what fits into 32 bits.
  return hash | 0;
}

const unlike = new Facts<Document, WeakMap<Document, boolean>>();

/** Symmetric; kept as long as both live. */
function haveLittleInCommon(a: Document, b: Document): boolean {
  let known = unlike.get(a);
  if (!known) unlike.set(a, (known = new WeakMap()));
  let answer = known.get(b);
  if (answer === undefined) known.set(b, (answer = compare(bodyWords(a), bodyWords(b))));
  return answer;
}

function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size < LEAST_TO_COMPARE) return false;
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared++;
  return shared <= MOST_SHARED * fewer.size;
}

const wordsOfBody = new Facts<Document, ReadonlySet<string>>();

/** The long words of a text without the short lines at its head and foot, which may be the furniture in question. */
function bodyWords(document: Document): ReadonlySet<string> {
  const known = wordsOfBody.get(document);
  if (known) return known;
  const words = new Set<string>();
  let read = 0;
  for (const [index, { text }] of document.paragraphs.entries()) {
    if (read > MOST_READ) break;
    if (isAtEdge(document, index)) continue;
    read += text.length;
    for (const [word] of text
      .slice(0, MOST_READ)
      .toLowerCase()
      .matchAll(/\p{L}{5,}/gu))
      words.add(word);
  }
  wordsOfBody.set(document, words);
  return words;
}

export const repeatedLines: Derivation<RepeatedLines> = {
  name: 'repeatedLines',
  derive: (corpus, previous) => finish(repeatedIn(corpus, previous)),
  steps: repeatedIn,
  saved: {
    save: (value, corpus) =>
      value instanceof CountedLines ? value.index.packed((holders) => packed(holders, corpus)) : undefined,
    *restore(saved, corpus) {
      return new CountedLines(corpus, yield* unpacked(saved, corpus));
    },
  },
};

function* packed(holders: Holders, { documents }: Corpus): Steps<Packed> {
  const numbers = documentNumbers(documents);
  const numberOf = (path: string) => numbers.get(path) ?? 0;
  const rows = yield* packRows(holders.values(), holders.size, (paths) =>
    typeof paths === 'string' ? [numberOf(paths)] : paths.map(numberOf),
  );
  return { hashes: Int32Array.from(holders.keys()), ...rows };
}

function* unpacked(saved: Packed, { documents }: Corpus): Steps<Holders> {
  const paths = [...documents.keys()];
  const rows = { first: numbersIn(saved, 'first'), items: numbersIn(saved, 'items') };
  const holders: Holders = new Map();
  const hashes = numbersIn(saved, 'hashes');
  yield* each(hashes.entries(), hashes.length, ([row, hash]) => {
    const found = Array.from(rowOf(rows, row), (number) => paths[number] ?? '');
    const [first = ''] = found;
    holders.set(hash, found.length === 1 ? first : found);
  });
  return holders;
}

function* repeatedIn(corpus: Corpus, previous: Derived<RepeatedLines> | undefined): Steps<RepeatedLines> {
  const known = previous?.value instanceof CountedLines ? previous.value.index.take() : undefined;
  const holders = yield* updated(known ?? (new Map() as Holders), corpus, known && previous?.corpus);
  return new CountedLines(corpus, holders);
}

function* updated(holders: Holders, corpus: Corpus, earlier: Corpus | undefined): Steps<Holders> {
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* each(changed, changed.length, (path) => {
    if (corpus.isDraft(path)) return;
    const before = hashesOf(earlier?.document(path));
    const after = hashesOf(corpus.document(path));
    for (const hash of before) if (!after.has(hash)) remove(holders, hash, path);
    for (const hash of after) if (!before.has(hash)) add(holders, hash, path);
  });
  return holders;
}

function hashesOf(document: Document | undefined): ReadonlySet<number> {
  return new Set(linesOf(document).map(({ line }) => hashOf(line)));
}

function add(holders: Holders, hash: number, path: string): void {
  const known = holders.get(hash) ?? [];
  if (known.length === 0) holders.set(hash, path);
  else holders.set(hash, typeof known === 'string' ? [known, path] : [...known, path]);
}

function remove(holders: Holders, hash: number, path: string): void {
  const known = holders.get(hash) ?? [];
  const left = typeof known === 'string' ? [] : known.filter((other) => other !== path);
  const [first] = left;
  if (first === undefined) holders.delete(hash);
  else holders.set(hash, left.length === 1 ? first : left);
}
