import type { NameLists } from '../core/nameLists.js';
import { HONORIFICS, OFFICES } from '../core/nameWords.js';
import { editDistance } from '../core/editDistance.js';
import type { RawMention } from './mentions.js';
import { foldName, isFamilyNameFirst, isSameGiven, isSameName, isSpellingOf, skeleton } from './nameMatching.js';

/** Mentions of one person. */
export type Entity = readonly RawMention[];

type Sex = '' | 'm' | 'f';

const MALE_TITLES =
  /^(?:mr|sir|lord|king|prince|monsieur|herr|brother|uncle|father|congressman|chairman|spokesman|mister|duke|count|baron)$/;
const FEMALE_TITLES =
  /^(?:mrs|ms|miss|lady|queen|princess|madame|madam|mme|sister|aunt|mother|congresswoman|chairwoman|spokeswoman|dame|duchess|countess)$/;

/** A full name as some documents write it, and the person it stands for. */
class FullName {
  count = 0;
  sex: Sex = '';
  isSexGuessed = false;
  readonly documents = new Set<string>();
  /** The commoner form this one is a variant of. */
  #standsFor: FullName | undefined;
  readonly variants: FullName[] = [this];

  constructor(
    readonly key: string,
    readonly words: readonly string[],
  ) {}

  get person(): FullName {
    return this.#standsFor ? this.#standsFor.person : this;
  }

  absorb(other: FullName): void {
    other.#standsFor = this;
    this.count += other.count;
    for (const path of other.documents) this.documents.add(path);
    this.variants.push(...other.variants);
  }
}

interface Reading {
  readonly mention: RawMention;
  readonly words: readonly string[];
  readonly sex: Sex;
  readonly isTitled: boolean;
}

/**
 * Who is who: groups the mentions of a corpus by person. Full names are compared with each other; a single name goes
 * to the full name it belongs to, in its own document first. What stays open stays apart.
 */
export function groupMentions(
  mentions: readonly RawMention[],
  lists: NameLists,
  isOrdinary: (word: string) => boolean,
): Entity[] {
  const readings = mentions.flatMap((mention): Reading[] => {
    const words = foldName(mention.words.join(' '));
    const { title } = mention;
    const sex: Sex = MALE_TITLES.test(title) ? 'm' : FEMALE_TITLES.test(title) ? 'f' : '';
    return words.length > 0 ? [{ mention, words, sex, isTitled: HONORIFICS.has(title) || OFFICES.has(title) }] : [];
  });
  const names = fullNames(readings, lists);
  mergeVariants(names);
  const people = assign(readings, names, lists, isOrdinary);
  return [...people.values()];
}

