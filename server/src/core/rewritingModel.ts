/** What a text shows of having been reworded by a program, beside other tellers of its story. */
export interface TextSigns {
  /** By how much its words are odder in their places than those of the others, as shares. */
  readonly oddness: number;
  /** The same of the words that it has once and the others nowhere, counted in all its words. */
  readonly loneOddness: number;
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

const REWRITING_BASE = -2.093;

type Terms = readonly (readonly [value: number, weight: number])[];

/** Values with their weights; a fit changes the weights, and nothing else. The last is not fitted. */
export function rewritingTerms({ oddness, loneOddness, debris }: TextSigns): Terms {
  return [
    [oddness, 55.798],
    [loneOddness, 92.084],
    [debris, 3],
  ];
}

/** What the words of a text that others have otherwise add to that. */
export interface SpinSigns {
  readonly rewriting: number;
  /** Sum of the chances of such words, in all words and in such words alone, whatever the text. */
  readonly departing: number;
  readonly meanChance: number;
}

/** Log odds that the text was spun, for telling it of the whole and for ranking texts. */
export function oddsOfSpinning(signs: SpinSigns): number {
  return sumOf(spinTerms(signs), SPIN_BASE);
}

const SPIN_BASE = -3.625;

export function spinTerms({ rewriting, departing, meanChance }: SpinSigns): Terms {
  return [
    [rewriting, 0.842],
    [departing, 32.552],
    [meanChance, 42.044],
  ];
}

function sumOf(terms: Terms, base: number): number {
  return terms.reduce((sum, [value, weight]) => sum + value * weight, base);
}
