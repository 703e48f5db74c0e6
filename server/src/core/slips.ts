/**
 * What a slip of the pen or of the finger costs: about 1 for any letter put for any other, less for the slips that
 * people make. A typed word and a word that may be meant are compared letter by letter.
 */

/** A letter that stands twice for once, or once for twice. */
const DOUBLING = 0.45;
const SWAP = 0.6;
const VOWEL_FOR_VOWEL = 0.6;
const ALIKE = 0.7;
const NEIGHBOUR_KEY = 0.85;
const OTHER = 1.05;
const VOWEL_LOST = 0.75;
const VOWEL_ADDED = 0.85;
const LETTER_LOST = 0.85;
const LETTER_ADDED = 0.9;
/** The first letter is seldom wrong. */
const AT_FIRST = 0.5;
/** Nobody adds an ending by a slip: “additionaly” lacks a letter, and is no “additional” with one too many. */
const AT_LAST = 0.3;

const A = 'a'.charCodeAt(0);
const LETTERS = 26;
const substitution = tableOfSubstitutions();

function tableOfSubstitutions(): Float64Array {
  const table = new Float64Array(LETTERS * LETTERS).fill(OTHER);
  const set = (groups: string, cost: number) => {
    for (const group of groups.split(' ')) {
      for (const a of group) {
        for (const b of group) {
          const at = (a.charCodeAt(0) - A) * LETTERS + b.charCodeAt(0) - A;
          if (a !== b) table[at] = Math.min(table[at] ?? OTHER, cost);
        }
      }
    }
  };
  // Keys beside and above each other, as most keyboards have them.
  set('qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm', NEIGHBOUR_KEY);
  set('qa wa ws es ed rd rf tf tg yg yh uh uj ij ik ok ol pl az sz sx dx dc fc fv gv gb hb hn jn jm km', NEIGHBOUR_KEY);
  // Letters that one sound is written with.
  set('cs ck kq sz gj mn dt bp fv vw cq sx td', ALIKE);
  set('aeiouy', VOWEL_FOR_VOWEL);
  return table;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
}

/** `typed` where `meant` was to stand; both are letters’ codes, `before…` the letters before them (0 for none). */
export function costOfSubstitution(typed: number, meant: number, isFirst: boolean): number {
  const [a, b] = [typed - A, meant - A];
  const isPlain = a >= 0 && a < LETTERS && b >= 0 && b < LETTERS;
  return (isPlain ? (substitution[a * LETTERS + b] ?? OTHER) : OTHER) + (isFirst ? AT_FIRST : 0);
}

/** A letter of the typed word that should not be there. */
export function costOfAddition(
  letter: number,
  before: number,
  after: number,
  isFirst: boolean,
  isLast: boolean,
): number {
  if (letter === before || letter === after) return DOUBLING;
  return (isVowel(letter) ? VOWEL_ADDED : LETTER_ADDED) + (isFirst ? AT_FIRST : 0) + (isLast ? AT_LAST : 0);
}

/** A letter of the meant word that was left out; `before` is the one before it in the meant word. */
export function costOfLoss(letter: number, before: number, isFirst: boolean): number {
  if (letter === before) return DOUBLING;
  // can't, it's
  if (letter === 39) return DOUBLING;
  return (isVowel(letter) ? VOWEL_LOST : LETTER_LOST) + (isFirst ? AT_FIRST : 0);
}

/** Two neighbours in the wrong order. */
export function costOfSwap(isFirst: boolean): number {
  return SWAP + (isFirst ? AT_FIRST / 2 : 0);
}
