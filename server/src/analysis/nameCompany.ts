import type { Paragraph } from '../core/document.js';
import { overlaps, type Span } from '../core/span.js';
import type { Resources } from './resources.js';
import { wordedSentences } from './wordedSentences.js';

/** A word near a name. */
export interface Companion {
  /** How much it says that it stands near another name, too, 0 to 1. */
  readonly weight: number;
  /** How near it stands, 1 for right beside the name. */
  readonly nearness: number;
}

/** Words near a name by their bases, each where it stands nearest. */
export type Company = ReadonlyMap<string, Companion>;

/** Words from a name at which nearness has fallen to a half. */
const HALF_NEAR = 6;
/** Of a word in the sentence before or behind. */
export const BESIDE_SENTENCE = 0.25;

/** The words near a name in its paragraph, without its own; spans relative to the paragraph. */
export function companyOf(paragraph: Paragraph, name: Span, resources: Resources): Company {
  const found = new Map<string, Companion>();
  const sentences = wordedSentences(paragraph, resources);
  const at = sentences.findIndex((sentence) => overlaps(sentence, name));
  for (let index = Math.max(0, at - 1); at >= 0 && index <= at + 1; index++) {
    const sentence = sentences[index];
    if (!sentence) continue;
    const place = index === at ? sentence.words.findIndex((word) => word.end > name.start) : undefined;
    for (const [position, word] of sentence.words.entries()) {
      if (word.kind === 'small' || overlaps(word, name)) continue;
      const nearness =
        place === undefined ? BESIDE_SENTENCE : HALF_NEAR / (HALF_NEAR + Math.max(0, Math.abs(position - place) - 1));
      const known = found.get(word.base);
      if (!known || known.nearness < nearness) found.set(word.base, { weight: word.weight, nearness });
    }
  }
  return found;
}
