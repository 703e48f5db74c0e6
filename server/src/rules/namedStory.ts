import type { Corpus } from '../analysis/corpus.js';
import { finish, type Steps } from '../analysis/steps.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { loosenessOf } from './looseness.js';
import { storyNamesInSteps, type NameSort, type StoryName, type StoryNames } from './storyNames.js';
import { tellersOf } from './tellers.js';

/** A text with the names in it. */
export interface Teller extends StoryNames {
  readonly path: string;
}

/** What the texts of a story name, as one of them needs it. */
export interface Story {
  readonly serial: number;
  /** The others that tell it (tellers.ts). */
  readonly texts: readonly Teller[];
  /** By key: what a name is. */
  readonly sorts: ReadonlyMap<string, NameSort>;
  /** How many names of each sort there are. */
  readonly crowds: Readonly<Record<NameSort, number>>;
  /** Share of the text’s names that nobody else has, 0 to 1. */
  readonly looseness: number;
}

const stories = new Facts<Document, Story>();

/** Worked out once for a text and a snapshot. */
export function storyOf(document: Document, corpus: Corpus): Story {
  return finish(storyInSteps(document, corpus));
}

/** The same in steps, since it reads all texts of the story. */
export function* storyInSteps(document: Document, corpus: Corpus): Steps<Story> {
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
  const { lone, all: count } = loosenessOf(document, corpus);
  const story = { serial: corpus.serial, texts, sorts, crowds, looseness: lone / Math.max(1, count) };
  stories.set(document, story);
  return story;
}

/** What each name is, by most of the places that have it. */
function sortsOf(texts: readonly (readonly StoryName[])[]): ReadonlyMap<string, NameSort> {
  const counts = new Map<string, number>();
  for (const { key, sort } of texts.flat()) {
    if (sort) counts.set(key, (counts.get(key) ?? 0) + (sort === 'person' ? 1 : -1));
  }
  return new Map(Array.from(counts, ([key, count]) => [key, count >= 0 ? 'person' : 'place']));
}
