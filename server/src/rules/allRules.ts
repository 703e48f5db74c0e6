import { repeatedWord } from './repeated-word.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the codes. Nothing is registered anywhere else. */
export const allRules: readonly Rule[] = [repeatedWord];
