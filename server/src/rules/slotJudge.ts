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
      if (same.length > 0 && !isSaidOnceMore(a, 'here', matter, items, beside)) {
        const kind = matter.kindOf(a, beside);
        const bearing = same.filter((one) => matter.coversAll?.(a, one, beside) ?? true);
        const chances = bearing.map((b) => chanceOfOneThing(kind, slotSigns(matter, a, b, items, beside)));
        const agreement = Math.max(...chances);
        const b = bearing[chances.indexOf(agreement)];
        if (b) verdicts.push({ a, b, strength: 0, agreement, kind, reading: matter.readingOf(b) });
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

/** What is found of a matter in two passages. */
export function itemsOf<T extends Span>(matter: Matter<T>, { a, b, resources }: Beside): Items<T> {
  return { here: matter.itemsIn(a, resources), there: matter.itemsIn(b, resources) };
}

/** Those of the other passage that may be said in the place of an item; the other passage does not state it. */
export function rivalsOf<T extends Span>(item: T, matter: Matter<T>, items: Items<T>, beside: Beside): readonly T[] {
  const { here, there } = items;
  if (matter.isStatedIn(item, beside.b, there, beside, here) && !isSaidOnceMore(item, 'here', matter, items, beside))
    return [];
  return there.filter(
    (other) =>
      matter.areComparable(item, other, beside) &&
      (!matter.isStatedIn(other, beside.a, here, beside, there) ||
        isSaidOnceMore(other, 'there', matter, items, beside)),
  );
}

/**
 * Whether the passage of an item says twice what the other says once, and its other mention is the one that stands in the
 * place of that: “the 1972 burglary led to his resignation in 1972” beside “the 1972 burglary led to his resignation in
 * 1974”.
 */
export function isSaidOnceMore<T extends Span>(
  item: T,
  side: keyof Items<T>,
  matter: Matter<T>,
  { here, there }: Items<T>,
  beside: Beside,
): boolean {
  const inOrder = <R>(ask: (a: T, b: T) => R) => (side === 'here' ? ask : (own: T, theirs: T) => ask(theirs, own));
  const agree = inOrder((a, b) => matter.agree(a, b, beside));
  const support = inOrder((a, b) => beside.frame.support(a.start, b.start));
  const [own, theirs] = side === 'here' ? [here, there] : [there, here];
  const same = theirs.filter((one) => agree(item, one));
  const nearest = (one: T) => Math.max(...same.map((other) => support(one, other)));
  const nearer = own.filter(
    (one) => one !== item && same.some((other) => agree(one, other)) && nearest(one) > nearest(item),
  );
  return same.length > 0 && nearer.length >= same.length;
}
