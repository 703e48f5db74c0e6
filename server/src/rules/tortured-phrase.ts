import { isWordOf, wordedSentences, type WordedWord } from '../analysis/wordedSentences.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Manifest } from '../analysis/manifest.js';
import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { torturedPhrases } from '../core/fixedExpressions.js';
import { foldSpelling } from '../core/spellings.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { baseOf } from '../core/wordForms.js';
import type { CorpusRule, Finding } from './rule.js';

export const torturedPhrase: CorpusRule = {
  code: 'tortured-phrase',
  family: 'wording',
  summary: 'A fixed expression whose words were exchanged for others that a thesaurus lists.',
  why: 'Who writes “counterfeit consciousness” for “artificial intelligence” did not write it: a program reworded the text.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Needs no other source. Knows some three hundred terms of science, law, politics and business, and what thesauri put for their words; `phrases` in `variorum.json` adds phrases of a field, each with the expression that is expected, or null for one that is meant.',
  examples: {
    valid: [
      'A neural network is trained by supervised learning; the tumour was a malignant growth.',
      'Artificial intelligence and human consciousness are not one thing; military intelligence is another.',
      'He sold counterfeit goods. Consciousness returned slowly.',
      'The budget shortfall grew, the safety committee met, and the team won the season series.',
    ],
    invalid: [
      'The model uses [|counterfeit consciousness|]{tortured-phrase} and [|profound learning|]{tortured-phrase}.',
      'She was treated for [|bosom malignancy|]{tortured-phrase} after a [|coronary disappointment|]{tortured-phrase}.',
    ],
  },
  *check({ paragraph, start: offset }, corpus) {
    for (const { start, end, expression } of phrasesIn(paragraph, phrasesOf(corpus), corpus)) {
      const text = paragraph.text.slice(start, end);
      const message = `“${text}” here; “${expression}” is the usual expression`;
      const finding: Finding = { start: offset + start, end: offset + end, message, suggestions: [expression] };
      yield { ...finding, confidence: 0.9 };
    }
  },
};

interface Found {
  readonly start: number;
  readonly end: number;
  readonly expression: string;
}

const LONGEST = 7;
const byManifest = new WeakMap<Manifest, ReadonlyMap<string, string>>();

/** Ours, and those of the manifest; both in the base form of `WordedWord`. */
function phrasesOf({ manifest, resources }: Corpus): ReadonlyMap<string, string> {
  const known = byManifest.get(manifest);
  if (known) return known;
  const isWord = isWordOf(resources.wordVectors);
  const baseForm = (phrase: string) =>
    wordsIn(phrase)
      .map(({ text }) => foldSpelling(baseOf(normalForm(text), isWord)))
      .join(' ');
  const phrases = new Map<string, string>();
  for (const [phrase, expression] of torturedPhrases()) phrases.set(baseForm(phrase), expression);
  for (const [phrase, expected] of manifest.phrases) {
    if (expected === null) phrases.delete(baseForm(phrase));
    else phrases.set(baseForm(phrase), expected);
  }
  byManifest.set(manifest, phrases);
  return phrases;
}

const kept = new Facts<
  Paragraph,
  { readonly phrases: ReadonlyMap<string, string>; readonly found: readonly Found[] }
>();
const beginnings = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();

function phrasesIn(
  paragraph: Paragraph,
  phrases: ReadonlyMap<string, string>,
  { resources }: Corpus,
): readonly Found[] {
  const known = kept.get(paragraph);
  if (known?.phrases === phrases) return known.found;
  let first = beginnings.get(phrases);
  if (!first) beginnings.set(phrases, (first = new Set(Array.from(phrases.keys(), (key) => key.split(' ')[0] ?? ''))));
  const found: Found[] = [];
  for (const { words } of wordedSentences(paragraph, resources)) {
    for (let at = 0; at < words.length; at++) {
      if (!first.has(words[at]?.base ?? '')) continue;
      const length = longestAt(words, at, phrases, paragraph.text);
      if (length === 0) continue;
      const run = words.slice(at, at + length);
      const expression = phrases.get(run.map(({ base }) => base).join(' ')) ?? '';
      found.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, expression });
      at += length - 1;
    }
  }
  kept.set(paragraph, { phrases, found });
  return found;
}

/** How many words from `at` on are a phrase, with nothing but blanks and hyphens between them. */
function longestAt(
  words: readonly WordedWord[],
  at: number,
  phrases: ReadonlyMap<string, string>,
  text: string,
): number {
  let key = '';
  let longest = 0;
  for (let length = 1; length <= LONGEST && at + length <= words.length; length++) {
    const word = words[at + length - 1];
    const before = words[at + length - 2];
    // A name is no term: “the Brilliant Network”, “Gore pressured them”.
    if (!word || (word.kind === 'name' && !(word.isFirst && length === 1))) break;
    if (length > 1 && before && !/^[\s-]+$/.test(text.slice(before.end, word.start))) break;
    key = length === 1 ? word.base : `${key} ${word.base}`;
    if (length > 1 && phrases.has(key)) longest = length;
  }
  return longest;
}
