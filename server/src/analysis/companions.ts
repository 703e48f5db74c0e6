import { paragraphIndexAt } from '../core/document.js';
import { MENTION } from './mentions.js';
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
    const { document, mentions, owners } = named;
    const { people } = owners;
    let end = -1;
    for (let own = people.indexOf(person.id); own >= 0; own = people.indexOf(person.id, own + 1)) {
      // One paragraph counts once.
      if ((mentions[own * MENTION] ?? 0) < end) continue;
      const paragraph = paragraphIndexAt(document, mentions[own * MENTION] ?? 0) ?? 0;
      const start = document.offsets[paragraph] ?? 0;
      end = document.offsets[paragraph + 1] ?? Infinity;
      let index = own;
      while (index > 0 && (mentions[(index - 1) * MENTION] ?? 0) >= start) index--;
      const seen = new Set([person.id]);
      for (; index < people.length && (mentions[index * MENTION] ?? 0) < end; index++) {
        const id = people[index] ?? -1;
        if (seen.has(id)) continue;
        seen.add(id);
        const known = found.get(id);
        if (known) known.count++;
        else found.set(id, { count: 1, path, index });
      }
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
