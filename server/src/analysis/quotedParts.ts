import { Facts } from '../core/facts.js';
import type { QuotedWord } from '../core/quotedWords.js';
import { compareQuotations, type QuotationComparison, type Quoted } from './quotationComparison.js';

const known = new Facts<readonly QuotedWord[], readonly Quoted[]>();

/** What stands between marks without interruption: one part, or those around words of saying. Spans stay those of the whole. */
export function quotedParts({ text, words }: Quoted): readonly Quoted[] {
  let parts = known.get(words);
  if (!parts) {
    const starts = [0, ...words.flatMap((word, at) => (word.isAfterInterruption ? [at] : []))];
    parts =
      starts.length === 1
        ? [{ text, words }]
        : starts.map((start, index) => ({ text, words: words.slice(start, starts[index + 1]) }));
    known.set(words, parts);
  }
  return parts;
}

/**
 * Compares two quotations. What the whole does not show may show where a part is held against a sentence that ends with it: how
 * the two end.
 */
export function compareInParts(a: Quoted, b: Quoted): QuotationComparison | undefined {
  const whole = compareQuotations(a, b);
  const [partsA, partsB] = [quotedParts(a), quotedParts(b)];
  if (!whole || whole.differences.length > 0 || partsA.length + partsB.length === 2) return whole;
  for (const partA of partsA) {
    for (const partB of partsB) {
      const comparison = compareQuotations(partA, partB);
      if (comparison?.differences.some(({ kind }) => kind === 'altered')) return comparison;
    }
  }
  return whole;
}
