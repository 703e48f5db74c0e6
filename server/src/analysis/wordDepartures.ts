import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import type { Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { debrisOf } from './debrisDensity.js';
import { kindredSentences, type Kindred } from './kindredSentences.js';
import { lineages } from './lineages.js';
import { parallels } from './parallels.js';
import type { Resources } from './resources.js';
import { haveSameItems } from '../core/sameItems.js';
import { chanceOfGarbling, type Signs } from '../core/departureModel.js';
import { finish, type Steps } from './steps.js';
import { basesOf } from './wordBases.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';
import { kinship } from './wordKinship.js';
import { meanOddness, meanOddnessInSteps, oddnessAt } from './wordOddness.js';
import { haveOneEnding, wordSlots, type WordSlot } from './wordSlots.js';

/** A word in whose place other sources have another one, related or not, and none of them this one. */
export interface Departure extends Span {
  readonly text: string;
  /** What the others have, the reading most of them agree on first; one for each document. */
  readonly readings: readonly Reading[];
  readonly signs: Signs;
  /** Chance that the word was put in the place of the right one, 0 to 1. */
  readonly chance: number;
}

export interface Reading extends Span {
  readonly path: string;
  readonly text: string;
}

/** Documents a text is compared with, the nearest. */
const MOST_PARTNERS = 12;
/** Sentences one sentence is aligned with, the likest. */
const MOST_KINDRED = 14;

/** Slots of one word, found without regard to what else stands in the documents. */
interface Raw {
  readonly sentence: WordedSentence;
  readonly word: WordedWord;
  readonly slots: readonly RawSlot[];
}

interface RawSlot {
  readonly fit: WordSlot;
  readonly other: WordedWord;
  readonly kindred: Kindred;
  readonly document: Document;
}

interface KeptRaw {
  readonly partners: readonly Document[];
  readonly found: readonly Raw[];
}

const kept = new WeakMap<Paragraph, KeptRaw>();

/** By the serial of a snapshot: two rules ask, one after the other. */
const latest = new WeakMap<Paragraph, { readonly serial: number; readonly found: readonly Departure[] }>();

/** The departures of one paragraph, in order. */
export function wordDepartures(
  { document: own, paragraph, start }: PlacedParagraph,
  corpus: Corpus,
): readonly Departure[] {
  const known = latest.get(paragraph);
  if (known?.serial === corpus.serial) return known.found;
  const partners = partnersOf(own.path, corpus);
  const story = { own, partners, corpus };
  const found =
    partners.length === 0
      ? []
      : finish(rawDepartures(paragraph, partners, corpus.resources)).flatMap((raw) => departure(raw, start, story));
  latest.set(paragraph, { serial: corpus.serial, found });
  return found;
}

/** What takes long of `wordDepartures`, for all paragraphs of a document. */
export function* prepareDepartures(document: Document, corpus: Corpus): Steps<void> {
  const partners = partnersOf(document.path, corpus);
  for (const one of [document, ...partners]) yield* meanOddnessInSteps(one, corpus.resources);
  if (partners.length === 0) return;
  for (const paragraph of document.paragraphs) yield* rawDepartures(paragraph, partners, corpus.resources);
}

/** The nearest tellers of the story, of other lineages, in the order of their paths. Copies share what is wrong in them. */
export function partnersOf(path: string, corpus: Corpus): Document[] {
  const known = corpus.get(lineages);
  const partners: string[] = [];
  for (const other of corpus.get(parallels).tellersOf(path)) {
    if (partners.length === MOST_PARTNERS) break;
    if (!corpus.isDraft(other) && !known.areOne(path, other)) partners.push(other);
  }
  return partners.sort().flatMap((other) => corpus.document(other) ?? []);
}

function* rawDepartures(
  paragraph: Paragraph,
  partners: readonly Document[],
  resources: Resources,
): Steps<readonly Raw[]> {
  const known = kept.get(paragraph);
  if (known && haveSameItems(known.partners, partners)) return known.found;
  const rows: (readonly (readonly Kindred[])[])[] = [];
  for (const [at, other] of partners.entries()) {
    rows.push(kindredSentences(paragraph, other, resources));
    yield at / partners.length;
  }
  const found: Raw[] = [];
  for (const [row, sentence] of wordedSentences(paragraph, resources).entries()) {
    const kindred = partners
      .flatMap((document, at) => (rows[at]?.[row] ?? []).map((one) => ({ document, kindred: one })))
      .sort((x, y) => y.kindred.likeness - x.kindred.likeness)
      .slice(0, MOST_KINDRED);
    found.push(...rawOf(sentence, kindred, resources));
    yield 1;
  }
  kept.set(paragraph, { partners, found });
  return found;
}

function rawOf(
  sentence: WordedSentence,
  kindred: readonly { readonly document: Document; readonly kindred: Kindred }[],
  resources: Resources,
): Raw[] {
  const kin = kinship(resources);
  const aligned = kindred.map((one) => ({ ...one, ...slotsOf(sentence, one.kindred.sentence, kin) }));
  const found: Raw[] = [];
  for (const [index, word] of sentence.words.entries()) {
    if (word.kind !== 'content') continue;
    // Another source that writes the same word in the same statement bears it out.
    if (aligned.some(({ same, kindred: { isParallel } }) => isParallel && (same[index] ?? -1) >= 0)) continue;
    const best = new Map<Document, RawSlot>();
    for (const { slots, kindred: one, document } of aligned) {
      const slot = slots.find(({ a }) => a === index);
      const other = slot && one.sentence.words[slot.b];
      if (!slot || other?.kind !== 'content' || !isTold(slot, one)) continue;
      if (slot.strength > (best.get(document)?.fit.strength ?? 0))
        best.set(document, { fit: slot, other, kindred: one, document });
    }
    if (best.size > 0) found.push({ sentence, word, slots: [...best.values()] });
  }
  return found;
}

const alignments = new WeakMap<WordedSentence, WeakMap<WordedSentence, ReturnType<typeof wordSlots>>>();

function slotsOf(a: WordedSentence, b: WordedSentence, kin: ReturnType<typeof kinship>): ReturnType<typeof wordSlots> {
  let byOther = alignments.get(a);
  if (!byOther) alignments.set(a, (byOther = new WeakMap<WordedSentence, ReturnType<typeof wordSlots>>()));
  let slots = byOther.get(b);
  if (!slots) byOther.set(b, (slots = wordSlots(a, b, kin)));
  return slots;
}

/** In sentences that may speak of different things, the frame or the kinship must be strong. */
function isTold({ frame, kinship: near }: WordSlot, { isParallel }: Kindred): boolean {
  return isParallel || frame >= 0.8 || (near >= 0.75 && frame >= 0.4);
}

interface Story {
  readonly own: Document;
  readonly partners: readonly Document[];
  readonly corpus: Corpus;
}

function departure({ sentence, word, slots }: Raw, offset: number, story: Story): Departure[] {
  const { corpus, own, partners } = story;
  const { resources } = corpus;
  const kin = kinship(resources);
  const known = corpus.get(lineages);
  const agreementOf = (slot: RawSlot) => {
    const byLineage = new Map<string, number>();
    for (const other of slots) {
      const [x, y] = [slot.other, other.other];
      const value = x.base === y.base ? 1 : kin.of(x, y) >= NEARLY_SAME ? 0.75 : 0;
      const lineage = known.of(other.document.path);
      byLineage.set(lineage, Math.max(byLineage.get(lineage) ?? 0, value));
    }
    return Array.from(byLineage.values()).reduce((sum, value) => sum + value, 0);
  };
  const ranked = slots
    .map((slot) => ({ slot, agreement: agreementOf(slot) }))
    .map((one) => ({ ...one, value: one.agreement + 0.2 * one.slot.fit.frame + 0.1 * one.slot.fit.strength }))
    .sort((x, y) => y.value - x.value || (x.slot.document.path < y.slot.document.path ? -1 : 1));
  const [best] = ranked;
  if (!best) return [];
  const signs = signsOf(word, sentence, best.slot, best.agreement, own, partners, resources);
  const readings = ranked.map(({ slot }) => readingOf(slot));
  const [start, end] = [offset + word.start, offset + word.end];
  return [{ start, end, text: word.text, readings, signs, chance: chanceOfGarbling(signs) }];
}

const NEARLY_SAME = 0.9;

function readingOf(slot: RawSlot): Reading {
  const { start, end, text } = slot.other;
  const { offset } = slot.kindred;
  return { path: slot.document.path, start: offset + start, end: offset + end, text };
}

function signsOf(
  word: WordedWord,
  sentence: WordedSentence,
  slot: RawSlot,
  agreement: number,
  own: Document,
  partners: readonly Document[],
  resources: Resources,
): Signs {
  const { substitutability } = resources;
  const kin = kinship(resources);
  const other = slot.other;
  const there = slot.kindred.sentence;
  const here = substitutability.expected(sentence.sequence, word.place);
  const expectedThere = substitutability.expected(there.sequence, other.place);
  const gap = (expected: Float32Array) => {
    if (word.rank < 0 || other.rank < 0) return 0;
    return clipped(substitutability.fit(expected, other.rank) - substitutability.fit(expected, word.rank));
  };
  const mean = partners.reduce((sum, one) => sum + meanOddness(one, resources), 0) / partners.length;
  const ownOddness = meanOddness(own, resources);
  return {
    oddnessGap: ((ownOddness - mean) * 10 * partners.length) / (partners.length + 1),
    oddness: oddnessAt(word, sentence.sequence, resources) ?? 0.1,
    touching: slot.fit.touching,
    frame: Math.min(3, slot.fit.frame),
    likeness: slot.kindred.likeness,
    isParallel: slot.kindred.isParallel ? 1 : 0,
    elsewhere: Math.min(2, partners.filter((one) => basesOf(one, resources).has(word.base)).length),
    isRepeated: (basesOf(own, resources).get(word.base) ?? 0) > 1 ? 1 : 0,
    isLinked: kin.areLinked(word, other) ? 1 : 0,
    kinship: slot.fit.kinship,
    areSynonyms: kin.areSynonyms(word, other) ? 1 : 0,
    gapHere: gap(here),
    gapThere: gap(expectedThere),
    company: companyOf(word, word, sentence, resources),
    companyGap: companyOf(other, other, there, resources) - companyOf(word, other, there, resources),
    agreement: Math.min(3, agreement),
    hasOneEnding: haveOneEnding(word, other) ? 1 : 0,
    debrisGap: Math.min(1, Math.max(0, debrisOf(own) - Math.max(...partners.map(debrisOf)) - 2) / 4),
  };
}

function clipped(value: number): number {
  return Math.max(-6, Math.min(6, value));
}

/** Mean cosine of a word with the words around a place, nearer and rarer ones counting more. */
function companyOf(word: WordedWord, at: WordedWord, { words }: WordedSentence, resources: Resources): number {
  if (word.rank < 0) return 0;
  const { wordVectors } = resources;
  let [sum, total] = [0, 0];
  const index = words.indexOf(at);
  for (let other = Math.max(0, index - 5); other <= index + 5 && other < words.length; other++) {
    const near = words[other];
    if (other === index || !near || near.rank < 0 || near.kind === 'small' || near.kind === 'number') continue;
    const weight = near.weight / Math.abs(other - index) ** 0.7;
    sum += weight * wordVectors.cosine(word.rank, near.rank);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
