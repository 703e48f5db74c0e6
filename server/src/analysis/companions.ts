import type { Document } from '../core/document.js';
import { MENTION, type RawMentions } from './mentions.js';
import type { Mention, People, Person } from './people.js';

/** Somebody who is named beside a person, in the same paragraphs. */
export interface Companion {
  readonly person: Person;
  /** In how many paragraphs. */
  readonly count: number;
  /** His mention in the first of them. */
  readonly first: Mention;
}

/** Who is named together with a person, most often first; no more than `most`. */
export function companionsOf(everyone: People, person: Person, most: number): Companion[] {
  const found = new Map<number, { count: number; path: string; index: number }>();
  for (const path of new Set(person.mentions.map((mention) => mention.path))) {
    const named = everyone.names(path);
    if (!named) continue;
    const { people } = named.owners;
    const paragraphs = paragraphsOf(named.document, named.mentions);
    const own = new Set<number>();
    for (const [index, id] of people.entries()) if (id === person.id) own.add(paragraphs[index] ?? -1);
    const seen = new Set<string>();
    for (const [index, id] of people.entries()) {
      const paragraph = paragraphs[index] ?? -1;
      const key = `${id} ${paragraph}`;
      if (id === person.id || !own.has(paragraph) || seen.has(key)) continue;
      seen.add(key);
      const known = found.get(id);
      if (known) known.count++;
      else found.set(id, { count: 1, path, index });
    }
  }
  const first = (path: string, index: number) => everyone.in(path)[index]?.mention;
  return [...found]
    .map(([id, one]) => ({ ...one, person: everyone.person(id) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, most + TIES)
    .sort((a, b) => b.count - a.count || (a.person.name < b.person.name ? -1 : 1))
    .slice(0, most)
    .flatMap(({ person: companion, count, path, index }) => {
      const mention = first(path, index);
      return mention ? [{ person: companion, count, first: mention }] : [];
    });
}

/** Names are worked out for these only: a corpus has thousands who are named together once. */
const TIES = 20;

/** Number of the paragraph that holds each mention. */
function paragraphsOf({ offsets }: Document, mentions: RawMentions): Int32Array {
  const paragraphs = new Int32Array(mentions.length / MENTION);
  let paragraph = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const start = mentions[index * MENTION] ?? 0;
    while ((offsets[paragraph + 1] ?? Infinity) <= start) paragraph++;
    paragraphs[index] = paragraph;
  }
  return paragraphs;
}
