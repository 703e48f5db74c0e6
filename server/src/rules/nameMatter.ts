import { isSameGiven } from '../analysis/nameMatching.js';
import type { Corpus } from '../analysis/corpus.js';
import { parallels } from '../analysis/parallels.js';
import { people } from '../analysis/people.js';
import { capitalised } from '../core/capitalised.js';
import { calendarDatesIn } from '../core/calendarDates.js';
import { editDistance } from '../core/editDistance.js';
import { DIRECTIONS } from '../core/nameWords.js';
import { isBody, isDivision, isLocative, isSeat, properNamesIn, type ProperName } from '../core/properNames.js';
import { COUNTRIES } from '../core/roleWords.js';
import type { Place } from '../core/span.js';
import { mayBeHalvesOfOne } from './halfName.js';
import type { Beside, Check } from './judge.js';
import type { Matter } from './matter.js';
import { isSpeaker } from './isSpeaker.js';
import { isListed } from './namesInText.js';
import { areOfTwoThings } from './placedThing.js';
import { haveOtherRoles, haveSameRole, rolesOfName } from './roleSigns.js';

/** Names that stand for each other in two passages: where something is, or all the others. */
export function nameMatter(kind: 'place' | 'name'): Matter<ProperName> {
  return {
    itemsIn: (text, resources) =>
      properNamesIn(text, (lower) => resources.speller.isOrdinary(lower)).map((name) =>
        isPerson(name, { resources }) ? inFull(name, text) : name,
      ),
    kindOf: (item, beside) => (kind === 'name' && isPerson(item, beside) ? 'person' : kind),
    agree: (a, b, beside) => isSame(a, b, beside) || liesIn(a, b, beside) || liesIn(b, a, beside),
    // “In Greece” bears out no “in Athens”.
    coversAll: (a, b, beside) => !liesIn(a, b, beside) || isSame(a, b, beside),
    areComparable: (a, b, beside) =>
      arePlaces(a, b, beside) === (kind === 'place') &&
      !isBarred(kind, a, beside.a, beside) &&
      !isBarred(kind, b, beside.b, beside) &&
      !(kind === 'name' && (isPersonAndTown(a, b, beside) || isPersonAndTown(b, a, beside))) &&
      !(kind === 'name' && (isBodyAndTown(a, b, beside) || isBodyAndTown(b, a, beside))) &&
      !(kind === 'name' && (isPerson(a, beside) || isPerson(b, beside)) && isOneTeam(a, b, beside)) &&
      !(
        isSpeaker(a, beside.a) &&
        isSpeaker(b, beside.b) &&
        beside.frame.mutual < LEAST_SPOKEN &&
        !areInOneRole(a, b, beside)
      ) &&
      !(kind === 'place' && mayBothBe(a, b, beside) && beside.frame.mutual < LEAST_APART) &&
      !(kind === 'place' && (isSeatIn(a, b, beside) || isSeatIn(b, a, beside) || areOfTwoThings(a, b, beside))) &&
      !(kind === 'name' && mayBeHalvesOfOne(a, b, beside.resources)) &&
      !(isAttribute(a, beside.a) && isAttribute(b, beside.b) && mayStandIn(a, b, beside)),
    isStatedIn: (item, text, items, beside) =>
      items.some(
        (one) =>
          isSame(one, item, beside) ||
          liesIn(one, item, beside) ||
          (liesIn(item, one, beside) && !isRegionOfAnother(one, text, items)),
      ) ||
      // Another Ortiz beside Rosa Ortiz is another person.
      (!isPerson(item, beside) &&
        item.words.some(
          (word) =>
            isTelling(word) && !(kind === 'place' && isSort(word, item, beside)) && text.includes(capitalised(word)),
        )) ||
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
        // A country beside a town, a street or a hospital beside a town: the one may be in the other.
        isOtherLevel: Number(isCountry(a, beside) !== isCountry(b, beside) || isSite(a) !== isSite(b)),
        isCommon: Number(isCommon(a, beside) || isCommon(b, beside)),
        // “The Nixon election drive” is named after him, “an Atlanta courthouse” after its town.
        isAttribute: Number(isAttribute(a, beside.a) || isAttribute(b, beside.b)),
        // One event has one date: if both passages give the same, both speak of the same event.
        isSameDay: Number(datesOf(beside) === 'same'),
        // Two who spoke to reporters said two things.
        areSpeakers: Number(isSpeaker(a, beside.a) && isSpeaker(b, beside.b)),
        isSameRole: Number(personA && personB && areInOneRole(a, b, beside)),
        isOtherRole: Number(personA && personB && areInOtherRoles(a, b, beside)),
        // Two lists of names, of which each may leave some out.
        areListed: Number(isListed(a, beside.a) && isListed(b, beside.b)),
      };
    },
  };
}

