import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import { kindredSentences, type Kindred } from './kindredSentences.js';
import type { Resources } from './resources.js';
import type { Steps } from './steps.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';
import { kinship } from './wordKinship.js';
import { wordSlots, type WordSlot } from './wordSlots.js';

/** A word that others have otherwise, found without regard to what else stands in the documents. */
export interface Contested {
  readonly sentence: WordedSentence;
  readonly word: WordedWord;
  /** What may stand in its place, the surest first; each word once. */
  readonly rivals: readonly Rival[];
}

/** Another word for a place: where its slot is surest, and all documents that have it in such a slot. */
export interface Rival extends RivalPlace {
  readonly fit: WordSlot;
  readonly places: readonly RivalPlace[];
}

export interface RivalPlace {
  readonly other: WordedWord;
  readonly kindred: Kindred;
  readonly document: Document;
}

/** Who may show what was exchanged in a text. */
export interface Tellers {
  /** The nearest tellers of its story, of other lineages, and texts that it was copied from. */
  readonly others: readonly Document[];
  /** Other copies: they share what was wrong before they were made, and show what came in later. */
  readonly copies: readonly Document[];
}

/** Sentences one sentence is aligned with, the likest. */
const MOST_KINDRED = 14;
/** Words that are weighed for one place. */
const MOST_RIVALS = 3;

interface Kept {
  readonly tellers: readonly Document[];
  readonly found: readonly Contested[];
}

const kept = new Facts<Paragraph, Kept>();

/** The contested words of a paragraph, in order; kept as long as it and `tellers` live. */
export function* contestedWords(
  paragraph: Paragraph,
  { others, copies }: Tellers,
  resources: Resources,
): Steps<readonly Contested[]> {
  const known = kept.get(paragraph);
  const tellers = [...others, ...copies];
  if (known && haveSameItems(known.tellers, tellers)) return known.found;
  const rows: (readonly (readonly Kindred[])[])[] = [];
  for (const [at, other] of tellers.entries()) {
    rows.push(kindredSentences(paragraph, other, resources));
    yield at / tellers.length;
  }
  const found: Contested[] = [];
  for (const [row, sentence] of wordedSentences(paragraph, resources).entries()) {
    const kindred = tellers
      .flatMap((document, at) => (rows[at]?.[row] ?? []).map((one) => ({ document, kindred: one })))
      .sort((x, y) => y.kindred.likeness - x.kindred.likeness)
      .slice(0, MOST_KINDRED);
    found.push(...contestedIn(sentence, kindred, copies, resources));
    yield 1;
  }
  kept.set(paragraph, { tellers, found });
  return found;
}

function contestedIn(
  sentence: WordedSentence,
  kindred: readonly { readonly document: Document; readonly kindred: Kindred }[],
  copies: readonly Document[],
  resources: Resources,
): Contested[] {
  const kin = kinship(resources);
  const aligned = kindred.map((one) => ({ ...one, ...slotsOf(sentence, one.kindred.sentence, kin) }));
  const found: Contested[] = [];
  for (const [index, word] of sentence.words.entries()) {
    if (word.kind !== 'content') continue;
    // Another source that writes the same word in the same statement bears it out; a copy only repeats it.
    const bears = ({ same, kindred: { isParallel }, document }: (typeof aligned)[number]) =>
      isParallel && (same[index] ?? -1) >= 0 && !copies.includes(document);
    if (aligned.some(bears)) continue;
    const all: (RivalPlace & { readonly fit: WordSlot })[] = [];
    for (const { slots, kindred: one, document } of aligned) {
      const fit = slots.find(({ a }) => a === index);
      const other = fit && one.sentence.words[fit.b];
      if (fit && other?.kind === 'content') all.push({ fit, other, kindred: one, document });
    }
    if (all.length === 0) continue;
    all.sort((x, y) => y.fit.strength - x.fit.strength);
    const rivals = new Map<string, Rival & { readonly places: RivalPlace[] }>();
    for (const { fit, other, kindred: one, document } of all) {
      const known = rivals.get(other.base);
      const place = { other, kindred: one, document };
      if (!known) {
        if (rivals.size < MOST_RIVALS) rivals.set(other.base, { ...place, fit, places: [place] });
      } else if (!known.places.some((has) => has.document === document)) known.places.push(place);
    }
    found.push({ sentence, word, rivals: [...rivals.values()] });
  }
  return found;
}

const alignments = new Facts<WordedSentence, WeakMap<WordedSentence, ReturnType<typeof wordSlots>>>();

function slotsOf(a: WordedSentence, b: WordedSentence, kin: ReturnType<typeof kinship>): ReturnType<typeof wordSlots> {
  let byOther = alignments.get(a);
  if (!byOther) alignments.set(a, (byOther = new WeakMap<WordedSentence, ReturnType<typeof wordSlots>>()));
  let slots = byOther.get(b);
  if (!slots) byOther.set(b, (slots = wordSlots(a, b, kin)));
  return slots;
}
