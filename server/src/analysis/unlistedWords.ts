import type { Document, Paragraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { nonProseSpans } from '../core/nonProse.js';
import { overlaps, type Span } from '../core/span.js';
import type { Dialect, Speller } from '../core/speller.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { Handover } from './handover.js';
import { documentNumbers, numbersIn, packRows, PackedWords, wordsIn, type Packed } from './packed.js';
import { each, finish, type Steps } from './steps.js';

/** A word that no dictionary has, or a name, in its paragraph, without possessive ending. */
export interface Unlisted extends Span {
  readonly word: string;
  /** A name that the dictionary does have, such as Lavrov. */
  readonly isListedName: boolean;
}

/** Names, and words of the corpus that no dictionary has: terms of its own, and slips. Drafts do not count. */
export interface UnlistedWords {
  /** Paths of the documents that write the word, in any capitalisation. */
  pathsOf(word: string): ReadonlySet<string>;
  /** Words in small letters at most one edit from this one (two of them where `most` is 2), itself left out. */
  near(word: string, most: 1 | 2): readonly string[];
}

const NOWHERE: ReadonlySet<string> = new Set<string>();

/** The index of one snapshot. The next one takes it over and changes it; this one makes its own again if it is asked. */
class IndexedWords implements UnlistedWords {
  readonly index: Handover<Index>;

  constructor(
    private readonly corpus: Corpus,
    index: Index,
  ) {
    this.index = new Handover(index);
  }

  pathsOf(word: string): ReadonlySet<string> {
    return this.#own.pathsOf(word);
  }

  near(word: string, most: 1 | 2): readonly string[] {
    return this.#own.near(word, most);
  }

  get #own(): Index {
    return this.index.orMake(() => finish(updated(new Index(), this.corpus, undefined)));
  }
}

class Index implements UnlistedWords {
  readonly #paths = new Map<string, Set<string>>();
  /** Words that were restored and not asked for yet. */
  #packed: PackedWords | undefined;
  /** Words by length and beginning, and by length and end: one edit leaves one of both as it is. */
  readonly #alike = new Map<string, Set<string>>();

  /** What `save` packed, over the same documents. */
  static *restored(packed: Packed, { documents }: Corpus): Steps<Index> {
    const index = new Index();
    const words = wordsIn(packed, 'words');
    const rows = { first: numbersIn(packed, 'first'), items: numbersIn(packed, 'items') };
    index.#packed = new PackedWords(words, rows, [...documents.keys()]);
    yield* each(words, words.length, (word) => index.#addAlike(word));
    return index;
  }

  *save({ documents }: Corpus): Steps<Packed> {
    const numbers = documentNumbers(documents);
    const numberOf = (path: string) => numbers.get(path) ?? 0;
    const packed = this.#packed;
    const words = [...this.#paths.keys(), ...(packed?.words ?? [])];
    const rows = yield* packRows(words, words.length, (word) => {
      const known = this.#paths.get(word);
      if (known) return Array.from(known, numberOf);
      return Array.from(packed?.get(word) ?? [], (number) => numberOf(packed?.path(number) ?? ''));
    });
    return { words, ...rows };
  }

  pathsOf(word: string): ReadonlySet<string> {
    return this.#pathsOf(word.toLowerCase()) ?? NOWHERE;
  }

  #pathsOf(word: string): Set<string> | undefined {
    const known = this.#paths.get(word);
    if (known) return known;
    const packed = this.#packed;
    const row = packed?.take(word);
    if (!packed || !row) return undefined;
    const paths = new Set(Array.from(row, (number) => packed.path(number)));
    this.#paths.set(word, paths);
    return paths;
  }

  near(word: string, most: 1 | 2): readonly string[] {
    const lower = word.toLowerCase();
    const found = new Set<string>();
    for (let length = lower.length - most; length <= lower.length + most; length++) {
      for (const key of keysOf(lower, length)) {
        for (const other of this.#alike.get(key) ?? []) {
          if (other !== lower && editDistance(other, lower, most) <= most) found.add(other);
        }
      }
    }
    return [...found].sort();
  }

  replace(path: string, before: Document | undefined, after: Document | undefined, speller: Speller): void {
    const [old, now] = [wordsOf(before, speller), wordsOf(after, speller)];
    for (const word of old) if (!now.has(word)) this.#remove(word, path);
    for (const word of now) if (!old.has(word)) this.#add(word, path);
  }

  #add(word: string, path: string): void {
    const known = this.#pathsOf(word);
    if (known) {
      known.add(path);
      return;
    }
    this.#paths.set(word, new Set([path]));
    this.#addAlike(word);
  }

  #addAlike(word: string): void {
    for (const key of keysOf(word, word.length)) {
      const alike = this.#alike.get(key);
      if (alike) alike.add(word);
      else this.#alike.set(key, new Set([word]));
    }
  }

  #remove(word: string, path: string): void {
    const known = this.#pathsOf(word);
    known?.delete(path);
    if (known?.size !== 0) return;
    this.#paths.delete(word);
    for (const key of keysOf(word, word.length)) this.#alike.get(key)?.delete(word);
  }
}

