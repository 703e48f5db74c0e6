import type { ProperName } from '../core/properNames.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { PLURAL } from '../core/writtenNumbers.js';
import type { Beside } from './judge.js';

/**
 * Whether two places are said of two things: the one stands before those who are from there (“seven Lund suspects”), the
 * other behind what is there (“the war in Norway”), and neither passage speaks of what the other has there.
 */
export function areOfTwoThings(a: ProperName, b: ProperName, { a: textA, b: textB }: Beside): boolean {
  return isOfAnother(a, textA, b, textB) || isOfAnother(b, textB, a, textA);
}

function isOfAnother(from: ProperName, text: string, where: ProperName, textThere: string): boolean {
  const thing = from.preposition === '' ? /^ (\p{Ll}{3,})/u.exec(text.slice(from.end, from.end + 30))?.[1] : undefined;
  // “The Lund fire” is where it was.
  if (thing === undefined || !PLURAL.test(thing) || where.preposition === '' || where.governor === '') return false;
  return !speaksOf(textThere, thing) && !speaksOf(text, where.governor);
}

function speaksOf(text: string, word: string): boolean {
  const wanted = stem(normalForm(word));
  return wordsIn(text).some((one) => stem(normalForm(one.text)) === wanted);
}
