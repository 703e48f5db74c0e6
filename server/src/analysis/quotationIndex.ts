import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { isInterruption } from '../core/interruptions.js';
import { quotationsOf, type Quotation } from '../core/quotations.js';
import { quotedWords, SMALL_WEIGHT, type QuotedWord } from '../core/quotedWords.js';
import { sentencesOf } from '../core/sentences.js';
import { shift, type Place, type Span } from '../core/span.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { Handover } from './handover.js';
import { documentNumbers, numbersIn, packRows, PackedWords, wordsIn, type Packed } from './packed.js';
import { each, eachInSteps, finish, type Steps } from './steps.js';

/**
 * One sentence, or part of one, between marks. Its words are relative to `start`. Words of saying that interrupt it are part
 * of its span, and blanks in its text.
 */
export interface QuotedSentence extends Place {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

/** Quoted sentences by their words. */
export interface QuotationIndex {
  /** Quoted sentences of a document, in order. */
  in(path: string): readonly QuotedSentence[];
  /** Documents with a quotation that shares at least two weighty words with this one, in order; one if it has no more than two. */
  candidates(quoted: QuotedSentence): string[];
}

interface RelativeSentence extends Span {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

const byParagraph = new Facts<Paragraph, readonly RelativeSentence[]>();

/** Words that stand in more documents’ quotations than this lead nowhere. */
const MOST_DOCUMENTS = 60;

/** The index of one snapshot. The next one takes it over and changes it; this one makes it again if it is asked. */
class IndexedQuotations implements QuotationIndex {
  readonly index: Handover<Index>;

  constructor(
    private readonly corpus: Corpus,
    index: Index,
  ) {
    this.index = new Handover(index);
  }

  in(path: string): readonly QuotedSentence[] {
    return this.#own.in(path);
  }

  candidates(quoted: QuotedSentence): string[] {
    return this.#own.candidates(quoted);
  }

  get #own(): Index {
    return this.index.orMake(() => finish(updated(new Index(), this.corpus, undefined)));
  }
}

class Index implements QuotationIndex {
  readonly #quoted = new Map<string, readonly QuotedSentence[]>();
  readonly #documents = new Map<string, Map<string, number>>();
  /** Words that were restored and not asked for yet, and documents whose quotations were not. */
  #packed: PackedWords | undefined;
  readonly #unread = new Map<string, Document>();

  /** What `save` packed, over the same documents. */
  static restored(packed: Packed, { documents }: Corpus): Index {
    const index = new Index();
    const rows = { first: numbersIn(packed, 'first'), items: numbersIn(packed, 'items') };
    index.#packed = new PackedWords(wordsIn(packed, 'words'), rows, [...documents.keys()]);
    for (const [path, document] of documents) index.#unread.set(path, document);
    return index;
  }

  /** Of each word, number and count of each document. */
  *save({ documents }: Corpus): Steps<Packed> {
    const numbers = documentNumbers(documents);
    const numberOf = (path: string) => numbers.get(path) ?? 0;
    const packed = this.#packed;
    const words = [...this.#documents.keys(), ...(packed?.words ?? [])];
    const rows = yield* packRows(words, words.length, (word) => {
      const known = this.#documents.get(word);
      if (known) return Array.from(known).flatMap(([path, count]) => [numberOf(path), count]);
      return Array.from(packed?.get(word) ?? [], (value, at) => (at % 2 ? value : numberOf(packed?.path(value) ?? '')));
    });
    return { words, ...rows };
  }

  in(path: string): readonly QuotedSentence[] {
    const unread = this.#unread.get(path);
    if (unread) {
      this.#unread.delete(path);
      this.#quoted.set(path, quotedIn(unread));
    }
    return this.#quoted.get(path) ?? [];
  }

  #documentsWith(word: string): Map<string, number> | undefined {
    const known = this.#documents.get(word);
    if (known) return known;
    const packed = this.#packed;
    const row = packed?.take(word);
    if (!packed || !row) return undefined;
    const documents = new Map<string, number>();
    for (let at = 0; at < row.length; at += 2) documents.set(packed.path(row[at] ?? 0), row[at + 1] ?? 0);
    this.#documents.set(word, documents);
    return documents;
  }

