import type { Document } from '../core/document.js';
import type { Signs } from '../core/departureModel.js';
import { oddsOfRewriting } from '../core/rewritingModel.js';
import { endingOf } from '../core/wordForms.js';
import type { Resources } from './resources.js';
import { textSigns } from './rewriting.js';
import type { Contested, Rival } from './rivalWords.js';
import { basesOf } from './wordBases.js';
import { companyOf } from './wordCompany.js';
import type { WordedWord } from './wordedSentences.js';
import { kinship } from './wordKinship.js';
import { oddnessOf } from './wordOddness.js';

/** What a text and the other tellers of its story say of a contested word and one of its rivals. */
export function departureSigns(
  { word, sentence }: Contested,
  { other, fit, kindred }: Rival,
  agreement: number,
  isOriginal: boolean,
  own: Document,
  partners: readonly Document[],
  resources: Resources,
): Signs {
  const { substitutability } = resources;
  const kin = kinship(resources);
  const there = kindred.sentence;
  const gapHere = () => {
    if (word.rank < 0 || other.rank < 0) return 0;
    const expected = substitutability.expected(sentence.sequence, word.place);
    return clipped(substitutability.fit(expected, other.rank) - substitutability.fit(expected, word.rank));
  };
  const users = partners.filter((one) => basesOf(one, resources).has(word.base)).length;
  const inOwn = ({ base }: WordedWord) => basesOf(own, resources).get(base) ?? 0;
  const isTold = kindred.isParallel || fit.frame >= 0.8 || (fit.kinship >= 0.75 && fit.frame >= 0.4);
  const text = textSigns(own, partners, resources);
  return {
    rewriting: oddsOfRewriting(text),
    debris: text.debris,
    oddness: oddnessOf(word, sentence.sequence, resources).share,
    touching: fit.touching,
    frame: Math.min(3, fit.frame),
    likeness: kindred.likeness,
    isTold: isTold ? 1 : 0,
    elsewhere: Math.min(2, users),
    isRepeated: inOwn(word) > 1 ? 1 : 0,
    inOwnText: Math.min(2, inOwn(other)),
    isLinked: kin.areLinked(word, other) ? 1 : 0,
    kinship: fit.kinship,
    areSynonyms: kin.areSynonyms(word, other) ? 1 : 0,
    gapHere: gapHere(),
    company: companyOf(word, word, sentence, resources),
    companyGap: companyOf(other, other, there, resources) - companyOf(word, other, there, resources),
    agreement: Math.min(3, agreement),
    haveOneForm: endingOf(word.normal) === endingOf(other.normal) ? 1 : 0,
    rarity: Math.log(20 + (other.rank < 0 ? UNKNOWN_RANK : other.rank)),
    isOriginal,
  };
}

const UNKNOWN_RANK = 20_000;

function clipped(value: number): number {
  return Math.max(-6, Math.min(6, value));
}
