import type { ReadTable } from './readTable.js';
import { normalForm, tokensIn, type Token } from './tokens.js';
import { DIMENSIONS, type WordVectors } from './wordVectors.js';

/** Words of a sentence as ranks of the table of vectors, with a negative number for what is no common word. */
export interface Sequence {
  readonly ids: Int32Array;
  /** Start of each, relative to the text that was read. */
  readonly starts: Int32Array;
}

/** What stands in a sequence in the place of a rank. */
export const OTHER = { unknown: -1, comma: -2, stop: -3, number: -4, name: -5 } as const;

/**
 * How well a word suits its place: a log-bilinear model (Mnih and Hinton, Three New Graphical Models for Statistical
 * Language Modelling, 2007) over fixed vectors, trained to tell the word that was written from its neighbours in a
 * thesaurus.
 */
export interface Substitutability {
  /** What is expected at a place of a sequence; a row of numbers for `fit`. */
  expected(sequence: Sequence, at: number): Float32Array;
  /** Fit of the word of this rank; differences between words of one place are log odds. */
  fit(expected: Float32Array, rank: number): number;
}

/** Places before and behind the word that are read one by one. */
export const OFFSETS: readonly number[] = [-3, -2, -1, 1, 2, 3];
/** Words further off count all together. */
const FAR = 10;
/** Kinds of what is no common word that have an expectation of their own, at each offset. */
const KINDS = [OTHER.comma, OTHER.stop, OTHER.number, OTHER.name];
/** Numbers before those of the matrices: the weight of frequency, one row for all places, one for each kind and offset. */
const PLAIN = 1 + DIMENSIONS * (1 + KINDS.length * OFFSETS.length);
const MATRICES = OFFSETS.length + 1;
/** Products of a word and a matrix that are remembered: few words make up most of any text. About eight megabytes. */
const MOST_PRODUCTS = 20_000;
const CELLS = DIMENSIONS * DIMENSIONS;

