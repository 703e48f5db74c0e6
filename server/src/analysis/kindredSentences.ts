import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Resources } from './resources.js';
import { wordedSentences, type WordedSentence } from './wordedSentences.js';

/** A sentence of another document that shares words with the one at hand, be it about the same or not. */
export interface Kindred {
  readonly sentence: WordedSentence;
  /** Where its paragraph starts in its document. */
  readonly offset: number;
  /** Cosine of their words, 0 to 1, weighed by how rare these are in the language. */
  readonly likeness: number;
  /** Likely the same statement: alike, and nearly the likest of its document. */
  readonly isParallel: boolean;
}

const LEAST_LIKENESS = 0.1;
const LEAST_PARALLEL = 0.24;
const NEARLY_BEST = 0.75;
const MOST_OF_DOCUMENT = 4;
const FEWEST_WORDS = 4;
/** Sentences looked at for one, those with its rarest words there first: what holds more of a long list leads nowhere. */
const MOST_READ = 2_000;

interface Index {
  readonly sentences: readonly { readonly sentence: WordedSentence; readonly index: number }[];
  /** By word: the sentences that have it, each followed by the weight of the word. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly norms: readonly number[];
}

const indexes = new Facts<Document, Index>();
const found = new Facts<Paragraph, WeakMap<Document, readonly (readonly Kindred[])[]>>();

/**
 * For each sentence of `paragraph` those of `other` that are alike, likest first. Words weigh the same in every corpus,
 * so that what is found holds as long as the paragraph and the other document are the same.
 */
export function kindredSentences(
  paragraph: Paragraph,
  other: Document,
  resources: Resources,
): readonly (readonly Kindred[])[] {
  let byDocument = found.get(paragraph);
  if (!byDocument) found.set(paragraph, (byDocument = new WeakMap<Document, readonly (readonly Kindred[])[]>()));
  let rows = byDocument.get(other);
  if (!rows) {
    const index = indexOf(other, resources);
    rows = wordedSentences(paragraph, resources).map((sentence) => kindredOf(sentence, index, other));
    byDocument.set(other, rows);
  }
  return rows;
}

function kindredOf(sentence: WordedSentence, index: Index, other: Document): Kindred[] {
  if (sentence.words.length < FEWEST_WORDS) return [];
  const weights = weightsOf(sentence);
  const sums = new Map<number, number>();
  const entries = Array.from(weights, ([base, weight]) => ({ postings: index.postings.get(base) ?? [], weight }));
  let left = 2 * MOST_READ;
  for (const { postings, weight } of entries.sort((x, y) => x.postings.length - y.postings.length)) {
    const end = Math.min(left, postings.length);
    for (let at = 0; at < end; at += 2) {
      const target = postings[at] ?? 0;
      sums.set(target, (sums.get(target) ?? 0) + weight * (postings[at + 1] ?? 0));
    }
    left -= end;
  }
  const norm = normOf(weights);
  const alike = Array.from(sums, ([target, sum]) => ({ target, likeness: sum / (norm * (index.norms[target] ?? 1)) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((x, y) => y.likeness - x.likeness || x.target - y.target);
  const best = alike[0]?.likeness ?? 0;
  return alike.slice(0, MOST_OF_DOCUMENT).flatMap(({ target, likeness }) => {
    const entry = index.sentences[target];
    if (!entry) return [];
    const isParallel = likeness >= LEAST_PARALLEL && likeness >= NEARLY_BEST * best;
    return [{ sentence: entry.sentence, offset: other.offsets[entry.index] ?? 0, likeness, isParallel }];
  });
}

function indexOf(document: Document, resources: Resources): Index {
  const known = indexes.get(document);
  if (known) return known;
  const sentences = document.paragraphs.flatMap((paragraph, index) =>
    wordedSentences(paragraph, resources)
      .filter(({ words }) => words.length >= FEWEST_WORDS)
      .map((sentence) => ({ sentence, index })),
  );
  const postings = new Map<string, number[]>();
  const norms = sentences.map(({ sentence }, target) => {
    const weights = weightsOf(sentence);
    for (const [base, weight] of weights) {
      const list = postings.get(base);
      if (list) list.push(target, weight);
      else postings.set(base, [target, weight]);
    }
    return normOf(weights);
  });
  const index = { sentences, postings, norms };
  indexes.set(document, index);
  return index;
}

const UNKNOWN_RANK = 20_000;

/** Rarity of each word that is no small one: a common word is soon shared. */
function weightsOf({ words }: WordedSentence): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { base, kind, rank, baseRank } of words) {
    if (kind === 'small') continue;
    const common = Math.max(rank, baseRank);
    const weight = kind === 'number' ? 6 : Math.log(2 + (common < 0 ? UNKNOWN_RANK : common) / 8);
    weights.set(base, Math.max(weights.get(base) ?? 0, weight));
  }
  return weights;
}

function normOf(weights: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return Math.sqrt(squares) || 1;
}
