/** What speaks for and against a word being put in the place of another one that another source has. */
export interface Signs {
  /** Log odds that a program reworded the whole text (rewritingModel.ts). */
  readonly rewriting: number;
  /** Whether the text, and no other, is full of what a tokeniser leaves: 0 to 1. */
  readonly debris: number;
  /** Share of the word’s neighbours in a thesaurus that would suit its place better, 0 to 1. */
  readonly oddness: number;
  /** Words right before and right after that both sources have: 0, 1 or 2. */
  readonly touching: number;
  /** Weight of the equal words around the two, 3 at most. */
  readonly frame: number;
  /** Likeness of the two sentences, 0 to 1. */
  readonly likeness: number;
  /** They are likely the same statement, or the frame or the kinship is strong. */
  readonly isTold: number;
  /** Other documents that use the word somewhere, 2 at most. */
  readonly elsewhere: number;
  readonly isRepeated: number;
  /** How often the text has the other word, 2 at most. */
  readonly inOwnText: number;
  /** A thesaurus lists the one under the other. */
  readonly isLinked: number;
  readonly kinship: number;
  readonly areSynonyms: number;
  /** By how much the other word fits this place better, in log odds. */
  readonly gapHere: number;
  /** Mean cosine with the words around it; and how much better the other word keeps company in its own place. */
  readonly company: number;
  readonly companyGap: number;
  /** Lineages that have the other word, or one as good, 3 at most. */
  readonly agreement: number;
  /** Both are inflected the same way, or not at all. */
  readonly haveOneForm: number;
  /** How rare the other word is: natural logarithm of its rank. */
  readonly rarity: number;
  /** The other word stands in a text that this one was copied from and that is clearly less reworded. */
  readonly isOriginal: boolean;
}

type Terms = readonly (readonly [value: number, weight: number])[];

/**
 * Chance that the word is wrong: that another one stood there. Logistic regressions, fitted on news stories with one text
 * spun (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which).
 */
export function chanceOfExchange(signs: Signs): number {
  return chance(exchangeTerms(signs), EXCHANGE_BASE);
}

/** Chance that the other word is the one that stood there, if one did. */
export function chanceOfReading(signs: Signs): number {
  return chance(readingTerms(signs), READING_BASE);
}

function chance(terms: Terms, base: number): number {
  return 1 / (1 + Math.exp(-terms.reduce((sum, [value, weight]) => sum + value * weight, base)));
}

/** Past this, more oddity of a text shows nothing more of its words; and as little as this shows nothing. */
const PLAIN = 3;
const NOTHING = -5;

const EXCHANGE_BASE = -3.062;

/** Values with their weights; a fit changes the weights, and nothing else. Those of readings are to be fitted first. */
export function exchangeTerms(signs: Signs): Terms {
  const rewriting = Math.max(NOTHING, Math.min(PLAIN, signs.rewriting));
  const reading = chanceOfReading(signs);
  return [
    [reading, 0.423],
    [Math.max(0, reading - 0.5), 3.329],
    [rewriting, 0.484],
    [Math.min(0, rewriting), 0.695],
    [signs.oddness, 1.649],
    [signs.touching, 0.122],
    [signs.frame, 0.122],
    [signs.likeness, 1.095],
    [signs.isTold, -0.126],
    [signs.elsewhere, -0.292],
    [signs.elsewhere === 0 ? 1 : 0, 0.547],
    [signs.isRepeated, -0.615],
    [signs.isLinked, 0.874],
    [signs.isLinked * signs.touching, 0.032],
    [signs.kinship, -0.769],
    [Math.max(0, signs.kinship - 0.8), -1.097],
    [signs.gapHere, 0.138],
    [signs.company, -4.589],
    [signs.companyGap, 1.802],
  ];
}

const READING_BASE = -11.915;

export function readingTerms(signs: Signs): Terms {
  return [
    [signs.touching, 1.002],
    [signs.frame, 1.332],
    [signs.likeness, 4.225],
    [signs.isLinked, 1.016],
    [signs.isLinked * signs.touching, 0.218],
    [signs.kinship, 2.706],
    [Math.max(0, signs.kinship - 0.8), -1.583],
    [signs.gapHere, 0.181],
    [signs.companyGap, 2.22],
    [signs.agreement, 0.343],
    [signs.inOwnText, 0.643],
    [signs.haveOneForm, 1.426],
    [signs.rarity, 0.445],
    [signs.areSynonyms, 1.16],
  ];
}