function keysOf(word: string, length: number): [string, string] {
  return [`${length} ${word.slice(0, 2)}`, `${word.slice(-2)} ${length}`];
}

export const unlistedWords: Derivation<UnlistedWords> = {
  name: 'unlistedWords',
  steps: unlistedWordsOf,
  saved: {
    save: (value, corpus) =>
      value instanceof IndexedWords ? value.index.packed((index) => index.save(corpus)) : undefined,
    *restore(packed, corpus) {
      return new IndexedWords(corpus, yield* Index.restored(packed, corpus));
    },
  },
};

function* unlistedWordsOf(corpus: Corpus, previous: Derived<UnlistedWords> | undefined): Steps<UnlistedWords> {
  const known = previous?.value instanceof IndexedWords ? previous.value.index.take() : undefined;
  const index = yield* updated(known ?? new Index(), corpus, known && previous?.corpus);
  return new IndexedWords(corpus, index);
}

function* updated(index: Index, corpus: Corpus, earlier: Corpus | undefined): Steps<Index> {
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* each(changed, changed.length, (path) => {
    if (corpus.isDraft(path)) return;
    index.replace(path, earlier?.document(path), corpus.document(path), corpus.resources.speller);
  });
  return index;
}

function wordsOf(document: Document | undefined, speller: Speller): Set<string> {
  const words = new Set<string>();
  for (const paragraph of document?.paragraphs ?? []) {
    for (const { word } of unlistedIn(paragraph, speller, 'both')) words.add(word.toLowerCase());
  }
  return words;
}

const known: Readonly<Record<Dialect, Facts<Paragraph, readonly Unlisted[]>>> = {
  both: new Facts<Paragraph, readonly Unlisted[]>(),
  'en-US': new Facts<Paragraph, readonly Unlisted[]>(),
  'en-GB': new Facts<Paragraph, readonly Unlisted[]>(),
};

/** The names of a paragraph, and the words that the dictionary of a dialect does not have; found once for each paragraph. */
export function unlistedIn(paragraph: Paragraph, speller: Speller, dialect: Dialect): readonly Unlisted[] {
  let found = known[dialect].get(paragraph);
  if (!found) {
    found = isWebFurniture(paragraph) ? [] : scan(paragraph.text, speller, dialect);
    known[dialect].set(paragraph, found);
  }
  return found;
}

/** What is longer is no word that anybody misspelt. */
const LONGEST_WORD = 60;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Other alphabets and accents are beyond this dictionary, and digits make codes; one capital inside may be a slip. */
const JUDGED = /^(?:[A-Za-z]?[a-z'’]{2,}|[a-z]+[A-Z][a-z]*|[A-Z]{4,})$/;

function scan(text: string, speller: Speller, dialect: Dialect): readonly Unlisted[] {
  const found: Unlisted[] = [];
  let skipped: readonly Span[] | undefined;
  for (const match of text.matchAll(WORD)) {
    const [whole] = match;
    if (whole.length < 3 || whole.length > LONGEST_WORD || (speller.isWord(whole, dialect) && !isName(whole, speller)))
      continue;
    const word = whole.replace(/['’]s?$/i, '');
    if (!JUDGED.test(word) || /^n['’]t$/.test(word)) continue;
    const isListedName = speller.isWord(word.replace(/’/g, "'"), dialect);
    if (isListedName && !isName(word, speller)) continue;
    const span = { start: match.index, end: match.index + word.length };
    skipped ??= nonProseSpans(text);
    if (skipped.some((one) => overlaps(one, span)) || isGlued(text, span) || isPart(text, span, speller)) continue;
    found.push({ start: span.start, end: span.end, word, isListedName });
  }
  return found;
}

/** A word with a capital that has no meaning without it. */
function isName(word: string, speller: Speller): boolean {
  return word.length > 4 && /^\p{Lu}\p{Ll}/u.test(word) && !speller.isOrdinary(word);
}

/** Part of something longer that is no plain word: snake_case, a/b, v1.x, -prefix-. */
function isGlued(text: string, { start, end }: Span): boolean {
  const around = (text[start - 1] ?? ' ') + (text[end] ?? ' ');
  return /[_@#/\\\d]/.test(around) || (/[-‐‑]/.test(around) && end - start < 5);
}

const HYPHENS = new Set('-‐‑');

/** Part of a word that is one without its hyphen (neuro-surgeon), or torn off its ending (“doesn’ t”). */
function isPart(text: string, { start, end }: Span, speller: Speller): boolean {
  const after = text.slice(end, end + LONGEST_WORD);
  if (text[end - 1] === 'n' && /^['’] t(?![\p{L}\p{N}])/u.test(after)) return true;
  const word = text.slice(start, end);
  const [, next] = /^[-‐‑](\p{L}+)/u.exec(after) ?? [];
  const before = HYPHENS.has(text[start - 1] ?? '') ? text.slice(Math.max(0, start - LONGEST_WORD), start) : '';
  const [, last] = /(?<!\p{L})(\p{L}{1,30})[-‐‑]$/u.exec(before) ?? [];
  return [next && word + next, last && last + word].some((whole) => whole && speller.isWord(whole.toLowerCase()));
}
