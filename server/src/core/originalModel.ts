/** What speaks for a word of another source having stood in the place of a word that a program put there. */
export interface OriginalSigns {
  /** Log odds of that by a place that both fill in two like sentences (departureModel.ts), where there is one. */
  readonly slot: number | undefined;
  /** A thesaurus lists the one under the other; and both name the very same thing in some sense. */
  readonly areLinked: boolean;
  readonly areSynonyms: boolean;
  readonly cosine: number;
  /** The other source has it inflected in the same way. */
  readonly haveOneForm: boolean;
  /** By how much it would fit the place better, in log odds, and keep company there. */
  readonly gap: number;
  readonly companyGap: number;
  /** By how much oftener it would stand beside the words right around the place than by chance, in log odds. */
  readonly collocationGap: number;
  /** Weight of the words around the one that stand around the other as well, wherever that is. */
  readonly context: number;
  /** Words right before and right after that are the same: 0, 1 or 2. */
  readonly touching: number;
  /** Likeness of the two sentences, 0 to 1. */
  readonly likeness: number;
  /** How often the text itself has it, 2 at most: a program leaves some. */
  readonly inOwnText: number;
  /** Natural logarithms of its rank and of how many words a thesaurus lists under it. */
  readonly rarity: number;
  readonly links: number;
}

/**
 * Chance that it stood there, if another word did, by a logistic regression fitted on news stories with one text spun
 * (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which).
 */
export function chanceOfOriginal(signs: OriginalSigns): number {
  return 1 / (1 + Math.exp(-originalTerms(signs).reduce((sum, [value, weight]) => sum + value * weight, BASE)));
}

/** Past this, more shared words say no more. */
const MOST_CONTEXT = 4;

const BASE = -7.777;

/** Values with their weights; a fit changes the weights, and nothing else. */
export function originalTerms(signs: OriginalSigns): readonly (readonly [value: number, weight: number])[] {
  return [
    [signs.slot === undefined ? 0 : 1, 1.119],
    [signs.slot ?? 0, 0.255],
    [signs.areLinked ? 1 : 0, 1.896],
    [signs.areSynonyms ? 1 : 0, 1.597],
    [signs.cosine, 1.313],
    [signs.haveOneForm ? 1 : 0, 0.974],
    [signs.gap, 0.12],
    [signs.companyGap, 2.755],
    [signs.collocationGap, 0.226],
    [Math.min(MOST_CONTEXT, signs.context), 1.188],
    [signs.touching, 1.08],
    [signs.likeness, 1.744],
    [signs.inOwnText, 0.668],
    [signs.rarity, 0.22],
    [signs.links, -0.372],
  ];
}

/** Whether the word may be told as the one that stood there: likely, and related in meaning. */
export function isOriginal({ areLinked, cosine }: OriginalSigns, chance: number): boolean {
  return chance >= LEAST_ORIGINAL && (areLinked || cosine >= RELATED);
}

const LEAST_ORIGINAL = 0.6;
const RELATED = 0.35;
