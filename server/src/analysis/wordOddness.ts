import { FIRST_OF_CONTENT, type Sequence } from '../core/substitutability.js';
import { baseOf, endingOf, inflected } from '../core/wordForms.js';
import type { Resources } from './resources.js';
import { isWordOf, type WordedWord } from './wordedSentences.js';

/** How odd a word is in its place. */
export interface Oddness {
  /** Share of its neighbours in a thesaurus that would suit the place better, 0 to 1. */
  readonly share: number;
  /** By how much the best of them would, in log odds. */
  readonly best: number;
}

/** Of a word with too few neighbours to say. */
const USUAL: Oddness = { share: 0.1, best: 2.5 };

/** Neighbours that are tried for one word, and fewest that say anything. */
const MOST_RIVALS = 40;
const FEWEST_RIVALS = 6;

const rivals = new WeakMap<Resources, Map<number, readonly number[]>>();

export function oddnessOf(word: WordedWord, sequence: Sequence, resources: Resources): Oddness {
  const others = rivalsOf(word, resources);
  if (others.length < FEWEST_RIVALS) return USUAL;
  const { substitutability } = resources;
  const expected = substitutability.expected(sequence, word.place);
  const own = substitutability.fit(expected, word.rank);
  const gaps = others.map((rank) => substitutability.fit(expected, rank) - own);
  return { share: gaps.filter((gap) => gap > 0).length / gaps.length, best: Math.max(...gaps) };
}

/** Ranks of the neighbours of a word in the thesaurus, in its own inflection: what a program would put for it. */
export function rivalsOf(word: WordedWord, resources: Resources): readonly number[] {
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
