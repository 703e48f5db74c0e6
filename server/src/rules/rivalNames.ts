import type { Corpus } from '../analysis/corpus.js';
import { BESIDE_SENTENCE } from '../analysis/nameCompany.js';
import { isSpellingOf } from '../analysis/nameMatching.js';
import { wordedSentences } from '../analysis/wordedSentences.js';
import type { PlacedParagraph } from '../core/document.js';
import { overlaps, shift } from '../core/span.js';
import { isSite } from './nameMatter.js';
import type { Teller } from './namedStory.js';
import type { NameSort, StoryName } from './storyNames.js';

/** A name where another text has it, and how far the words around a name here stand around it. */
export interface Witness {
  readonly teller: Teller;
  readonly name: StoryName;
  /** Sum over the words that stand nearer to it than to the name here elsewhere: what each weighs, by how near it stands to both. */
  gain: number;
  /** The most that one word gives. */
  top: number;
  /** Such words. */
  count: number;
  /** Of these, in the very sentences of both. */
  inside: number;
}

/** Somebody else, or some other place, that texts name. */
interface Rival {
  readonly witnesses: Map<StoryName, Witness>;
  /** By base: how near the word stands to any of them. */
  readonly nearness: Map<string, number>;
}

interface Around {
  readonly here: PlacedParagraph;
  /** Names of the paragraph. */
  readonly own: readonly StoryName[];
  readonly texts: readonly Teller[];
  readonly sorts: ReadonlyMap<string, NameSort>;
  readonly corpus: Corpus;
}

/** What other texts know of a name itself, and of those of its sort that stand in the words around it. */
export interface Found extends Rival {
  /** By base: how near other texts have the word to the name itself. */
  readonly alibi: ReadonlyMap<string, number>;
  /** Whether another text has the name at all. */
  readonly isKnown: boolean;
}

/**
 * Names of other texts that may stand in the place of a name of the paragraph: of its sort, none of those beside it, and with
 * words around them that stand around it here (nameCompany.ts).
 */
export function rivalsOf(name: StoryName, sort: NameSort, { here, own, texts, sorts, corpus }: Around): Found[] {
  const sentence = wordedSentences(here.paragraph, corpus.resources).find((one) =>
    overlaps(one, shift({ start: name.start, end: name.end }, -here.start)),
  );
  const beside = own.filter((one) => one !== name && sentence && overlaps(shift(sentence, here.start), one));
  const verdicts = new Map<StoryName, boolean>();
  const alibi = new Map<string, number>();
  const isOwn = (one: StoryName) => known(verdicts, one, () => isSame(one, name));
  for (const { names, near } of texts) {
    for (const base of name.company.keys()) {
      for (const { name: index, nearness } of near.get(base) ?? []) {
        const one = names[index];
        if (one && isOwn(one)) raise(alibi, base, nearness);
      }
    }
  }
  const mayStand = (one: StoryName) =>
    sorts.get(one.key) === sort &&
    !isOwn(one) &&
    !beside.some((other) => isSame(one, other)) &&
    (sort === 'person' ? !isDoubtful(one, corpus) : areOfOneLevel(one, name, corpus));
  const barred = new Map<StoryName, boolean>();
  const rivals = new Map<string, Rival>();
  for (const teller of texts) {
    for (const [base, { weight, nearness: ownNearness }] of name.company) {
      for (const { name: index, nearness } of teller.near.get(base) ?? []) {
        const one = teller.names[index];
        if (!one || !known(barred, one, () => mayStand(one))) continue;
        let rival = rivals.get(one.key);
        if (!rival) rivals.set(one.key, (rival = { witnesses: new Map(), nearness: new Map() }));
        raise(rival.nearness, base, nearness);
        const more = nearness - (alibi.get(base) ?? 0);
        if (more <= 0) continue;
        const worth = weight * Math.sqrt(ownNearness * more);
        const witness = rival.witnesses.get(one) ?? { teller, name: one, gain: 0, top: 0, count: 0, inside: 0 };
        witness.gain += worth;
        witness.top = Math.max(witness.top, worth);
        witness.count++;
        if (ownNearness > BESIDE_SENTENCE && nearness > BESIDE_SENTENCE) witness.inside++;
        rival.witnesses.set(one, witness);
      }
    }
  }
  const isKnown = texts.some(({ names }) => names.some(isOwn));
  return Array.from(rivals.values(), (rival) => ({ ...rival, alibi, isKnown }));
}

function raise(all: Map<string, number>, base: string, nearness: number): void {
  if ((all.get(base) ?? 0) < nearness) all.set(base, nearness);
}

function known(all: Map<StoryName, boolean>, name: StoryName, ask: () => boolean): boolean {
  let answer = all.get(name);
  if (answer === undefined) all.set(name, (answer = ask()));
  return answer;
}

/** One name, as far as can be seen: any word in common. */
export function isSame(a: StoryName, b: StoryName): boolean {
  return a.words.some((word) => b.words.some((other) => word === other || isSpellingOf(word, other)));
}

/** “Bradford”, of which no given name is known; “Amen”, “EDT”. */
export function isDoubtful(
  { text, words }: StoryName,
  { resources: { gazetteer, nameLists, speller } }: Corpus,
): boolean {
  const [word = ''] = words;
  if (gazetteer.has(text.toLowerCase()) && (words.length === 1 || /\s/.test(text))) return true;
  const isOrdinary = speller.isOrdinary(word) && !nameLists.surname.has(word) && !nameLists.given.has(word);
  return words.length === 1 && (isOrdinary || /^\p{Lu}{2,4}$/u.test(text));
}

/** No country beside a town, no street beside one, no place in the other. */
function areOfOneLevel(a: StoryName, b: StoryName, { resources: { gazetteer, nameLists } }: Corpus): boolean {
  const [nameA, nameB] = [a.text.toLowerCase(), b.text.toLowerCase()];
  return (
    nameLists.country.has(nameA) === nameLists.country.has(nameB) &&
    isSite({ words: nameA.split(' ') }) === isSite({ words: nameB.split(' ') }) &&
    // A town lies in its county, and of two towns of one the one may lie in the other.
    (gazetteer.has(nameA) ? gazetteer.areApart(nameA, nameB) : !gazetteer.has(nameB)) &&
    // Where somebody is from is not where he is.
    (a.preposition === 'from') === (b.preposition === 'from')
  );
}
