import type { Corpus } from '../analysis/corpus.js';
import type { Departure } from '../analysis/wordDepartures.js';
import {
  isBorneOut,
  isDoubtful,
  isExchangedInCopy,
  isKinAlone,
  isReading,
  isShown,
  isTightlyFramed,
  LIKELY,
} from '../core/departureModel.js';
import type { Finding } from './rule.js';
import { findingWithReadings, loneFinding } from './wordFinding.js';

/**
 * What is told of a word in whose place others have another one, by the two words and their sentences. More than a hint only
 * where something speaks for a program beside them: a sentence that is otherwise the same, or an original.
 */
export function departureFinding(departure: Departure, corpus: Corpus): Finding | undefined {
  const { readings, signs, chance } = departure;
  const hasReading = isReading(signs);
  if (!hasReading && isExchangedInCopy(signs, chance)) return loneFinding(departure, corpus);
  const isFramed = hasReading && isTightlyFramed(signs);
  const isTold = hasReading && isShown(signs, chance);
  const [first, ...others] = readings;
  if (!first || (!isFramed && !isTold && !isDoubtful(signs, chance))) return undefined;
  const isLikely = isFramed || (isTold && chance >= LIKELY && isBorneOut(signs, chance) && !isKinAlone(signs));
  const confidence = isFramed ? Math.max(chance, FRAMED) : chance;
  const told = others.filter((one) => isReading(one.signs));
  return findingWithReadings(departure, [first, ...told], { confidence, isLikely }, corpus);
}

/** What a tight frame in a text full of debris is worth: set by hand, there is one such text to learn it from. */
const FRAMED = 0.75;
