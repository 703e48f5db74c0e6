import type { PlacedParagraph } from '../core/document.js';
import type { QuotedWord } from '../core/quotedWords.js';
import { overlaps, startingIn } from '../core/span.js';
import { stem } from '../core/stem.js';
import type { Corpus } from './corpus.js';
import type { Person } from './people.js';
import { quotationIndex, type QuotedSentence } from './quotationIndex.js';
import { quotationMatches } from './quotationMatches.js';
import type { QuotedPlace, QuotedReading } from './quotationReadings.js';
import { speakers } from './speakers.js';
import { standingOf } from './standing.js';
import { nearestStrangers } from './storyTellers.js';

/** More words show by themselves that two quotations are of one utterance (quotationComparison.ts); to seek them here takes time only. */
const MOST_WORDS = 7;
/** Of one word none is shared. */
const FEWEST_WORDS = 2;
/** What the words must weigh that both have: one telling word. */
const LEAST_SHARED = 1;
/** Small words, names and what anybody says weigh less, and differ for other reasons. */
const LEAST_TELLING = 1;
/** Tellers of the story that are asked. */
const MOST_TELLERS = 12;

/**
 * Words that a text quotes of a speaker, a few out of a sentence, and that another text quotes of the same speaker but for one
 * word: “voted for change”, where the other has “The people have voted for peace”.
 */
export function* alteredPartsIn(here: PlacedParagraph, corpus: Corpus): Generator<QuotedPlace> {
  const { path } = here.document;
  const index = corpus.get(quotationIndex);
  const brief = startingIn(index.in(path), here).filter(({ words }) => words.length <= MOST_WORDS);
  if (brief.length === 0) return;
  const matched = new Set(
    corpus
      .get(quotationMatches)
      .in(here)
      .map(({ quoted }) => quoted),
  );
  for (const quoted of brief) {
    const speaker = matched.has(quoted) ? undefined : speakerOf(quoted, corpus);
    const place = speaker && placeIn(quoted, speaker, corpus);
    if (place) yield place;
  }
}

function speakerOf(quoted: QuotedSentence, corpus: Corpus): Person | undefined {
  return corpus
    .get(speakers)
    .in(quoted.path)
    .find((one) => overlaps(one, quoted))?.speaker;
}

/** What two quotations have in the place of each other, by the numbers of the words. */
interface Exchange {
  readonly own: QuotedWord;
  readonly theirs: QuotedWord;
  readonly other: QuotedSentence;
}

function placeIn(quoted: QuotedSentence, speaker: Person, corpus: Corpus): QuotedPlace | undefined {
  const { path } = quoted;
  const own = spokenIn(path, speaker, corpus);
  const agreeing: string[] = [];
  const found: Exchange[] = [];
  for (const { path: other } of nearestStrangers(path, MOST_TELLERS, corpus)) {
    const theirs = spokenIn(other, speaker, corpus);
    if (theirs.some((one) => has(one.words, quoted.words))) agreeing.push(other);
    else found.push(...exchangesIn(quoted, theirs, own).slice(0, 1));
  }
  const [first] = found;
  if (!first || found.some((one) => one.own !== first.own)) return undefined;
  const readings = [...new Set(found.map(({ theirs }) => theirs.folded))].map((word) =>
    readingOf(found.filter(({ theirs }) => theirs.folded === word)),
  );
  const standing = standingOf(
    corpus,
    path,
    agreeing,
    readings.map(({ witnesses }) => witnesses.map((one) => one.path)),
  );
  const [start, end] = [quoted.start + first.own.start, quoted.start + first.own.end];
  return { start, end, text: textOf(quoted, first.own), isInterrupted: false, standing, readings };
}

function spokenIn(path: string, speaker: Person, corpus: Corpus): readonly QuotedSentence[] {
  const spoken = corpus
    .get(speakers)
    .in(path)
    .filter((one) => one.speaker === speaker);
  return corpus
    .get(quotationIndex)
    .in(path)
    .filter((quoted) => spoken.some((one) => overlaps(one, quoted)));
}

/** Where a speaker’s words are those of `quoted` but for one; unless either text has of him what the other has. */
function exchangesIn(
  quoted: QuotedSentence,
  theirs: readonly QuotedSentence[],
  own: readonly QuotedSentence[],
): Exchange[] {
  const { words } = quoted;
  return theirs.flatMap((other): Exchange[] => {
    // Two words tell something only where neither is part of more.
    if (words.length === FEWEST_WORDS && other.words.length !== FEWEST_WORDS) return [];
    for (let from = 0; from + words.length <= other.words.length; from++) {
      const window = other.words.slice(from, from + words.length);
      const exchange = exchangeIn(words, window);
      if (!exchange) continue;
      const [x, y] = exchange;
      const isSaidToo = own.some((one) => has(one.words, [y])) || theirs.some((one) => has(one.words, [x]));
      if (!isSaidToo) return [{ own: x, theirs: y, other }];
    }
    return [];
  });
}

function exchangeIn(
  words: readonly QuotedWord[],
  window: readonly QuotedWord[],
): readonly [own: QuotedWord, theirs: QuotedWord] | undefined {
  let shared = 0;
  let found: readonly [QuotedWord, QuotedWord] | undefined;
  for (const [at, own] of words.entries()) {
    const theirs = window[at];
    if (!theirs || own.isEditorial || theirs.isEditorial || theirs.isAfterGap) return undefined;
    if (own.folded === theirs.folded) shared += own.weight;
    else if (found) return undefined;
    else found = [own, theirs];
  }
  if (!found || shared < LEAST_SHARED) return undefined;
  const [own, theirs] = found;
  // “Deep Throat” is a name; “aqua-musicals” are “aquatic musicals”.
  const areTelling = own.weight >= LEAST_TELLING && theirs.weight >= LEAST_TELLING;
  return areTelling && !areOfOneStem(own.folded, theirs.folded) ? found : undefined;
}

function areOfOneStem(a: string, b: string): boolean {
  return stem(a) === stem(b) || a.startsWith(b) || b.startsWith(a);
}

/** Whether words stand among others, one after the other. */
function has(words: readonly QuotedWord[], part: readonly QuotedWord[]): boolean {
  return words.some((_, from) => part.every(({ folded }, at) => words[from + at]?.folded === folded));
}

function readingOf(same: readonly Exchange[]): QuotedReading {
  const [first] = same;
  return {
    text: first ? textOf(first.other, first.theirs) : '',
    loss: undefined,
    witnesses: same.map(({ other, theirs }) => ({
      path: other.path,
      start: other.start + theirs.start,
      end: other.start + theirs.end,
      text: other.text,
    })),
  };
}

function textOf({ text }: QuotedSentence, { start, end }: QuotedWord): string {
  return text.slice(start, end);
}
