import type { Document } from '../core/document.js';
import { wordsIn } from '../core/tokens.js';
import type { Corpus, Derivation } from './corpus.js';

/** How often the corpus writes a word, in any capitalisation, and in how many documents. Drafts do not count. */
export interface Vocabulary {
  count(word: string): number;
  documents(word: string): number;
}

interface Use {
  count: number;
  documents: number;
}

class Counts implements Vocabulary {
  readonly #uses = new Map<string, Use>();

  count(word: string): number {
    return this.#uses.get(keyOf(word))?.count ?? 0;
  }

  documents(word: string): number {
    return this.#uses.get(keyOf(word))?.documents ?? 0;
  }

  /** `by` 1 adds a document's words, −1 takes them out again. */
  add(document: Document, by: 1 | -1): void {
    const here = new Map<string, number>();
    for (const paragraph of document.paragraphs) {
      for (const { text } of wordsIn(paragraph.text)) {
        const key = keyOf(text);
        here.set(key, (here.get(key) ?? 0) + 1);
      }
    }
    for (const [word, count] of here) {
      const use = this.#uses.get(word) ?? { count: 0, documents: 0 };
      use.count += by * count;
      use.documents += by;
      if (use.documents === 0) this.#uses.delete(word);
      else this.#uses.set(word, use);
    }
  }
}

/** Lower case, straight apostrophe, no possessive ending: what two uses of one word have in common. */
function keyOf(word: string): string {
  return word.toLowerCase().replace(/’/g, "'").replace(/'s?$/, '');
}

export const vocabulary: Derivation<Vocabulary> = {
  name: 'vocabulary',
  derive(corpus, previous) {
    const counts = previous?.value instanceof Counts ? previous.value : new Counts();
    const earlier: Corpus | undefined = previous?.corpus;
    const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
    for (const path of changed) {
      if (corpus.isDraft(path)) continue;
      const before = earlier?.document(path);
      const after = corpus.document(path);
      if (before) counts.add(before, -1);
      if (after) counts.add(after, 1);
    }
    return counts;
  },
};
