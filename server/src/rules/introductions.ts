import type { Corpus } from '../analysis/corpus.js';
import type { Place } from '../core/span.js';

/**
 * Whether a text goes on to speak of somebody by the surname alone whom it has not introduced, where another source has
 * him: “pilot Anna Lund was heard … Berg said”, and the others have Carl Berg.
 */
export function isLeftWithoutIntroduction(mark: Place, rival: Place, corpus: Corpus): boolean {
  const text = corpus.document(mark.path)?.text ?? '';
  const name = corpus.textAt(rival);
  const surname = name.split(/\s+/).at(-1) ?? '';
  if (surname === name || surname.length < LEAST_SURNAME) return false;
  const places = [...wordsAt(text, surname)];
  return places.length > 0 && places.every((at) => at > mark.end && !isInFull(text, at));
}

const LEAST_SURNAME = 3;

function* wordsAt(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) yield at;
  }
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}

/** Right behind another word with a capital; “Mr.” and the end of a sentence are none. */
function isInFull(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - MOST_BEFORE), at)
      .split(/\s/)
      .at(-2) ?? '';
  return /^\p{Lu}/u.test(before) && !/\p{L}{2}[.!?]$/u.test(before);
}

const MOST_BEFORE = 30;