/** One entry for each distinct full name, the commonest first. */
function fullNames(readings: readonly Reading[], lists: NameLists): Map<string, FullName> {
  const names = new Map<string, FullName>();
  for (const { mention, words, sex } of readings) {
    if (words.length < 2) continue;
    const key = words.join(' ');
    const name = names.get(key) ?? new FullName(key, words);
    names.set(key, name);
    name.count++;
    name.documents.add(mention.path);
    name.sex ||= sex;
  }
  const ordered = [...names.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  for (const name of ordered) {
    if (name.sex || isFamilyNameFirst(name.words)) continue;
    const given = name.words[0] ?? '';
    name.isSexGuessed = true;
    name.sex = lists.male.has(given) ? 'm' : lists.female.has(given) ? 'f' : '';
  }
  return new Map(ordered.map((name) => [name.key, name]));
}

/** Only names that share a word, or its skeleton, are compared. */
function mergeVariants(names: ReadonlyMap<string, FullName>): void {
  const byKey = new Map<string, FullName[]>();
  const keysOf = ({ words }: FullName) => [
    ...new Set([
      ...words.filter((word) => word.length > 1).flatMap((word) => [word, `~${skeleton(word)}`]),
      `=${words.join('')}`,
      `^${(words.at(-1) ?? '').slice(0, 4)}`,
    ]),
  ];
  for (const name of names.values()) {
    for (const key of keysOf(name)) {
      const same = byKey.get(key);
      if (same) same.push(name);
      else byKey.set(key, [name]);
    }
  }
  for (const name of names.values()) {
    const compared = new Set<FullName>([name]);
    for (const other of keysOf(name).flatMap((key) => byKey.get(key) ?? [])) {
      if (compared.has(other)) continue;
      compared.add(other);
      const [a, b] = [name.person, other.person];
      if (a === b || !isSameName(name.words, other.words) || areOfTwoSexes(name, other)) continue;
      const [commoner, rarer] = a.count > b.count || (a.count === b.count && a.key < b.key) ? [a, b] : [b, a];
      if (!contradict(commoner, rarer)) commoner.absorb(rarer);
    }
  }
}

function areOfTwoSexes(a: FullName, b: FullName): boolean {
  return a.sex !== '' && b.sex !== '' && a.sex !== b.sex && !a.isSexGuessed && !b.isSexGuessed;
}

/** One surname, two given names: a form in between (an initial) must not join them. */
function contradict(a: FullName, b: FullName): boolean {
  return a.variants.some(({ words: x }) =>
    b.variants.some(
      ({ words: y }) =>
        x.length === y.length &&
        x.at(-1) === y.at(-1) &&
        (x[0]?.length ?? 0) > 1 &&
        (y[0]?.length ?? 0) > 1 &&
        !isSameGiven(x[0] ?? '', y[0] ?? ''),
    ),
  );
}

interface Option {
  readonly person: FullName;
  readonly position: 'first' | 'last';
}

/** Gives every mention to a person; single names by what stands near, then by what the corpus knows. */
function assign(
  readings: readonly Reading[],
  names: ReadonlyMap<string, FullName>,
  lists: NameLists,
  isOrdinary: (word: string) => boolean,
): Map<FullName | string, RawMention[]> {
  const options = optionsByWord(names);
  const people = new Set([...names.values()].map((name) => name.person));
  const inDocument = new Map<string, number>();
  const countKey = (path: string, person: FullName) => `${path}\n${person.key}`;
  for (const { mention, words } of readings) {
    const person = names.get(words.join(' '))?.person;
    if (person)
      inDocument.set(countKey(mention.path, person), (inDocument.get(countKey(mention.path, person)) ?? 0) + 1);
  }
  const groups = new Map<FullName | string, RawMention[]>();
  let path = '';
  const met = new Set<FullName | string>();
  let metFirst: FullName | undefined;
  for (const { mention, words, sex, isTitled } of readings) {
    if (mention.path !== path) {
      path = mention.path;
      met.clear();
      metFirst = undefined;
    }
    const key = words.join(' ');
    let owner: FullName | string | undefined = names.get(key)?.person;
    if (!owner) {
      let candidates = options.get(key) ?? spellingsOf(words[0] ?? '', people, isOrdinary);
      if (sex) {
        const fitting = candidates.filter(({ person }) => person.sex === '' || person.sex === sex);
        candidates = fitting.length > 0 || candidates.every(({ person }) => person.sex !== '') ? fitting : candidates;
      }
      const rate = (option: Option) => {
        const here = inDocument.get(countKey(path, option.person)) ?? 0;
        const isSurname =
          option.position === 'last' || isFamilyNameFirst(option.person.words) || (isTitled && !isGiven(key, lists));
        return (
          (here > 0 ? 100 : 0) +
          (isSurname ? 40 : 0) +
          Math.min(here, 9) * 4 +
          (met.has(option.person) ? 6 : 0) +
          // Whom a text is about it names first; fathers and rivals come later.
          (metFirst === option.person ? 3 : 0) +
          Math.min(option.person.documents.size, 5) +
          Math.min(option.person.count, 30) / 10
        );
      };
      const rated = candidates
        .map((option) => ({ option, rate: rate(option) }))
        .sort((a, b) => b.rate - a.rate || (a.option.person.key < b.option.person.key ? -1 : 1));
      const [first] = rated;
      // A given name alone, met only elsewhere, that several people bear: nobody's.
      const isOpen =
        first?.option.position === 'first' &&
        first.rate < 100 &&
        !isFamilyNameFirst(first.option.person.words) &&
        candidates.filter(({ position }) => position === 'first').length > 1;
      owner = first && !isOpen ? first.option.person : key;
    }
    const group = groups.get(owner);
    if (group) group.push(mention);
    else groups.set(owner, [mention]);
    met.add(owner);
    if (typeof owner !== 'string') metFirst ??= owner;
  }
  return groups;
}

function isGiven(word: string, lists: NameLists): boolean {
  return lists.male.has(word) || lists.female.has(word);
}

/** The people whose full name begins or ends with a word, or ends with several. */
function optionsByWord(names: ReadonlyMap<string, FullName>): Map<string, Option[]> {
  const options = new Map<string, Option[]>();
  const put = (word: string, option: Option) => {
    const known = options.get(word) ?? [];
    if (!known.some(({ person, position }) => person === option.person && position === option.position))
      known.push(option);
    options.set(word, known);
  };
  for (const { words, person } of names.values()) {
    put(words.at(-1) ?? '', { person, position: 'last' });
    if ((words[0]?.length ?? 0) > 1) put(words[0] ?? '', { person, position: 'first' });
    if (words.length > 2) put(words.slice(1).join(' '), { person, position: 'last' });
  }
  return options;
}

/** A surname that nobody bears as written, but somebody in another spelling. */
function spellingsOf(word: string, people: ReadonlySet<FullName>, isOrdinary: (word: string) => boolean): Option[] {
  if (word.length < 5 || isOrdinary(word)) return [];
  return [...people]
    .filter(({ words }) => {
      const last = words.at(-1) ?? '';
      return (
        last.charAt(0) === word.charAt(0) &&
        (isSpellingOf(last, word) || (last.length > 5 && editDistance(last, word, 1) <= 1))
      );
    })
    .map((person) => ({ person, position: 'last' }));
}
