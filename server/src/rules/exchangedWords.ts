import type { Corpus } from '../analysis/corpus.js';
import { isTellable, strayWords, type StrayWord } from '../analysis/strayWords.js';
import { wordDepartures } from '../analysis/wordDepartures.js';
import type { PlacedParagraph } from '../core/document.js';
import { isOriginal } from '../core/originalModel.js';
import { departureFinding } from './departureFinding.js';
import type { Finding } from './rule.js';
import { findingWithReadings, loneFinding } from './wordFinding.js';

/**
 * The words of a paragraph that stand for others, each told once: in a text that seems reworded by all that is known of the
 * word, in any other by what others have in its place.
 */
export function* exchangedWords(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const strays = new Map(strayWords(here, corpus).map((one) => [one.start, one]));
  for (const departure of wordDepartures(here, corpus)) {
    const stray = strays.get(departure.start);
    const finding = departureFinding(departure, corpus);
    const isTold = stray && isTellable(stray);
    if (!finding || (isTold && (finding.severity === 'hint' || !departure.signs.isOriginal))) continue;
    strays.delete(departure.start);
    yield finding;
  }
  for (const stray of strays.values()) if (isTellable(stray)) yield strayFinding(stray, corpus);
}

function strayFinding(stray: StrayWord, corpus: Corpus): Finding {
  const [first, ...others] = stray.originals.filter((one) => isOriginal(one.signs, one.chance));
  if (!first) return loneFinding(stray, corpus);
  const confidence = Math.max(stray.chance, stray.departure?.chance ?? 0);
  return findingWithReadings(stray, [first, ...others], { confidence, isLikely: true }, corpus);
}
