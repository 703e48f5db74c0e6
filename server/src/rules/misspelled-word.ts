import type { Corpus } from '../analysis/corpus.js';
import { people } from '../analysis/people.js';
import { vocabulary, type Vocabulary } from '../analysis/vocabulary.js';
import type { Document, Paragraph } from '../core/document.js';
import { isWebFurniture } from '../core/furniture.js';
import { nonProseSpans } from '../core/nonProse.js';
import { overlaps } from '../core/span.js';
import type { Speller } from '../core/speller.js';
import { tokensIn, type Token } from '../core/tokens.js';
import type { CorpusRule, Evidence, Finding } from './rule.js';

export const misspelledWord: CorpusRule = {
  code: 'misspelled-word',
  family: 'spelling',
  summary: 'A word that no dictionary has and no other source writes, a letter or two from one that they do.',
  why: 'A typo in a source misleads search and is quoted onwards.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Names are never reported, nor words in capitals, words that a second source also writes, words in a language other than English, or words that resemble nothing.',
  examples: {
    valid: [
      'The Kumsusan guesthouse stands in Pyongyang, said Hyonhee Shin.',
      'They recognise the colour of the theatre and of the theater.',
      'A multipolarised world; re-elected, geopolitical, un-American.',
      '-- a.txt --\nThe quasar’s blazor flickered.\n-- b.txt --\nIts blazor was seen for a week.',
      'See https://example.org/recieve or write to recieve@example.org.',
      'Le gouvernement a présenté hier son projet de loi sur les retraites.',
    ],
    invalid: [
      'They [|recieve|]{misspelled-word} a letter each week from the [|goverment|]{misspelled-word}.',
      '-- a.txt --\nShe teaches at Cambridge [|Universtiy|]{misspelled-word}’s Centre.\n-- b.txt --\nShe teaches at Cambridge University’s Centre.',
    ],
  },
  *check(document, corpus) {
    const { speller } = corpus.resources;
    const words = corpus.get(vocabulary);
    if (isForeign(document, speller)) return;
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const offset = document.offsets[index] ?? 0;
      for (const suspect of suspectsOf(paragraph, speller)) {
        const { word } = suspect;
        if (isAccepted(word, corpus) || words.documents(word) > (corpus.isDraft(document.path) ? 0 : 1)) continue;
        const corrections = correctionsOf(suspect, words, speller);
        if (corrections.length === 0) continue;
        const start = offset + suspect.start;
        // Part of a recognised name.
        if (/^\p{Lu}/u.test(word) && corpus.get(people).at(document.path, start + 1)) continue;
        yield finding(start, word, corrections, document, corpus);
      }
    }
  },
};

/** A word of a paragraph that no dictionary has. */
interface Suspect {
  readonly start: number;
  readonly word: string;
  /** A capital stands before or after it: it may be part of a name. */
  readonly isBesideCapital: boolean;
}

const suspects = new WeakMap<Paragraph, readonly Suspect[]>();

function suspectsOf(paragraph: Paragraph, speller: Speller): readonly Suspect[] {
  let found = suspects.get(paragraph);
  if (!found) suspects.set(paragraph, (found = isWebFurniture(paragraph) ? [] : suspectsIn(paragraph.text, speller)));
  return found;
}

function suspectsIn(text: string, speller: Speller): Suspect[] {
  const tokens = tokensIn(text);
  let skipped: ReturnType<typeof nonProseSpans> | undefined;
  return tokens.flatMap((token, at): Suspect[] => {
    const word = wordOf(token);
    if (word === undefined || speller.isWord(word.replace(/’/g, "'"))) return [];
    skipped ??= nonProseSpans(text);
    if (skipped.some((span) => overlaps(span, token)) || isGlued(text, token)) return [];
    const isBesideCapital = [tokens[at - 1], tokens[at + 1]].some(
      (one) => one !== undefined && /^\p{Lu}/u.test(one.text),
    );
    return [{ start: token.start, word, isBesideCapital }];
  });
}

/** The word without possessive ending, if it is one that a dictionary could judge. */
function wordOf({ kind, text }: Token): string | undefined {
  if (kind !== 'word') return undefined;
  const word = text.replace(/['’]s?$/, '');
  // Other alphabets and accents are beyond this dictionary; capitals and digits make abbreviations and codes.
  return /^[A-Za-z]?[a-z'’]{2,}$/.test(word) && !/^n['’]t$/.test(word) ? word : undefined;
}

/** A word of the corpus's or the reader's own dictionary. */
function isAccepted(word: string, { manifest: { words } }: Corpus): boolean {
  return words.has(word) || words.has(word.toLowerCase());
}

/** Part of something longer that is no plain word: snake_case, a/b, v1.x, -prefix-. */
function isGlued(text: string, token: Token): boolean {
  const around = (text[token.start - 1] ?? ' ') + (text[token.end] ?? ' ');
  return /[_@#/\\\d]/.test(around) || (/[-‐‑]/.test(around) && token.text.length < 5);
}

function correctionsOf({ word, isBesideCapital }: Suspect, words: Vocabulary, speller: Speller): string[] {
  const lower = word.toLowerCase();
  const isCapital = word !== lower;
  const own = words.count(word);
  // Two edits from a word is too far for what may be a name.
  if (isCapital && (own > 1 || word.length < 5)) return [];
  const candidates = isCapital ? speller.nearby(lower).slice(0, 8) : speller.suggest(lower, 8);
  const near = candidates.filter((correction) => {
    if (!/^[a-z']+$/.test(correction)) return false;
    const used = words.count(correction);
    if (!isCapital) return own < 3 || used > own || speller.frequency(correction) >= 60;
    // A capital makes it a name, unless the sources themselves write the word it resembles, or everybody does.
    return used > 0 || (speller.frequency(correction) >= 70 && word.length >= 6 && !isBesideCapital);
  });
  const isUsed = (correction: string) => words.count(correction) > 0;
  const ranked = [...near.filter(isUsed), ...near.filter((correction) => !isUsed(correction))];
  return ranked.slice(0, 3).map((correction) => (isCapital ? capitalised(correction) : correction));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const MOST_EVIDENCE = 5;

function finding(
  start: number,
  word: string,
  corrections: readonly string[],
  document: Document,
  corpus: Corpus,
): Finding {
  const [first = ''] = corrections;
  const evidence = placesOf(first, document, corpus);
  const sources = new Set(evidence.map(({ path }) => path)).size;
  const others = sources === 1 ? '1 other source writes' : `${sources} other sources write`;
  const message =
    sources > 0
      ? `“${word}” is in no dictionary; ${others} “${first}”.`
      : `“${word}” is in no dictionary and in no other source; “${first}” is close.`;
  return {
    start,
    end: start + word.length,
    message,
    suggestions: corrections,
    evidence,
    confidence: sources > 0 ? 0.95 : 0.85,
  };
}

/** Where other sources write the word that was probably meant, the first place in each. */
function placesOf(word: string, document: Document, corpus: Corpus): Evidence[] {
  const evidence: Evidence[] = [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
  for (const other of corpus.documents.values()) {
    if (other === document || corpus.isDraft(other.path)) continue;
    const found = pattern.exec(other.text);
    if (!found) continue;
    evidence.push({ path: other.path, start: found.index, end: found.index + found[0].length, text: found[0] });
    if (evidence.length === MOST_EVIDENCE) break;
  }
  return evidence;
}

const foreign = new WeakMap<Document, boolean>();

/** Whether most of a text is in another language, so that an English dictionary has nothing to say. */
function isForeign(document: Document, speller: Speller): boolean {
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
