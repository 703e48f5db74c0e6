import type { Slot } from '../core/collate.js';
import type { PlacedParagraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import { Facts } from '../core/facts.js';
import { quotationsOf } from '../core/quotations.js';
import { overlaps, shift, type Span } from '../core/span.js';
import { baseOf } from '../core/wordForms.js';
import { collations } from './collations.js';
import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import type { Resources } from './resources.js';
import type { WordPlace } from './wordPlaces.js';

/** A word of the dictionary that other sources show to be a slip for another: “form” where they write “from”. */
export interface RealWordSlip extends Span {
  readonly word: string;
  readonly meant: string;
  readonly places: readonly WordPlace[];
}

/** Words that both passages must have beside it: so many on each side, unless the passage ends there, and in all. */
const LEAST_BESIDE = 2;
const LEAST_AROUND = 5;
/** How much commoner (ten times the logarithm) the other word is, where one lineage alone has it and where more do. */
const LEAST_GAIN = 9;
const LEAST_GAIN_OF_MANY = -10;
/** Words of this likeness are a choice of words (“smaller”, “smallest”), no slip; those of the same letters seldom are. */
const MOST_LIKENESS = 0.39;
const MOST_LIKENESS_OF_SWAPPED = 0.5;
/** Below this length nearly every word is one letter from another. */
const LEAST_LENGTH = 4;

/** Such words of a paragraph outside quotations, relative to it. Names are none: both words are in small letters. */
export function* realWordSlips(here: PlacedParagraph, corpus: Corpus): Generator<RealWordSlip> {
  const { paragraph } = here;
  const { speller } = corpus.resources;
  const known = corpus.get(lineages);
  const others = corpus.get(collations).in(here);
  const found = new Map<string, RealWordSlip & { readonly places: WordPlace[] }>();
  for (const { a, b, slots } of others) {
    const there = () => corpus.textAt(b);
    for (const slip of slipsIn(slots, () => paragraph.text.slice(a.start, a.end), there, corpus.resources)) {
      const span = shift(slip.a, a.start);
      const key = `${span.start} ${slip.meant}`;
      const one = found.get(key) ?? { ...span, word: slip.word, meant: slip.meant, places: [] };
      one.places.push({ path: b.path, ...shift(slip.b, b.start), text: slip.meant });
      found.set(key, one);
    }
  }
  for (const slip of found.values()) {
    const count = known.count(slip.places.map(({ path }) => path));
    const gain = speller.frequency(slip.meant) - speller.frequency(slip.word);
    if (gain < (count > 1 ? LEAST_GAIN_OF_MANY : LEAST_GAIN)) continue;
    if (quotationsOf(paragraph).some((quotation) => overlaps(quotation, slip))) continue;
    const isShared = others.some(({ a, slots }) =>
      slots.some((slot) => slot.kind === 'same' && slot.a?.start === slip.start - a.start),
    );
    if (!isShared) yield slip;
  }
}

interface Slip {
  readonly a: Span;
  readonly b: Span;
  readonly word: string;
  readonly meant: string;
}

/** Kept by the slots, which live as long as both paragraphs. */
const kept = new Facts<readonly Slot[], readonly Slip[]>();

function slipsIn(
  slots: readonly Slot[],
  textA: () => string,
  textB: () => string,
  resources: Resources,
): readonly Slip[] {
  let known = kept.get(slots);
  if (!known) kept.set(slots, (known = [...findSlips(slots, textA(), textB(), resources)]));
  return known;
}

function* findSlips(slots: readonly Slot[], textA: string, textB: string, resources: Resources): Generator<Slip> {
  for (const [index, { kind, a, b }] of slots.entries()) {
    if ((kind !== 'substituted' && kind !== 'respelled') || !a || !b || !isFramed(slots, index)) continue;
    const [word, meant] = [textA.slice(a.start, a.end), textB.slice(b.start, b.end)];
    if (isSlip(word, meant, resources)) yield { a, b, word, meant };
  }
}

/** Whether both passages have the same words before and after. */
function isFramed(slots: readonly Slot[], index: number): boolean {
  let before = 0;
  while (slots[index - 1 - before]?.kind === 'same') before++;
  let after = 0;
  while (slots[index + 1 + after]?.kind === 'same') after++;
  const isEnough = (count: number, isEdge: boolean) => count >= LEAST_BESIDE || isEdge;
  return (
    before + after >= LEAST_AROUND &&
    isEnough(before, index - before === 0) &&
    isEnough(after, index + after === slots.length - 1)
  );
}

/** One letter apart, not the first, and neither forms of one word nor words for one thing. */
function isSlip(word: string, meant: string, { speller, wordVectors }: Resources): boolean {
  if (!/^\p{Ll}+$/u.test(word) || !/^\p{Ll}+$/u.test(meant) || word[0] !== meant[0]) return false;
  if (Math.max(word.length, meant.length) < LEAST_LENGTH || editDistance(word, meant, 1) !== 1) return false;
  const isWord = (one: string) => speller.isWord(one);
  if (!isWord(word) || !isWord(meant) || baseOf(word, isWord) === baseOf(meant, isWord)) return false;
  const [rank, other] = [wordVectors.rank(word), wordVectors.rank(meant)];
  if (rank < 0 || other < 0) return speller.frequency(meant) - speller.frequency(word) >= LEAST_GAIN;
  return wordVectors.cosine(rank, other) < (haveSameLetters(word, meant) ? MOST_LIKENESS_OF_SWAPPED : MOST_LIKENESS);
}

function haveSameLetters(a: string, b: string): boolean {
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}