/** What cannot be held against others: too wide a name, or a word of the language that only looks like one. */
function isBarred(kind: 'place' | 'name', item: ProperName, text: string, beside: Beside): boolean {
  if (kind === 'place' && isKnown(item, beside)) return false;
  return (
    isGeneral(item, text, beside) ||
    // Degrees Celsius are called after nobody who was there.
    UNIT.test(nameOf(item)) ||
    // “117th Street”.
    (item.words.length === 1 && SITE.test(nameOf(item))) ||
    // The Saints.
    (kind === 'name' && item.words.length === 1 && isCommon(item, beside)) ||
    // The Victim Services Unit is no place.
    (kind === 'place' && isBody(item)) ||
    // “In the Nixon election drive”, “from the Democrats”.
    (kind === 'place' && (isAttribute(item, text) || arePeople(item, text) || isToPeople(item, text)))
  );
}

/** Share of what the longer passage says that both must have for two places to be told apart that may be two of one story. */
const LEAST_APART = 0.6;

/** The one in the other, or two places of one story: some of many, or on other days. */
function mayBothBe(a: ProperName, b: ProperName, beside: Beside): boolean {
  return mayBeOneInOther(a, b, beside) || isListed(a, beside.a) || isListed(b, beside.b) || datesOf(beside) === 'other';
}

/** A square and a town, two places of one county, a town and a county. */
function mayBeOneInOther(a: ProperName, b: ProperName, beside: Beside): boolean {
  if (isDivision(a) !== isDivision(b)) return !areApart(a, b, beside);
  if (isSite(a) !== isSite(b)) return mayStandIn(a, b, beside);
  return isKnown(a, beside) && isKnown(b, beside) && !areApart(a, b, beside);
}

/** “A Vancouver student”, “a Lund College student”. */
function mayStandIn(a: ProperName, b: ProperName, beside: Beside): boolean {
  return isSite(a) !== isSite(b) && isKnown(isSite(a) ? b : a, beside);
}

const SEAT_HOUSE = /^(?:house|hall)$/;

/** “Government House”, “City Hall” tell no town, and may stand in any. */
function isSeatIn(a: ProperName, b: ProperName, { resources: { gazetteer, speller } }: Beside): boolean {
  const isSeat = SEAT_HOUSE.test(a.words.at(-1) ?? '') && a.words.every((word) => speller.isOrdinary(word));
  return isSeat && isSite(a) && !isSite(b) && !gazetteer.has(nameOf(a));
}

function areApart(a: ProperName, b: ProperName, { resources: { gazetteer } }: Beside): boolean {
  return gazetteer.areApart(nameOf(a), nameOf(b));
}

function arePeople({ start, end }: ProperName, text: string): boolean {
  return text.charAt(end - 1) === 's' && /\bthe $/i.test(text.slice(Math.max(0, start - 5), start));
}

const UNIT = /^(?:celsius|fahrenheit|richter)$/;

/** “Its commitment to Hispanics”. */
function isToPeople({ preposition, words, end }: ProperName, text: string): boolean {
  return preposition === 'to' && words.length === 1 && text.charAt(end - 1) === 's';
}

/** In words of the language, and no place that is known: Royal Oak is one. */
function isCommon(item: ProperName, { resources: { gazetteer, speller } }: Beside): boolean {
  return item.words.every((word) => speller.isOrdinary(word)) && !gazetteer.has(nameOf(item));
}

