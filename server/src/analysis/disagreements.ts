import type { Slot } from '../core/collate.js';
import { placed } from '../core/document.js';
import type { Span } from '../core/span.js';
import { wordsIn } from '../core/tokens.js';
import { collations } from './collations.js';
import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';

/** Words of a document that other sources of its passage have otherwise, or not at all. */
export interface Disagreement extends Span {
  /** How many other lineages read otherwise; at least 1. */
  readonly lineages: number;
}

/** Longer stretches are said in other words altogether: nothing to compare word by word. */
const LONGEST = 3;

/**
 * Where other lineages differ from a document in its words, in order and apart: words that have others in their place,
 * between words that both have. What is left out, spelt or inflected otherwise does not count.
 */
export function disagreementsIn(corpus: Corpus, path: string): Disagreement[] {
  const document = corpus.document(path);
  if (!document) return [];
  const own = corpus.get(lineages).of(path);
  const marks = new Map<number, { end: number; who: Set<string> }>();
  for (const index of document.paragraphs.keys()) {
    const here = placed(document, index);
    for (const { a, b, slots } of corpus.get(collations).in(here)) {
      const who = corpus.get(lineages).of(b.path);
      const other = corpus.textAt(b);
      if (who === own) continue;
      for (const { a: span, b: reading } of framed(slots)) {
        const from = here.start + a.start + span.start;
        const words = wordsIn(document.text.slice(from, from + span.end - span.start));
        if (words.length > LONGEST || wordsIn(other.slice(reading.start, reading.end)).length > LONGEST) continue;
        for (const word of words) {
          if (word.kind === 'word' && word.text.length < 4) continue;
          const start = from + word.start;
          const mark = marks.get(start) ?? { end: start + word.end - word.start, who: new Set<string>() };
          mark.who.add(who);
          marks.set(start, mark);
        }
      }
    }
  }
  return [...marks].sort(([a], [b]) => a - b).map(([start, { end, who }]) => ({ start, end, lineages: who.size }));
}

/** Substitutions with the same words on both sides of them. */
function* framed(slots: readonly Slot[]): Iterable<{ readonly a: Span; readonly b: Span }> {
  for (const [index, { kind, a, b }] of slots.entries()) {
    if (kind !== 'substituted' || !a || !b) continue;
    const [before, after] = [slots[index - 1], slots[index + 1]];
    if ((!before || before.kind === 'same') && (!after || after.kind === 'same')) yield { a, b };
  }
}
