import type { Signs } from './departureModel.js';
import type { MisfitSigns } from './misfitModel.js';

/** What speaks for a word of a text that seems reworded being put there by a program. */
export interface StraySigns extends MisfitSigns {
  /** Log odds that the text was spun (rewritingModel.ts). */
  readonly spinning: number;
  /** Whether another teller has the word somewhere: only one in whose place others have another is weighed, then. */
  readonly isUsedElsewhere: boolean;
  readonly isRepeated: boolean;
  /** Natural logarithm of its rank. */
  readonly rarity: number;
  /** Mean cosine with those of the words around it that other tellers have. */
  readonly toldCompany: number;
  /** Mean cosine with the words of its text that are most like it, and how many of its neighbours in a thesaurus others use, 8 at most. */
  readonly belonging: number;
  readonly relatives: number;
  /** Of the likeliest word that others have in its place, if any: log odds that the one stands for the other, and signs of that. */
  readonly departure:
    (Pick<Signs, 'likeness' | 'isLinked' | 'kinship' | 'areSynonyms' | 'companyGap'> & Exchange) | undefined;
  /** Chance that the likeliest of the words that may have stood there did, if another one did (originalModel.ts). */
  readonly original: number;
}

interface Exchange {
  readonly exchange: number;
}

/**
 * Chance that a program put the word there: that the text was spun, times that of the word if it was, by a logistic regression
 * fitted on news stories with one text spun (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which).
 */
export function chanceOfStray(signs: StraySigns): number {
  const odds = strayTerms(signs).reduce((sum, [value, weight]) => sum + value * weight, BASE);
  return chanceOfSpinning(signs.spinning) * chanceBy(odds);
}

/** Of the texts that the weights were fitted on nearly a third was spun. */
function chanceOfSpinning(odds: number): number {
  return chanceBy(odds - RARER);
}

/** By how much fewer texts are elsewhere, in log odds: one in eleven. */
const RARER = 1.5;

function chanceBy(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Whether a text, by the log odds that it was spun, may have a word that is told. */
export function mayHaveStrays(spinning: number): boolean {
  return chanceOfSpinning(spinning) > LEAST_READ;
}

/** Past this, more oddity of a text shows nothing more of its words. */
const PLAIN = 8;
/** As odd as this is not odd at all. */
const LEAST_ODD = 0.05;
/** What a word that others use counts as. */
const USUAL_BELONGING = 0.3;
/** Cosines of a word with those around it: what is company at all, and what is good company. */
const SOME = 0.1;
const GOOD = 0.2;

const BASE = 1.23;

/** Values with their weights; a fit changes the weights, and nothing else. */
export function strayTerms(signs: StraySigns): readonly (readonly [value: number, weight: number])[] {
  const { departure, original, isUsedElsewhere } = signs;
  const belonging = isUsedElsewhere ? USUAL_BELONGING : signs.belonging;
  return [
    [Math.min(PLAIN, signs.spinning), 0.047],
    [isUsedElsewhere ? 1 : 0, -0.693],
    [belonging, -4.135],
    [isUsedElsewhere ? 0 : signs.relatives, 0.101],
    [signs.isRepeated ? 1 : 0, -0.442],
    [signs.rarity, -0.144],
    [signs.oddness < LEAST_ODD ? 1 : 0, -0.168],
    [signs.bestNeighbour, 0.28],
    [signs.company, -8.725],
    [signs.collocation, -0.216],
    [signs.bestCollocation, 0.185],
    // Good company tells less of a word that suits its place ill, and nothing more where it is good enough.
    [Math.max(0, signs.company - SOME), 1.232],
    [Math.max(0, signs.company - GOOD), 2.431],
    [signs.company * belonging, 8.789],
    [signs.company * signs.bestNeighbour, -0.363],
    [signs.company * signs.bestCollocation, 0.328],
    [signs.bestNeighbour * signs.bestCollocation, -0.016],
    [signs.toldCompany, -0.924],
    [departure ? 1 : 0, -0.32],
    [departure?.exchange ?? 0, 0.082],
    [departure?.likeness ?? 0, 0.866],
    [departure?.isLinked ?? 0, 0.415],
    [departure?.kinship ?? 0, -0.428],
    [departure?.areSynonyms ?? 0, -0.229],
    [departure?.companyGap ?? 0, 1.707],
    [original, 1.932],
    [Math.max(0, original - 0.5), 0.63],
  ];
}

/** Whether a word is told: it likely was put there, or a word that may be told as its reading is worth something by itself. */
export function isStray(chance: number, hasOriginal: boolean): boolean {
  return chance >= (hasOriginal ? LEAST_READ : LEAST_STRAY);
}

const LEAST_STRAY = 0.77;
const LEAST_READ = 0.66;
