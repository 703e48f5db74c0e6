import type { Resources } from '../analysis/resources.js';
import type { Span } from '../core/span.js';
import type { Beside, MatterKind } from './judge.js';

export type Signs = Readonly<Record<string, number>>;

/** Something that two passages may state differently: counts, dates, names. */
export interface Matter<T extends Span> {
  /** In order. */
  itemsIn(text: string, resources: Resources): readonly T[];
  kindOf(item: T, beside: Beside): MatterKind;
  /** Whether both say the same, or may both be true of one thing. */
  agree(a: T, b: T, beside: Beside): boolean;
  /** Whether `b` says all that `a` says: “2004” bears out no month. */
  coversAll?(a: T, b: T, beside: Beside): boolean;
  /** Whether the two could be said of one thing, by what they are. */
  areComparable(a: T, b: T, beside: Beside): boolean;
  /**
   * Whether a passage with these items states the item too: another one there is another fact.
   * @param own the items of the passage that has the item
   */
  isStatedIn(item: T, text: string, items: readonly T[], beside: Beside, own: readonly T[]): boolean;
  /** What is said, in one form for all its spellings. */
  readingOf(item: T): string;
  /** Signs besides those that every matter has (slotSigns.ts). */
  signsOf(a: T, b: T, beside: Beside): Signs;
}
