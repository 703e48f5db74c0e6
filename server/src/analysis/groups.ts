import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { parallels, type Parallel } from './parallels.js';

/**
 * The group of parallel passages a sentence belongs to: its own place first, then one for each other document that has
 * it, best first. Empty where no other has it. A document that is like no more than the others in the group is in it
 * too, if two of them point to the same place there.
 */
export function groupAt(corpus: Corpus, path: string, offset: number): readonly Place[] {
  const direct = corpus.get(parallels).at(path, offset);
  const [best] = direct;
  if (!best) return [];
  const own = direct.reduce<Place>(
    ({ start, end }, { a }) => ({ path, start: Math.min(start, a.start), end: Math.max(end, a.end) }),
    best.a,
  );
  const known = new Set([path, ...direct.map(({ b }) => b.path)]);
  return [own, ...direct.map(({ b }) => b), ...throughOthers(corpus, direct, known)];
}

/** Places in further documents to which two members of the group point. */
function throughOthers(corpus: Corpus, direct: readonly Parallel[], known: ReadonlySet<string>): Place[] {
  const pointed = new Map<string, Parallel[]>();
  for (const { b } of direct) {
    for (const further of corpus.get(parallels).at(b.path, middleOf(b))) {
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
