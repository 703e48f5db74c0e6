import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Speller } from '../core/speller.js';

const foreign = new Facts<Document, boolean>();

/** Whether most of a text is in another language, so that an English dictionary has nothing to say. */
export function isForeign(document: Document, speller: Speller): boolean {
  const known = foreign.get(document);
  if (known !== undefined) return known;
  let unknown = 0;
  let all = 0;
  for (const [word] of document.text.slice(0, 20_000).matchAll(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu)) {
    all++;
    if (!speller.isWord(word)) unknown++;
  }
  const answer = unknown > 3 && unknown > all / 4;
  foreign.set(document, answer);
  return answer;
}