/** Whether the other word may be told as the one that stood there: likely, and related in meaning. */
export function isReading(signs: Signs): boolean {
  return chanceOfReading(signs) >= LEAST_READING && (signs.kinship >= RELATED || signs.isLinked > 0);
}

const LEAST_READING = 0.4;
const RELATED = 0.35;

/** Whether a word with a reading is told: it takes more in a text that does not seem reworded, since writers differ like this. */
export function isShown({ rewriting }: Signs, chance: number): boolean {
  return chance >= (rewriting >= POSSIBLY_REWRITTEN ? LEAST_SHOWN : LEAST_OF_HONEST);
}

const POSSIBLY_REWRITTEN = 0;
const LEAST_SHOWN = 0.4;
const LEAST_OF_HONEST = 0.8;

/** Chances from which on it is information, and where several sources agree a warning. */
export const LIKELY = 0.6;
export const SURE = 0.8;

/**
 * Whether nothing but its kinship speaks for the other word: no word beside the two is the same, and the text does not seem
 * reworded. Good synonyms are like this.
 */
export function isKinAlone({ frame, touching, rewriting }: Signs): boolean {
  return frame < LEAST_FRAME && touching === 0 && rewriting < SEEMINGLY_REWRITTEN;
}

const LEAST_FRAME = 0.5;
const SEEMINGLY_REWRITTEN = 1.5;

/** Whether the text as a whole seems reworded, by log odds of that. */
export function isPlainlyRewritten(rewriting: number): boolean {
  return rewriting >= PLAINLY_REWRITTEN;
}

/**
 * Whether something speaks for a program beside the two words: an original that is less reworded has the other word, or the
 * sentence is otherwise the same, in a text that may be reworded or surely: who follows a wire exchanges a word, too. Without it a word that others have otherwise is a translator’s or a
 * century’s, however odd.
 */
export function isBorneOut(signs: Signs, chance: number): boolean {
  const { likeness, touching, rewriting } = signs;
  const isSameSentence = likeness >= NEARLY_THE_SAME && touching > 0;
  return isRewordedCopy(signs) || (isSameSentence && (rewriting >= POSSIBLY_REWRITTEN || chance >= SURE));
}

function isRewordedCopy({ isOriginal, rewriting }: Signs): boolean {
  return isOriginal && rewriting >= LIKELY_REWRITTEN;
}

/** Likely enough to be told of a copy without a reading: its original has another word, and nobody else this one. */
export function isExchangedInCopy(signs: Signs, chance: number): boolean {
  return chance >= LEAST_LONE && isRewordedCopy(signs) && signs.elsewhere === 0;
}

const LEAST_LONE = 0.78;
const LIKELY_REWRITTEN = 1;
const NEARLY_THE_SAME = 0.75;

const PLAINLY_REWRITTEN = 2;

/**
 * Between the very same words stands a related one, no synonym: one that a thesaurus would exchange and nobody else uses,
 * or one that two lineages agree on. Told of texts with the debris of a program only: where the words of a text alone show
 * that it was rewritten, and nothing else speaks for it, one in five was garbled.
 */
export function isTightlyFramed(signs: Signs): boolean {
  const { debris, agreement, kinship, areSynonyms, isLinked, touching, frame, elsewhere } = signs;
  if (debris < PLAIN_DEBRIS || areSynonyms > 0 || kinship < RELATED || touching < 2) return false;
  if (isLinked > 0 && elsewhere === 0 && frame >= 1) return true;
  return agreement >= 2 && elsewhere <= 1 && frame >= 1.5 && kinship < 1.2;
}

const PLAIN_DEBRIS = 0.5;

/** In a rewritten text, a related word that fits the place better: two in five were garbled, where it was measured. */
export function isDoubtful(signs: Signs, chance: number): boolean {
  const { rewriting, kinship, isLinked, gapHere } = signs;
  if (!isPlainlyRewritten(rewriting) || gapHere < 1 || (isLinked === 0 && kinship < 0.5)) return false;
  return chance >= 0.15 && chanceOfReading(signs) >= 0.2;
}
