/** What speaks for a word that no other teller of a story uses being put there by a program, in a text that was reworded. */
export interface StraySigns {
  /** Log odds that a program reworded the whole text (rewritingModel.ts). */
  readonly rewriting: number;
  /** Log odds that it stands for another word of its place (departureModel.ts), where others have one there. */
  readonly exchange: number | undefined;
  /** Whether that other word may be told. */
  readonly hasReading: boolean;
  /** Share of its neighbours in a thesaurus that would suit its place better, 0 to 1. */
  readonly oddness: number;
  /** Mean cosine with the words around it; and with those of its text that are most like it. */
  readonly company: number;
  readonly belonging: number;
  /** How many of its neighbours in a thesaurus other tellers use, 8 at most. */
  readonly relatives: number;
  readonly isRepeated: boolean;
}

/**
 * Chance that a program put the word there, by a logistic regression fitted on news stories with one text spun
 * (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which).
 */
export function chanceOfStray(signs: StraySigns): number {
  return 1 / (1 + Math.exp(-strayTerms(signs).reduce((sum, [value, weight]) => sum + value * weight, BASE)));
}

/** Past this, more oddity of a text shows nothing more of its words. */
const PLAIN = 3;
/** Less than this is far from all else in a text. */
const FAR = 0.25;

const BASE = -1.486;

/** Values with their weights; a fit changes the weights, and nothing else. */
export function strayTerms(signs: StraySigns): readonly (readonly [value: number, weight: number])[] {
  return [
    [Math.min(PLAIN, signs.rewriting), 0.493],
    [signs.exchange === undefined ? 0 : 1, 0.38],
    [signs.exchange ?? 0, 0.394],
    [signs.hasReading ? 1 : 0, 0.83],
    [signs.oddness, 1.945],
    [signs.company, -4.753],
    [signs.belonging, -3.035],
    [Math.max(0, FAR - signs.belonging), 5.057],
    [signs.relatives, 0.127],
    [signs.isRepeated ? 1 : 0, -0.229],
  ];
}

/**
 * Whether a word is told: it likely is a stray; or others have another word in its place that is nearly sure to be exchanged,
 * as in the original of a copy, or that may be told as its reading, which is worth something by itself.
 */
export function isStray({ hasReading, exchange = 0 }: StraySigns, chance: number): boolean {
  return chance >= LEAST_STRAY || exchange >= NEARLY_SURE || (hasReading && exchange >= LIKELY && chance >= LEAST_READ);
}

const LEAST_STRAY = 0.8;
const LEAST_READ = 0.65;
/** Log odds of nine in ten and of three in five. */
const NEARLY_SURE = 2.5;
const LIKELY = 0.4;
