import { costOfAddition, costOfLoss, costOfSubstitution, costOfSwap } from './slips.js';

/** A word that may have been meant, and what the slips from it to the typed one cost (see `slips.ts`). */
export interface Candidate {
  readonly word: string;
  readonly cost: number;
}

/**
 * A list of words as a tree of letters, for finding all words near a given one. The search goes down the tree with one
 * row of the table of edit distances for each letter, and turns back where every entry is too dear (as described by
 * Steve Hanov, 2011), with swaps of neighbours and weighted edits.
 */
export class WordTree {
  readonly #letters: Uint8Array;
  /** First child and next sibling of each node; 0 is none, since the root is nobody's child. */
  readonly #child: Int32Array;
  readonly #sibling: Int32Array;
  readonly #isEnd: Uint8Array;

  /** @param words In the order of their letters' codes, each once. */
  constructor(words: readonly string[]) {
    const most = words.reduce((sum, word) => sum + word.length, 1);
    const letters = new Uint8Array(most);
    const child = new Int32Array(most);
    const sibling = new Int32Array(most);
    const isEnd = new Uint8Array(most);
    const path = [0];
    let count = 1;
    let last = '';
    for (const word of words) {
      let shared = 0;
      while (shared < word.length && shared < last.length && word[shared] === last[shared]) shared++;
      for (let at = shared; at < word.length; at++) {
        const parent = path[at] ?? 0;
        const node = count++;
        letters[node] = word.charCodeAt(at);
        // The words are in order, so the newest child of a parent is on the path of the word before.
        const elder = at === shared && last.length > at ? (path[at + 1] ?? 0) : 0;
        if (elder) sibling[elder] = node;
        else child[parent] = node;
        path[at + 1] = node;
      }
      isEnd[path[word.length] ?? 0] = 1;
      last = word;
    }
    this.#letters = letters.slice(0, count);
    this.#child = child.slice(0, count);
    this.#sibling = sibling.slice(0, count);
    this.#isEnd = isEnd.slice(0, count);
  }

  /** Words whose slips to `typed`, a word in small letters, cost no more than `most`; not in any order. */
  near(typed: string, most: number): Candidate[] {
    const found: Candidate[] = [];
    const codes = Uint16Array.from(typed, (letter) => letter.charCodeAt(0));
    const width = codes.length + 1;
    const additions = Float64Array.from(codes, (code, at) =>
      costOfAddition(code, codes[at - 1] ?? 0, codes[at + 1] ?? 0, at === 0, at + 1 === codes.length),
    );
    const first = new Float64Array(width);
    for (let at = 1; at < width; at++) first[at] = (first[at - 1] ?? 0) + (additions[at - 1] ?? 0);
    const rows = [first];
    const word: number[] = [];
    const visit = (start: number, depth: number): void => {
      for (let node = start; node !== 0; node = this.#sibling[node] ?? 0) {
        const letter = this.#letters[node] ?? 0;
        const before = word[depth - 2] ?? 0;
        const row = (rows[depth] ??= new Float64Array(width));
        const least = fillRow(row, rows[depth - 1] ?? row, rows[depth - 2], codes, additions, letter, before, depth);
        word[depth - 1] = letter;
        const cost = row[width - 1] ?? Infinity;
        if (this.#isEnd[node] && cost <= most) {
          found.push({ word: String.fromCharCode(...word.slice(0, depth)), cost });
        }
        if (least <= most) visit(this.#child[node] ?? 0, depth + 1);
      }
    };
    visit(this.#child[0] ?? 0, 1);
    return found;
  }
}

/** One row of the table: the meant word up to `letter`, its `depth`th, against every beginning of the typed one. */
function fillRow(
  row: Float64Array,
  above: Float64Array,
  twoAbove: Float64Array | undefined,
  codes: Uint16Array,
  additions: Float64Array,
  letter: number,
  before: number,
  depth: number,
): number {
  const loss = costOfLoss(letter, before, depth === 1);
  row[0] = (above[0] ?? 0) + loss;
  let least = row[0];
  let last = least;
  for (let at = 1; at < row.length; at++) {
    const code = codes[at - 1] ?? 0;
    let cost = above[at - 1] ?? 0;
    if (code !== letter) cost += costOfSubstitution(code, letter, at === 1 && depth === 1);
    cost = Math.min(cost, (above[at] ?? 0) + loss, last + (additions[at - 1] ?? 0));
    if (twoAbove && at > 1 && code === before && codes[at - 2] === letter && code !== letter) {
      cost = Math.min(cost, (twoAbove[at - 2] ?? Infinity) + costOfSwap(depth === 2 && at === 2));
    }
    row[at] = last = cost;
    if (cost < least) least = cost;
  }
  return least;
}
