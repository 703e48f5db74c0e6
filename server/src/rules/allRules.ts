import { alteredQuotation } from './altered-quotation.js';
import { brokenWord } from './broken-word.js';
import { conflictingDate } from './conflicting-date.js';
import { conflictingName } from './conflicting-name.js';
import { conflictingNumber } from './conflicting-number.js';
import { conflictingPlace } from './conflicting-place.js';
import { conflictingRole } from './conflicting-role.js';
import { conflictingSpeaker } from './conflicting-speaker.js';
import { doubledPunctuation } from './doubled-punctuation.js';
import { garbledEncoding } from './garbled-encoding.js';
import { garbledWording } from './garbled-wording.js';
import { misplacedQuotationMark } from './misplaced-quotation-mark.js';
import { missingSpace } from './missing-space.js';
import { misspelledWord } from './misspelled-word.js';
import { mixedSpelling } from './mixed-spelling.js';
import { repeatedFurniture } from './repeated-furniture.js';
import { repeatedPassage } from './repeated-passage.js';
import { repeatedWord } from './repeated-word.js';
import { respelledQuotation } from './respelled-quotation.js';
import { reversedClaim } from './reversed-claim.js';
import type { Rule } from './rule.js';
import { spacedBracket } from './spaced-bracket.js';
import { spacedHyphen } from './spaced-hyphen.js';
import { spacedNumber } from './spaced-number.js';
import { spacedPunctuation } from './spaced-punctuation.js';
import { spacedQuotationMark } from './spaced-quotation-mark.js';
import { splitContraction } from './split-contraction.js';
import { spunText } from './spun-text.js';
import { strayApostrophe } from './stray-apostrophe.js';
import { strayMarkup } from './stray-markup.js';
import { truncatedQuotation } from './truncated-quotation.js';
import { unfinishedSentence } from './unfinished-sentence.js';
import { unmarkedQuotation } from './unmarked-quotation.js';
import { variantName } from './variant-name.js';
import { torturedPhrase } from './tortured-phrase.js';
import { webFurniture } from './web-furniture.js';

/** Every rule, in the order of the codes. Nothing is registered anywhere else. */
export const allRules: readonly Rule[] = [
  alteredQuotation,
  brokenWord,
  conflictingDate,
  conflictingName,
  conflictingNumber,
  conflictingPlace,
  conflictingRole,
  conflictingSpeaker,
  doubledPunctuation,
  garbledEncoding,
  garbledWording,
  misplacedQuotationMark,
  missingSpace,
  misspelledWord,
  mixedSpelling,
  repeatedFurniture,
  repeatedPassage,
  repeatedWord,
  respelledQuotation,
  reversedClaim,
  spacedBracket,
  spacedHyphen,
  spacedNumber,
  spacedPunctuation,
  spacedQuotationMark,
  splitContraction,
  spunText,
  strayApostrophe,
  strayMarkup,
  torturedPhrase,
  truncatedQuotation,
  unfinishedSentence,
  unmarkedQuotation,
  variantName,
  webFurniture,
];
