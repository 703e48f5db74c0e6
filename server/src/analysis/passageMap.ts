import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { parallels, type Parallel, type Relation } from './parallels.js';
import { sentencePlaces } from './sentencePlaces.js';

/** How another source has a passage. */
export interface Presence {
  readonly place: Place;
  readonly relation: Relation;
  /** It stands in another order there than most of what both have. */
  readonly isMoved: boolean;
}

/** A passage of one source and who else has it. */
export interface MappedPassage {
  readonly place: Place;
  /** In the order of the sources. */
  readonly elsewhere: readonly Presence[];
  /** Sources of the story that do not have it. */
  readonly missing: readonly string[];
}

/** The passages of a story in the order in which one source, `reference`, tells it. */
export interface PassageMap {
  readonly reference: string;
  readonly sources: readonly string[];
  readonly passages: readonly MappedPassage[];
  /** What two or more others tell and the reference does not; each once, as the first of them has it. */
  readonly others: readonly MappedPassage[];
  /** What one source alone tells, the reference left out: its passages say themselves that nobody has them. */
  readonly alone: readonly MappedPassage[];
}

/** Sources beside the reference; the nearest come first. */
const MOST_SOURCES = 12;

/**
 * The map of the story that `path` belongs to (without it: of the first source). The base text is the reference if it
 * tells that story, else its first source. `undefined` for an empty corpus.
 */
export function passageMap(corpus: Corpus, path?: string): PassageMap | undefined {
  const start = path !== undefined && corpus.document(path) ? path : firstOf(corpus);
  if (start === undefined) return undefined;
  const story = [start, ...corpus.get(parallels).partnersOf(start).slice(0, MOST_SOURCES)].sort();
  const { base } = corpus.manifest;
  const isTold = base !== undefined && story.includes(base);
  const reference = isTold ? base : (story.find((one) => !corpus.isDraft(one)) ?? start);
  const tables = new Map(story.map((one) => [one, tableOf(corpus, one, story)]));
  const others: MappedPassage[] = [];
  const alone: MappedPassage[] = [];
  const told: Place[] = [];
  for (const one of story) {
    if (one === reference) continue;
    for (const passage of tables.get(one) ?? []) {
      if (passage.elsewhere.length === 0) alone.push(passage);
      else if (!passage.elsewhere.some(({ place }) => place.path === reference) && !isIn(told, passage.place)) {
        others.push(passage);
        told.push(passage.place, ...passage.elsewhere.map(({ place }) => place));
      }
    }
  }
  return { reference, sources: story, passages: tables.get(reference) ?? [], others, alone };
}

function firstOf(corpus: Corpus): string | undefined {
  const paths = [...corpus.documents.keys()];
  return paths.find((path) => !corpus.isDraft(path)) ?? paths[0];
}

function isIn(places: readonly Place[], { path, start, end }: Place): boolean {
  return places.some((place) => place.path === path && place.start < end && start < place.end);
}

/** Each sentence of a source with its counterparts in the others. */
function tableOf(corpus: Corpus, path: string, story: readonly string[]): MappedPassage[] {
  const document = corpus.document(path);
  if (!document) return [];
  const found = new Map<string, ReadonlyMap<number, Presence>>();
  const sentences = sentencePlaces(corpus, document);
  for (const other of story) {
    if (other !== path) found.set(other, presences(sentences, corpus.get(parallels).between(path, other, 'sentence')));
  }
  return sentences.map((place, index) => ({
    place,
    elsewhere: [...found.values()].flatMap((presence) => presence.get(index) ?? []),
    missing: [...found].flatMap(([other, presence]) => (presence.has(index) ? [] : [other])),
  }));
}

/** The best counterpart of each sentence, by its index. */
function presences(sentences: readonly Place[], links: readonly Parallel[]): Map<number, Presence> {
  const best = new Map<number, Parallel>();
  let index = 0;
  for (const link of links) {
    while (index + 1 < sentences.length && (sentences[index]?.end ?? 0) <= link.a.start) index++;
    const known = best.get(index);
    if (!known || link.score > known.score) best.set(index, link);
  }
  const ordered = [...best].sort(([a], [b]) => a - b);
  const inOrder = longestRise(ordered.map(([, { b }]) => b.start));
  return new Map(ordered.map(([at, { b, relation }], nth) => [at, { place: b, relation, isMoved: !inOrder.has(nth) }]));
}

/** Indexes of a longest subsequence that never falls: what stands in one order in both texts. */
export function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let at = tails.length;
    while (at > 0 && (values[tails[at - 1] ?? 0] ?? 0) > value) at--;
    before[index] = at > 0 ? (tails[at - 1] ?? -1) : -1;
    tails[at] = index;
  }
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.add(at);
  return rise;
}
