import { AGE, areCompatible, quantitiesIn, type Quantity } from '../core/quantities.js';
import { isPublicationStamp } from '../core/stamps.js';
import type { Beside, Judge, Verdict } from './judge.js';
import { areOfOnePerson } from './agedPerson.js';
import { chanceOfSameCount, countSigns, isOneSlot } from './sameCount.js';

/** Chance that both count the same, from which on a difference is told. */
const LEAST_CHANCE = 0.8;
/** The same where both sentences read alike. */
const SAME = 0.92;
const ALIKE = 0.5;
/** Smaller numbers are in every text: that the other passage has one as well says nothing. */
const LEAST_TELLING = 10;

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
    if (there.some((b) => isSameFact(a, b, beside))) continue;
    let best: Verdict | undefined;
    for (const b of there) {
      // A number that the other passage has as well is another fact.
      if (!isSameMeasure(a, b, beside) || here.some((one) => isSameFact(one, b, beside))) continue;
      const chance = isInSameSentence(a, b, beside) ? SAME : chanceOfSameCount(countSigns(a, b, beside, [here, there]));
      if (chance < LEAST_CHANCE) continue;
      if (!best || chance > best.strength) best = { a, b, strength: Math.min(0.95, chance) };
    }
    if (best) verdicts.push(best);
  }
  return verdicts;
};

function isInSameSentence(a: Quantity, b: Quantity, { frame }: Beside): boolean {
  const { before, after } = frame.isFramed(a, b);
  return before && after && frame.mutual >= ALIKE;
}

function isSameFact(a: Quantity, b: Quantity, beside: Beside): boolean {
  return areCompatible(a, b) && (a.most >= LEAST_TELLING || isSameMeasure(a, b, beside));
}

/** The same unit; or no unit on a side, and the two stand in one slot. */
function isSameMeasure(a: Quantity, b: Quantity, beside: Beside): boolean {
  // Without a noun beside them, only the same words on both sides tell what is counted.
  if (a.unit === '' || b.unit === '') {
    const { before, after } = beside.frame.isFramed(a, b);
    return isOneSlot(a, b, beside) && before && after;
  }
  if (a.unit === AGE && b.unit === AGE) return areOfOnePerson(a, b, beside);
  if (a.unit === b.unit) return true;
  const signs = /^[$£€¥%]$/;
  if (signs.test(a.unit) || signs.test(b.unit)) return false;
  if (!isOneSlot(a, b, beside)) return false;
  const vectors = beside.resources.wordVectors;
  const [rankA, rankB] = [vectors.rank(a.unit), vectors.rank(b.unit)];
  return rankA >= 0 && rankB >= 0 && vectors.cosine(rankA, rankB) >= 0.7;
}
