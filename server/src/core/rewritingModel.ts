/** What a text shows of having been reworded by a program, beside other tellers of its story. */
export interface TextSigns {
  /** What its words that nobody else has say of it (misfitModel.ts), each on the mean, less what those of the others say of them. */
  readonly misfits: number;
  /** Whether it, and no other, is full of what a tokeniser leaves: 0 to 1. */
  readonly debris: number;
}

/**
 * Log odds that a program reworded the text, by a logistic regression fitted on news stories with one text spun
 * (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which). The weight of debris is not fitted but set: those
 * stories are printed by a tokeniser throughout.
 */
export function oddsOfRewriting(signs: TextSigns): number {
  return sumOf(rewritingTerms(signs), REWRITING_BASE);
}

const REWRITING_BASE = -2.078;

type Terms = readonly (readonly [value: number, weight: number])[];

/** Values with their weights; a fit changes the weights, and nothing else. The last is not fitted. */
export function rewritingTerms({ misfits, debris }: TextSigns): Terms {
  return [
    [misfits, 33.903],
    [debris, 6.5],
  ];
}

/** What the words of a text that others have otherwise add to that. */
export interface SpinSigns {
  readonly rewriting: number;
  /** Sum of the chances of such words in all words, whatever the text. */
  readonly departing: number;
}

/** Log odds that the text was spun, for telling it of the whole and for ranking texts. */
export function oddsOfSpinning(signs: SpinSigns): number {
  return sumOf(spinTerms(signs), SPIN_BASE);
}

const SPIN_BASE = -1.897;

export function spinTerms({ rewriting, departing }: SpinSigns): Terms {
  return [
    [rewriting, 0.924],
    [departing, 59.419],
  ];
}

function sumOf(terms: Terms, base: number): number {
  return terms.reduce((sum, [value, weight]) => sum + value * weight, base);
}
