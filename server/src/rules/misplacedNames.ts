import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { BESIDE_SENTENCE, type Company } from '../analysis/nameCompany.js';
import { isSpellingOf } from '../analysis/nameMatching.js';
import { finish, type Steps } from '../analysis/steps.js';
import { standingOf } from '../analysis/standing.js';
import { sentenceAround } from '../analysis/sentenceAt.js';
import { wordedSentences } from '../analysis/wordedSentences.js';
import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { overlaps, shift, type Place } from '../core/span.js';
import { haveCommonGround } from './commonGround.js';
import { exchangeFinding, type Exchange } from './exchangeFinding.js';
import { isOfOneStory } from './exchangedNames.js';
import { isSpeaker } from './isSpeaker.js';
import type { Check } from './judge.js';
import type { Signs } from './matter.js';
import { chanceOfMisplaced, isMisplacedHinted, isMisplacedShown } from './misplacedModel.js';
import { isSite } from './nameMatter.js';
import { isListed } from './namesInText.js';
import { roleSigns } from './roleSigns.js';
import type { Finding } from './rule.js';
import { storyNamesIn, storyNamesInSteps, type NameSort, type StoryName, type StoryNames } from './storyNames.js';
import { tellersOf } from './tellers.js';

/** Characters at which two names are named together. */
const TOGETHER = 250;
/** Names of the paragraph this near are told of beside the one at hand. */
const NEAR = 400;
const LEAST_GAIN = 0.3;
const LEAST_INSIDE = 1;
/** Of the best witness’s gain, what another has at least. */
const NEARLY_BEST = 0.6;
const MOST_WITNESSES = 5;
const MOST_GAIN = 4;
const MOST_WHOLE = 5;
const MOST_TOLD = 3;
const MOST_COUNT = 6;

interface Teller extends StoryNames {
  readonly path: string;
}

