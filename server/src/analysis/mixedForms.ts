import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import { dialectPair, type DialectPair } from '../core/dialectPairs.js';
import { Facts } from '../core/facts.js';
import { overwritten, proseOf } from '../core/prose.js';
import { quotationsOf } from '../core/quotations.js';
import type { Place, Span } from '../core/span.js';
import type { Speller } from '../core/speller.js';
import { dialectOf } from './dialects.js';
import type { Corpus } from './corpus.js';
import { each, type Steps } from './steps.js';

/** A form that its own text mostly writes otherwise. */
export interface MixedForm extends Span {
  readonly text: string;
  /** How the text mostly puts it; `usual` is where it first does, or writes another word that way. */
  readonly meant: string;
  readonly usual: Place & { readonly text: string };
  /** How many words, each counted once, have the usual spelling; 1 where it is about this word alone. */
  readonly count: number;
  readonly isDialect: boolean;
}

const TITLE = /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr)(?![\p{L}\p{N}])\.?(?= \p{Lu})/gu;
const WORD = /(?<![\p{L}\p{N}’'-])\p{Ll}{4,}(?![\p{L}\p{N}’'-])/gu;
const HYPHENATED = /(?<![\p{L}\p{N}’'-])\p{Ll}+-\p{Ll}+(?![\p{L}\p{N}’'-])/gu;

interface Dialectal extends Span, DialectPair {
  readonly text: string;
}

/** What a paragraph writes outside quotations. Words in capitals may be names, whose spelling is their own. */
interface Read {
  readonly titles: readonly Span[];
  readonly dialectal: readonly Dialectal[];
  readonly hyphenated: readonly Span[];
  readonly words: ReadonlyMap<string, Span>;
}

const reads = new Facts<Paragraph, Read>();

function readOf(paragraph: Paragraph, speller: Speller): Read {
  let read = reads.get(paragraph);
  if (!read) reads.set(paragraph, (read = readNew(paragraph, speller)));
  return read;
}

function readNew(paragraph: Paragraph, speller: Speller): Read {
  const text = withoutQuotations(paragraph);
  const spans = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
  const words = spans(WORD);
  return {
    titles: spans(TITLE),
    dialectal: words.flatMap((span) => {
      const word = text.slice(span.start, span.end);
      const pair = dialectPair(word, speller);
      return pair ? [{ ...span, ...pair, text: word }] : [];
    }),
    hyphenated: spans(HYPHENATED),
    words: new Map(words.map((span) => [text.slice(span.start, span.end), span])),
  };
}

function withoutQuotations(paragraph: Paragraph): string {
  const prose = proseOf(paragraph);
  if (prose === '') return prose;
  return overwritten(
    prose,
    quotationsOf(paragraph).map(({ outer }) => outer),
  );
}

/** What a text does, by way of doing it: each word or title once, with the first place. */
interface Habits {
  readonly withStop: readonly Place[];
  readonly withoutStop: readonly Place[];
  readonly american: ReadonlyMap<string, Place>;
  readonly british: ReadonlyMap<string, Place>;
  /** Words that it also writes with a hyphen. */
  readonly joined: ReadonlyMap<string, Place>;
}

const habits = new Facts<Document, Habits>();

function habitsOf(document: Document, speller: Speller): Habits {
  const known = habits.get(document);
  if (known) return known;
  const found = {
    withStop: [] as Place[],
    withoutStop: [] as Place[],
    american: new Map<string, Place>(),
    british: new Map<string, Place>(),
    joined: new Map<string, Place>(),
  };
  const hyphenated = new Set<string>();
  for (const paragraph of document.paragraphs) {
    for (const span of readOf(paragraph, speller).hyphenated) hyphenated.add(joinedAt(paragraph, span));
  }
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[index] ?? 0;
    const place = ({ start, end }: Span): Place => ({ path: document.path, start: offset + start, end: offset + end });
    const { titles, dialectal, words: all } = readOf(paragraph, speller);
    for (const title of titles) {
      (paragraph.text.charAt(title.end - 1) === '.' ? found.withStop : found.withoutStop).push(place(title));
    }
    for (const word of dialectal) {
      const words = word.isAmerican ? found.american : found.british;
      if (!words.has(word.text)) words.set(word.text, place(word));
    }
    for (const [word, span] of hyphenated.size > 0 ? all : []) {
      if (hyphenated.has(word) && !found.joined.has(word)) found.joined.set(word, place(span));
    }
  }
  habits.set(document, found);
  return found;
}

/** Reads a text in steps, of which `mixedFormsIn` then asks. */
export function prepareMixedForms({ paragraphs }: Document, { resources }: Corpus): Steps<void> {
  return each(paragraphs, paragraphs.length, (paragraph) => readOf(paragraph, resources.speller));
}

/** The usual way is met this many times, and as many times as often as the other. */
const [MOST_TITLES, TITLE_RATIO] = [2, 2];
const [MOST_WORDS, WORD_RATIO] = [3, 3];

/** Words and titles of a paragraph that its own text mostly writes otherwise, outside quotations; in the document. */
export function* mixedFormsIn({ document, paragraph, start }: PlacedParagraph, corpus: Corpus): Generator<MixedForm> {
  const { speller } = corpus.resources;
  const dialect = dialectOf(corpus, document.path);
  if (dialect === undefined) return;
  const read = readOf(paragraph, speller);
  const { withStop, withoutStop, american, british, joined } = habitsOf(document, speller);
  const formOf = (span: Span, meant: string, usual: Place, rest: { count: number; isDialect: boolean }): MixedForm => ({
    start: start + span.start,
    end: start + span.end,
    text: paragraph.text.slice(span.start, span.end),
    meant,
    usual: { ...usual, text: document.text.slice(usual.start, usual.end) },
    ...rest,
  });
  for (const title of read.titles) {
    const text = paragraph.text.slice(title.start, title.end);
    const hasStop = text.endsWith('.');
    const [own, others] = hasStop ? [withStop, withoutStop] : [withoutStop, withStop];
    const [usual] = others;
    if (!usual || others.length < Math.max(MOST_TITLES, TITLE_RATIO * own.length)) continue;
    yield formOf(title, hasStop ? text.slice(0, -1) : `${text}.`, usual, { count: 1, isDialect: false });
  }
  // Where the spelling is declared, that is what counts.
  for (const word of dialect === 'both' ? read.dialectal : []) {
    const [own, others] = word.isAmerican ? [american, british] : [british, american];
    const [usual] = others.values();
    if (!usual || others.size < Math.max(MOST_WORDS, WORD_RATIO * own.size)) continue;
    yield formOf(word, word.otherwise, usual, { count: others.size, isDialect: true });
  }
  for (const span of read.hyphenated) {
    const meant = joinedAt(paragraph, span);
    const usual = joined.get(meant);
    if (usual) yield formOf(span, meant, usual, { count: 1, isDialect: false });
  }
}

function joinedAt({ text }: Paragraph, { start, end }: Span): string {
  return text.slice(start, end).replace('-', '');
}
