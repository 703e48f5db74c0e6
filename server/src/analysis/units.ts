import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { sentencesOf } from '../core/sentences.js';
import { asFloats, roomSideBySide, sideBySide } from './sideBySide.js';
import type { Stems } from './stems.js';
import { finish, type Steps } from './steps.js';

/** Longer sentences are cut evenly: lists and tables without a stop. */
const LONGEST_UNIT = 60;
/** A fragment of one or two words goes with what follows. */
const SHORTEST_UNIT = 3;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu;

/** Sentences of one paragraph as the aligner reads them; offsets relative to it. */
export interface ParagraphUnits {
  /** Start and end of each unit. */
  readonly bounds: Int32Array;
  /** Index of the first word of each unit, and behind the last the number of words. */
  readonly firstWords: Int32Array;
  /** Stem, rank, start and end of each word. */
  readonly words: Int32Array;
}

/**
 * A document as the aligner reads it. Unit `u` has the words from `firstWord[u]` up to `firstWord[u + 1]`, and the
 * distinct stems from `firstStem[u]` up to `firstStem[u + 1]`. Offsets count from the start of the document.
 */
export interface Units {
  readonly document: Document;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly firstWord: Int32Array;
  readonly wordStem: Int32Array;
  readonly wordStart: Int32Array;
  readonly wordEnd: Int32Array;
  readonly firstStem: Int32Array;
  readonly stems: Int32Array;
  /** 1 + ln of how often the stem stands in the unit. */
  readonly frequency: Float32Array;
  /** Rank of the first word with the stem; −1 for a rare one. */
  readonly ranks: Int32Array;
}

const byParagraph = new Facts<Paragraph, ParagraphUnits>();
const byDocument = new Facts<Document, Units>();

export function unitsOf(document: Document, stems: Stems): Units {
  return byDocument.get(document) ?? finish(unitsInSteps(document, stems));
}

/** The same for a long text. */
export function* unitsInSteps(document: Document, stems: Stems): Steps<Units> {
  const known = byDocument.get(document);
  if (known) return known;
  const units = yield* joined(document, 0, document.paragraphs.length, stems);
  byDocument.set(document, units);
  return units;
}

/** The units of one paragraph. */
export function unitsOfParagraph(paragraph: Paragraph, stems: Stems): ParagraphUnits {
  const known = byParagraph.get(paragraph);
  if (known) return known;
  const bounds: number[] = [];
  const firstWords: number[] = [];
  const words: number[] = [];
  let isFragment = false;
  for (const sentence of isWebFurniture(paragraph) ? [] : sentencesOf(paragraph)) {
    const first = words.length / 4;
    for (const match of paragraph.text.slice(sentence.start, sentence.end).matchAll(WORD)) {
      const { id, rank } = stems.of(match[0]);
      const start = sentence.start + match.index;
      words.push(id, rank, start, start + match[0].length);
    }
    const count = words.length / 4 - first;
    if (count === 0) continue;
    if (isFragment) bounds[bounds.length - 1] = sentence.end;
    else {
      const parts = Math.ceil(count / LONGEST_UNIT);
      const size = Math.ceil(count / parts);
      for (let part = 0; part < parts; part++) {
        const from = first + part * size;
        const to = Math.min(first + count, from + size);
        bounds.push(part === 0 ? sentence.start : (words[from * 4 + 2] ?? 0));
        bounds.push(part === parts - 1 ? sentence.end : (words[(to - 1) * 4 + 3] ?? 0));
        firstWords.push(from);
      }
    }
    isFragment = words.length / 4 - (firstWords.at(-1) ?? 0) < SHORTEST_UNIT;
  }
  firstWords.push(words.length / 4);
  const packed = sideBySide([bounds, firstWords, words]);
  const units = { bounds: packed[0], firstWords: packed[1], words: packed[2] };
  byParagraph.set(paragraph, units);
  return units;
}

/** The units of the paragraphs from `first` up to `end`, as a document of their own. */
export function unitsOfParagraphs(document: Document, first: number, end: number, stems: Stems): Units {
  return finish(joined(document, first, end, stems));
}