  candidates({ path, words }: QuotedSentence): string[] {
    const shared = new Map<string, number>();
    const telling = new Set(words.filter(({ weight }) => weight > SMALL_WEIGHT).map(({ folded }) => folded));
    for (const word of telling) {
      const documents = this.#documentsWith(word);
      if (!documents || documents.size > MOST_DOCUMENTS) continue;
      for (const other of documents.keys()) if (other !== path) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const fewest = telling.size > 2 ? 2 : 1;
    return [...shared].flatMap(([other, count]) => (count >= fewest ? [other] : [])).sort();
  }

  *add(document: Document): Steps<void> {
    const { paragraphs } = document;
    // Kept by paragraph: what is read here in steps is at hand below.
    yield* each(paragraphs, paragraphs.length, quotedSentences);
    const quoted = quotedIn(document);
    this.#quoted.set(document.path, quoted);
    for (const { words } of quoted) {
      for (const { folded, weight } of words) {
        if (weight <= SMALL_WEIGHT) continue;
        const documents = this.#documentsWith(folded) ?? new Map<string, number>();
        documents.set(document.path, (documents.get(document.path) ?? 0) + 1);
        this.#documents.set(folded, documents);
      }
    }
  }

  remove(path: string): void {
    for (const { words } of this.in(path)) {
      for (const { folded } of words) {
        const documents = this.#documentsWith(folded);
        documents?.delete(path);
        if (documents?.size === 0) this.#documents.delete(folded);
      }
    }
    this.#quoted.delete(path);
  }
}

export const quotationIndex: Derivation<QuotationIndex> = {
  name: 'quotationIndex',
  steps: quotationsIn,
  saved: {
    save: (value, corpus) =>
      value instanceof IndexedQuotations ? value.index.packed((index) => index.save(corpus)) : undefined,
    *restore(packed, corpus) {
      yield 0;
      return new IndexedQuotations(corpus, Index.restored(packed, corpus));
    },
  },
};

function* quotationsIn(corpus: Corpus, previous: Derived<QuotationIndex> | undefined): Steps<QuotationIndex> {
  const known = previous?.value instanceof IndexedQuotations ? previous.value.index.take() : undefined;
  const index = yield* updated(known ?? new Index(), corpus, known && previous?.corpus);
  return new IndexedQuotations(corpus, index);
}

function* updated(index: Index, corpus: Corpus, earlier: Corpus | undefined): Steps<Index> {
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* eachInSteps(changed, changed.length, function* (path) {
    index.remove(path);
    const document = corpus.document(path);
    if (document) yield* index.add(document);
  });
  return index;
}

/** Quoted sentences of a document, in order. */
export function quotedIn(document: Document): QuotedSentence[] {
  return document.paragraphs.flatMap((paragraph, at) => {
    const offset = document.offsets[at] ?? 0;
    return quotedSentences(paragraph).map(({ start, end, text, words }) => ({
      path: document.path,
      start: offset + start,
      end: offset + end,
      text,
      words,
    }));
  });
}

function quotedSentences(paragraph: Paragraph): readonly RelativeSentence[] {
  const known = byParagraph.get(paragraph);
  if (known) return known;
  const quotations = isWebFurniture(paragraph) ? [] : quotationsOf(paragraph);
  const found = sentencesIn(paragraph.text, quotations).map((parts) => joined(paragraph.text, parts));
  byParagraph.set(paragraph, found);
  return found;
}

/** The parts of each quoted sentence: one, or more where words of saying interrupt it. */
function sentencesIn(text: string, quotations: readonly Quotation[]): Span[][] {
  const found: Span[][] = [];
  for (const [index, quotation] of quotations.entries()) {
    const { start, end } = quotation;
    const before = quotations[index - 1];
    const sentences = sentencesOf({ text: text.slice(start, end) }).map((sentence) => shift(sentence, start));
    const [first] = sentences;
    if (first && before && isInterruption(text, before, quotation)) found.at(-1)?.push(...sentences.splice(0, 1));
    found.push(...sentences.map((one) => [one]));
  }
  return found;
}

function joined(whole: string, parts: readonly Span[]): RelativeSentence {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  let text = '';
  for (const part of parts) {
    // The comma before “she said” is of these words, too.
    if (text !== '') text = text.replace(/[,–—-]$/, '').padEnd(part.start - start);
    text += whole.slice(part.start, part.end);
  }
  const laterStarts = parts.slice(1).map((part) => part.start - start);
  const words = quotedWords(text).map((word) =>
    laterStarts.includes(word.start) ? { ...word, isAfterInterruption: true } : word,
  );
  return { start, end, text, words };
}
