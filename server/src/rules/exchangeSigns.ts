import type { Resources } from '../analysis/resources.js';
import type { WordedSentence } from '../analysis/wordedSentences.js';
import { editDistance } from '../core/editDistance.js';
import { isDivision, isLocative } from '../core/properNames.js';
import { PLACE_PREPOSITIONS } from '../core/nameWords.js';
import { contextSigns } from './contextSigns.js';
import type { ExchangeKind } from './exchangeModel.js';
import type { Signs } from './matter.js';
import type { KnownName } from './namesInText.js';

/** A name in its sentence; spans relative to the paragraph. */
export interface NameInSentence {
  readonly name: KnownName;
  readonly sentence: WordedSentence;
}

/** What speaks for two names being said of one thing, in two sentences that may say the rest otherwise. */
export function exchangeSigns(a: NameInSentence, b: NameInSentence, { gazetteer }: Resources): Signs {
  const [one, other] = [a.name, b.name];
  const [nameA, nameB] = [one.words.join(' '), other.words.join(' ')];
  return {
    ...contextSigns({ span: one, sentence: a.sentence }, { span: other, sentence: b.sentence }),
    isSamePreposition: Number(one.preposition !== '' && one.preposition === other.preposition),
    isOtherPreposition: Number(
      one.preposition !== other.preposition &&
        !(PLACE_PREPOSITIONS.has(one.preposition) && PLACE_PREPOSITIONS.has(other.preposition)),
    ),
    areApart: Number(gazetteer.areApart(nameA, nameB)),
  };
}

/** Two people or two places, which may be told of one thing. */
export function kindOfExchange(
  a: KnownName,
  b: KnownName,
  { gazetteer, nameLists }: Resources,
): ExchangeKind | undefined {
  const [nameA, nameB] = [a.words.join(' '), b.words.join(' ')];
  if (nameLists.country.has(nameA) !== nameLists.country.has(nameB)) return undefined;
  if (gazetteer.liesIn(nameA, nameB) || gazetteer.liesIn(nameB, nameA)) return undefined;
  if (isDivision(a) !== isDivision(b)) return undefined;
  // Two spellings of one name.
  if (editDistance(nameA, nameB, 1) <= 1) return undefined;
  const isPerson = ({ words }: KnownName, name: string) =>
    words.length > 1 && nameLists.given.has(words[0] ?? '') && !gazetteer.has(name);
  const [personA, personB] = [isPerson(a, nameA), isPerson(b, nameB)];
  if (personA !== personB) return undefined;
  if (personA) return 'person';
  return isWhere(a, gazetteer.has(nameA)) && isWhere(b, gazetteer.has(nameB)) ? 'place' : undefined;
}

function isWhere(name: KnownName, isKnown: boolean): boolean {
  return isKnown || isLocative(name);
}
