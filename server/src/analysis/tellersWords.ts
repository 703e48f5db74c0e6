import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import { FIRST_OF_CONTENT } from '../core/substitutability.js';
import type { Resources } from './resources.js';
import type { WordedWord } from './wordedSentences.js';
import { occurrencesIn, type Occurrence } from './wordOccurrences.js';

/** A word that some tellers of a story use, with all its places there. */
export interface ToldWord {
  readonly base: string;
  readonly baseRank: number;
  readonly occurrences: readonly [Occurrence, ...Occurrence[]];
}

/** The words of several texts, and which of them are kin to others. */
export interface TellersWords {
  get(base: string): ToldWord | undefined;
  /** Those that a thesaurus or the vectors know to be related to a word, the nearest. */
  relatedTo(word: WordedWord): readonly ToldWord[];
  /** Mean cosine of a word with the few that are most like it: how well it belongs to the story. */
  belonging(word: WordedWord): number;
}

/** Cosine from which on two words are related though no thesaurus says so. */
const RELATED = 0.35;
const MOST_RELATED = 30;
/** Words that are asked how like they are to one, the first, and how many of them, the likest, count. */
const MOST_ASKED = 1_000;
const LIKEST = 12;

const kept = new Facts<Document, { readonly documents: readonly Document[]; readonly words: TellersWords }>();

/** The same as long as the texts are: what is found of a word holds for all texts that are held against these. */
export function tellersWords(documents: readonly Document[], resources: Resources): TellersWords {
  const [first] = documents;
  const known = first && kept.get(first);
  if (known && haveSameItems(known.documents, documents)) return known.words;
  const words = wordsOf(documents, resources);
  if (first) kept.set(first, { documents, words });
  return words;
}

function wordsOf(documents: readonly Document[], resources: Resources): TellersWords {
  const { wordVectors, wordRelations } = resources;
  const places = new Map<string, Occurrence[]>();
  for (const document of documents) {
    for (const [base, occurrences] of occurrencesIn(document, resources)) {
      places.set(base, [...(places.get(base) ?? []), ...occurrences]);
    }
  }
  const told = new Map<string, ToldWord>();
  for (const [base, [first, ...others]] of places) {
    if (first) told.set(base, { base, baseRank: first.word.baseRank, occurrences: [first, ...others] });
  }
  const candidates = [...told.values()].filter(({ baseRank }) => baseRank >= FIRST_OF_CONTENT);
  const asked = [...new Set([...told.keys()].map((base) => wordVectors.rank(base)))]
    .filter((rank) => rank >= FIRST_ASKED)
    .slice(0, MOST_ASKED);
  const related = new Map<number, readonly ToldWord[]>();
  const belongings = new Map<number, number>();
  const findRelated = ({ rank, base, baseRank }: WordedWord) =>
    candidates
      .flatMap((one) => {
        if (one.base === base) return [];
        const cosine = wordVectors.cosine(rank, one.occurrences[0].word.rank);
        const areLinked = wordRelations.areLinked(baseRank, one.baseRank);
        return areLinked || cosine >= RELATED ? [{ one, nearness: cosine + (areLinked ? LINK : 0) }] : [];
      })
      .sort((x, y) => y.nearness - x.nearness)
      .slice(0, MOST_RELATED)
      .map(({ one }) => one);
  const findBelonging = ({ rank, baseRank }: WordedWord) => {
    const cosines = asked
      .filter((other) => other !== rank && other !== baseRank)
      .map((other) => wordVectors.cosine(rank, other));
    const likest = cosines.sort((x, y) => y - x).slice(0, LIKEST);
    return likest.reduce((sum, cosine) => sum + cosine, 0) / LIKEST;
  };
  return {
    get: (base) => told.get(base),
    relatedTo: (word) => remembered(related, word.rank, () => findRelated(word)),
    belonging: (word) => remembered(belongings, word.rank, () => findBelonging(word)),
  };
}

/** Words commoner than this are like all others. */
const FIRST_ASKED = 50;
/** What a link in a thesaurus adds to a cosine. */
const LINK = 0.6;

function remembered<V>(values: Map<number, V>, key: number, find: () => V): V {
  let value = values.get(key);
  if (value === undefined) values.set(key, (value = find()));
  return value;
}
