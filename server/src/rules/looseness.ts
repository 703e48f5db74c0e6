import type { Corpus } from '../analysis/corpus.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isNamedIn, lowerTextOf, namesOf, type KnownName } from './namesInText.js';
import { tellersOf } from './tellers.js';

/** Of the names of a text, each counted once: how many no other teller of the story has. */
export interface Looseness {
  readonly lone: number;
  readonly all: number;
}

const kept = new Facts<Document, { readonly serial: number; readonly found: Looseness }>();

/**
 * How loosely a text and the others tell one story: the more names it has alone, the more it tells that they do not. Worked out
 * once for a text and a snapshot.
 */
export function loosenessOf(document: Document, corpus: Corpus): Looseness {
  const known = kept.get(document);
  if (known?.serial === corpus.serial) return known.found;
  const names = new Map<string, KnownName>();
  for (const paragraph of document.paragraphs) {
    for (const name of namesOf(paragraph, corpus.resources)) names.set(name.words.join(' '), name);
  }
  const tellers = tellersOf(document, corpus);
  const lone = [...names.values()].filter((name) => !tellers.some((other) => isNamedIn(name, lowerTextOf(other))));
  const found = { lone: lone.length, all: names.size };
  kept.set(document, { serial: corpus.serial, found });
  return found;
}
