import type { Span } from '../core/span.js';
import type { Beside } from './judge.js';
import type { Matter, Signs } from './matter.js';

const MOST_SUPPORT = 3;
const MOST_OTHERS = 5;
const MOST_AGREEING = 3;

/** The items of two passages that stand against each other. */
export interface Items<T> {
  readonly here: readonly T[];
  readonly there: readonly T[];
}

/** What speaks for two items of parallel passages being said of one thing. */
export function slotSigns<T extends Span>(matter: Matter<T>, a: T, b: T, items: Items<T>, beside: Beside): Signs {
  const { frame } = beside;
  const { here, there } = items;
  const { before, after } = frame.isFramed(a, b);
  const agreeing = here.filter(
    (one) => one !== a && there.some((other) => other !== b && matter.agree(one, other, beside)),
  ).length;
  const isOnly =
    here.every((one) => one === a || !matter.areComparable(one, b, beside)) &&
    there.every((one) => one === b || !matter.areComparable(a, one, beside));
  return {
    // Share of the longer and of the shorter passage that both say.
    mutual: frame.mutual,
    overlap: frame.overlap,
    // Agreement around the two.
    support: Math.min(MOST_SUPPORT, frame.support(a.start, b.start)),
    isOneSlot: Number(isOneSlot(a, b, beside)),
    isSameBefore: Number(before),
    isSameBehind: Number(after),
    isOnly: Number(isOnly),
    // Items of this matter besides these that both passages have, and that only one has.
    agreeing: Math.min(MOST_AGREEING, agreeing),
    others: Math.min(MOST_OTHERS, Math.max(0, here.length + there.length - 2 - 2 * agreeing)),
    ...matter.signsOf(a, b, beside),
  };
}

/** Whether both spans begin in one slot of the alignment. */
export function isOneSlot(a: Span, b: Span, { slots }: Beside): boolean {
  return slots.some(
    (slot) =>
      slot.a &&
      slot.b &&
      slot.a.start <= a.start &&
      a.start < slot.a.end &&
      slot.b.start <= b.start &&
      b.start < slot.b.end,
  );
}
