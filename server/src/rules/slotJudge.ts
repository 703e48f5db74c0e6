import type { Span } from '../core/span.js';
import { chanceOfOneThing } from './conflictModel.js';
import type { Beside, Judge, Verdict } from './judge.js';
import type { Matter } from './matter.js';
import { slotSigns, type Items } from './slotSigns.js';

/** Less likely pairs are two facts, and not looked at again. */
const LEAST_CHANCE = 0.1;

/** Holds what two passages say of a matter against each other. */
export function slotJudge<T extends Span>(matter: Matter<T>): Judge {
  return (beside) => {
    const items = itemsOf(matter, beside);
    const verdicts: Verdict[] = [];
    const rivals: { readonly a: T; readonly b: T; readonly chance: number }[] = [];
    for (const a of items.here) {
      const same = items.there.filter((b) => matter.agree(a, b, beside));
      if (same.length > 0 && !isSaidOnceMore(a, matter, items, beside)) {
        const b = same.find((one) => matter.coversAll?.(a, one) ?? true);
        if (b) verdicts.push({ a, b, strength: 0, kind: matter.kindOf(a, beside), reading: matter.readingOf(b) });
        continue;
      }
      for (const b of rivalsOf(a, matter, items, beside)) {
        const chance = chanceOfOneThing(matter.kindOf(a, beside), slotSigns(matter, a, b, items, beside));
        if (chance >= LEAST_CHANCE) rivals.push({ a, b, chance });
      }
    }
    // Each stands against one other, the likeliest pairs first.
    const taken = new Set<T>();
    for (const { a, b, chance } of rivals.sort((x, y) => y.chance - x.chance)) {
      if (taken.has(a) || taken.has(b)) continue;
      taken.add(a).add(b);
      verdicts.push({ a, b, strength: chance, kind: matter.kindOf(a, beside), reading: matter.readingOf(b) });
    }
    return verdicts;
  };
}

export function itemsOf<T extends Span>(matter: Matter<T>, { a, b, resources }: Beside): Items<T> {
  return { here: matter.itemsIn(a, resources), there: matter.itemsIn(b, resources) };
}

/** Those of the other passage that may be said in the place of an item; the other passage does not state it. */
export function rivalsOf<T extends Span>(
  item: T,
  matter: Matter<T>,
  { here, there }: Items<T>,
  beside: Beside,
): readonly T[] {
  if (matter.isStatedIn(item, beside.b, there, beside) && !isSaidOnceMore(item, matter, { here, there }, beside)) {
    return [];
  }
  return there.filter(
    (other) => matter.areComparable(item, other, beside) && !matter.isStatedIn(other, beside.a, here, beside),
  );
}

/**
 * Whether this passage says twice what the other says once, and the other mention is the one that stands in its place:
 * “the 1972 burglary led to his resignation in 1972” beside “the 1972 burglary led to his resignation in 1974”.
 */
export function isSaidOnceMore<T extends Span>(
  item: T,
  matter: Matter<T>,
  { here, there }: Items<T>,
  beside: Beside,
): boolean {
  const same = there.filter((b) => matter.agree(item, b, beside));
  const twins = here.filter((one) => same.some((b) => matter.agree(one, b, beside)));
  if (twins.length <= same.length) return false;
  const nearest = (one: T) => Math.max(...same.map((b) => beside.frame.support(one.start, b.start)));
  const own = nearest(item);
  return twins.filter((one) => one !== item && nearest(one) > own).length >= same.length;
}
