import { people } from '../analysis/people.js';
import { calendarDatesIn } from '../core/calendarDates.js';
import { DIRECTIONS } from '../core/nameWords.js';
import { isLocative, properNamesIn, type ProperName } from '../core/properNames.js';
import type { Beside, Check, Judge, Verdict } from './judge.js';

const LEAST_SUPPORT = 0.9;
const LEAST_OVERLAP = 0.42;
/** Of the longer passage, where a person is the only name in which the two differ. */
const PAIR_MUTUAL = 0.3;

/** Names that stand for each other in two passages and are not the same; `places` or all the others. */
export function nameJudge(kind: 'places' | 'names'): Judge {
  return (beside) => {
    const { a, b, resources } = beside;
    const isOrdinary = (lower: string) => resources.speller.isOrdinary(lower);
    const [here, there] = [properNamesIn(a, isOrdinary), properNamesIn(b, isOrdinary)];
    const verdicts: Verdict[] = [];
    for (const one of here) {
      const same = there.find((other) => isSame(one, other));
      if (same) {
        verdicts.push({ a: one, b: same, strength: 0 });
        continue;
      }
      if (isGeneral(one, beside) || isMentioned(one, b)) continue;
      let best: Verdict | undefined;
      for (const other of there) {
        if (isGeneral(other, beside) || isMentioned(other, a) || here.some((own) => isSame(own, other))) continue;
        const isOnly = isAloneIn(one, here, there) && isAloneIn(other, there, here);
        const strength = strengthOf(one, other, beside, kind, isOnly);
        if (strength > 0 && (!best || strength > best.strength)) best = { a: one, b: other, strength };
      }
      if (best) verdicts.push(best);
    }
    return verdicts;
  };
}

/** Every other name of its passage is in the other passage too. */
function isAloneIn(name: ProperName, own: readonly ProperName[], others: readonly ProperName[]): boolean {
  return own.every((one) => one === name || others.some((other) => isSame(one, other)));
}

function strengthOf(a: ProperName, b: ProperName, beside: Beside, kind: 'places' | 'names', isOnly: boolean): number {
  const areBothLocative = isLocative(a) && isLocative(b);
  if (areBothLocative !== (kind === 'places')) return 0;
  const framed = beside.frame.isFramed(a, b);
  const isFramed = framed.before && framed.after;
  const isSamePreposition = a.preposition !== '' && a.preposition === b.preposition;
  const isPair = isOnly && beside.frame.mutual >= PAIR_MUTUAL && arePeople(a, b, beside);
  if (!areBothLocative && !isSamePreposition && !isFramed && !isPair) return 0;
  const isSameDay = areBothLocative && sharesDate(beside);
  if (beside.frame.overlap + (isSameDay ? 0.1 : 0) < LEAST_OVERLAP) return 0;
  const support =
    beside.frame.support(a.start, b.start) +
    (isSamePreposition ? 0.5 : areBothLocative ? 0.4 : 0) +
    (isSameDay ? 0.5 : 0) +
    (isFramed ? 0.3 : 0) +
    (isPair ? 0.3 : 0);
  return support < LEAST_SUPPORT ? 0 : Math.min(0.9, 0.45 + 0.15 * support);
}

/** Given name and surname on both sides. */
function arePeople(a: ProperName, b: ProperName, { resources: { nameLists } }: Beside): boolean {
  return [a, b].every(({ words }) => words.length > 1 && nameLists.given.has(words[0] ?? ''));
}

/** One event has one date: if both passages give the same, both speak of the same event. */
function sharesDate({ a, b }: Beside): boolean {
  const there = calendarDatesIn(b);
  return calendarDatesIn(a).some((one) =>
    there.some(
      (other) =>
        (one.month !== undefined && one.month === other.month) ||
        (one.weekday !== undefined && one.weekday === other.weekday),
    ),
  );
}

/** The same words, or one a part of the other, or a form of it: Russia, Russian. */
function isSame(a: ProperName, b: ProperName): boolean {
  return a.words.some((word) => b.words.some((other) => word === other || haveOneBeginning(word, other)));
}

function haveOneBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && a.slice(0, 5) === b.slice(0, 5);
}

/** Countries and peoples stand for governments, capitals and armies: no two of them exclude each other. */
function isGeneral({ words }: ProperName, { resources: { nameLists, speller } }: Beside): boolean {
  const { country, demonym } = nameLists;
  // The Far East, the South: regions hold other places.
  if (
    words.length <= 2 &&
    words.some((word) => DIRECTIONS.has(word)) &&
    words.every((word) => speller.isOrdinary(word))
  )
    return true;
  const name = words.join(' ');
  return (
    country.has(name) || words.every((word) => country.has(word) || demonym.has(word)) || /^[a-z.]{1,4}$/.test(name)
  );
}

function isMentioned({ words }: ProperName, text: string): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => word.length > 3 && lower.includes(word));
}

/** Names that each document has both of are two facts; so are two people, of whom one text names only one. */
export const areRivals: Check = (here, there, corpus) => {
  const [a, b] = [corpus.document(here.path), corpus.document(there.path)];
  if (!a || !b) return false;
  const [nameA, nameB] = [a.text.slice(here.start, here.end), b.text.slice(there.start, there.end)];
  const isBoth = a.text.includes(nameB) && b.text.includes(nameA);
  const everyone = corpus.get(people);
  const [personA, personB] = [everyone.at(here.path, here.start)?.person, everyone.at(there.path, there.start)?.person];
  return !isBoth && (personA === undefined) === (personB === undefined) && (!personA || personA !== personB);
};
