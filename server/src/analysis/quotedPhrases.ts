import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { quotationsOf } from '../core/quotations.js';
import { quotedWords, SMALL_WEIGHT, type QuotedWord } from '../core/quotedWords.js';
import type { Span } from '../core/span.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { DocumentPostings } from './documentPostings.js';
import { Handover } from './handover.js';
import type { Packed } from './packed.js';
import { quotationIndex, quotedIn, type QuotationIndex, type QuotedSentence } from './quotationIndex.js';
import { each, finish, type Steps } from './steps.js';

/** Words of a document outside of quotation marks that another document prints between them. */
export interface UnmarkedPhrase extends Span {
  readonly text: string;
  readonly quoted: readonly QuotedSentence[];
}

/** Words outside of quotation marks that other documents print between them. */
export interface QuotedPhrases {
  /** Those of one paragraph in order; each phrase as long as it is, with every document that quotes it. */
  unmarkedIn(here: PlacedParagraph): readonly UnmarkedPhrase[];
}

/** A phrase of fewer words is anybody’s. */
const LEAST_WORDS = 5;
const LEAST_TELLING = 3;
/** Share of the quoted sentence that must stand here. */
const LEAST_SHARE = 0.6;
/** Phrases that more quotations hold are sayings. */
const MOST_QUOTATIONS = 60;
const GRAM = 4;
const LEAST_GRAM_WEIGHT = 1.75;
const NOWHERE: ReadonlySet<string> = new Set();

/** Where in a quotation a run of words begins. */
interface GramPlace {
  readonly quoted: QuotedSentence;
  readonly at: number;
}

/** Which documents quote a run of four words, by a number for the words. */
class PhraseIndex {
  readonly #holders = new Int32Array(MOST_QUOTATIONS);

  constructor(private readonly postings = new DocumentPostings()) {}

  *save(): Steps<Packed> {
    yield 0;
    return this.postings.save();
  }

