import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { FIRST_OF_CONTENT, type Sequence } from '../core/substitutability.js';
import { baseOf, endingOf, inflected } from '../core/wordForms.js';
import type { Resources } from './resources.js';
import { finish, type Steps } from './steps.js';
import { isWordOf, wordedSentences, type WordedWord } from './wordedSentences.js';

/** How odd the words of a paragraph are in their places, by themselves. */
export interface OddWords {
  /** Words for which some neighbour in a thesaurus would suit the place better, and the share of those that would. */
  readonly bases: readonly string[];
  readonly oddness: Float32Array;
  /** Sum of these shares over `count` words, all of which anything can be said. */
  readonly sum: number;
  readonly count: number;
  /** Content words that were read. */
  readonly read: number;
}

/** Neighbours that are tried for one word, and fewest that say anything. */
const MOST_RIVALS = 40;
const FEWEST_RIVALS = 6;

const ofParagraphs = new Facts<Paragraph, OddWords>();
const ofDocuments = new Facts<Document, number>();
const rivals = new WeakMap<Resources, Map<number, readonly number[]>>();

/**
 * Mean oddness of the words of a document, 0 to 1: about .12 in edited prose. Text whose words were exchanged for
 * synonyms by a program stands out, and so does word salad; it takes parallels to say which word is wrong.
 */
export function meanOddness(document: Document, resources: Resources): number {
  return finish(meanOddnessInSteps(document, resources));
}

export function* meanOddnessInSteps(document: Document, resources: Resources): Steps<number> {
  let mean = ofDocuments.get(document);
  if (mean === undefined) {
    let [sum, count] = [USUAL * PRIOR, PRIOR];
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const odd = oddWords(paragraph, resources);
      sum += odd.sum;
      count += odd.count;
      yield index / document.paragraphs.length;
    }
    ofDocuments.set(document, (mean = sum / count));
  }
  return mean;
}

/** What a text without words counts as, and how many words it takes to weigh as much. */
const USUAL = 0.1;
const PRIOR = 20;

export function oddWords(paragraph: Paragraph, resources: Resources): OddWords {
  const known = ofParagraphs.get(paragraph);
  if (known) return known;
  const bases: string[] = [];
  const shares: number[] = [];
  let [count, read] = [0, 0];
  for (const { words, sequence } of wordedSentences(paragraph, resources)) {
    for (const word of words) {
      if (word.kind !== 'content' || word.isFirst) continue;
      read++;
      const oddness = oddnessAt(word, sequence, resources);
      if (oddness === undefined) continue;
      count++;
      if (oddness === 0) continue;
      bases.push(word.base);
      shares.push(oddness);
    }
  }
  const oddness = Float32Array.from(shares);
  const odd = { bases, oddness, sum: oddness.reduce((sum, share) => sum + share, 0), count, read };
  ofParagraphs.set(paragraph, odd);
  return odd;
}

/** Share of the neighbours that suit the place better; `undefined` where there are too few to say. */
export function oddnessAt(word: WordedWord, sequence: Sequence, resources: Resources): number | undefined {
  const gaps = gapsAt(word, sequence, resources);
  return gaps && gaps.filter((gap) => gap > 0).length / gaps.length;
}

/** By how much the best of the neighbours suits the place better, in log odds; `undefined` where there are too few to say. */
export function bestNeighbourAt(word: WordedWord, sequence: Sequence, resources: Resources): number | undefined {
  const gaps = gapsAt(word, sequence, resources);
  return gaps && Math.max(...gaps);
}

function gapsAt(word: WordedWord, sequence: Sequence, resources: Resources): number[] | undefined {
  const others = rivalsOf(word, resources);
  if (others.length < FEWEST_RIVALS) return undefined;
  const { substitutability } = resources;
  const expected = substitutability.expected(sequence, word.place);
  const own = substitutability.fit(expected, word.rank);
  return others.map((rank) => substitutability.fit(expected, rank) - own);
}

/** Neighbours of a word in the thesaurus, in its own inflection. */
function rivalsOf(word: WordedWord, resources: Resources): readonly number[] {
  let known = rivals.get(resources);
  if (!known) rivals.set(resources, (known = new Map<number, readonly number[]>()));
  let found = known.get(word.rank);
  if (!found) known.set(word.rank, (found = findRivals(word, resources)));
  return found;
}

function findRivals({ rank, baseRank, base, normal }: WordedWord, resources: Resources): number[] {
  const { wordVectors, wordRelations } = resources;
  const isWord = isWordOf(wordVectors);
  const ending = normal === base ? '' : endingOf(normal);
  if (baseRank < 0 || (normal !== base && ending === '')) return [];
  const found: number[] = [];
  for (const neighbour of wordRelations.neighbours(baseRank)) {
    const other = wordVectors.words[neighbour] ?? '';
    if (neighbour < FIRST_OF_CONTENT || other === base || baseOf(other, isWord) !== other) continue;
    const form = inflected(other, ending);
    const formRank = form === undefined ? -1 : wordVectors.rank(form);
    if (formRank >= FIRST_OF_CONTENT && formRank !== rank) found.push(formRank);
  }
  const step = Math.ceil(found.length / MOST_RIVALS);
  return found.filter((_, index) => index % step === 0);
}
