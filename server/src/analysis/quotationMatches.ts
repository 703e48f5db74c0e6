import type { Document, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { SMALL_WEIGHT, type QuotedWord } from '../core/quotedWords.js';
import { overlaps, startingIn, type Span } from '../core/span.js';
import type { Corpus, Derivation } from './corpus.js';
import { lineages } from './lineages.js';
import { compareQuotations, type QuotationComparison } from './quotationComparison.js';
import { compareInParts, quotedParts } from './quotedParts.js';
import { quotationIndex, type QuotationIndex, type QuotedSentence } from './quotationIndex.js';
import { QuotationLookup } from './quotationLookup.js';
import { each, finish, type Steps } from './steps.js';

/** A quoted sentence beside the quotations of the same utterance in other documents, drafts left out. */
export interface QuotedUtterance {
  readonly quoted: QuotedSentence;
  /** In the order of paths; one for each document, or for each part where words of saying interrupt the quotation. */
  readonly matches: readonly QuotationMatch[];
}

/** Another quoted sentence of the same utterance. */
export interface QuotationMatch {
  readonly other: QuotedSentence;
  readonly comparison: QuotationComparison;
}

/** Which quoted sentences are of one utterance. */
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
      for (const match of counterparts(quoted, this.#lookup(path))) {
        // One quotation there is the counterpart of one here.
        if (counterparts(match.other, here).some(({ other }) => other === quoted)) found.push(match);
      }
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

const lookups = new Facts<readonly QuotedSentence[], QuotationLookup>();

/** The likest sentence of a document; where this one is interrupted, also those of which its other parts are the likest. */
function counterparts(quoted: QuotedSentence, others: QuotationLookup): QuotationMatch[] {
  const best = likest(quoted, others, quoted.words, () => true);
  if (!best) return [];
  const found = [best];
  const parts = quotedParts(quoted);
  for (const part of parts.length > 1 ? parts : []) {
    const isFree = ({ shared }: QuotationComparison) =>
      touchesAny(part.words, shared) && !found.some(({ comparison }) => overlaps(comparison.shared, shared));
    const match = likest(quoted, others, part.words, isFree);
    if (match) found.push(match);
  }
  return found.flatMap(({ other }) => {
    const comparison = compareInParts(quoted, other);
    return comparison ? [{ other, comparison }] : [];
  });
}

function touchesAny(words: readonly QuotedWord[], span: Span): boolean {
  return words.some((word) => overlaps(word, span));
}

function likest(
  quoted: QuotedSentence,
  others: QuotationLookup,
  words: readonly QuotedWord[],
  isAsked: (comparison: QuotationComparison) => boolean,
): QuotationMatch | undefined {
  let best: QuotationMatch | undefined;
  for (const other of others.near(words)) {
    const comparison = compareQuotations(quoted, other);
    if (comparison && isAsked(comparison) && isBetter(comparison, best?.comparison)) best = { other, comparison };
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
