import { indexOfRank } from './ascendingRanks.js';
import { PackedNumbers } from './packedNumbers.js';
import type { ReadTable } from './readTable.js';

/** What a thesaurus knows of the words of the table of vectors, which are named by their ranks there. */
export interface WordRelations {
  /** Words listed under this one, as ascending ranks. */
  neighbours(rank: number): Uint16Array;
  /** Either word is listed under the other. */
  areLinked(a: number, b: number): boolean;
  /** Share of the words listed under either that is listed under both, 0 to 1. */
  overlap(a: number, b: number): number;
  /** Both name the very same thing in some sense: good synonyms, which writers exchange freely. */
  areSynonyms(a: number, b: number): boolean;
}

const NONE = new Uint16Array(0);

/** Reads the table: for each word how many others it lists, and their ranks as steps, in bytes of seven bits. */
export function wordRelationsFrom(read: ReadTable): WordRelations {
  const links = readLists(read('word-links.bin'));
  const synonyms = readLists(read('word-synonyms.bin'));
  const has = (lists: Lists, a: number, b: number) => indexOfRank(listOf(lists, a), b) >= 0;
  const isListed = (lists: Lists, a: number, b: number) => has(lists, a, b) || has(lists, b, a);
  return {
    neighbours: (rank) => listOf(links, rank),
    areLinked: (a, b) => isListed(links, a, b),
    overlap: (a, b) => overlapOf(listOf(links, a), listOf(links, b)),
    areSynonyms: (a, b) => isListed(synonyms, a, b),
  };
}

/** All lists one behind the other; that of a word goes from its start up to that of the next. */
interface Lists {
  readonly ranks: Uint16Array;
  readonly starts: readonly number[];
}

function listOf({ ranks, starts }: Lists, rank: number): Uint16Array {
  const start = starts[rank];
  return start === undefined ? NONE : ranks.subarray(start, starts[rank + 1]);
}

function readLists(bytes: Uint8Array): Lists {
  // A number takes a byte at least.
  const ranks = new Uint16Array(bytes.length);
  const starts: number[] = [];
  const numbers = new PackedNumbers(bytes);
  let size = 0;
  while (!numbers.isAtEnd) {
    starts.push(size);
    let rank = 0;
    for (let left = numbers.next(); left > 0; left--) ranks[size++] = rank += numbers.next();
  }
  return { ranks: ranks.subarray(0, size), starts };
}

function overlapOf(a: Uint16Array, b: Uint16Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
}
