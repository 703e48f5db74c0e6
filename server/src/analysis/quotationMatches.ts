import type { Document, PlacedParagraph } from '../core/document.js';
import { SMALL_WEIGHT } from '../core/quotedWords.js';
import { startingIn } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { lineages } from './lineages.js';
import { compareQuotations, type QuotationComparison } from './quotationComparison.js';
import { quotationIndex, type QuotationIndex, type QuotedSentence } from './quotationIndex.js';
import { QuotationLookup } from './quotationLookup.js';
import { each, finish, type Steps } from './steps.js';

/** A quoted sentence beside the quotations of the same utterance in other documents, drafts left out. */
export interface QuotedUtterance {
  readonly quoted: QuotedSentence;
  /** In the order of paths, at most one for each document. */
  readonly matches: readonly QuotationMatch[];
}

export interface QuotationMatch {
  readonly other: QuotedSentence;
  readonly comparison: QuotationComparison;
}

export interface QuotationMatches {
  /** Those of one paragraph that others have too, in order. */
  in(here: PlacedParagraph): readonly QuotedUtterance[];
  /** Finds those of a document in steps, and whose texts they are, so that all is at hand. */
  prepare(document: Document): Steps<void>;
}

class MatchedQuotations implements QuotationMatches {
  readonly #known = new Map<QuotedSentence, readonly QuotationMatch[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly index: QuotationIndex,
  ) {}

  in(here: PlacedParagraph): readonly QuotedUtterance[] {
    const all = this.index.in(here.document.path);
    return startingIn(all, here).flatMap((quoted) => {
      const matches = this.#known.get(quoted) ?? finish(this.#matchesOf(quoted));
      this.#known.set(quoted, matches);
      return matches.length > 0 ? [{ quoted, matches }] : [];
    });
  }

  *prepare({ path }: Document): Steps<void> {
    const all = this.index.in(path);
    for (const [done, quoted] of all.entries()) {
      if (!this.#known.has(quoted)) this.#known.set(quoted, yield* this.#matchesOf(quoted));
      yield done / all.length;
    }
    const paths = all.flatMap((quoted) => (this.#known.get(quoted) ?? []).map(({ other }) => other.path));
    yield* this.corpus.get(lineages).prepareEach([path, ...new Set(paths)]);
  }

  *#matchesOf(quoted: QuotedSentence): Steps<QuotationMatch[]> {
    if (quoted.words.every(({ weight }) => weight <= SMALL_WEIGHT)) return [];
    const here = this.#lookup(quoted.path);
    // What is found there finds the first of its copies here.
    if (!here.isFirst(quoted)) return [];
    const paths = this.index.candidates(quoted).filter((path) => !this.corpus.isDraft(path));
    const found: QuotationMatch[] = [];
    yield* each(paths, paths.length, (path) => {
      const match = likest(quoted, this.#lookup(path));
      // One quotation there is the counterpart of one here.
      if (match && likest(match.other, here)?.other === quoted) found.push(match);
    });
    return found;
  }

  #lookup(path: string): QuotationLookup {
    const quoted = this.index.in(path);
    let known = lookups.get(quoted);
    if (!known) lookups.set(quoted, (known = new QuotationLookup(quoted)));
    return known;
  }
}

const lookups = new WeakMap<readonly QuotedSentence[], QuotationLookup>();

function likest(quoted: QuotedSentence, others: QuotationLookup): QuotationMatch | undefined {
  let best: QuotationMatch | undefined;
  for (const other of others.near(quoted.words)) {
    const comparison = compareQuotations(quoted, other);
    if (comparison && isBetter(comparison, best?.comparison)) best = { other, comparison };
  }
  return best;
}

function isBetter(one: QuotationComparison, best: QuotationComparison | undefined): boolean {
  if (!best) return true;
  // The whole sentence with a slip rather than three words of it that stand elsewhere as well.
  const [here, there] = [one.likeness * one.weight, best.likeness * best.weight];
  return here > there || (here === there && one.differences.length < best.differences.length);
}

export const quotationMatches: Derivation<QuotationMatches> = {
  name: 'quotationMatches',
  derive: (corpus) => new MatchedQuotations(corpus, corpus.get(quotationIndex)),
};