/** Reads one clause or several; names are told by their capital inside a sentence. */
export function sequenceOf(text: string, vectors: WordVectors): Sequence {
  const ids: number[] = [];
  const starts: number[] = [];
  let isFirst = true;
  for (const token of tokensIn(text)) {
    if (token.kind === 'mark' && !/[,.;:!?()“”"–—]/.test(token.text)) continue;
    ids.push(idOf(token, isFirst, vectors));
    starts.push(token.start);
    if (token.kind !== 'mark') isFirst = false;
    else if (/[.!?]/.test(token.text)) isFirst = true;
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
}

function idOf({ kind, text }: Token, isFirst: boolean, vectors: WordVectors): number {
  if (kind === 'number') return OTHER.number;
  if (kind === 'mark') return text === ',' ? OTHER.comma : OTHER.stop;
  return !isFirst && /^\p{Lu}/u.test(text) ? OTHER.name : vectors.rank(normalForm(text));
}

/** What stands around a place: an id for each offset, and the ranks further off in the same stretch between stops. */
export function surroundings({ ids }: Sequence, at: number): { readonly near: number[]; readonly far: number[] } {
  const near: number[] = [];
  for (const step of [-1, 1]) {
    let isOver = false;
    for (let distance = 1; distance <= 3; distance++) {
      const id: number = isOver ? OTHER.stop : (ids[at + step * distance] ?? OTHER.stop);
      isOver ||= id === OTHER.stop;
      near.push(id);
    }
  }
  const far: number[] = [];
  for (let other = Math.max(0, at - FAR); other <= at + FAR && other < ids.length; other++) {
    const id = ids[other] ?? OTHER.stop;
    if (Math.abs(other - at) > 1 && id >= FIRST_OF_CONTENT) far.push(id);
  }
  const [one = -3, two = -3, three = -3, ...behind] = near;
  return { near: [three, two, one, ...behind], far };
}

/** Words commoner than this are articles, prepositions and the like. */
export const FIRST_OF_CONTENT = 150;

/** The plain numbers, and the matrices in the order of `OFFSETS`, that of the far words last. */
export interface Weights {
  readonly plain: Float32Array;
  readonly matrices: Float32Array;
}

export const NUMBERS = { plain: PLAIN, matrices: MATRICES * CELLS } as const;

/** Where the row of an id that is no common word starts in `plain`; `undefined` where it says nothing. */
export function rowOf(id: number, offset: number): number | undefined {
  const kind = KINDS.findIndex((one) => one === id);
  return kind < 0 ? undefined : 1 + DIMENSIONS * (1 + kind * OFFSETS.length + offset);
}

/** What a model in training expects; `substitutabilityFrom` gives the same, and remembers products. */
export function expectedAt(
  weights: Weights,
  sequence: Sequence,
  at: number,
  vectorOf: (rank: number) => Float32Array,
): Float32Array {
  const sum = weights.plain.slice(1, 1 + DIMENSIONS);
  const { near, far } = surroundings(sequence, at);
  for (const [offset, id] of near.entries()) {
    if (id >= 0) addProduct(sum, weights.matrices, offset, vectorOf(id));
    else addRow(sum, weights.plain, rowOf(id, offset));
  }
  if (far.length > 0) addProduct(sum, weights.matrices, OFFSETS.length, meanOf(far, vectorOf));
  return sum;
}

export function meanOf(ranks: readonly number[], vectorOf: (rank: number) => Float32Array): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  for (const rank of ranks) add(mean, vectorOf(rank), 1 / ranks.length);
  return mean;
}

function add(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let column = 0; column < DIMENSIONS; column++) {
    sum[column] = (sum[column] ?? 0) + weight * (vector[column] ?? 0);
  }
}

function addRow(sum: Float32Array, plain: Float32Array, row: number | undefined): void {
  if (row !== undefined) add(sum, plain.subarray(row, row + DIMENSIONS), 1);
}

function vectorsOnce(vectors: WordVectors): (rank: number) => Float32Array {
  const known = new Map<number, Float32Array>();
  return (rank) => {
    let vector = known.get(rank);
    if (!vector) {
      vector = new Float32Array(DIMENSIONS);
      vectors.add(vector, rank, 1);
      known.set(rank, vector);
    }
    return vector;
  };
}

function addProduct(sum: Float32Array, matrices: Float32Array, matrix: number, vector: Float32Array): void {
  for (let row = 0; row < DIMENSIONS; row++) {
    const value = vector[row] ?? 0;
    const from = matrix * CELLS + row * DIMENSIONS;
    for (let column = 0; column < DIMENSIONS; column++) {
      sum[column] = (sum[column] ?? 0) + value * (matrices[from + column] ?? 0);
    }
  }
}

/** Rarity of a rank as the model weighs it. */
export function rarity(rank: number): number {
  return Math.log(rank + 20) - 7;
}

/** Reads the table: the plain numbers, then for each matrix its scale and whole numbers from −127 to 127. */
export function substitutabilityFrom(read: ReadTable, vectors: WordVectors): Substitutability {
  const bytes = read('substitutability.bin');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plain = Float32Array.from({ length: PLAIN }, (_, index) => view.getFloat32(index * 4, true));
  const matrices = new Float32Array(MATRICES * CELLS);
  for (let matrix = 0; matrix < MATRICES; matrix++) {
    const from = PLAIN * 4 + matrix * (4 + CELLS);
    const scale = view.getFloat32(from, true);
    const cells = new Int8Array(bytes.buffer, bytes.byteOffset + from + 4, CELLS);
    for (let cell = 0; cell < CELLS; cell++) matrices[matrix * CELLS + cell] = scale * (cells[cell] ?? 0);
  }
  const vectorOf = vectorsOnce(vectors);
  let products = new Map<number, Float32Array>();
  const productOf = (matrix: number, rank: number) => {
    const key = matrix * vectors.size + rank;
    let product = products.get(key);
    if (!product) {
      if (products.size >= MOST_PRODUCTS) products = new Map();
      product = new Float32Array(DIMENSIONS);
      addProduct(product, matrices, matrix, vectorOf(rank));
      products.set(key, product);
    }
    return product;
  };
  return {
    expected(sequence, place) {
      const sum = plain.slice(1, 1 + DIMENSIONS);
      const { near, far } = surroundings(sequence, place);
      for (const [offset, id] of near.entries()) {
        if (id >= 0) add(sum, productOf(offset, id), 1);
        else addRow(sum, plain, rowOf(id, offset));
      }
      for (const rank of far) add(sum, productOf(OFFSETS.length, rank), 1 / far.length);
      return sum;
    },
    fit(expected, rank) {
      const vector = vectorOf(rank);
      let sum = (plain[0] ?? 0) * rarity(rank);
      for (let column = 0; column < DIMENSIONS; column++) sum += (expected[column] ?? 0) * (vector[column] ?? 0);
      return sum;
    },
  };
}
