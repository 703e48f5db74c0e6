import { SMALL_WEIGHT, type QuotedWord } from '../core/quotedWords.js';
import type { QuotedSentence } from './quotationIndex.js';

/** Entries of the words of one sentence that are read; the rarest words come first. */
const MOST_READ = 2_000;
/** Sentences that are compared with one; those that share most with it come first. */
const MOST_NEAR = 40;

/** Finds the quoted sentences of one document that may be of the same words, at a price that does not grow with the document. */
export class QuotationLookup {
  readonly #sentences: readonly QuotedSentence[];
  readonly #first: ReadonlySet<QuotedSentence>;
  /** Numbers of the sentences with each weighty word, rising. */
  readonly #byWord = new Map<string, number[]>();

  /** @param quoted sentences of a document, in order. */
  constructor(quoted: readonly QuotedSentence[]) {
    const byText = new Map<string, QuotedSentence>();
    for (const one of quoted) if (!byText.has(one.text)) byText.set(one.text, one);
    this.#sentences = [...byText.values()];
    this.#first = new Set(this.#sentences);
    for (const [number, { words }] of this.#sentences.entries()) {
      for (const word of weightyIn(words).keys()) {
        const numbers = this.#byWord.get(word);
        if (numbers) numbers.push(number);
        else this.#byWord.set(word, [number]);
      }
    }
  }

  /** Whether a sentence of this document is the first with its text; the others are never found. */
  isFirst(quoted: QuotedSentence): boolean {
    return this.#first.has(quoted);
  }

  /** Sentences that share a weighty word with these, in order. */
  near(words: readonly QuotedWord[]): readonly QuotedSentence[] {
    const entries = Array.from(weightyIn(words), ([word, weight]) => ({
      numbers: this.#byWord.get(word) ?? [],
      weight,
    }));
    const shared = new Map<number, number>();
    let left = MOST_READ;
    for (const { numbers, weight } of entries.sort((x, y) => x.numbers.length - y.numbers.length)) {
      for (const number of numbers.slice(0, left)) shared.set(number, (shared.get(number) ?? 0) + weight);
      left = Math.max(0, left - numbers.length);
    }
    const numbers = [...shared.keys()].sort((x, y) => (shared.get(y) ?? 0) - (shared.get(x) ?? 0) || x - y);
    const nearest = numbers.slice(0, MOST_NEAR).sort((x, y) => x - y);
    return nearest.flatMap((number) => this.#sentences[number] ?? []);
  }
}

function weightyIn(words: readonly QuotedWord[]): Map<string, number> {
  return new Map(words.flatMap(({ folded, weight }) => (weight > SMALL_WEIGHT ? [[folded, weight] as const] : [])));
}
