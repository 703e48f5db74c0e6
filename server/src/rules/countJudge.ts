import { countMatter } from './countMatter.js';
import { slotJudge } from './slotJudge.js';

/** Numbers of one measure in two passages. */
export const countJudge = slotJudge(countMatter);
