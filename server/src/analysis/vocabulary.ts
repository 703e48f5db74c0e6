import type { Document, Paragraph } from '../core/document.js';
import { wordsIn } from '../core/tokens.js';
import type { Corpus, Derivation, Derived } from './corpus.js';
import { Handover } from './handover.js';
import { numbersIn, wordsIn as packedWords, type Packed } from './packed.js';
import { each, eachInSteps, finish, type Steps } from './steps.js';

/** How often the corpus writes a word, in any capitalisation, and in how many documents. Drafts do not count. */
export interface Vocabulary {
  /** Words of all documents, each as often as it stands. */
  readonly total: number;
  count(word: string): number;
  documents(word: string): number;
  /** How often it stands with a capital. */
  capitals(word: string): number;
}

interface Use {
  count: number;
  capitals: number;
  documents: number;
}

type Counted = Map<string, { count: number; capitals: number }>;

/** The counts of one snapshot. The next one takes them over and changes them; this one counts again if it is asked. */
class CountedWords implements Vocabulary {
  readonly index: Handover<Counts>;

  constructor(
    private readonly corpus: Corpus,
    index: Counts,
  ) {
    this.index = new Handover(index);
  }

  get total(): number {
    return this.#own.total;
  }

  count(word: string): number {
    return this.#own.count(word);
  }

  documents(word: string): number {
    return this.#own.documents(word);
  }

  capitals(word: string): number {
    return this.#own.capitals(word);
  }

  get #own(): Counts {
    return this.index.orMake(() => finish(updated(new Counts(), this.corpus, undefined)));
  }
}

class Counts implements Vocabulary {
  readonly #uses = new Map<string, Use>();
  /** Words of the documents that were edited, by path: for all texts they would outweigh the texts. */
  readonly #edited = new Map<string, Counted>();
  total = 0;

  /** What `save` packed. */
  static *restored(packed: Packed): Steps<Counts> {
    const counts = new Counts();
    const uses = numbersIn(packed, 'uses');
    const words = packedWords(packed, 'words');
    yield* each(words.entries(), words.length, ([index, word]) => {
      const [count = 0, capitals = 0, documents = 0] = uses.subarray(3 * index, 3 * index + 3);
      counts.#uses.set(word, { count, capitals, documents });
      counts.total += count;
    });
    return counts;
  }

  *save(): Steps<Packed> {
    const uses = new Int32Array(3 * this.#uses.size);
    const words: string[] = [];
    yield* each(this.#uses, this.#uses.size, ([word, { count, capitals, documents }]) => {
      uses.set([count, capitals, documents], 3 * words.length);
      words.push(word);
    });
    return { words, uses };
  }

  count(word: string): number {
    return this.#uses.get(keyOf(word))?.count ?? 0;
  }

  documents(word: string): number {
    return this.#uses.get(keyOf(word))?.documents ?? 0;
  }

  capitals(word: string): number {
    return this.#uses.get(keyOf(word))?.capitals ?? 0;
  }

  *add(document: Document): Steps<void> {
    for (const [word, use] of yield* counted(document.paragraphs)) this.#change(word, use.count, use.capitals, 1);
  }

  *remove(document: Document): Steps<void> {
    this.#edited.delete(document.path);
    for (const [word, use] of yield* counted(document.paragraphs)) this.#change(word, -use.count, -use.capitals, -1);
  }

  /** Takes in an edit: only words of paragraphs that are new or gone are looked at. */
  *replace(before: Document, after: Document): Steps<void> {
    const [old, now] = [new Set(before.paragraphs), new Set(after.paragraphs)];
    const gone = yield* counted(before.paragraphs.filter((paragraph) => !now.has(paragraph)));
    const come = yield* counted(after.paragraphs.filter((paragraph) => !old.has(paragraph)));
    const here = this.#edited.get(before.path) ?? (yield* counted(before.paragraphs));
    this.#edited.set(before.path, here);
    for (const word of new Set([...gone.keys(), ...come.keys()])) {
      const [less, more] = [gone.get(word) ?? NEVER, come.get(word) ?? NEVER];
      const known = here.get(word) ?? NEVER;
      const count = known.count + more.count - less.count;
      const capitals = known.capitals + more.capitals - less.capitals;
      if (count === 0) here.delete(word);
      else here.set(word, { count, capitals });
      const documents = Math.sign(count) - Math.sign(known.count);
      this.#change(word, more.count - less.count, more.capitals - less.capitals, documents);
    }
  }

  #change(word: string, count: number, capitals: number, documents: number): void {
    const use = this.#uses.get(word) ?? { count: 0, capitals: 0, documents: 0 };
    use.count += count;
    use.capitals += capitals;
    use.documents += documents;
    this.total += count;
    if (use.documents === 0) this.#uses.delete(word);
    else this.#uses.set(word, use);
  }
}

const NEVER = { count: 0, capitals: 0 };

function* counted(paragraphs: readonly Paragraph[]): Steps<Counted> {
  const counts: Counted = new Map();
  yield* each(paragraphs, paragraphs.length, ({ text }) => {
    for (const word of wordsIn(text)) {
      const key = keyOf(word.text);
      const use = counts.get(key);
      const capital = /^\p{Lu}/u.test(word.text) ? 1 : 0;
      if (use) {
        use.count++;
        use.capitals += capital;
      } else counts.set(key, { count: 1, capitals: capital });
    }
  });
  return counts;
}

/** Lower case, straight apostrophe, no possessive ending: what two uses of one word have in common. */
function keyOf(word: string): string {
  return word.toLowerCase().replace(/’/g, "'").replace(/'s?$/, '');
}

export const vocabulary: Derivation<Vocabulary> = {
  name: 'vocabulary',
  steps: vocabularyOf,
  saved: {
    save: (value) => (value instanceof CountedWords ? value.index.packed((counts) => counts.save()) : undefined),
    *restore(packed, corpus) {
      return new CountedWords(corpus, yield* Counts.restored(packed));
    },
  },
};

function* vocabularyOf(corpus: Corpus, previous: Derived<Vocabulary> | undefined): Steps<Vocabulary> {
  const known = previous?.value instanceof CountedWords ? previous.value.index.take() : undefined;
  const counts = yield* updated(known ?? new Counts(), corpus, known && previous?.corpus);
  return new CountedWords(corpus, counts);
}

function* updated(counts: Counts, corpus: Corpus, earlier: Corpus | undefined): Steps<Counts> {
  const changed = earlier ? corpus.changedSince(earlier) : [...corpus.documents.keys()];
  yield* eachInSteps(changed, changed.length, function* (path) {
    if (corpus.isDraft(path)) return;
    const before = earlier?.document(path);
    const after = corpus.document(path);
    if (before && after) yield* counts.replace(before, after);
    else if (before) yield* counts.remove(before);
    else if (after) yield* counts.add(after);
  });
  return counts;
}
