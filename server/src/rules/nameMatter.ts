import { people } from '../analysis/people.js';
import { calendarDatesIn } from '../core/calendarDates.js';
import { DIRECTIONS } from '../core/nameWords.js';
import { isLocative, properNamesIn, type ProperName } from '../core/properNames.js';
import type { Beside, Check } from './judge.js';
import type { Matter } from './matter.js';

/** Names that stand for each other in two passages: where something is, or all the others. */
export function nameMatter(kind: 'place' | 'name'): Matter<ProperName> {
  return {
    itemsIn: (text, { speller }) => properNamesIn(text, (lower) => speller.isOrdinary(lower)),
    kindOf: () => kind,
    agree: isSame,
    areComparable: (a, b) => (isLocative(a) && isLocative(b)) === (kind === 'place'),
    isStatedIn: ({ words }, text, items) => {
      const lower = text.toLowerCase();
      return (
        items.some((one) => isSame(one, { words })) || words.some((word) => word.length > 3 && lower.includes(word))
      );
    },
    readingOf: ({ words }) => words.join(' '),
    signsOf(a, b, beside) {
      const [personA, personB] = [isPerson(a, beside), isPerson(b, beside)];
      const [generalA, generalB] = [isGeneral(a, beside), isGeneral(b, beside)];
      return {
        isSamePreposition: Number(a.preposition !== '' && a.preposition === b.preposition),
        isOtherPreposition: Number(a.preposition !== b.preposition),
        arePeople: Number(personA && personB),
        isOtherSort: Number(personA !== personB),
        // Countries and peoples stand for governments, capitals and armies: no two of them exclude each other.
        areGeneral: Number(generalA && generalB),
        isOtherScope: Number(generalA !== generalB),
        // One event has one date: if both passages give the same, both speak of the same event.
        isSameDay: Number(sharesDate(beside)),
      };
    },
  };
}

/** Given name and surname. */
function isPerson({ words }: ProperName, { resources: { nameLists } }: Beside): boolean {
  return words.length > 1 && nameLists.given.has(words[0] ?? '');
}

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
function isSame(a: Pick<ProperName, 'words'>, b: Pick<ProperName, 'words'>): boolean {
  return a.words.some((word) => b.words.some((other) => word === other || haveOneBeginning(word, other)));
}

function haveOneBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && a.slice(0, 5) === b.slice(0, 5);
}

/** Countries, peoples, regions that hold other places (the Far East, the South), abbreviations. */
function isGeneral({ words }: ProperName, { resources: { nameLists, speller } }: Beside): boolean {
  const { country, demonym } = nameLists;
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

/** No two people of whom one text names only one, and no person beside something else. */
export const areRivals: Check = (here, there, corpus) => {
  const everyone = corpus.get(people);
  const [personA, personB] = [everyone.at(here.path, here.start)?.person, everyone.at(there.path, there.start)?.person];
  return (personA === undefined) === (personB === undefined) && (!personA || personA !== personB);
};
