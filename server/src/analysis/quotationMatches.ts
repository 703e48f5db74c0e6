import { SMALL_WEIGHT } from '../core/quotedWords.js';
import type { Corpus, Derivation } from './corpus.js';
import { compareQuotations, type QuotationComparison } from './quotationComparison.js';
import { quotationIndex, type QuotationIndex, type QuotedSentence } from './quotationIndex.js';

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
  /** Those of one document that others have too, in order. */
  of(path: string): readonly QuotedUtterance[];
}

class MatchedQuotations implements QuotationMatches {
  readonly #known = new Map<string, readonly QuotedUtterance[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly index: QuotationIndex,
  ) {}

  of(path: string): readonly QuotedUtterance[] {
    const known = this.#known.get(path);
    if (known) return known;
    const here = this.index.in(path);
    const found = here.flatMap((quoted) => {
      const matches = this.#matchesOf(quoted, here);
      return matches.length > 0 ? [{ quoted, matches }] : [];
    });
    this.#known.set(path, found);
    return found;
  }

  #matchesOf(quoted: QuotedSentence, here: readonly QuotedSentence[]): QuotationMatch[] {
    if (quoted.words.filter(({ weight }) => weight > SMALL_WEIGHT).length < 2) return [];
    return this.index
      .candidates(quoted)
      .filter((path) => !this.corpus.isDraft(path))
      .flatMap((path) => {
        const match = likest(quoted, this.index.in(path));
        // One quotation there is the counterpart of one here.
        const isMutual = match && likest(match.other, here)?.other === quoted;
        return match && isMutual ? [match] : [];
      });
  }
}

function likest(quoted: QuotedSentence, others: readonly QuotedSentence[]): QuotationMatch | undefined {
  let best: QuotationMatch | undefined;
  for (const other of others) {
    const comparison = compareQuotations(quoted, other);
    if (comparison && isBetter(comparison, best?.comparison)) best = { other, comparison };
  }
  return best;
}

function isBetter(one: QuotationComparison, best: QuotationComparison | undefined): boolean {
  if (!best || one.likeness > best.likeness) return true;
  return one.likeness === best.likeness && one.differences.length < best.differences.length;
}

export const quotationMatches: Derivation<QuotationMatches> = {
  name: 'quotationMatches',
  derive: (corpus) => new MatchedQuotations(corpus, corpus.get(quotationIndex)),
};
