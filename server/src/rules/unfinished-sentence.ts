import { collations, type Collation } from '../analysis/collations.js';
import type { Corpus } from '../analysis/corpus.js';
import { sentenceBefore, sentencePlaces } from '../analysis/sentencePlaces.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { brokenSentencesIn, type BrokenSentence } from '../core/brokenSentences.js';
import type { PlacedParagraph } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import type { Slot } from '../core/collate.js';
import { overlaps, shift } from '../core/span.js';
import { normalForm, wordsIn, type Token } from '../core/tokens.js';
import type { CorpusRule, Evidence } from './rule.js';

/** Words before the break that the whole sentence must have in the same order; and after them, at least. */
const SAME_BEFORE = 3;
const LEAST_AFTER = 2;
/** Words of a main clause, at least. */
const LEAST_MAIN = 4;
/** Share of the words of the clause that the whole sentence must have, in the same order. */
const LEAST_SHARED = 0.5;
/** How far before the first word in common the conjunction of the whole sentence may stand. */
const NEAR = 2;

export const unfinishedSentence: CorpusRule = {
  code: 'unfinished-sentence',
  family: 'debris',
  summary: 'A sentence breaks off that another source has whole.',
  why: 'Words were lost, and with them perhaps what the sentence was there to say.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only where another source shows the rest; of clauses only those on while, although, because, unless, if and when. Quotations may break off, and so may headlines, captions and verse, and what ends in an ellipsis.',
  examples: {
    valid: [
      '-- a.txt --\nWhile the ferry waited in the northern harbour, the storm grew.\n-- b.txt --\nThe crew mended the nets while the ferry waited in the northern harbour.',
      '-- a.txt --\nIt rained. After two hours a captain of 61 years left and was arrested.\n-- b.txt --\nThe harbour police said that the captain, 61, left after two hours of waiting and was arrested.',
      '-- a.txt --\nIt rained. When it rained nobody left the northern harbour of the island.\n-- b.txt --\nThe office of the port said that when it rained nobody left the northern harbour.',
      '-- a.txt --\nIt rained. While the ferry waited in the northern harbour nobody of all the crew was seen anywhere on the deck.\n-- b.txt --\nThe police of the island searched the whole ship while the ferry waited in the northern harbour.',
      '-- a.txt --\nFerry Waits in the Northern Harbour\n\nIt rained.\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the storm.',
      '-- a.txt --\nThe storm came late. The ferry waits in the northern harbour for the end…\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the long storm.',
      '-- a.txt --\nIt was late when the captain of the ferry had left the harbour.\n-- b.txt --\nIt was late when the captain of the ferry had left the harbour with all of his crew.',
      '-- a.txt --\nThe storm came late. The ferry waits in the northern harbour for the\n\nEnd of the long storm.\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the long storm.',
      '-- a.txt --\nThe storm came late. The ferry waits in the northern harbour for the\n\nlong storm to end.\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the long storm.',
      '-- a.txt --\nThe storm came late. The ferry waits in the northern harbour of the island\n-- b.txt --\nThe ferry waits in the northern harbour of the island today.',
    ],
    invalid: [
      '-- a.txt --\nIt rained. [|While the ferry waited in the northern harbour of the island.|]{unfinished-sentence}\n-- b.txt --\nThe crew mended all of the nets while the ferry waited in the northern harbour of the island.',
      '-- a.txt --\nThe storm came late. [|The ferry waits in the northern harbour for the|]{unfinished-sentence}\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the long storm.',
      '-- a.txt --\nThe storm came late. [|The ferry waits in the northern har|]{unfinished-sentence}\n-- b.txt --\nThe ferry waits in the northern harbour for the end of the long storm.',
    ],
  },
  prepare: (document, corpus) => corpus.get(collations).prepare(document),
  *check(here, corpus) {
    for (const broken of brokenSentencesIn(here.paragraph)) {
      if (broken.isOpen && goesOnBelow(here)) continue;
      const beside = corpus
        .get(collations)
        .in(here)
        .filter(({ a }) => overlaps(a, broken));
      const evidence = beside.flatMap((collation) => wholeIn(collation, broken, here, corpus) ?? []);
      const [whole] = evidence;
      if (!whole) continue;
      const sources = sourceNames(
        corpus,
        evidence.map(({ path }) => path),
      );
      yield {
        start: here.start + broken.start,
        end: here.start + broken.end,
        message: `The sentence breaks off here; in ${sources} it is whole: “${oneLine(whole.text, 200)}”.`,
        evidence,
        confidence: 0.8,
      };
    }
  },
};

