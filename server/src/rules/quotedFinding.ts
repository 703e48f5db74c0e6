import type { Corpus } from '../analysis/corpus.js';
import type { QuotedPlace } from '../analysis/quotationReadings.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { oneLine } from '../core/oneLine.js';
import type { Finding } from './rule.js';

const MOST_EVIDENCE = 8;

/** Quoted as “never” here, as “soon” in B and C: “will soon open to heavy traffic”. */
export function quotedFinding(corpus: Corpus, place: QuotedPlace, word: string, confidence: number): Finding {
  const { start, end, text, readings, isInterrupted } = place;
  const others = readings.map(({ text: reading, witnesses }) => {
    const paths = witnesses.map(({ path }) => path);
    return `as “${oneLine(reading, 60)}” in ${sourceNames(corpus, paths)}`;
  });
  const context = readings[0]?.witnesses[0]?.text ?? '';
  return {
    start,
    end,
    message: `${word} as “${oneLine(text, 60)}” here, ${others.join('; ')}: “${oneLine(context, 90)}”.`,
    suggestions: readings.length === 1 && readings[0] && !isInterrupted ? [readings[0].text] : [],
    evidence: readings
      .flatMap(({ text: reading, witnesses }) => witnesses.map((witness) => ({ ...witness, reading })))
      .slice(0, MOST_EVIDENCE),
    confidence,
  };
}
