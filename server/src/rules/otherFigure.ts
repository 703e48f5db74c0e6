import type { Check } from './judge.js';
import { areOfTwoMoments } from './movingPrices.js';
import { areOfTwoCountries } from './otherCountry.js';
import { areOfTwoStates } from './otherMoment.js';

/** Whether two numbers are two figures by what their sentences are about: two countries, or two moments. */
export const areTwoFigures: Check = (here, there, corpus) =>
  areOfTwoCountries(here, there, corpus) || areOfTwoStates(here, there, corpus) || areOfTwoMoments(here, there, corpus);
