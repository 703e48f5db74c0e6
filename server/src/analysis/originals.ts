import { chanceOfOriginal, type OriginalSigns } from '../core/originalModel.js';
import type { Document } from '../core/document.js';
import { endingOf } from '../core/wordForms.js';
import type { Kindred } from './kindredSentences.js';
import type { Resources } from './resources.js';
import { sharedContext } from './sharedContext.js';
import { tellersWords, type ToldWord } from './tellersWords.js';
import { basesOf } from './wordBases.js';
import { associationAt } from './wordCollocation.js';
import { companyOf } from './wordCompany.js';
import type { Departure, Reading, ReadingPlace } from './wordDepartures.js';
import type { WordedSentence, WordedWord } from './wordedSentences.js';
import type { Occurrence } from './wordOccurrences.js';

/** A word of other tellers that may have stood in the place of one that a program put there. */
export interface Original {
  readonly text: string;
  /** Chance that it stood there, if another word did, 0 to 1. */
  readonly chance: number;
  readonly signs: OriginalSigns;
  /** One for each document that has it, where it is used most alike. */
  readonly places: readonly ReadingPlace[];
}

/** A word in its place, with what was found of it so far. */
export interface Suspect {
  readonly word: WordedWord;
  readonly sentence: WordedSentence;
  readonly document: Document;
  /** What others have in its place, if anything. */
  readonly departure: Departure | undefined;
  /** Sentences of the others that are like its own, by themselves. */
  readonly kindred: ReadonlyMap<WordedSentence, Kindred>;
}

/**
 * What may have stood there, the likeliest first: words that others have in its place, and words anywhere in their texts that
 * are related to it in any sense. Every third word that a program exchanges has no place in a sentence that is like its own.
 */
export function originalsOf(suspect: Suspect, tellers: readonly Document[], resources: Resources): Original[] {
  const { word, departure } = suspect;
  const words = tellersWords(tellers, resources);
  const candidates = new Map<ToldWord, Reading | undefined>(words.relatedTo(word).map((one) => [one, undefined]));
  for (const reading of departure?.readings ?? []) {
    const told = words.get(reading.base);
    if (told) candidates.set(told, reading);
  }
  return Array.from(candidates, ([told, reading]) => original(suspect, told, reading, resources)).sort(
    (x, y) => y.chance - x.chance,
  );
}

interface Usage {
  readonly occurrence: Occurrence;
  readonly weight: number;
  readonly touching: number;
  readonly likeness: number;
  /** How much speaks for it being the very place; only for comparing. */
  readonly strength: number;
}

function original(
  { word, sentence, document, kindred }: Suspect,
  { base, baseRank, occurrences }: ToldWord,
  reading: Reading | undefined,
  resources: Resources,
): Original {
  const { wordVectors, wordRelations, substitutability } = resources;
  const index = sentence.words.indexOf(word);
  const usages = occurrences.map((occurrence): Usage => {
    const { weight, touching } = sharedContext(sentence, index, occurrence.sentence, occurrence.index);
    const likeness = kindred.get(occurrence.sentence)?.likeness ?? 0;
    const strength = weight + TOUCH * touching + ALIKE * likeness;
    return { occurrence, weight, touching, likeness, strength };
  });
  const [best, ...others] = usages.sort((x, y) => y.strength - x.strength);
  const ending = endingOf(word.normal);
  const alike = occurrences.find((one) => endingOf(one.word.normal) === ending);
  const shown = (alike ?? occurrences[0]).word;
  const expected = substitutability.expected(sentence.sequence, word.place);
  const gap = substitutability.fit(expected, shown.rank) - substitutability.fit(expected, word.rank);
  const signs: OriginalSigns = {
    slot: reading && Math.log(reading.chance / (1 - reading.chance)),
    areLinked: wordRelations.areLinked(word.baseRank, baseRank),
    areSynonyms: wordRelations.areSynonyms(word.baseRank, baseRank),
    cosine: wordVectors.cosine(word.rank, occurrences[0].word.rank),
    haveOneForm: alike !== undefined,
    gap: Math.max(-MOST_GAP, Math.min(MOST_GAP, gap)),
    companyGap: companyOf(shown, word, sentence, resources) - companyOf(word, word, sentence, resources),
    collocationGap:
      associationAt(shown.rank, word, sentence, resources) - associationAt(word.rank, word, sentence, resources),
    context: best?.weight ?? 0,
    touching: best?.touching ?? 0,
    likeness: Math.max(best?.likeness ?? 0, ...others.map(({ likeness }) => likeness)),
    inOwnText: Math.min(2, basesOf(document, resources).get(base) ?? 0),
    rarity: Math.log(20 + shown.rank),
    links: Math.log(1 + wordRelations.neighbours(baseRank).length),
  };
  const text = reading?.text ?? shown.text;
  return { text, chance: chanceOfOriginal(signs), signs, places: reading?.places ?? placesOf(usages, shown) };
}

const TOUCH = 0.3;
const ALIKE = 2;
const MOST_GAP = 6;

/** Those first that show the word in the form that is told. */
function placesOf(usages: readonly Usage[], { normal }: WordedWord): ReadingPlace[] {
  const isShown = ({ occurrence }: Usage) => occurrence.word.normal === normal;
  const byDocument = new Map<Document, ReadingPlace>();
  for (const { occurrence } of [...usages.filter(isShown), ...usages.filter((one) => !isShown(one))]) {
    const { word, document, offset } = occurrence;
    if (byDocument.has(document)) continue;
    const [start, end] = [offset + word.start, offset + word.end];
    byDocument.set(document, { path: document.path, start, end, text: word.text });
  }
  return [...byDocument.values()];
}
