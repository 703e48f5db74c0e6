import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { parallels } from '../analysis/parallels.js';
import { people } from '../analysis/people.js';
import { paragraphIndexAt, placed } from '../core/document.js';
import type { Place } from '../core/span.js';
import type { MatterKind } from './judge.js';
import { isLeftWithoutIntroduction } from './introductions.js';
import type { Signs } from './matter.js';
import { roleSigns } from './roleSigns.js';
import { liesInRegionBehind } from './regionBehind.js';
import { placesOf } from './wordsElsewhere.js';

/** What another source says in the place. */
export interface Rival {
  readonly place: Place;
  readonly passage: Place;
  /** How surely the two speak of one thing, from the words of the two passages. */
  readonly strength: number;
  /** Chance that the two passages run parallel. */
  readonly score: number;
  /** Of all that the two texts both speak of, the share that they tell otherwise, each as far as it is likely. */
  readonly odds: number;
  /** The two texts are known to be of different times. */
  readonly isOtherTime: boolean;
}

/** Where another source says the same. */
export interface Ally extends Place {
  /** How surely the two speak of one thing. */
  readonly chance: number;
}

/** A place of which others say something else. */
export interface Issue {
  readonly mark: Place;
  readonly kind: MatterKind | undefined;
  /** Places that say the same, and those that do not, by what they say. */
  readonly agreeing: readonly Ally[];
  readonly differing: ReadonlyMap<string, readonly Rival[]>;
}

const MOST_SOURCES = 3;
const SURE = 0.99;

/** What speaks for a place and its rivals being said of one thing, all sources taken together. */
export function issueSigns(issue: Issue, corpus: Corpus): Signs {
  const { mark, kind, differing } = issue;
  const votes = corpus.get(lineages);
  const own = votes.of(mark.path);
  const byReading = [...differing.values()].map((rivals) => strongestByLineage(rivals, (path) => votes.of(path)));
  const leading = byReading.toSorted((x, y) => chanceOfAny(y) - chanceOfAny(x))[0] ?? [];
  const [best] = leading;
  const rivals = [...differing.values()].flat();
  const isSaidIn = (said: Place, path: string) => placesOf(said, kind, path, corpus).length > 0;
  const isKnownThere = share(rivals, ({ place }) => isSaidIn(mark, place.path));
  return {
    chance: logit(best?.strength ?? 0),
    score: best?.score ?? 0,
    odds: best?.odds ?? 0,
    isOtherTime: Number(best?.isOtherTime === true),
    // Other sources that read like the best, each as far as it is likely to speak of the thing.
    seconding: Math.min(MOST_SOURCES, total(leading.slice(1))),
    // How many these are, where none of the others has the words of the place anywhere.
    outvoting: isKnownThere > 0 ? 0 : Math.min(MOST_SOURCES, Math.max(0, leading.length - 1)),
    // A copy of the text itself only repeats it.
    agreeing: Math.min(
      MOST_SOURCES,
      totalByLineage(
        alliesIn(issue).filter(({ path }) => votes.of(path) !== own),
        (path) => votes.of(path),
      ),
    ),
    // The likeliest of the sources that have something else again.
    dissenting: Math.max(0, ...byReading.filter((one) => one !== leading).map((one) => one[0]?.strength ?? 0)),
    isOneSource: Number(leading.every(({ place }) => votes.of(place.path) === own)),
    // Both are somewhere in the other text: two facts.
    isKnownThere,
    isKnownHere: share(rivals, ({ place }) => isSaidIn(place, mark.path)),
    // What the best rival says stands in the same paragraph here, or the other way round: both tell both.
    isKnownBeside: Number(
      best !== undefined &&
        (isSaidBeside(best.place, mark, kind, corpus) || isSaidBeside(mark, best.place, kind, corpus)),
    ),
    ...signsOfWords(mark, best?.place, kind, corpus),
    ...(kind === 'name' || kind === 'person' || kind === 'place' ? signsOfNames(mark, best, corpus) : {}),
  };
}

