import type { Resources } from '../analysis/resources.js';
import type { WordedSentence, WordedWord } from '../analysis/wordedSentences.js';
import { editDistance } from '../core/editDistance.js';
import { isDivision, isLocative } from '../core/properNames.js';
import { PLACE_PREPOSITIONS } from '../core/nameWords.js';
import { overlaps, type Span } from '../core/span.js';
import type { ExchangeKind } from './exchangeModel.js';
import type { Signs } from './matter.js';
import type { KnownName } from './namesInText.js';

/** A name in its sentence; spans relative to the paragraph. */
export interface NameInSentence {
  readonly name: KnownName;
  readonly sentence: WordedSentence;
}

/** Words at this distance from the name say nothing of its place. */
const REACH = 7;
const MOST_SHARED = 3;
const MOST_NEAR = 2;

/** What speaks for two names being said of one thing, in two sentences that may say the rest otherwise. */
export function exchangeSigns(a: NameInSentence, b: NameInSentence, { gazetteer }: Resources): Signs {
  const [own, theirs] = [wordsBeside(a), wordsBeside(b)];
  const byBase = new Map(theirs.map((one) => [one.word.base, one]));
  let [shared, near, numbers] = [0, 0, 0];
  for (const { word, distance } of own) {
    const other = byBase.get(word.base);
    if (!other) continue;
    byBase.delete(word.base);
    shared += word.weight;
    near += word.weight * Math.max(0, 1 - Math.max(distance, other.distance) / REACH);
    if (word.kind === 'number') numbers = 1;
  }
  const [ofOwn, ofTheirs] = [weightOf(own), weightOf(theirs)];
  const [one, other] = [a.name, b.name];
  const [nameA, nameB] = [one.words.join(' '), other.words.join(' ')];
  return {
    shared: Math.min(MOST_SHARED, shared),
    share: shared / Math.max(0.01, Math.sqrt(ofOwn * ofTheirs)),
    near: Math.min(MOST_NEAR, near),
    isSamePreposition: Number(one.preposition !== '' && one.preposition === other.preposition),
    isOtherPreposition: Number(
      one.preposition !== other.preposition &&
        !(PLACE_PREPOSITIONS.has(one.preposition) && PLACE_PREPOSITIONS.has(other.preposition)),
    ),
    isSameBefore: Number(wordBefore(a) !== '' && wordBefore(a) === wordBefore(b)),
    isSameGovernor: Number(governorOf(a) !== '' && governorOf(a) === governorOf(b)),
    isSameNumber: numbers,
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

interface WordBeside {
  readonly word: WordedWord;
  /** From the name, in words. */
  readonly distance: number;
}

/** Words of a sentence that say something, each once, without those of the name. */
function wordsBeside({ name, sentence }: NameInSentence): WordBeside[] {
  const at = indexOf(name, sentence);
  const found = new Map<string, WordBeside>();
  for (const [index, word] of sentence.words.entries()) {
    if (word.kind === 'small' || overlaps(word, name)) continue;
    const distance = Math.abs(index - at);
    if (distance < (found.get(word.base)?.distance ?? Infinity)) found.set(word.base, { word, distance });
  }
  return [...found.values()];
}

function weightOf(words: readonly WordBeside[]): number {
  return words.reduce((sum, { word }) => sum + word.weight, 0);
}

function indexOf({ start }: Span, { words }: WordedSentence): number {
  return words.findIndex((word) => word.start >= start);
}

function wordBefore({ name, sentence }: NameInSentence): string {
  return sentence.words[indexOf(name, sentence) - 1]?.base ?? '';
}

/** How many words before a name are looked through for the one that it belongs to. */
const MOST_BETWEEN = 6;

/** “School” of “the school at Kolvik”, “born” of “born in Kolvik”. */
function governorOf({ name, sentence }: NameInSentence): string {
  const at = indexOf(name, sentence);
  for (let index = at - 1; index >= Math.max(0, at - MOST_BETWEEN); index--) {
    const word = sentence.words[index];
    if (word && word.kind !== 'small' && word.kind !== 'name') return word.base;
  }
  return '';
}
