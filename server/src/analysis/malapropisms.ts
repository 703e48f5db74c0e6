import type { Document, PlacedParagraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import { quotationsOf } from '../core/quotations.js';
import { asPlace, overlaps, type Place, type Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { kindredSentences, type Kindred } from './kindredSentences.js';
import type { Resources } from './resources.js';
import { sharedContext } from './sharedContext.js';
import { each, eachInSteps, type Steps } from './steps.js';
import { nearestStrangers } from './storyTellers.js';
import { basesOf } from './wordBases.js';
import { companyOf } from './wordCompany.js';
import { wordedSentences, type WordedSentence, type WordedWord } from './wordedSentences.js';
import type { WordPlace } from './wordPlaces.js';

/** A word that does not suit its sentence, and that looks like one which suits it and which others have there: “broke its backs”. */
export interface Malapropism extends Span {
  readonly word: string;
  readonly meant: string;
  /** The words that others have, the surest first, one for each document. */
  readonly places: readonly WordPlace[];
  /** The sentence of the first. */
  readonly passage: Place;
}

/** Documents that are asked, the nearest. */
const MOST_TELLERS = 12;
/** What two places must have in common around the words, where the sentences are parallel, and where they only may be. */
const LEAST_SHARED = 0.25;
const LEAST_SHARED_OF_KINDRED = 0.6;
/** Log odds by which the other word must suit the place better. */
const LEAST_GAIN = 0.8;
/** Mean cosine with the words around it up to which a word is alien to them. */
const MOST_COMPANY = 0.06;
/** Where the table of vectors lacks a word: how much commoner (ten times the logarithm) the other is, and how much at home. */
const LEAST_GAIN_OF_RARE = 9;
const LEAST_COMPANY_OF_RARE = 0.1;
/** Cosine from which on two words may be a choice of words. */
const RELATED = 0.3;

/**
 * Such words of a paragraph outside quotations, relative to it, after Hirst and Budanitsky, Correcting real-word spelling
 * errors by restoring lexical cohesion (2005): a word alien to its context, and a spelling variation of it that is at home
 * there. Here the variation is no guess, but what another lineage writes beside the same words.
 */
export function* malapropisms({ document, paragraph }: PlacedParagraph, corpus: Corpus): Generator<Malapropism> {
  const { resources } = corpus;
  const tellers = nearestStrangers(document.path, MOST_TELLERS, corpus);
  if (tellers.length === 0) return;
  const own = basesOf(document, resources);
  const theirs = tellers.map((teller) => basesOf(teller, resources));
  for (const [row, sentence] of wordedSentences(paragraph, resources).entries()) {
    const strange = [...sentence.words.entries()].filter(
      ([, word]) =>
        isPlain(word) &&
        !word.isFirst &&
        (own.get(word.base) ?? 0) <= 1 &&
        !theirs.some((bases) => bases.has(word.base)) &&
        resources.speller.isWord(word.normal),
    );
    if (strange.length === 0) continue;
    const kindred = tellers.flatMap((teller) =>
      (kindredSentences(paragraph, teller, resources)[row] ?? []).map((one) => ({ ...one, teller })),
    );
    for (const [index, word] of strange) {
      if (quotationsOf(paragraph).some((quotation) => overlaps(quotation, word))) continue;
      const meant = meantAt(sentence, index, kindred, resources);
      if (meant) yield { start: word.start, end: word.end, word: word.text, ...meant };
    }
  }
}

/** A sentence of another text, with the text. */
interface Told extends Kindred {
  readonly teller: Document;
}

/** What the nearest of kindred sentences have for a word that does not suit its own. */
function meantAt(
  sentence: WordedSentence,
  index: number,
  kindred: readonly Told[],
  resources: Resources,
): Pick<Malapropism, 'meant' | 'places' | 'passage'> | undefined {
  const isHere = (base: string) => sentence.words.some((word) => word.base === base);
  const found = kindred
    .flatMap((one) => placesIn(sentence, index, one, resources).map((place) => ({ ...one, ...place })))
    .filter(({ other }) => !isHere(other.base))
    .sort((x, y) => y.weight - x.weight);
  const [best] = found;
  if (!best) return undefined;
  const places = new Map<Document, WordPlace>();
  for (const { other, offset, teller } of found) {
    if (other.base !== best.other.base || places.has(teller)) continue;
    places.set(teller, { ...asPlace(teller.path, other, offset), text: other.text });
  }
  const passage = asPlace(best.teller.path, best.sentence, best.offset);
  return { meant: best.other.text, places: [...places.values()], passage };
}

/** What takes long of it, for a whole text. */
export function* prepareMalapropisms(document: Document, corpus: Corpus): Steps<void> {
  const tellers = nearestStrangers(document.path, MOST_TELLERS, corpus);
  const { paragraphs } = document;
  yield* eachInSteps(paragraphs, paragraphs.length, (paragraph) =>
    each(tellers, tellers.length, (teller) => kindredSentences(paragraph, teller, corpus.resources)),
  );
}

/** Words of a sentence of another text that look like a word here and suit its place better, with what surrounds both. */
function placesIn(
  sentence: WordedSentence,
  index: number,
  { sentence: there, isParallel }: Kindred,
  resources: Resources,
) {
  const word = sentence.words[index];
  if (!word) return [];
  return there.words.flatMap((other, at) => {
    if (!isPlain(other) || !lookAlike(word.normal, other.normal)) return [];
    if (!resources.speller.isWord(other.normal) || areRelated(word, other, resources)) return [];
    const { weight, touching } = sharedContext(sentence, index, there, at);
    const isFramed = isParallel
      ? touching > 0 && weight >= LEAST_SHARED
      : touching === 2 && weight >= LEAST_SHARED_OF_KINDRED;
    return isFramed && suitsBetter(other, word, sentence, resources) ? [{ other, weight }] : [];
  });
}

/** In small letters throughout, so that no name is compared. */
function isPlain({ kind, text }: WordedWord): boolean {
  return (kind === 'content' || kind === 'other') && /^\p{Ll}{3,}$/u.test(text);
}

/** A slip of one letter or sound: the longer the words, the more they may differ. */
function lookAlike(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  const distance = editDistance(a, b, 3);
  if (distance === 1) return length >= 4;
  if (a.slice(0, 1) !== b.slice(0, 1)) return false;
  return distance === 2 ? length >= 6 : distance === 3 && length >= 9 && a.slice(0, 4) === b.slice(0, 4);
}

function areRelated(word: WordedWord, other: WordedWord, { wordVectors, wordRelations }: Resources): boolean {
  const [short = '', long = ''] = [word.base, other.base].sort((x, y) => x.length - y.length);
  const stem = short.replace(/[ey]$/, '');
  if (short === long || (stem.length > 3 && long.startsWith(stem))) return true;
  if (word.rank < 0 || other.rank < 0) return false;
  return wordVectors.cosine(word.rank, other.rank) >= RELATED || wordRelations.areLinked(word.baseRank, other.baseRank);
}

/** Whether a word is alien to its sentence and the other one is not. One that the table of vectors lacks is one letter away. */
function suitsBetter(other: WordedWord, word: WordedWord, sentence: WordedSentence, resources: Resources): boolean {
  const { speller, substitutability } = resources;
  if (other.rank < 0) return false;
  const companyOfOther = companyOf(other, word, sentence, resources);
  if (word.rank < 0) {
    const gain = speller.frequency(other.normal) - speller.frequency(word.normal);
    const isNear = editDistance(word.normal, other.normal, 1) === 1;
    return isNear && gain >= LEAST_GAIN_OF_RARE && companyOfOther >= LEAST_COMPANY_OF_RARE;
  }
  const company = companyOf(word, word, sentence, resources);
  if (company > MOST_COMPANY || companyOfOther <= company) return false;
  const expected = substitutability.expected(sentence.sequence, word.place);
  return substitutability.fit(expected, other.rank) - substitutability.fit(expected, word.rank) >= LEAST_GAIN;
}
