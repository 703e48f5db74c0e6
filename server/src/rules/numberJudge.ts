import { areCompatible, quantitiesIn, type Quantity } from '../core/quantities.js';
import { isPublicationStamp } from '../core/stamps.js';
import type { Beside, Judge, Verdict } from './judge.js';

/** Share of what the shorter passage says that both must have, and agreement around the two numbers. */
const LEAST_OVERLAP = 0.4;
const LEAST_SUPPORT = 0.8;
/** Past this ratio two numbers hardly count the same, unless the words on both sides are the same. */
const FAR_OFF = 12;
/** The same for the longer passage, where the two numbers stand among other words. */
const LEAST_MUTUAL = 0.45;

/** Numbers of one measure in two passages. */
export const numberJudge: Judge = (beside) => {
  if (isPublicationStamp(beside.a) || isPublicationStamp(beside.b)) return [];
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
      if (isFarOff(a, b) && !isBesideSame(a, b, beside)) continue;
      const strength = Math.min(0.95, 0.55 + 0.15 * support);
      if (!best || strength > best.strength) best = { a, b, strength };
    }
    if (best) verdicts.push(best);
  }
  return verdicts;
};

/** Twenty points are scored in a match and two thousand in a career. */
function isFarOff(a: Quantity, b: Quantity): boolean {
  const [small, large] = a.most < b.most ? [a.most, b.most] : [b.most, a.most];
  return large > FAR_OFF * small;
}

function isBesideSame(a: Quantity, b: Quantity, { frame }: Beside): boolean {
  const { before, after } = frame.isFramed(a, b);
  return before && after;
}

function isAlone({ unit }: Quantity, all: readonly Quantity[]): boolean {
  return unit !== '' && all.filter((one) => one.unit === unit).length === 1;
}

/** The same unit; or no unit on a side, and the two stand in one slot. */
function isSameMeasure(a: Quantity, b: Quantity, beside: Beside): boolean {
  // Without a noun beside them, only the same words on both sides tell what is counted.
  if (a.unit === '' || b.unit === '') return isOneSlot(a, b, beside) && isBesideSame(a, b, beside);
  if (a.unit === b.unit) return true;
  const signs = /^[$£€¥%]$/;
  if (signs.test(a.unit) || signs.test(b.unit)) return false;
  if (!isOneSlot(a, b, beside)) return false;
  const vectors = beside.resources.wordVectors;
  const [rankA, rankB] = [vectors.rank(a.unit), vectors.rank(b.unit)];
  return rankA >= 0 && rankB >= 0 && vectors.cosine(rankA, rankB) >= 0.7;
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
