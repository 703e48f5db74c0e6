import { collate } from '../core/collate.js';
import { oneLine } from '../core/oneLine.js';
import { foldSpelling } from '../core/spellings.js';
import type { Place, Span } from '../core/span.js';
import { normalForm } from '../core/tokens.js';
import type { Corpus } from './corpus.js';
import { parallels } from './parallels.js';
import { sentenceBefore, sentencePlaces } from './sentencePlaces.js';
import { wordLikeness } from './wordLikeness.js';

/** What one source has of a passage, one sentence a line. */
export interface PassageVersion {
  /** Where it begins and ends there. */
  readonly place: Place;
  readonly text: string;
}

/** Sentences compared at once; a whole long text is better read in parallel. */
const MOST_SENTENCES = 200;
const LONGEST_LINE = 5000;

/**
 * The sentences that `span` touches, and their counterparts in every other source in the order in which that one has
 * them; the text at hand first. With `isSubstantive`, words and marks that differ in nothing but dialect, case or
 * punctuation are written as in the first text, so that a comparison does not show them.
 */
export function passageVersions(corpus: Corpus, path: string, span: Span, isSubstantive: boolean): PassageVersion[] {
  const document = corpus.document(path);
  if (!document) return [];
  const all = sentencePlaces(corpus, document);
  const first = Math.max(0, sentenceBefore(all, span.start));
  const last = Math.max(first, sentenceBefore(all, Math.max(span.start, span.end - 1)));
  const here = all.slice(first, Math.min(last + 1, first + MOST_SENTENCES));
  if (here.length === 0) return [];
  const counterparts = new Map<string, Map<number, { place: Place; beside: Place }>>();
  for (const sentence of here) {
    for (const { b } of corpus.get(parallels).at(path, middleOf(sentence))) {
      const other = corpus.document(b.path);
      if (!other) continue;
      const sentences = sentencePlaces(corpus, other);
      const index = sentenceBefore(sentences, middleOf(b));
      const place = sentences[index];
      if (!place) continue;
      const found = counterparts.get(b.path) ?? new Map<number, { place: Place; beside: Place }>();
      if (!found.has(index)) found.set(index, { place, beside: sentence });
      counterparts.set(b.path, found);
    }
  }
  const line = (place: Place) => oneLine(corpus.textAt(place), LONGEST_LINE);
  const versions = [...counterparts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    versionOf(here, here.map(line)),
    ...versions.map(([, found]) => {
      const ordered = [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
      const lines = ordered.map(({ place, beside }) =>
        isSubstantive ? inWordsOf(line(beside), line(place), corpus) : line(place),
      );
      return versionOf(
        ordered.map(({ place }) => place),
        lines,
      );
    }),
  ];
}

function versionOf(places: readonly Place[], lines: readonly string[]): PassageVersion {
  const [first] = places;
  const path = first?.path ?? '';
  return {
    place: { path, start: first?.start ?? 0, end: Math.max(...places.map(({ end }) => end)) },
    text: lines.join('\n'),
  };
}

/** `other` with the words, marks and case of `base` wherever both have the same words. */
export function inWordsOf(base: string, other: string, corpus: Pick<Corpus, 'resources'>): string {
  let written = '';
  let end = 0;
  let last: Span | undefined;
  for (const { a, b } of collate(base, other, wordLikeness(corpus.resources))) {
    if (!b) continue;
    const isSame = a !== undefined && foldedAlike(base.slice(a.start, a.end), other.slice(b.start, b.end));
    const follows = isSame && last !== undefined && !/[\p{L}\p{N}]/u.test(base.slice(last.end, a.start));
    written += follows && last ? base.slice(last.end, a.start) : other.slice(end, b.start);
    written += isSame ? base.slice(a.start, a.end) : other.slice(b.start, b.end);
    end = b.end;
    last = isSame ? a : undefined;
  }
  const isAtEnd = last !== undefined && !/[\p{L}\p{N}]/u.test(base.slice(last.end));
  return written + (isAtEnd && last ? base.slice(last.end) : other.slice(end));
}

function foldedAlike(a: string, b: string): boolean {
  const folded = (words: string) =>
    (words.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).map((word) => foldSpelling(normalForm(word))).join(' ');
  return folded(a) === folded(b);
}

function middleOf({ start, end }: Span): number {
  return Math.floor((start + end) / 2);
}