function* joined(document: Document, first: number, end: number, stems: Stems): Steps<Units> {
  const all = document.paragraphs.slice(first, end).map((paragraph) => unitsOfParagraph(paragraph, stems));
  const count = all.reduce((sum, { bounds }) => sum + bounds.length / 2, 0);
  const wordCount = all.reduce((sum, { words }) => sum + words.length / 4, 0);
  const [starts, ends, firstWord, wordStem, wordStart, wordEnd, firstStem] = roomSideBySide([
    count,
    count,
    count + 1,
    wordCount,
    wordCount,
    wordCount,
    count + 1,
  ]);
  const distinct = new Int32Array(wordCount);
  const times = new Int32Array(wordCount);
  const ranks = new Int32Array(wordCount);
  let stemCount = 0;
  let unit = 0;
  let word = 0;
  for (const [index, { bounds, firstWords, words }] of all.entries()) {
    const offset = document.offsets[first + index] ?? 0;
    for (let own = 0; own < bounds.length / 2; own++, unit++) {
      starts[unit] = offset + (bounds[own * 2] ?? 0);
      ends[unit] = offset + (bounds[own * 2 + 1] ?? 0);
      firstWord[unit] = word;
      const firstOfUnit = stemCount;
      for (let at = firstWords[own] ?? 0; at < (firstWords[own + 1] ?? 0); at++, word++) {
        const stem = words[at * 4] ?? 0;
        wordStem[word] = stem;
        wordStart[word] = offset + (words[at * 4 + 2] ?? 0);
        wordEnd[word] = offset + (words[at * 4 + 3] ?? 0);
        // A unit has so few words that going through them is quicker than a table.
        let position = firstOfUnit;
        while (position < stemCount && distinct[position] !== stem) position++;
        if (position === stemCount) {
          distinct[position] = stem;
          ranks[position] = words[at * 4 + 1] ?? -1;
          stemCount++;
        }
        times[position] = (times[position] ?? 0) + 1;
      }
      firstStem[unit + 1] = stemCount;
    }
    yield index / all.length;
  }
  firstWord[count] = word;
  const [ownStems, ownRanks, room] = roomSideBySide([stemCount, stemCount, stemCount]);
  ownStems.set(distinct.subarray(0, stemCount));
  ownRanks.set(ranks.subarray(0, stemCount));
  const frequency = asFloats(room);
  for (let at = 0; at < stemCount; at++) frequency[at] = 1 + Math.log(times[at] ?? 1);
  return {
    document,
    count,
    starts,
    ends,
    firstWord,
    wordStem,
    wordStart,
    wordEnd,
    firstStem,
    stems: ownStems,
    frequency,
    ranks: ownRanks,
  };
}

export function unitCount(paragraph: Paragraph, stems: Stems): number {
  return unitsOfParagraph(paragraph, stems).bounds.length / 2;
}

/**
 * So many units a document has at most, by the words it may have: every unit but the last of a paragraph has
 * `SHORTEST_UNIT` of them. Found without reading it, as most texts need not be.
 */
export function mostUnits({ text, paragraphs }: Document): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isBeyondAscii = code > 127;
    if (!isInWord && (isBeyondAscii || isLetterOrDigit(code))) words++;
    // Beyond ASCII each may be a word, or stand between two.
    isInWord = isLetterOrDigit(code);
  }
  return Math.floor(words / SHORTEST_UNIT) + paragraphs.length;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Index of the unit that holds `offset` or touches it; −1 where none does. */
export function unitAt({ starts, ends, count }: Units, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && offset <= (ends[low - 1] ?? 0) ? low - 1 : -1;
}

/** Index of the unit that holds `offset`, relative to the paragraph, or touches it; −1 where none does. */
export function unitInParagraph({ bounds }: ParagraphUnits, offset: number): number {
  for (let unit = bounds.length / 2 - 1; unit >= 0; unit--) {
    if ((bounds[unit * 2] ?? 0) <= offset) return offset <= (bounds[unit * 2 + 1] ?? 0) ? unit : -1;
  }
  return -1;
}

/** The units from `first` up to `last`, as a document of their own; offsets stay those of the document. */
export function sliceOf(units: Units, first: number, last: number): Units {
  const [from, to] = [Math.max(0, first), Math.min(units.count, last)];
  if (from === 0 && to === units.count) return units;
  const [word, stem] = [units.firstWord[from] ?? 0, units.firstStem[from] ?? 0];
  const [lastWord, lastStem] = [units.firstWord[to] ?? 0, units.firstStem[to] ?? 0];
  return {
    document: units.document,
    count: to - from,
    starts: units.starts.subarray(from, to),
    ends: units.ends.subarray(from, to),
    firstWord: units.firstWord.slice(from, to + 1).map((at) => at - word),
    wordStem: units.wordStem.subarray(word, lastWord),
    wordStart: units.wordStart.subarray(word, lastWord),
    wordEnd: units.wordEnd.subarray(word, lastWord),
    firstStem: units.firstStem.slice(from, to + 1).map((at) => at - stem),
    stems: units.stems.subarray(stem, lastStem),
    frequency: units.frequency.subarray(stem, lastStem),
    ranks: units.ranks.subarray(stem, lastStem),
  };
}