/** A line of verse, or of a paragraph that print broke: the next one takes the sentence up. */
function goesOnBelow({ document, index }: PlacedParagraph): boolean {
  return /^[\p{Ll}“"‘']/u.test(document.paragraphs[index + 1]?.text ?? '');
}

/** The sentence of the other source, if what broke off here goes on there. */
function wholeIn(
  collation: Collation,
  broken: BrokenSentence,
  here: PlacedParagraph,
  corpus: Corpus,
): Evidence | undefined {
  const { b } = collation;
  const document = corpus.document(b.path);
  if (!document) return undefined;
  const sentences = sentencePlaces(corpus, document);
  const whole = sentences[sentenceBefore(sentences, b.start)];
  if (!whole || whole.end < b.end) return undefined;
  const text = document.text.slice(whole.start, whole.end);
  const words = wordsIn(text);
  const isWhole =
    broken.conjunction === undefined
      ? goesOn(broken, words, here)
      : hasMainClause(broken, collation, words, whole.start);
  return isWhole ? { ...whole, text, reading: text } : undefined;
}

/** The last words before the break stand there too, and others after them that do not follow here. */
function goesOn({ words, isOpen }: BrokenSentence, there: readonly Token[], here: PlacedParagraph): boolean {
  const tail = words.slice(-SAME_BEFORE).map(({ text }) => normalForm(text));
  const isSame = (word: string | undefined, at: number) =>
    word === tail[at] ||
    // Cut in the middle of a word.
    (isOpen && at === tail.length - 1 && word?.startsWith(tail[at] ?? '') === true && (tail[at]?.length ?? 0) > 1);
  const forms = there.map(({ text }) => normalForm(text));
  const at = forms.findIndex((_, start) => tail.every((_word, offset) => isSame(forms[start + offset], offset)));
  const rest = at < 0 ? [] : forms.slice(at + tail.length);
  if (rest.length < LEAST_AFTER) return false;
  const next = wordsIn(here.document.paragraphs[here.index + 1]?.text.slice(0, 80) ?? '');
  return !isOpen || rest.slice(0, LEAST_AFTER).some((word, offset) => word !== normalForm(next[offset]?.text ?? ''));
}

const IN_COMMON: ReadonlySet<Slot['kind']> = new Set(['same', 'respelled', 'inflected']);

/** There the clause hangs on a conjunction as well, and enough words stand outside of it. */
function hasMainClause(
  broken: BrokenSentence,
  { a, b, slots }: Collation,
  words: readonly Token[],
  sentenceStart: number,
): boolean {
  const common = slots.flatMap(({ kind, a: here, b: there }) =>
    IN_COMMON.has(kind) && here && there && overlaps(shift(here, a.start), broken) ? shift(there, b.start) : [],
  );
  const [first, last] = [common[0], common.at(-1)];
  if (!first || !last || common.length < LEAST_SHARED * (broken.words.length - 1)) return false;
  const from = words.findIndex(({ start }) => sentenceStart + start >= first.start);
  const to = words.findIndex(({ end }) => sentenceStart + end >= last.end);
  const opens = words.findIndex(
    ({ text }, index) => Math.abs(index - from) <= NEAR && normalForm(text) === broken.conjunction,
  );
  // “The office said that while it rained nobody left.”: what follows may be whole.
  if (opens > 0 && /^(?:that|said|says)$/.test(normalForm(words[opens - 1]?.text ?? ''))) return false;
  return opens >= 0 && Math.max(Math.min(opens, from), words.length - 1 - to) >= LEAST_MAIN;
}
