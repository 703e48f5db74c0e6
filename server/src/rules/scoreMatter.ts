import { scoresIn, type Score } from '../core/scores.js';
import type { Matter } from './matter.js';
import { slotJudge } from './slotJudge.js';

/** Results of matches and votes; who lost tells the same one the other way round. */
const scoreMatter: Matter<Score> = {
  itemsIn: scoresIn,
  kindOf: () => 'count',
  agree: areSame,
  areComparable: (a, b) => a.counted === b.counted || a.counted === undefined || b.counted === undefined,
  isStatedIn: (item, _text, items) => items.some((one) => areSame(item, one)),
  readingOf: ({ first, second }) => `${Math.max(first, second)}–${Math.min(first, second)}`,
  signsOf: (a, b) => ({
    distance: Math.abs(Math.log((a.first + a.second + 1) / (b.first + b.second + 1))),
  }),
};

function areSame(a: Score, b: Score): boolean {
  return (a.first === b.first && a.second === b.second) || (a.first === b.second && a.second === b.first);
}

/** Results in two passages. */
export const scoreJudge = slotJudge(scoreMatter);