/** A name where another text has it, and how far the words around a name here stand around it. */
interface Witness {
  readonly teller: Teller;
  readonly name: StoryName;
  gain: number;
  top: number;
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

/** Names of the paragraph that stand where other texts have another. */
export function* misplacedNamesIn(
  here: PlacedParagraph,
  corpus: Corpus,
  sort: NameSort,
  isReal: Check,
): Generator<Finding> {
  const found = misplacedIn(here, corpus).filter((all) => all.length > 0);
  const tellers = found.length === 0 ? 0 : tellersOf(here.document, corpus).length;
  for (const all of found) {
    const ranked = all
      .filter(({ kind }) => kind === sort)
      .map((one) => ({ ...one, chance: chanceOfMisplaced(sort, one.signs) }))
      .filter(({ chance }) => isMisplacedHinted(sort, chance, tellers))
      .sort((x, y) => y.chance - x.chance);
    for (const one of ranked) {
      const [first] = one.witnesses;
      if (!first || !isReal(one.place, first.place, corpus)) continue;
      const other = corpus.document(first.place.path);
      if (!other || !haveCommonGround(here.document, other, corpus.resources)) continue;
      if (!isOfOneStory(here, one.place, first.place, corpus)) continue;
      const paths = one.witnesses.map(({ place }) => place.path);
      if (standingOf(corpus, here.document.path, [], [paths]) === 'majority') continue;
      yield exchangeFinding(one, one.chance, isMisplacedShown(sort, one.chance, tellers), corpus);
      break;
    }
  }
}

/** What is asked of a whole document, in steps. */
export function* prepareMisplaced(document: Document, corpus: Corpus): Steps<void> {
  yield* storyInSteps(document, corpus);
}

/**
 * For each name of the paragraph: whom or what of the story the other texts have where it stands. Words around a name tell
 * (“the mayor”, “14 miles to”), as far as other texts have them nearer to another name than to this one. No sentence need
 * run parallel, and either name may be known to all: “the mayor, Anna Lund” beside “Carl Berg, who is mayor”.
 */
export function misplacedIn(here: PlacedParagraph, corpus: Corpus): readonly Exchange<NameSort>[][] {
  // Two rules ask, one after the other.
  const known = kept.get(here.paragraph);
  if (known?.serial === corpus.serial && known.start === here.start) return known.found;
  const found = newMisplacedIn(here, corpus);
  kept.set(here.paragraph, { serial: corpus.serial, start: here.start, found });
  return found;
}

const kept = new Facts<
  Paragraph,
  { readonly serial: number; readonly start: number; readonly found: readonly Exchange<NameSort>[][] }
>();

function newMisplacedIn(here: PlacedParagraph, corpus: Corpus): Exchange<NameSort>[][] {
  const { document } = here;
  const all = storyNamesIn(document, corpus).names;
  const own = all.filter(({ start }) => start >= here.start && start < here.end);
  if (own.length === 0) return [];
  const { texts, sorts, crowds, looseness } = storyOf(document, corpus);
  if (texts.length === 0) return [];
  return own.map((name) => {
    const sort = sorts.get(name.key);
    if (sort === undefined || (sort === 'person' && isDoubtful(name, corpus))) return [];
    const crowd = crowds[sort];
    return rivalsOf(name, sort, { here, own, texts, sorts, corpus }).flatMap((rival) => {
      const one = misplaced(name, sort, rival, {
        all,
        own,
        looseness,
        crowd,
        path: document.path,
        corpus,
      });
      return one ? [one] : [];
    });
  });
}

/** What the texts of a story name, as one of them needs it. */
interface Story {
  readonly serial: number;
  readonly texts: readonly Teller[];
  readonly sorts: ReadonlyMap<string, NameSort>;
  /** How many names of each sort there are. */
  readonly crowds: Readonly<Record<NameSort, number>>;
  readonly looseness: number;
}

const stories = new Facts<Document, Story>();

function storyOf(document: Document, corpus: Corpus): Story {
  return finish(storyInSteps(document, corpus));
}

function* storyInSteps(document: Document, corpus: Corpus): Steps<Story> {
  const known = stories.get(document);
  if (known?.serial === corpus.serial) return known;
  const all = (yield* storyNamesInSteps(document, corpus)).names;
  const texts: Teller[] = [];
  for (const other of tellersOf(document, corpus)) {
    texts.push({ path: other.path, ...(yield* storyNamesInSteps(other, corpus)) });
  }
  const sorts = sortsOf([all, ...texts.map(({ names }) => names)]);
  const persons = [...sorts.values()].filter((sort) => sort === 'person').length;
  const crowds = { person: persons, place: sorts.size - persons };
  const story = { serial: corpus.serial, texts, sorts, crowds, looseness: loneShare(all, texts) };
  stories.set(document, story);
  return story;
}

interface Around {
  readonly here: PlacedParagraph;
  readonly own: readonly StoryName[];
  readonly texts: readonly Teller[];
  readonly sorts: ReadonlyMap<string, NameSort>;
  readonly corpus: Corpus;
}

/** What other texts know of a name itself, and of those of its sort that stand in the words around it. */
interface Found extends Rival {
  readonly alibi: ReadonlyMap<string, number>;
  readonly isKnown: boolean;
}

function rivalsOf(name: StoryName, sort: NameSort, { here, own, texts, sorts, corpus }: Around): Found[] {
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

interface Told {
  readonly own: readonly StoryName[];
  /** Names of that sort in the story. */
  readonly crowd: number;
  readonly path: string;
  readonly all: readonly StoryName[];
  readonly looseness: number;
  readonly corpus: Corpus;
}

function misplaced(
  name: StoryName,
  sort: NameSort,
  { witnesses, nearness, alibi, isKnown }: Found,
  { all, own, looseness, crowd, path, corpus }: Told,
): Exchange<NameSort> | undefined {
  const ranked = [...witnesses.values()].sort((x, y) => y.gain - x.gain);
  const [best] = ranked;
  if (!best || best.gain < LEAST_GAIN || best.inside < LEAST_INSIDE) return undefined;
  const shown = ranked.filter(({ gain }) => gain > NEARLY_BEST * best.gain);
  const total = [...name.company.values()].reduce((sum, one) => sum + one.weight * one.nearness, 0);
  const loss = balance(name.company, alibi, nearness);
  const isRival = (one: StoryName) => ranked.some((other) => isSame(one, other.name));
  const ofRival = all.filter(isRival);
  const place = { path, start: name.start, end: name.end };
  const rivalPlace = placeOf(best);
  const signs = sort === 'person' ? roleSigns(place, rivalPlace, corpus) : placeSigns(name, best.name);
  if (playOtherParts(place, rivalPlace, signs.isSameRole === 1, corpus)) return undefined;
  const theirs = new Map(Array.from(best.name.company, ([base, one]) => [base, one.nearness]));
  // What is told of the rival there is told of him here as well, in another place.
  const told = Math.max(0, ...ofRival.map((one) => balance(one.company, theirs, new Map<string, number>()).sum));
  if (told > MOST_TOLD) return undefined;
  return {
    place,
    kind: sort,
    reading: best.name.text,
    witnesses: shown.slice(0, MOST_WITNESSES).map((one) => {
      const witness = placeOf(one);
      return { place: witness, passage: sentenceAround(witness, corpus) };
    }),
    signs: {
      ...signs,
      gain: Math.min(MOST_GAIN, best.gain),
      whole: Math.min(MOST_WHOLE, balance(name.company, nearness, alibi).sum),
      share: best.gain / Math.max(0.5, total),
      top: best.top,
      count: Math.min(MOST_COUNT, best.count),
      loss: Math.min(MOST_GAIN, loss.sum),
      lossTop: loss.top,
      isLone: Number(!isKnown),
      isLacking: Number(ofRival.length === 0),
      told,
      isTogether: Number(
        best.teller.names.some((one) => Math.abs(one.start - best.name.start) < TOGETHER && isSame(one, name)),
      ),
      isNear: Number(own.some((one) => one !== name && Math.abs(one.start - name.start) < NEAR && isRival(one))),
      // The more there are, the likelier one of them is told of in like words.
      crowd: Math.log(1 + crowd),
      isFull: Number(/\s/.test(name.text)),
      looseness,
      seconding: Math.min(2, corpus.get(lineages).count(shown.map(({ teller }) => teller.path)) - 1),
    },
  };
}

function placeOf({ teller, name: { start, end } }: Witness): Place {
  return { path: teller.path, start, end };
}

function placeSigns(a: StoryName, b: StoryName): Signs {
  return {
    isSamePreposition: Number(a.preposition !== '' && a.preposition === b.preposition),
    isOtherPreposition: Number(a.preposition !== '' && b.preposition !== '' && a.preposition !== b.preposition),
    // Only one of them says where something is.
    isNowhere: Number((a.preposition === '') !== (b.preposition === '')),
  };
}

/** Who says it, and of whom it is said; two who both say something, and hold no one office; two of many. */
function playOtherParts(here: Place, there: Place, isSameRole: boolean, corpus: Corpus): boolean {
  const [own = '', theirs = ''] = [here, there].map(({ path }) => corpus.document(path)?.text ?? '');
  const [says, saysThere] = [isSpeaker(here, own), isSpeaker(there, theirs)];
  return says !== saysThere || (says && !isSameRole) || (isListed(here, own) && isListed(there, theirs));
}

/** How much of the words around a name stands nearer to the one than to the other. */
function balance(company: Company, to: ReadonlyMap<string, number>, from: ReadonlyMap<string, number>) {
  let [sum, top] = [0, 0];
  for (const [base, { weight, nearness }] of company) {
    const more = (to.get(base) ?? 0) - (from.get(base) ?? 0);
    if (more <= 0) continue;
    const worth = weight * Math.sqrt(nearness * more);
    sum += worth;
    top = Math.max(top, worth);
  }
  return { sum, top };
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
function isSame(a: StoryName, b: StoryName): boolean {
  return a.words.some((word) => b.words.some((other) => word === other || isSpellingOf(word, other)));
}

/** “Bradford”, of which no given name is known; “Amen”, “EDT”. */
function isDoubtful({ text, words }: StoryName, { resources: { gazetteer, nameLists, speller } }: Corpus): boolean {
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

/** What each name is, by most of the places that have it. */
function sortsOf(texts: readonly (readonly StoryName[])[]): ReadonlyMap<string, NameSort> {
  const counts = new Map<string, number>();
  for (const { key, sort } of texts.flat()) {
    if (sort) counts.set(key, (counts.get(key) ?? 0) + (sort === 'person' ? 1 : -1));
  }
  return new Map(Array.from(counts, ([key, count]) => [key, count >= 0 ? 'person' : 'place']));
}

/** Share of a text’s names that nobody else has: the more, the more it tells that the others do not. */
function loneShare(all: readonly StoryName[], texts: readonly Teller[]): number {
  const elsewhere = new Set(texts.flatMap(({ names }) => names.map(({ key }) => key)));
  const keys = [...new Set(all.map(({ key }) => key))];
  return keys.filter((key) => !elsewhere.has(key)).length / Math.max(1, keys.length);
}
