import { stem } from '../core/stem.js';
import { normalForm } from '../core/tokens.js';
import type { WordVectors } from '../core/wordVectors.js';
import type { Resources } from './resources.js';

/** Chance of a word that is not among the commonest to stand at a given place. */
const UNKNOWN = 2e-6;
/** Words of a sentence, for the chance that one holds a given stem. */
const SENTENCE_WORDS = 22;
/** Letters of a piece of a stem. */
const PIECE = 4;
const NO_PIECES = new Int32Array(0);

/**
 * Numbers the stems that occur, and knows for each how likely a sentence of ordinary English has it. The numbers are
 * for speed only: no result may depend on their order, which is that of arrival; `orderOf` gives one that is fixed.
 */
export class Stems {
  readonly #ids = new Map<string, number>();
  readonly #chances: number[] = [];
  readonly #orders: number[] = [];
  readonly #pieces: Int32Array[] = [];
  readonly #isNumber: boolean[] = [];
  readonly #pieceIds = new Map<string, number>();
  readonly #words = new Map<string, { readonly id: number; readonly rank: number }>();
  readonly #background = new Map<string, number>();

  constructor(private readonly vectors: WordVectors) {
    for (const [rank, word] of vectors.words.entries()) {
      const key = stem(word);
      // Zipf: how often a word occurs follows from its rank.
      this.#background.set(key, (this.#background.get(key) ?? 0) + 0.08 / (rank + 10));
    }
  }

  get size(): number {
    return this.#chances.length;
  }

  /** Stem and rank of a word as written. */
  of(word: string): { readonly id: number; readonly rank: number } {
    const known = this.#words.get(word);
    if (known) return known;
    const normal = normalForm(word);
    const key = stem(normal);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#chances.length;
      this.#ids.set(key, id);
      this.#chances.push(1 - Math.exp(-SENTENCE_WORDS * (this.#background.get(key) ?? UNKNOWN)));
      this.#orders.push(hash(key));
      this.#pieces.push(this.#piecesOf(key));
      this.#isNumber.push(/^\d/.test(key));
    }
    const found = { id, rank: this.vectors.rank(normal) };
    this.#words.set(word, found);
    return found;
  }

  /** Chance that a sentence of ordinary English has the stem, 0 to 1. */
  chance(id: number): number {
    return this.#chances[id] ?? 1;
  }

  orderOf(id: number): number {
    return this.#orders[id] ?? 0;
  }

  isNumber(id: number): boolean {
    return this.#isNumber[id] ?? false;
  }

  /** Numbers of the runs of four letters of a stem, its beginning marked. */
  pieces(id: number): Int32Array {
    return this.#pieces[id] ?? NO_PIECES;
  }

  get pieceCount(): number {
    return this.#pieceIds.size;
  }

  /** Likeness in meaning of two words by their ranks; 0 where either is not known. */
  likeness(rankA: number, rankB: number): number {
    return rankA >= 0 && rankB >= 0 ? this.vectors.cosine(rankA, rankB) : 0;
  }

  /** Adds the meaning of the word of this rank, if it is known, to `sum`. */
  addMeaning(sum: Float32Array, rank: number, weight: number): void {
    if (rank >= 0) this.vectors.add(sum, rank, weight);
  }

  #piecesOf(key: string): Int32Array {
    const marked = `_${key}`;
    const count = Math.max(1, marked.length - PIECE + 1);
    return Int32Array.from({ length: count }, (_, at) => {
      const piece = marked.slice(at, at + PIECE);
      let id = this.#pieceIds.get(piece);
      if (id === undefined) this.#pieceIds.set(piece, (id = this.#pieceIds.size));
      return id;
    });
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const known = new WeakMap<Resources, Stems>();

/** The stems of all texts that are read with the same tables. */
export function stemsFor(resources: Resources): Stems {
  let stems = known.get(resources);
  if (!stems) known.set(resources, (stems = new Stems(resources.wordVectors)));
  return stems;
}
