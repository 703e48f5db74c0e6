import type { Document, PlacedParagraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import { OFFICES } from '../core/nameWords.js';
import type { Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { dialectOf } from './dialects.js';
import { lineages } from './lineages.js';
import { skeleton } from './nameMatching.js';
import { parallels } from './parallels.js';
import { unlistedIn, unlistedWords } from './unlistedWords.js';
import { vocabulary } from './vocabulary.js';

/** A name that other sources of the same story write a little otherwise. */
export interface NameVariant extends Span {
  readonly word: string;
  /** The form of the others, as they write it. */
  readonly other: string;
  /** Documents of other lineages that write the other form. */
  readonly paths: readonly string[];
  /** How often they write it. */
  readonly count: number;
  /** So many independent sources those are. */
  readonly sources: number;
  /** How often the other form stands in this very document. */
  readonly own: number;
  /** Both forms are names that people bear, or this one stands here throughout: a spelling rather than a slip. */
  readonly isSpelling: boolean;
}

/** Shorter names differ by a letter from too many others. */
const SHORTEST = 5;
/** From this length on, two letters may differ. */
const LONG = 9;
const THROUGHOUT = 3;

/** Names of a paragraph for which the tellers of its story have another form and not this one. */
export function* nameVariantsIn(
  { document, paragraph, start: offset }: PlacedParagraph,
  corpus: Corpus,
): Generator<NameVariant> {
  if (dialectOf(corpus, document.path) === undefined) return;
  let near: ReadonlySet<string> | undefined;
  for (const { word, start, end } of unlistedIn(paragraph, corpus.resources.speller, 'both')) {
    if (word.length < SHORTEST - 1 || !/^\p{Lu}\p{Ll}+$/u.test(word) || isWritten(word, corpus)) continue;
    // All who bear a name that somebody writes so.
    if (word.endsWith('s') && corpus.get(unlistedWords).pathsOf(word.slice(0, -1)).size > 0) continue;
    if (alikeOf(word, corpus).length === 0) continue;
    near ??= new Set(corpus.get(parallels).tellersOf(document.path));
    const span = { start: offset + start, end: offset + end };
    const variant = variantOf(word, span, document, near, corpus);
    if (variant) yield variant;
  }
}

function isWritten(word: string, { manifest: { words } }: Corpus): boolean {
  return words.has(word) || words.has(word.toLowerCase());
}

const alikes = new WeakMap<Corpus, Map<string, readonly string[]>>();

/** Names of the corpus that may be the same one: a letter away, or written by another way of transliteration. */
function alikeOf(word: string, corpus: Corpus): readonly string[] {
  const lower = word.toLowerCase();
  const byWord = alikes.get(corpus) ?? new Map<string, readonly string[]>();
  alikes.set(corpus, byWord);
  const known = byWord.get(lower) ?? findAlike(lower, corpus);
  byWord.set(lower, known);
  return known;
}

function findAlike(lower: string, corpus: Corpus): string[] {
  const bones = skeleton(lower);
  return corpus
    .get(unlistedWords)
    .near(lower, 2)
    .filter((other) => {
      if (
        other.length < SHORTEST - 1 ||
        other.length + lower.length < 2 * SHORTEST - 1 ||
        isForm(lower, other) ||
        withoutMarks(lower) === withoutMarks(other) ||
        isForm(other, lower)
      )
        return false;
      if (corpus.resources.speller.isOrdinary(other)) return false;
      const distance = editDistance(lower, other, 2);
      return distance === 1 || skeleton(other) === bones || (lower.length >= LONG && other.length >= LONG);
    });
}

/** Korea, Korean; Belousov, Belousova; Russia, Russian; Iraq, Iraqi: another word, not another spelling. */
function isForm(short: string, long: string): boolean {
  // “Marchall” for “Marchal”: a letter doubled at the end makes no other word.
  if (long === short + short.slice(-1) && !long.endsWith('ss')) return false;
  return (
    long.startsWith(short) || (long.length > short.length && long.startsWith(short.slice(0, -1)) && ENDING.test(long))
  );
}

/** An apostrophe astray is no spelling of a name. */
function withoutMarks(name: string): string {
  return name.replace(/['’ʼ-]/g, '');
}

const ENDING = /(?:s|i|a|n|ese|ish)$/;

function variantOf(
  word: string,
  span: Span,
  document: Document,
  near: ReadonlySet<string>,
  corpus: Corpus,
): NameVariant | undefined {
  const known = corpus.get(unlistedWords);
  const groups = corpus.get(lineages);
  const isElsewhere = (path: string) => path !== document.path && !groups.areOne(document.path, path);
  // An independent source has this form too: two names, or two spellings that both have their friends.
  if ([...known.pathsOf(word)].some(isElsewhere)) return undefined;
  let best: NameVariant | undefined;
  for (const other of alikeOf(word, corpus)) {
    const paths = [...known.pathsOf(other)].filter((path) => near.has(path) && isElsewhere(path));
    if (paths.length === 0) continue;
    const texts = paths.flatMap((path) => corpus.document(path) ?? []);
    const uses = texts.flatMap((text) => usesOf(other, text, corpus));
    const form = uses.map((use) => use.form).find((one) => /^\p{Lu}\p{Ll}/u.test(one));
    if (form === undefined) continue;
    const theirs = uses.filter((use) => use.form === form);
    if (!canBeSame(word, span, form, document, theirs, corpus)) continue;
    const sources = groups.count(paths);
    // Two sources differ: what no list of names has is shown beside what one has, and not the other way round.
    if (sources < 2 && isKnownName(word, corpus) && !isKnownName(form, corpus)) continue;
    const own = usesOf(other, document, corpus).filter((use) => use.form === form).length;
    const isThroughout = own === 0 && corpus.get(vocabulary).count(word) >= THROUGHOUT;
    const isSpelling = isThroughout || (isKnownName(word, corpus) && isKnownName(form, corpus));
    if (best && best.sources >= sources) continue;
    best = { ...span, word, other: form, paths, count: theirs.length, sources, own, isSpelling };
  }
  return best;
}

/** A place where a name stands, with the names beside it. */
interface Use {
  readonly form: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function usesOf(lower: string, { paragraphs }: Document, { resources: { speller } }: Corpus): Use[] {
  return paragraphs.flatMap((paragraph) =>
    unlistedIn(paragraph, speller, 'both')
      .filter(({ word }) => word.length === lower.length && word.toLowerCase() === lower)
      .map(({ word, ...span }) => ({ form: word, ...namesBeside(paragraph.text, span) })),
  );
}

function namesBeside(text: string, { start, end }: Span): Omit<Use, 'form'> {
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return { before, after: NAME_AFTER.exec(text.slice(end, end + 40))?.[1] };
}

function isKnownName(word: string, { resources: { nameLists, speller } }: Corpus): boolean {
  const lower = word.toLowerCase();
  if (speller.isWord(word)) return true;
  return [nameLists.given, nameLists.surname, nameLists.place, nameLists.demonym].some((list) => list.has(lower));
}

const NAME_BEFORE = /(\p{Lu}\p{Ll}[\p{L}’'-]*)\s+$/u;
const NAME_AFTER = /^\s+(\p{Lu}\p{Ll}[\p{L}’'-]*)/u;

/**
 * Whether two forms can name one person or thing. Neighbours decide: the same name beside both makes them one, another
 * given name makes them two; and two names that people bear need the same neighbour.
 */
function canBeSame(
  word: string,
  { start, end }: Span,
  form: string,
  document: Document,
  uses: readonly Use[],
  corpus: Corpus,
): boolean {
  const { before, after } = namesBeside(document.text, { start, end });
  const befores = new Set(uses.flatMap((use) => use.before ?? []));
  const afters = new Set(uses.flatMap((use) => use.after ?? []));
  if ((before !== undefined && befores.has(before)) || (after !== undefined && afters.has(after))) return true;
  const { given } = corpus.resources.nameLists;
  // “Judge” and “Dean” are given names, too; before a name they are titles, which say nothing of who bears it.
  const isGiven = (name = '') => given.has(name.toLowerCase()) && !OFFICES.has(name.toLowerCase());
  if (isGiven(before) && [...befores].some(isGiven)) return false;
  if ((isGiven(word) || isGiven(form)) && after !== undefined && afters.size > 0) return false;
  return !isKnownName(word, corpus) || !isKnownName(form, corpus);
}