  /** Paths of the documents that quote the run; none where it is a saying. */
  documentsWith(gram: number): ReadonlySet<string> {
    const count = this.postings.read(gram, this.#holders);
    if (count <= 0) return NOWHERE;
    return new Set(Array.from(this.#holders.subarray(0, count), (number) => this.postings.pathOf(number)));
  }

  /** Puts what a document quotes in the place of what it quoted `before`. */
  replace(path: string, before: readonly QuotedSentence[], after: readonly QuotedSentence[]): void {
    if (before.length + after.length === 0) return;
    const number = this.postings.numberOf(path);
    for (const { words } of before) for (const { gram } of gramsOf(words)) this.postings.remove(gram, number);
    for (const { words } of after) for (const { gram } of gramsOf(words)) this.postings.add(gram, number);
  }

  /** See `PassageIndex.settle`. */
  settle(): Steps<void> {
    return this.postings.settle();
  }
}

/** The next snapshot takes over the index and changes it; this one makes it again if it is asked. */
class Phrases implements QuotedPhrases {
  readonly index: Handover<PhraseIndex>;
  readonly #quotations: QuotationIndex;

  constructor(
    private readonly corpus: Corpus,
    index: PhraseIndex,
  ) {
    this.index = new Handover(index);
    this.#quotations = corpus.get(quotationIndex);
  }

  unmarkedIn({ document, paragraph, start }: PlacedParagraph): readonly UnmarkedPhrase[] {
    return unquotedRuns(paragraph).flatMap((run) => this.#inRun(document, run, start));
  }

  #inRun(document: Document, { words, grams }: Run, offset: number): UnmarkedPhrase[] {
    const index = this.index.orMake(() => finish(updated(new PhraseIndex(), this.corpus, undefined)));
    const found: UnmarkedPhrase[] = [];
    let from = 0;
    for (const { gram, at } of grams) {
      if (at < from) continue;
      const places = [...index.documentsWith(gram)].flatMap((path) => placesOf(gram, this.#quotations.in(path)));
      // Quoted elsewhere in this text: a headline, a summary.
      if (places.some(({ quoted }) => quoted.path === document.path)) continue;
      const matches = places
        .map(({ quoted, at: there }) => ({ quoted, ...commonRun(words, at, quoted.words, there, from) }))
        .filter(({ quoted, first, last }) => isTelling(words.slice(first, last), quoted));
      const [longest] = [...matches].sort((x, y) => y.last - y.first - (x.last - x.first));
      if (!longest) continue;
      const start = offset + (words[longest.first]?.start ?? 0);
      const end = offset + (words[longest.last - 1]?.end ?? 0);
      const quoted = matches
        .filter(({ first, last }) => first === longest.first && last === longest.last)
        .map((match) => match.quoted)
        .sort((x, y) => (x.path === y.path ? x.start - y.start : x.path < y.path ? -1 : 1));
      found.push({ start, end, text: document.text.slice(start, end), quoted });
      from = longest.last;
    }
    return found;
  }
}

export const quotedPhrases: Derivation<QuotedPhrases> = {
  name: 'quotedPhrases',
  steps: phrasesIn,
  saved: {
    save: (value) => (value instanceof Phrases ? value.index.packed((index) => index.save()) : undefined),
    *restore(packed, corpus) {
      yield* corpus.prepare(quotationIndex);
      return new Phrases(corpus, new PhraseIndex(DocumentPostings.restored(packed)));
    },
  },
};

function* phrasesIn(corpus: Corpus, previous: Derived<QuotedPhrases> | undefined): Steps<QuotedPhrases> {
  yield* corpus.prepare(quotationIndex);
  const known = previous?.value instanceof Phrases ? previous.value.index.take() : undefined;
  const index = yield* updated(known ?? new PhraseIndex(), corpus, known && previous?.corpus);
  if (!known) yield* index.settle();
  return new Phrases(corpus, index);
}

function* updated(index: PhraseIndex, corpus: Corpus, earlier: Corpus | undefined): Steps<PhraseIndex> {
  const quotations = corpus.get(quotationIndex);
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* each(changed, changed.length, (path) => {
    // The index of the quotations of then has gone over into that of now.
    const before = earlier?.isDraft(path) === false ? earlier.document(path) : undefined;
    index.replace(path, before ? quotedIn(before) : [], corpus.isDraft(path) ? [] : quotations.in(path));
  });
  return index;
}

const gramPlaces = new Facts<readonly QuotedSentence[], Map<number, GramPlace[]>>();

/** Where a document quotes a run of words. */
function placesOf(gram: number, quoted: readonly QuotedSentence[]): readonly GramPlace[] {
  const known = gramPlaces.get(quoted) ?? new Map<number, GramPlace[]>();
  if (!gramPlaces.has(quoted)) {
    gramPlaces.set(quoted, known);
    for (const sentence of quoted) {
      for (const { gram: own, at } of gramsOf(sentence.words)) {
        const places = known.get(own);
        if (places) places.push({ quoted: sentence, at });
        else known.set(own, [{ quoted: sentence, at }]);
      }
    }
  }
  return known.get(gram) ?? [];
}

/** The longest run of equal words through two places, as indices of `a`, not before `from`. */
function commonRun(
  a: readonly QuotedWord[],
  at: number,
  b: readonly QuotedWord[],
  bt: number,
  from: number,
): { readonly first: number; readonly last: number } {
  const isSame = (step: number) => a[at + step] !== undefined && a[at + step]?.folded === b[bt + step]?.folded;
  let [first, last] = [at, at];
  while (isSame(last - at)) last++;
  while (first > from && isSame(first - 1 - at)) first--;
  return { first, last };
}

/** Long enough, of more than names and small words, and most of what was said. */
function isTelling(words: readonly QuotedWord[], { words: said }: QuotedSentence): boolean {
  if (words.length < LEAST_WORDS || words.length < LEAST_SHARE * said.length) return false;
  return (
    words.filter(({ weight }) => weight > SMALL_WEIGHT).length >= LEAST_TELLING &&
    words.filter(({ weight }) => weight === 1).length >= 2
  );
}

interface Gram {
  readonly gram: number;
  readonly at: number;
}

/** Runs of words as numbers (FNV-1a over UTF-16 units); those of small words and names alone are left out. */
function gramsOf(words: readonly QuotedWord[]): Gram[] {
  const found: Gram[] = [];
  for (let at = 0; at + GRAM <= words.length; at++) {
    let gram = 0x811c9dc5;
    let weight = 0;
    for (let index = at; index < at + GRAM; index++) {
      const word = words[index];
      weight += word?.weight ?? 0;
      for (let unit = 0; unit < (word?.folded.length ?? 0); unit++) {
        gram = Math.imul(gram ^ (word?.folded.charCodeAt(unit) ?? 0), 0x01000193);
      }
      gram = Math.imul(gram ^ 32, 0x01000193);
    }
    if (weight >= LEAST_GRAM_WEIGHT) found.push({ gram, at });
  }
  return found;
}

interface Run {
  readonly words: readonly QuotedWord[];
  readonly grams: readonly Gram[];
}

const runs = new Facts<Paragraph, readonly Run[]>();

/** Words between the quotations of a paragraph, with offsets relative to it. */
function unquotedRuns(paragraph: Paragraph): readonly Run[] {
  let found = runs.get(paragraph);
  if (!found) runs.set(paragraph, (found = isWebFurniture(paragraph) ? [] : readRuns(paragraph)));
  return found;
}

function readRuns(paragraph: Paragraph): Run[] {
  const found: Run[] = [];
  let from = 0;
  for (const { start, end } of [
    ...quotationsOf(paragraph).map(({ outer }) => outer),
    { start: paragraph.text.length, end: paragraph.text.length },
  ]) {
    const words = quotedWords(paragraph.text.slice(from, start)).map((word) => ({
      ...word,
      start: word.start + from,
      end: word.end + from,
    }));
    if (words.length >= LEAST_WORDS) found.push({ words, grams: gramsOf(words) });
    from = end;
  }
  return found;
}