/** Those that say the same in the place; one that has something else there has the words of another thing. */
export function alliesIn({ agreeing, differing }: Issue): readonly Ally[] {
  const strongest = new Map<string, number>();
  for (const { place, strength } of [...differing.values()].flat()) {
    strongest.set(place.path, Math.max(strength, strongest.get(place.path) ?? 0));
  }
  return agreeing.filter(({ path, chance }) => chance >= (strongest.get(path) ?? 0));
}

function totalByLineage(allies: readonly Ally[], lineageOf: (path: string) => string): number {
  const best = new Map<string, number>();
  for (const { path, chance } of allies) {
    const lineage = lineageOf(path);
    best.set(lineage, Math.max(chance, best.get(lineage) ?? 0));
  }
  return [...best.values()].reduce((sum, chance) => sum + chance, 0);
}

/** Texts of the same story that are looked through for the words. */
const MOST_PARTNERS = 16;

/** Where else what the place says, and what its best rival says, is written. */
function signsOfWords(mark: Place, rival: Place | undefined, kind: MatterKind | undefined, corpus: Corpus): Signs {
  const votes = corpus.get(lineages);
  const partners = corpus
    .get(parallels)
    .partnersOf(mark.path)
    .filter((path) => !corpus.isDraft(path))
    .slice(0, MOST_PARTNERS);
  const holders = (said: Place) =>
    votes.count(partners.filter((path) => placesOf(said, kind, path, corpus).length > 0));
  const isAlone = holders(mark) === 0;
  const isSaidAgain = placesOf(mark, kind, mark.path, corpus).some((at) => at < mark.start || at >= mark.end);
  const spread = Math.min(MOST_SOURCES, rival === undefined ? 0 : holders(rival));
  return {
    // A slip is made once: nobody else has its words, nor this text again.
    isAlone: Number(isAlone),
    isSaidAgain: Number(isSaidAgain),
    spread,
    isStranger: Number(isAlone && !isSaidAgain && spread > 1),
  };
}

function signsOfNames(mark: Place, best: Rival | undefined, corpus: Corpus): Signs {
  const everyone = corpus.get(people);
  const isPersonHere = everyone.at(mark.path, mark.start) !== undefined;
  const isPersonThere = best !== undefined && everyone.at(best.place.path, best.place.start) !== undefined;
  const { gazetteer } = corpus.resources;
  const isWithin = (name: Place) => liesInRegionBehind(name, mark, corpus);
  return {
    // “Mombasa, Florida” for “Miami”: the region is that of what the others have.
    isMisplaced: Number(
      best !== undefined && gazetteer.has(corpus.textAt(mark)) && !isWithin(mark) && isWithin(best.place),
    ),
    areBothPeople: Number(isPersonHere && isPersonThere),
    isUnintroduced: Number(best !== undefined && isLeftWithoutIntroduction(mark, best.place, corpus)),
    ...roleSigns(mark, best?.place, corpus),
    areApart: Number(best !== undefined && gazetteer.areApart(corpus.textAt(mark), corpus.textAt(best.place))),
  };
}

/** The likeliest of each lineage, the likeliest first. */
function strongestByLineage(rivals: readonly Rival[], lineageOf: (path: string) => string): Rival[] {
  const best = new Map<string, Rival>();
  for (const rival of rivals) {
    const lineage = lineageOf(rival.place.path);
    if (rival.strength > (best.get(lineage)?.strength ?? 0)) best.set(lineage, rival);
  }
  return [...best.values()].sort((x, y) => y.strength - x.strength);
}

/** Chance that one of them at the least is of the thing. */
function chanceOfAny(rivals: readonly Rival[]): number {
  return 1 - rivals.reduce((none, { strength }) => none * (1 - strength), 1);
}

function total(rivals: readonly Rival[]): number {
  return rivals.reduce((sum, { strength }) => sum + strength, 0);
}

function share<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(isSo).length / items.length;
}

function logit(chance: number): number {
  const value = Math.min(SURE, Math.max(1 - SURE, chance));
  return Math.log(value / (1 - value));
}

/** Whether the paragraph of a place says what another place says. */
function isSaidBeside(said: Place, { path, start }: Place, kind: MatterKind | undefined, corpus: Corpus): boolean {
  const document = corpus.document(path);
  const index = document && paragraphIndexAt(document, start);
  if (!document || index === undefined) return false;
  return placesOf(said, kind, path, corpus, placed(document, index)).length > 0;
}
