import type { Resources } from '../analysis/resources.js';
import { digitsOf, digitSlipBetween } from '../core/digitSlips.js';
import { contextMeaning } from './contextMeaning.js';
import { contextSigns, type InSentence } from './contextSigns.js';
import type { Figure } from './figuresInText.js';
import type { Signs } from './matter.js';
import { unitKinship } from './unitKinship.js';

/** A figure in its sentence. */
export interface FigureInSentence extends InSentence {
  readonly figure: Figure;
}

const FARTHEST = 3;
/** Digits of a number in which one is exchanged by a slip, and not by chance. */
const LEAST_EXCHANGED = 3;
/** Smaller numbers are in every text. */
const SMALL = 10;

/** What speaks for two figures being given for one thing, in two sentences that may say the rest otherwise. */
export function figureSigns(a: FigureInSentence, b: FigureInSentence, resources: Resources): Signs {
  const digits = digitsOf(a.figure.text);
  const slip = digitSlipBetween(digits, digitsOf(b.figure.text));
  return {
    ...contextSigns(a, b),
    meaning: contextMeaning(a, b, resources.wordVectors),
    isTransposed: Number(slip === 'transposition' && digits.length > 1),
    isExchangedDigit: Number(slip === 'substitution' && digits.length >= LEAST_EXCHANGED),
    ...(a.figure.quantity ? signsOfCounts(a.figure, b.figure, resources) : signsOfDates(a.figure, b.figure)),
  };
}

function signsOfCounts({ kind, quantity: a }: Figure, { quantity: b }: Figure, resources: Resources): Signs {
  if (!a || !b) return {};
  return {
    isUnnamed: Number(a.unit === '' || b.unit === ''),
    isOtherUnit: Number(a.unit !== b.unit && a.unit !== '' && b.unit !== ''),
    kinship: a.unit === b.unit ? 0 : unitKinship(a, b, resources),
    // Logarithm of how many times larger one of them is.
    distance: Math.min(FARTHEST, Math.abs(Math.log(Math.max(a.most, 0.01) / Math.max(b.most, 0.01)))),
    isRough: Number(a.isRough || b.isRough),
    isSmall: Number(Math.min(a.most, b.most) < SMALL),
    isMeasure: Number(kind === 'measure'),
    isMoney: Number(kind === 'money'),
    isShare: Number(kind === 'share'),
  };
}

function signsOfDates({ date: a }: Figure, { date: b }: Figure): Signs {
  const years = a?.year !== undefined && b?.year !== undefined ? Math.abs(a.year - b.year) : 0;
  return {
    distance: Math.min(FARTHEST, Math.log1p(years) / 2),
    isSameMonth: Number(a?.month !== undefined && a.month === b?.month),
    isSameDay: Number(a?.day !== undefined && a.day === b?.day),
  };
}
