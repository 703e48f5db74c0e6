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
  const places: WordPlace[] = [];
  if (corpus.documents.size < 2 || (!word.includes(' ') && corpus.get(vocabulary).documents(word) === 0)) return places;
  const form = word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "[’']");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'iu');
  let searched = 0;
  for (const other of new Set([...corpus.get(parallels).partnersOf(path), ...corpus.documents.keys()])) {
    if (other === path || corpus.isDraft(other)) continue;
    if (++searched > MOST_SEARCHED) break;
    const found = pattern.exec(corpus.document(other)?.text ?? '');
    if (!found) continue;
    places.push({ path: other, start: found.index, end: found.index + found[0].length, text: found[0] });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}
