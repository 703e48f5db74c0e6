import { areCompatible, quantitiesIn, type Quantity } from '../core/quantities.js';
import type { CorpusRule } from './rule.js';
import { conflictsIn, type Beside, type Judge, type Verdict } from './sourceConflicts.js';

/** Share of what the shorter passage says that both must have, and agreement around the two numbers. */
const LEAST_OVERLAP = 0.4;
const LEAST_SUPPORT = 0.8;
/** The same for the longer passage, where the two numbers stand among other words. */
const LEAST_MUTUAL = 0.45;

const judge: Judge = (beside) => {
  const [there, here] = [quantitiesIn(beside.b), quantitiesIn(beside.a)];
  const verdicts: Verdict[] = [];
  for (const a of here) {
    const same = there.find((b) => isSameMeasure(a, b, beside) && areCompatible(a, b));
    if (same) {
      verdicts.push({ a, b: same, strength: 0 });
      continue;
    }
    let best: Verdict | undefined;
    for (const b of there) {
      // A number that the other passage has as well is another fact.
      if (!isSameMeasure(a, b, beside) || here.some((one) => isSameMeasure(one, b, beside) && areCompatible(one, b)))
        continue;
      const support = beside.frame.support(a.start, b.start) + (isOneSlot(a, b, beside) ? 0.4 : 0);
      const { overlap, mutual } = beside.frame;
      if (overlap < LEAST_OVERLAP) continue;
      // Told in another order, what stands around the two numbers differs, but each is the only one of its kind.
      const isOnly = mutual >= LEAST_MUTUAL && isAlone(a, here) && isAlone(b, there);
      if (support < (isOnly ? LEAST_SUPPORT / 3 : LEAST_SUPPORT)) continue;
      const strength = Math.min(0.95, 0.55 + 0.15 * support);
      if (!best || strength > best.strength) best = { a, b, strength };
    }
    if (best) verdicts.push(best);
  }
  return verdicts;
};

function isAlone({ unit }: Quantity, all: readonly Quantity[]): boolean {
  return unit !== '' && all.filter((one) => one.unit === unit).length === 1;
}

/** The same unit; or no unit on a side, and the two stand in one slot. */
function isSameMeasure(a: Quantity, b: Quantity, beside: Beside): boolean {
  if (a.unit === b.unit) return a.unit !== '' || isOneSlot(a, b, beside);
  const signs = /^[$£€¥%]$/;
  if (signs.test(a.unit) || signs.test(b.unit)) return false;
  if (!isOneSlot(a, b, beside)) return false;
  const vectors = beside.resources.wordVectors;
  const [rankA, rankB] = [vectors.rank(a.unit), vectors.rank(b.unit)];
  return a.unit === '' || b.unit === '' || (rankA >= 0 && rankB >= 0 && vectors.cosine(rankA, rankB) >= 0.6);
}

function isOneSlot(a: Quantity, b: Quantity, { slots }: Beside): boolean {
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

export const conflictingNumber: CorpusRule = {
  code: 'conflicting-number',
  family: 'conflict',
  summary: 'A number differs from what other sources give for the same count.',
  why: 'At most one of them is right, and readers will quote either.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only counts of the same thing in passages that run parallel. Rounded numbers, ranges, “about” and “nearly”, and numbers that both sources give are no conflict. Distances and sums in different units are not converted.',
  examples: {
    valid: [
      '-- a.txt --\nThe ferry carried 212 people when it struck the reef near Kolvik.\n-- b.txt --\nThe ferry carried some 200 people when it struck the reef near Kolvik.',
      '-- a.txt --\nThe bridge cost 4,987 crowns to repair after the flood.\n-- b.txt --\nThe bridge cost five thousand crowns to repair after the flood.',
      '-- a.txt --\nThe mayor sent dozens of guards to the harbour on Friday night.\n-- b.txt --\nThe mayor sent 36 guards to the harbour on Friday night.',
      '-- a.txt --\nPolice held five men and three women after the march in Tallinn.\n-- b.txt --\nPolice held three women and five men after the march in Tallinn.',
      '-- a.txt --\nThe mine employed 40 engineers before the strike in Orsk.\n-- b.txt --\nThe mine employed 900 workers before the strike in Orsk.',
    ],
    invalid: [
      '-- a.txt --\nThe ferry carried [|221|]{conflicting-number} people when it struck the reef near Kolvik on Tuesday.\n-- b.txt --\nThe ferry carried [|212|]{conflicting-number} people when it struck the reef near Kolvik on Tuesday.',
      '-- a.txt --\n[|Fifteen|]{conflicting-number} passengers were treated for burns at the hospital in Stavern.\n-- b.txt --\nFourteen passengers were treated for burns at the hospital in Stavern.\n-- c.txt --\nAt the hospital in Stavern, 14 passengers were treated for burns.',
    ],
  },
  *check(document, corpus) {
    yield* conflictsIn(document, corpus, judge);
  },
};