/** Both say where, or one does, and both are known: “in Vancouver”, “a Vancouver man”. */
function arePlaces(a: ProperName, b: ProperName, beside: Beside): boolean {
  const [own, theirs] = [isWhere(a, beside), isWhere(b, beside)];
  return (own && theirs) || ((own || theirs) && isTown(a, beside) && isTown(b, beside));
}

/** “A riot was reported in Greece” is in Greece, “a riot was reported in the Herald” is not. */
function isWhere(item: ProperName, beside: Beside): boolean {
  return isLocative(item) || (isLocative({ ...item, governor: '' }) && isKnown(item, beside));
}

function isKnown(item: ProperName, { resources: { gazetteer } }: Beside): boolean {
  return gazetteer.has(nameOf(item));
}

/** Known, and not in the words of the language: there is a town called White House. */
function isTown(item: ProperName, beside: Beside): boolean {
  return isKnown(item, beside) && !item.words.every((word) => beside.resources.speller.isOrdinary(word));
}

function liesIn(a: ProperName, b: ProperName, { resources: { gazetteer } }: Beside): boolean {
  return gazetteer.liesIn(nameOf(a), nameOf(b));
}

function nameOf({ words }: ProperName): string {
  return words.join(' ');
}

/** What stands in a town. */
const SITE =
  /^(?:square|st|street|ave|avenue|road|rd|boulevard|blvd|highway|bridge|airport|station|hospital|hotel|motel|clinic|cent(?:er|re)|church|cathedral|mosque|school|college|university|campus|theat(?:er|re)|stadium|park|arena|hall|court|courthouse|prison|jail|mall|factory|plant|building|tower|headquarters|house|museum|library|complex|shop|store|bank|pier|field|dome)$/;

export function isSite({ words }: Pick<ProperName, 'words'>): boolean {
  return words.length > 1 && SITE.test(words.at(-1) ?? '');
}

/** Behind an article, and before what is called after it. */
function isAttribute({ start, end }: ProperName, text: string): boolean {
  return (
    /\b(?:the|an?|its|his|her|their) $/i.test(text.slice(Math.max(0, start - 6), start)) &&
    /^ \p{Ll}{3}/u.test(text.slice(end, end + 4))
  );
}

/** Given name and surname. */
function isPerson({ words }: ProperName, { resources: { nameLists } }: Pick<Beside, 'resources'>): boolean {
  return words.length > 1 && nameLists.given.has(words[0] ?? '');
}

/** “Maurice Jones-Drew”: both surnames. */
function inFull(name: ProperName, text: string): ProperName {
  const second = /^-(\p{Lu}\p{Ll}+)/u.exec(text.slice(name.end))?.[1];
  if (second === undefined) return name;
  return { ...name, end: name.end + 1 + second.length, words: [...name.words, second.toLowerCase()] };
}

/** “Anna Lund”, “Athens”. */
function isPersonAndTown(a: ProperName, b: ProperName, beside: Beside): boolean {
  const { surname } = beside.resources.nameLists;
  const isOnlyTown = b.words.length === 1 && isTown(b, beside) && !surname.has(nameOf(b));
  return isOnlyTown && isPerson(a, beside) && !isKnown(a, beside);
}

/** “The European Commission warns”, “Brussels warns”: a town stands for the body that sits there. */
function isBodyAndTown(a: ProperName, b: ProperName, beside: Beside): boolean {
  return a.words.length > 1 && isBody(a) && b.words.length === 1 && isTown(b, beside);
}

/** One of them has an article, as no person has: “the Dallas Mariners”, “the 1961 Dallas Mariners”. */
function isOneTeam(a: ProperName, b: ProperName, beside: Beside): boolean {
  return isArticled(a, beside.a) !== isArticled(b, beside.b);
}

