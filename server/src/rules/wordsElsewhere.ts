import type { Corpus } from '../analysis/corpus.js';
import { capitalised } from '../core/capitalised.js';
import { placedAt, type Document } from '../core/document.js';
import { TENS, UNITS } from '../core/numberWords.js';
import type { Quantity } from '../core/quantities.js';
import type { Place, Span } from '../core/span.js';
import { countsOf } from './countsInText.js';
import type { MatterKind } from './judge.js';

/** Places that are looked at; where there are more, the words are common. */
const MOST_PLACES = 2;
/** Of a number, which may stand before another noun, in digits or in words. */
const MOST_NUMBERS = 24;

/**
 * Where a text says what a place says, by offset: the words of the place, no letter or digit beside them; of a count also
 * its noun, so that “two boats” is not said by “two hours”.
 * @param within the part of the text that is looked through
 */
export function placesOf(
  said: Place,
  kind: MatterKind | undefined,
  path: string,
  corpus: Corpus,
  within?: Span,
): number[] {
  const document = corpus.document(path);
  if (!document) return [];
  const words = wordsOf(said, kind, corpus);
  const [from, text] = [within?.start ?? 0, within ? document.text.slice(within.start, within.end) : document.text];
  const placesIn = (one: string, most: number) => placesOfWords(text, one, most).map((at) => from + at);
  const count = kind === 'count' ? countAt(said, corpus) : undefined;
  if (!count) return placesIn(words, MOST_PLACES);
  return [...new Set([words, ...writingsOf(count)])]
    .flatMap((one) => placesIn(one, MOST_NUMBERS))
    .filter((at) => isSameCount(count, countIn(document, at)));
}

/** The surname of a person, by which one is called again; the words of anything else. */
function wordsOf(place: Place, kind: MatterKind | undefined, corpus: Corpus): string {
  const words = corpus.textAt(place);
  return kind === 'person' ? (words.split(/\s+/).at(-1) ?? words) : words;
}

function placesOfWords(text: string, words: string, most: number): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0 && found.length < most; at = text.indexOf(words, at + 1)) {
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.charAt(at + words.length))
    )
      found.push(at);
  }
  return found;
}

/** Nothing where no noun stands beside the number: only its words tell. */
function countAt({ path, start }: Place, corpus: Corpus): Quantity | undefined {
  const document = corpus.document(path);
  const count = document && countIn(document, start);
  return count?.unit === '' ? undefined : count;
}

function countIn(document: Document, offset: number): Quantity | undefined {
  const here = placedAt(document, offset);
  if (!here) return undefined;
  const at = offset - here.start;
  return countsOf(here.paragraph).find(({ start, end }) => start <= at && at < end);
}

function isSameCount(a: Quantity, b: Quantity | undefined): boolean {
  return a.least === b?.least && a.most === b.most && a.unit === b.unit;
}

/** A small number in digits and in words. */
function writingsOf({ least, most }: Quantity): string[] {
  if (least !== most) return [];
  const word = Object.entries({ ...UNITS, ...TENS }).find(([, value]) => value === least)?.[0];
  return word === undefined ? [] : [String(least), word, capitalised(word)];
}
