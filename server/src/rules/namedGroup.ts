import type { Corpus } from '../analysis/corpus.js';
import { sentenceAt } from '../analysis/sentenceAt.js';
import { placedAt } from '../core/document.js';
import { UNITS } from '../core/numberWords.js';
import type { Place } from '../core/span.js';
import type { Check } from './judge.js';

const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}`;
/** Behind a number and what it counts: “ members of the council, Hans Lund and Anna Berg,”. */
const NAMES = new RegExp(String.raw`^[^,.;:()]{1,60}[,:(] ?(${NAME}(?:, ${NAME}){0,7},? and ${NAME})(?=[,;.)])`, 'u');

/**
 * Whether one of two counts is of people who are named, and the other text speaks of these beside its own count and not in
 * it: “Two members, Hans Lund and Anna Berg, voted against it”, “Six members voted for it. Lund and Berg did not”.
 */
export const areOfTwoGroups: Check = (here, there, corpus) =>
  areNamedApart(here, there, corpus) || areNamedApart(there, here, corpus);

function areNamedApart(named: Place, other: Place, corpus: Corpus): boolean {
  const surnames = namesOfGroup(named, corpus);
  if (surnames.length < 2) return false;
  const document = corpus.document(other.path);
  const around = document && placedAt(document, other.start);
  const own = sentenceAt(other, corpus).text;
  return (
    around !== undefined &&
    surnames.every((name) => around.paragraph.text.includes(name)) &&
    !surnames.some((name) => own.includes(name))
  );
}

/** Surnames of as many people as the number says; none where their number is another. */
function namesOfGroup(place: Place, corpus: Corpus): string[] {
  const sentence = sentenceAt(place, corpus);
  const [from, to] = [place.start - sentence.start, place.end - sentence.start];
  const list = NAMES.exec(sentence.text.slice(to))?.[1];
  if (list === undefined) return [];
  const names = list.split(/,? and |, /).map((name) => name.split(' ').at(-1) ?? name);
  const number = sentence.text.slice(from, to).toLowerCase();
  return (UNITS[number] ?? Number(number)) === names.length ? names : [];
}
