/** What speaks for and against a word being put in the place of the right one, where another source has another word. */
export interface Signs {
  /** How much odder the words of this text are in their places than those of the others (times ten). */
  readonly oddnessGap: number;
  /** Share of the word’s neighbours in a thesaurus that would suit its place better, 0 to 1. */
  readonly oddness: number;
  /** Words right before and right after that both sources have: 0, 1 or 2. */
  readonly touching: number;
  /** Weight of the equal words around the two, 3 at most. */
  readonly frame: number;
  /** Likeness of the two sentences, 0 to 1, and whether they are likely the same statement. */
  readonly likeness: number;
  readonly isParallel: number;
  /** Other documents that use the word somewhere, 2 at most. */
  readonly elsewhere: number;
  readonly isRepeated: number;
  /** A thesaurus lists the one under the other. */
  readonly isLinked: number;
  readonly kinship: number;
  readonly areSynonyms: number;
  /** By how much the other word fits better, in log odds: in this place, and in its own. */
  readonly gapHere: number;
  readonly gapThere: number;
  /** Mean cosine with the words around it; and how much better the other word keeps company in its own place. */
  readonly company: number;
  readonly companyGap: number;
  /** Lineages that have the other word, or one as good. */
  readonly agreement: number;
  readonly hasOneEnding: number;
  /** Whether the text, and no other, is full of what a tokeniser leaves: 0 to 1. */
  readonly debrisGap: number;
}

/** Past this an oddness gap shows that a text was rewritten, and more of it shows nothing more. */
const PLAIN_GAP = 0.35;

/**
 * A logistic regression, fitted on news stories with one text spun (scripts/wording/fit.mjs; server/data/ORIGIN.md says
 * on which). The weight of debris is not fitted but set: those stories are printed by a tokeniser throughout.
 */
export function chanceOfGarbling(signs: Signs): number {
  const sum = terms(signs).reduce((total, [value, weight]) => total + value * weight, BASE);
  return 1 / (1 + Math.exp(-sum));
}

const BASE = -6.316;

/** Values with their weights; a fit changes the weights, and nothing else. */
export function terms(signs: Signs): (readonly [value: number, weight: number])[] {
  return [
    [Math.min(PLAIN_GAP, signs.oddnessGap), 9.848],
    [signs.oddnessGap, 0.76],
    [signs.oddness, 2.076],
    [signs.touching, 0.32],
    [signs.frame, 0.452],
    [signs.likeness, 1.445],
    [signs.isParallel, 0.193],
    [signs.elsewhere, -0.455],
    [signs.elsewhere === 0 ? 1 : 0, 0.376],
    [signs.isRepeated, -0.599],
    [signs.isLinked, 1.044],
    [signs.isLinked * signs.touching, 0.445],
    [signs.kinship, -0.979],
    [Math.max(0, signs.kinship - 0.8), -0.946],
    [signs.gapHere, 0.122],
    [signs.company, -3.084],
    [signs.companyGap, 1.5],
    [signs.agreement, 0.322],
    [signs.hasOneEnding, 0.212],
    [signs.debrisGap, 2],
  ];
}

/** Chances from which on a word is a hint, and one in a rewritten text; and from which on it may be a warning. */
export const LEAST_SHOWN = 0.4;
export const LEAST_SHOWN_REWRITTEN = 0.25;
export const SURE = 0.8;

/** Likely enough to be information. Where the two words have nothing in common, the slot itself may be wrong. */
export function isLikely({ kinship, isLinked }: Signs, chance: number): boolean {
  return chance >= (kinship >= 0.35 || isLinked > 0 ? LEAST_RELATED : LEAST_UNRELATED);
}

const LEAST_RELATED = 0.6;
const LEAST_UNRELATED = 0.66;

/** The text shows by itself, beside others, that a program reworded it. */
export function isRewritten({ oddnessGap, debrisGap }: Signs): boolean {
  return oddnessGap >= 0.3 || debrisGap >= PLAIN_DEBRIS;
}

const PLAIN_DEBRIS = 0.5;

/**
 * In a rewritten text, two lineages agree on a related word that stands between the very same words; or that fits better
 * on both sides, which is told of texts with the debris of a program only, since it is right three times in five.
 */
export function isTightlyFramed(signs: Signs): boolean {
  const { agreement, kinship, areSynonyms, gapHere, gapThere, touching, frame, elsewhere, debrisGap } = signs;
  if (!isRewritten(signs) || agreement < 2 || kinship >= 1.2 || areSynonyms > 0) return false;
  if (kinship >= 0.35 && touching === 2 && frame >= 1.5 && elsewhere <= 1) return true;
  return debrisGap >= PLAIN_DEBRIS && kinship >= 0.5 && gapHere >= 0.5 && gapThere >= 0.5;
}
