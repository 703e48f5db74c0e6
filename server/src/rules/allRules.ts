import { alteredQuotation } from './altered-quotation.js';
import { doubledPunctuation } from './doubled-punctuation.js';
import { misspelledWord } from './misspelled-word.js';
import { repeatedWord } from './repeated-word.js';
import type { Rule } from './rule.js';
import { splitContraction } from './split-contraction.js';

/** Every rule, in the order of the codes. Nothing is registered anywhere else. */
export const allRules: readonly Rule[] = [
  alteredQuotation,
  doubledPunctuation,
  misspelledWord,
  repeatedWord,
  splitContraction,
];
