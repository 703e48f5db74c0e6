import { WordTree } from './wordTree.js';

/** What one unit of cost weighs against: ten times the logarithm of a count (see `slips.ts`). */
const WEIGHT = 48;
/** Slips up to which a word is looked for: about two, or one and a doubled letter. */
const MOST = 2.1;
const MOST_FOR_LONG = 2.8;
/** What a listed word scores that the table of frequencies does not have. */
const RARE = 28;
/** What a single slip costs at most, and the score of a word that is likely enough to look no further. */
const ONE_SLIP = 1.25;
const GOOD = 30;
const MOST_FOR_SHORT = 1.6;
/** Frequencies of the words of a lost space, and the count of all words, in the same measure. */
const EVERYWHERE = 85;
const ORDINARY = 62;
const ALL = 118;
const LOST_SPACE = 1;
const MOST_KEPT = 8;

export interface Correction {
  readonly word: string;
  /** Cost of the slips, see `slips.ts`. */
  readonly cost: number;
  /** Frequency less what the slips cost; the likeliest word has the highest. */
  readonly score: number;
}

/**
 * Words that may have been meant by a word that is none, by the noisy channel (Kernighan, Church and Gale, 1990): how
 * common a word is, times how likely the slip.
 */
export class Corrections {
  #tree: WordTree | undefined;
  readonly #known = new Map<string, readonly Correction[]>();

  constructor(
    private readonly frequencies: ReadonlyMap<string, number>,
    private readonly isListed: (word: string) => boolean,
    private readonly isOrdinary: (word: string) => boolean,
  ) {}

  /** The likeliest first. `word` is in small letters, with straight apostrophes. */
  of(word: string): readonly Correction[] {
    let found = this.#known.get(word);
    if (!found) this.#known.set(word, (found = this.#search(word)));
    return found;
  }

  /** Whether a common word is so near that this one, which few lists have, is more likely a slip for it. */
  isShadowed(word: string, most = 0.9): boolean {
    const own = this.frequencies.get(word) ?? 0;
    return this.of(word).some(({ word: other, cost }) => {
      const common = this.frequencies.get(other) ?? 0;
      // Another last letter is another form: ultimatum, ultimata.
      const isForm = other.length === word.length && other.slice(0, -1) === word.slice(0, -1);
      return cost <= most && common >= 60 && common - own >= 12 + 10 * cost && !isForm && this.isOrdinary(other);
    });
  }

  #search(word: string): Correction[] {
    this.#tree ??= new WordTree([...this.frequencies.keys()].sort());
    const splits = this.#splits(word);
    // Two slips only where one explains nothing: the search for two takes four times as long.
    const near = this.#ranked(word, ONE_SLIP, splits);
    const [best] = near;
    if (best && best.score >= GOOD) return near;
    return this.#ranked(word, word.length >= 9 ? MOST_FOR_LONG : word.length <= 4 ? MOST_FOR_SHORT : MOST, splits);
  }

  #ranked(word: string, most: number, splits: readonly Correction[]): Correction[] {
    const near = (this.#tree?.near(word, most) ?? []).filter((one) => one.word !== word && one.word.length > 1);
    const scored = near.map((one) => ({ ...one, score: (this.frequencies.get(one.word) ?? RARE) - WEIGHT * one.cost }));
    const all = [...scored, ...splits].sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
    const found: Correction[] = [];
    for (const one of all) {
      if (found.length === MOST_KEPT) break;
      if (one.word.includes(' ') || this.isListed(one.word)) found.push(one);
    }
    return found;
  }

  /** “ofthe”: two words without the space, of which one at least stands everywhere. */
  #splits(word: string): Correction[] {
    const found: Correction[] = [];
    for (let at = 1; at < word.length; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (!isAlone(left) || !isAlone(right)) continue;
      const [a, b] = [this.frequencies.get(left) ?? 0, this.frequencies.get(right) ?? 0];
      if (Math.max(a, b) < EVERYWHERE || Math.min(a, b) < ORDINARY || !this.isListed(left) || !this.isListed(right))
        continue;
      found.push({ word: `${left} ${right}`, cost: LOST_SPACE, score: a + b - ALL - WEIGHT * LOST_SPACE });
    }
    return found;
  }
}

const SHORT_WORDS = new Set('a i am an as at be by do go he if in is it me my no of on or so to up us we'.split(' '));

/** Tables of frequencies hold every pair of letters; few of them are words. */
function isAlone(word: string): boolean {
  return word.length > 2 || SHORT_WORDS.has(word);
}
