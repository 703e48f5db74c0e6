import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { parallels, type Parallel } from './parallels.js';

/**
 * The group of parallel passages a sentence belongs to: its own place first, then one for each other document that has
 * it, best first. Empty where no other has it. A document that is like no more than the others in the group is in it
 * too, if two of them point to the same place there.
 */
export function groupAt(corpus: Corpus, path: string, offset: number): readonly Place[] {
  const near = nearGroupAt(corpus, path, offset);
  return near.length === 0 ? near : [...near, ...throughOthers(corpus, near)];
}

/** The part of the group that is parallel to the sentence itself: much quicker, since no further document is asked. */
export function nearGroupAt(corpus: Corpus, path: string, offset: number): readonly Place[] {
  const direct = corpus.get(parallels).at(path, offset);
  const [best] = direct;
  if (!best) return [];
  const own = direct.reduce<Place>(
    ({ start, end }, { a }) => ({ path, start: Math.min(start, a.start), end: Math.max(end, a.end) }),
    best.a,
  );
  return [own, ...direct.map(({ b }) => b)];
}

/** Places in further documents to which two members of the group point. */
function throughOthers(corpus: Corpus, group: readonly Place[]): Place[] {
  const known = new Set(group.map(({ path }) => path));
  const pointed = new Map<string, Parallel[]>();
  for (const member of group.slice(1)) {
    for (const further of corpus.get(parallels).at(member.path, middleOf(member))) {
      if (known.has(further.b.path)) continue;
      const there = pointed.get(further.b.path);
      if (there) there.push(further);
      else pointed.set(further.b.path, [further]);
    }
  }
  const found = [...pointed.values()].flatMap((all): Parallel[] => {
    const agreed = all.filter((one) => all.some((other) => one !== other && overlap(one.b, other.b)));
    const first = agreed.sort((x, y) => y.score - x.score || x.b.start - y.b.start)[0];
    return first ? [first] : [];
  });
  return found.sort((x, y) => y.score - x.score || (x.b.path < y.b.path ? -1 : 1)).map(({ b }) => b);
}

function middleOf({ start, end }: Place): number {
  return Math.floor((start + end) / 2);
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
