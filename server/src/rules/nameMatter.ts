import { isSameGiven } from '../analysis/nameMatching.js';
import type { Corpus } from '../analysis/corpus.js';
import { parallels } from '../analysis/parallels.js';
import { people } from '../analysis/people.js';
import { calendarDatesIn } from '../core/calendarDates.js';
import { editDistance } from '../core/editDistance.js';
import { DIRECTIONS } from '../core/nameWords.js';
import { isLocative, properNamesIn, type ProperName } from '../core/properNames.js';
import type { Place } from '../core/span.js';
import type { Beside, Check } from './judge.js';
import type { Matter } from './matter.js';

/** Names that stand for each other in two passages: where something is, or all the others. */
export function nameMatter(kind: 'place' | 'name'): Matter<ProperName> {
  return {
    itemsIn: (text, { speller }) => properNamesIn(text, (lower) => speller.isOrdinary(lower)),
    kindOf: (item, beside) => (kind === 'name' && isPerson(item, beside) ? 'person' : kind),
    agree: isSame,
    areComparable: (a, b, beside) =>
      (isLocative(a) && isLocative(b)) === (kind === 'place') &&
      !isBarred(kind, a, beside.a, beside) &&
      !isBarred(kind, b, beside.b, beside) &&
      !(beside.frame.mutual < LEAST_SPOKEN && isSpeaker(a, beside.a) && isSpeaker(b, beside.b)),
    isStatedIn: (item, text, items, beside) =>
      items.some((one) => isSame(one, item, beside)) ||
      // Another Ortiz beside Rosa Ortiz is another person.
      (!isPerson(item, beside) && item.words.some((word) => word.length > 3 && text.includes(capitalised(word)))) ||
      text.toLowerCase().includes(item.words.join(' ')),
    readingOf: ({ words }) => words.join(' '),
    signsOf(a, b, beside) {
      const [personA, personB] = [isPerson(a, beside), isPerson(b, beside)];
      return {
        isSamePreposition: Number(a.preposition !== '' && a.preposition === b.preposition),
        isOtherPreposition: Number(a.preposition !== b.preposition),
        arePeople: Number(personA && personB),
        isOtherSort: Number(personA !== personB),
        areCountries: Number(isCountry(a, beside) && isCountry(b, beside)),
        // A country beside a town: the one may be in the other.
        isOtherLevel: Number(isCountry(a, beside) !== isCountry(b, beside)),
        // One event has one date: if both passages give the same, both speak of the same event.
        isSameDay: Number(sharesDate(beside)),
        // Two who spoke to reporters said two things.
        areSpeakers: Number(isSpeaker(a, beside.a) && isSpeaker(b, beside.b)),
      };
    },
  };
}

/** What cannot be held against others: too wide a name, or a word of the language that only looks like one. */
function isBarred(kind: 'place' | 'name', item: ProperName, text: string, beside: Beside): boolean {
  if (kind === 'place' && isCountry(item, beside)) return false;
  // The Saints; the Victim Services Unit is no place.
  const isCommon =
    (kind === 'place' ? item.words.length > 1 : item.words.length === 1) &&
    item.words.every((word) => beside.resources.speller.isOrdinary(word));
  return isCommon || isGeneral(item, text, beside);
}

/** Given name and surname. */
function isPerson({ words }: ProperName, { resources: { nameLists } }: Beside): boolean {
  return words.length > 1 && nameLists.given.has(words[0] ?? '');
}

/** Share of what the longer passage says that both must have for two speakers to have said one thing. */
const LEAST_SPOKEN = 0.5;
const SAID = /\b(?:said|says|told|added|wrote|tells|asked|explained|according to|announced|confirmed)\b/;
/** Characters beside a name in which a verb of saying makes it the speaker. */
const NEAR_SAID = 24;

