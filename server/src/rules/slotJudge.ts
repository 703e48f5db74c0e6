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
    for (const a of items.here) {
      const same = items.there.filter((b) => matter.agree(a, b, beside));
      const kind = matter.kindOf(a);
      if (same.length > 0) {
        const b = same.find((one) => matter.coversAll?.(a, one) ?? true);
        if (b) verdicts.push({ a, b, strength: 0, kind, reading: matter.readingOf(b) });
        continue;
      }
      let best: Verdict | undefined;
      for (const b of rivalsOf(a, matter, items, beside)) {
        const chance = chanceOfOneThing(kind, slotSigns(matter, a, b, items, beside));
        if (chance < LEAST_CHANCE || (best && chance <= best.strength)) continue;
        best = { a, b, strength: chance, kind, reading: matter.readingOf(b) };
      }
      if (best) verdicts.push(best);
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
  if (matter.isStatedIn(item, beside.b, there, beside)) return [];
  return there.filter(
    (other) => matter.areComparable(item, other, beside) && !matter.isStatedIn(other, beside.a, here, beside),
  );
}