const NOUN_BEHIND = /^(?:['’]|-| (?!(?:who|whose)\b)\p{Ll}{3})/u;

function isArticled(name: ProperName, text: string): boolean {
  const before = text.slice(Math.max(0, name.start - 10), name.start);
  // “The Nixon election drive” is called after him, and no team.
  const isNoun = /\b(?:the|an?) $/i.test(before) && !NOUN_BEHIND.test(text.slice(name.end, name.end + 8));
  return isNoun || arePeople(name, text) || /\bthe \d{4} $/i.test(before);
}

/** Each is the coroner, or the mayor’s wife. */
function areInOneRole(a: ProperName, b: ProperName, { a: textA, b: textB, resources }: Beside): boolean {
  return haveSameRole(rolesOfName(textA, a, resources), rolesOfName(textB, b, resources));
}

/** The one is a pitcher, the other a prosecutor. */
function areInOtherRoles(a: ProperName, b: ProperName, { a: textA, b: textB, resources }: Beside): boolean {
  return haveOtherRoles(rolesOfName(textA, a, resources), rolesOfName(textB, b, resources));
}

/** Share of what the longer passage says that both must have for two speakers to have said one thing. */
const LEAST_SPOKEN = 0.5;
/** Whether the passages have a month or a weekday in common; nothing where one of them has none. */
function datesOf({ a, b }: Beside): 'same' | 'other' | undefined {
  const [own, theirs] = [a, b].map((text) =>
    calendarDatesIn(text).flatMap(({ month, weekday }) => [
      ...(month === undefined ? [] : [`month ${month}`]),
      ...(weekday === undefined ? [] : [`weekday ${weekday}`]),
    ]),
  );
  if (!own?.length || !theirs?.length) return undefined;
  return own.some((one) => theirs.includes(one)) ? 'same' : 'other';
}

/** “Greece” of “Kolvik, Greece” is said of Kolvik, and of no other town. */
function isRegionOfAnother({ start, end }: ProperName, text: string, items: readonly ProperName[]): boolean {
  return (
    items.some((one) => one.end < start && text.slice(one.end, start) === ', ') &&
    !/^,? (?:and|or) /.test(text.slice(end, end + 6))
  );
}

/** Not the “Road” of many roads. */
function isTelling(word: string): boolean {
  return word.length > 3 && !SITE.test(word);
}

const SORT_BEFORE = /^(?:mt\.?|mount|lake|fort|cape|point|port|river|isle|loch|camp|saint|st\.?)$/;

/** “Stairs” of Kolvik Stairs says what sort of place it is; “Cook” of Mount Cook does not. */
function isSort(word: string, { words }: ProperName, { resources: { speller } }: Beside): boolean {
  const [first = ''] = words;
  return words.length > 1 && word === words.at(-1) && speller.isOrdinary(word) && !SORT_BEFORE.test(first);
}

/** The same words, or one a part of the other, a form of it (Russia, Russian), or short for it (UN, Jags). */
function isSame(a: ProperName, b: ProperName, beside: Beside): boolean {
  if (isInitials(a.words, b.words) || isInitials(b.words, a.words)) return true;
  const [own, theirs] = [a.words, b.words].map((words) => words.filter((word) => !GENERATION.test(word)));
  if (!own || !theirs) return false;
  const shared = own.filter((word) => theirs.some((other) => isForm(word, other)));
  if (shared.length === 0) return false;
  // Southampton is no form of Southport.
  if (areApart(a, b, beside) && !own.some((word) => theirs.includes(word))) return false;
  if (shared.length === own.length || theirs.every((word) => own.some((other) => isForm(word, other)))) return true;
  if (isPerson(a, beside) && isPerson(b, beside)) {
    const [lastA = '', lastB = ''] = [own.at(-1), theirs.at(-1)];
    return isForm(lastA, lastB) && isSameGiven(own[0] ?? '', theirs[0] ?? '');
  }
  // Kolvik University and Stavern University share a word of the language.
  return shared.some((word) => !beside.resources.speller.isOrdinary(word));
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;

function isForm(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
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

/** O’Neill, ONeill; Britain, UK. */
function folded(word: string): string {
  return COUNTRIES[word] ?? word.replace(/['’]/g, '');
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
 * who or what an abbreviation is cannot be seen. The house of a government stands for its head.
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
    isSeat({ words }) ||
    words.every((word) => country.has(word) || demonym.has(word)) ||
    /^(?:\p{Lu}\.?){1,4}\d*$/u.test(text.slice(start, end))
  );
}

/** Texts of the story that are looked through for both names. */
const MOST_PARTNERS = 16;

/**
 * Not one person by two names, nor a firm in the place of a person; no place beside the one it is in, no team beside its
 * town, as far as any text of the story tells.
 */
export const areRivals: Check = (here, there, corpus) => {
  const partners = corpus.get(parallels).partnersOf(here.path).slice(0, MOST_PARTNERS);
  return (
    areOfOneSort(here, there, corpus) &&
    isCalledAfterTwo(here, corpus) === isCalledAfterTwo(there, corpus) &&
    !areBeside(corpus.textAt(here), corpus.textAt(there), [here.path, there.path, ...partners], corpus)
  );
};

/** “Brandt Lund”, where one is called Helga Brandt: a firm of two surnames, and no person. */
function isCalledAfterTwo(place: Place, corpus: Corpus): boolean {
  const [first = '', second, ...more] = corpus.textAt(place).split(/\s+/);
  if (second === undefined || more.length > 0) return false;
  const { given } = corpus.resources.nameLists;
  const text = corpus.document(place.path)?.text ?? '';
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const before = /(\p{Lu}\p{Ll}+) $/u.exec(text.slice(Math.max(0, at - MOST_BETWEEN), at))?.[1];
    const isLast = !/^(?:\p{L}| \p{Lu})/u.test(text.slice(at + first.length));
    if (isLast && before !== undefined && given.has(before.toLowerCase())) return true;
  }
  return false;
}

/** Two people, or neither of them one. */
function areOfOneSort(here: Place, there: Place, corpus: Corpus): boolean {
  const [one, other] = [here, there].map(({ path, start }) => corpus.get(people).at(path, start)?.person);
  // Sydney and Santa Rosa are given names, and called after people.
  const arePlaces = [here, there].every(
    (place) => corpus.resources.gazetteer.has(corpus.textAt(place)) && !isInLongerName(place, corpus),
  );
  if (arePlaces) return one === undefined || one !== other;
  if (one !== undefined && other !== undefined) return one !== other;
  // Who is named once, and without a word of who it is, may be a person all the same.
  const [isOne, isOther] = [
    one !== undefined || hasGivenName(here, corpus),
    other !== undefined || hasGivenName(there, corpus),
  ];
  return one === undefined && other === undefined ? true : isOne && isOther;
}

/** “Hatton” of “Will Hatton went”, which may be read as a verb before a town. */
function isInLongerName({ path, start }: Place, corpus: Corpus): boolean {
  const named = corpus.get(people).at(path, start);
  return named !== undefined && named.mention.start < start;
}

function hasGivenName(place: Place, corpus: Corpus): boolean {
  const [first = '', ...more] = corpus.textAt(place).toLowerCase().split(/\s+/);
  const { gazetteer, nameLists } = corpus.resources;
  return more.length > 0 && nameLists.given.has(first) && !gazetteer.has([first, ...more].join(' '));
}

/** What stands between a place and the one it is in: “Kolvik, Norway”, “the Brygga section of Kolvik”, “Norway’s Kolvik”; “the Kolvik Mariners”. */
const BESIDE =
  /^(?:['’]s | |, | \(|,? (?:(?:the|an?) )?(?:(?!(?:and|or|but) )[a-z-]+ ){0,3}(?:in|of|near|outside) (?:[a-z-]+ ){0,2})$/;
const MOST_BETWEEN = 40;

function areBeside(a: string, b: string, paths: readonly string[], corpus: Corpus): boolean {
  return paths.some((path) => {
    const text = corpus.document(path)?.text ?? '';
    return isBefore(a, b, text) || isBefore(b, a, text);
  });
}

function isBefore(a: string, b: string, text: string): boolean {
  for (let at = text.indexOf(a); at >= 0; at = text.indexOf(a, at + 1)) {
    const end = at + a.length;
    const next = text.slice(end, end + MOST_BETWEEN + b.length).indexOf(b);
    if (next >= 0 && BESIDE.test(text.slice(end, end + next))) return true;
  }
  return false;
}
