import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Place } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { parallels } from './parallels.js';
import { vocabulary } from './vocabulary.js';

/** A place with the words that stand there. */
export interface WordPlace extends Place {
  readonly text: string;
}

const MOST_PLACES = 5;
/** Texts that are searched beyond those that share passages with the one at hand. */
const MOST_SEARCHED = 500;

/** Where other documents write a word, in any capitalisation: the first place in each, those nearest in matter first. */
export function placesOfWord(word: string, path: string, corpus: Corpus): WordPlace[] {
  if (corpus.documents.size < 2 || (!word.includes(' ') && corpus.get(vocabulary).documents(word) === 0)) return [];
  const others = new Set([...corpus.get(parallels).partnersOf(path), ...corpus.documents.keys()]);
  others.delete(path);
  return placesAmong(others, word, corpus);
}

/** The same in some documents, in the order that they are given in. */
export function placesAmong(paths: Iterable<string>, word: string, corpus: Corpus): WordPlace[] {
  const places: WordPlace[] = [];
  let searched = 0;
  for (const other of paths) {
    if (corpus.isDraft(other)) continue;
    if (++searched > MOST_SEARCHED) break;
    const document = corpus.document(other);
    const found = document && firstPlace(word, document);
    if (!found) continue;
    places.push({ path: other, ...found });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

type Found = Omit<WordPlace, 'path'>;

/** Kept by the text: at each keystroke the same words are looked for in texts that did not change. */
const firstPlaces = new Facts<Document, Map<string, Found | undefined>>();

function firstPlace(word: string, document: Document): Found | undefined {
  const known = firstPlaces.get(document) ?? new Map<string, Found | undefined>();
  firstPlaces.set(document, known);
  if (known.has(word)) return known.get(word);
  const match = patternOf(word).exec(document.text);
  const found = match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
  known.set(word, found);
  return found;
}

let lastPattern = { word: '', pattern: /(?!)/u };

function patternOf(word: string): RegExp {
  if (lastPattern.word !== word) {
    const form = word
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/ /g, '\\s+')
      .replace(/'/g, "[’']");
    lastPattern = { word, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'iu') };
  }
  return lastPattern.pattern;
}