function isSpeaker({ start, end }: ProperName, text: string): boolean {
  return SAID.test(text.slice(Math.max(0, start - NEAR_SAID), start)) || SAID.test(text.slice(end, end + NEAR_SAID));
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

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The same words, or one a part of the other, a form of it (Russia, Russian), or short for it (UN, Jags). */
function isSame(a: ProperName, b: ProperName, beside: Beside): boolean {
  if (isInitials(a.words, b.words) || isInitials(b.words, a.words)) return true;
  const [own, theirs] = [a.words, b.words].map((words) => words.filter((word) => !GENERATION.test(word)));
  if (!own || !theirs) return false;
  const shared = own.filter((word) => theirs.some((other) => isForm(word, other)));
  if (shared.length === 0) return false;
  if (shared.length === own.length || theirs.every((word) => own.some((other) => isForm(word, other)))) return true;
  if (isPerson(a, beside) && isPerson(b, beside)) {
    const [lastA = '', lastB = ''] = [own.at(-1), theirs.at(-1)];
    return isForm(lastA, lastB) && isSameGiven(own[0] ?? '', theirs[0] ?? '');
  }
  // Kolvik University and Stavern University share a word of the language.
  return shared.some((word) => !beside.resources.speller.isOrdinary(word));
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;

function isForm(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 5 && short.slice(0, 5) === long.slice(0, 5)) return true;
  // Gypsy, Gypsies.
  if (short.endsWith('y') && long === `${short.slice(0, -1)}ies`) return true;
  const stub = short.replace(/s$/, '');
  if ((stub.length >= 3 && long.startsWith(stub)) || (short.length >= 7 && editDistance(short, long, 1) <= 1))
    return true;
  return short.length >= 5 && short.charAt(0) === long.charAt(0) && consonantsOf(short) === consonantsOf(long);
}

/** What transliterations differ in is left out: Qaeda, Qaida, Qa’ida. */
function consonantsOf(word: string): string {
  return word.replace(/[aeiouy'’]/g, '');
}

/** UN, United Nations; USA, United States of America. */
function isInitials(short: readonly string[], long: readonly string[]): boolean {
  const [word = ''] = short;
  const initials = long.map((one) => one.charAt(0)).join('');
  return short.length === 1 && long.length > 1 && word.replace(/\./g, '').startsWith(initials);
}

function isCountry({ words }: ProperName, { resources: { nameLists } }: Beside): boolean {
  return nameLists.country.has(words.join(' '));
}

/**
 * Countries and peoples stand for governments, capitals and armies; regions hold other places (the Far East, the South);
 * who or what an abbreviation is cannot be seen.
 */
function isGeneral(
  { words, start, end }: ProperName,
  text: string,
  { resources: { nameLists, speller } }: Beside,
): boolean {
  const { country, demonym } = nameLists;
  if (
    words.length <= 2 &&
    words.some((word) => DIRECTIONS.has(word)) &&
    words.every((word) => speller.isOrdinary(word))
  )
    return true;
  const name = words.join(' ');
  return (
    country.has(name) ||
    words.every((word) => country.has(word) || demonym.has(word)) ||
    /^(?:\p{Lu}\.?){1,4}\d*$/u.test(text.slice(start, end))
  );
}

/** Not one person by two names, nor a firm in the place of a person. */
export const areRivals: Check = (here, there, corpus) =>
  areOfOneSort(here, there, corpus) &&
  !areBeside(textOf(corpus, here), textOf(corpus, there), [here.path, there.path], corpus);

/** Texts of the story that are looked through for both places. */
const MOST_PARTNERS = 16;

/** No place beside the one it is in, as far as any text of the story tells. */
export const areRivalPlaces: Check = (here, there, corpus) => {
  const partners = corpus.get(parallels).partnersOf(here.path).slice(0, MOST_PARTNERS);
  return (
    areOfOneSort(here, there, corpus) &&
    !areBeside(textOf(corpus, here), textOf(corpus, there), [here.path, there.path, ...partners], corpus)
  );
};

/** Two people, or neither of them one. */
function areOfOneSort(here: Place, there: Place, corpus: Corpus): boolean {
  const [one, other] = [here, there].map(({ path, start }) => corpus.get(people).at(path, start)?.person);
  return (one === undefined) === (other === undefined) && (one === undefined || one !== other);
}

/** “Kolvik, Norway”, “Kolvik in Norway”, “Norway’s Kolvik”. */
function areBeside(a: string, b: string, paths: readonly string[], corpus: Corpus): boolean {
  const joined = [', ', ' in ', ' (', "'s ", '’s '].flatMap((joint) => [a + joint + b, b + joint + a]);
  return paths.some((path) => {
    const text = corpus.document(path)?.text ?? '';
    return joined.some((words) => text.includes(words));
  });
}

function textOf(corpus: Corpus, { path, start, end }: Place): string {
  return corpus.document(path)?.text.slice(start, end) ?? '';
}
