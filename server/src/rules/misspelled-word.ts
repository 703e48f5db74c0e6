import { collations } from '../analysis/collations.js';
import type { Corpus } from '../analysis/corpus.js';
import { dialectOf } from '../analysis/dialects.js';
import { lineages } from '../analysis/lineages.js';
import { malapropisms, prepareMalapropisms, type Malapropism } from '../analysis/malapropisms.js';
import { meantWords, prepareMeantWords } from '../analysis/meantWords.js';
import { nameVariantsIn } from '../analysis/nameVariants.js';
import { people } from '../analysis/people.js';
import { realWordSlips, type RealWordSlip } from '../analysis/realWordSlips.js';
import { sourceNames } from '../analysis/sourceNames.js';
import type { Steps } from '../analysis/steps.js';
import { slotReadings, type SlotReading } from '../analysis/slotReadings.js';
import { unlistedIn, unlistedWords, type Unlisted } from '../analysis/unlistedWords.js';
import { vocabulary } from '../analysis/vocabulary.js';
import { placesOfWord, type WordPlace } from '../analysis/wordPlaces.js';
import type { Correction } from '../core/corrections.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { oneLine } from '../core/oneLine.js';
import type { Dialect, Speller } from '../core/speller.js';
import { shift } from '../core/span.js';
import type { CorpusRule, Finding } from './rule.js';

export const misspelledWord: CorpusRule = {
  code: 'misspelled-word',
  family: 'spelling',
  summary:
    'A word that no dictionary has and no other source writes, a letter or two from one that they do; or a word in whose place other sources have another that looks like it.',
  why: 'A typo in a source misleads search and is quoted onwards.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Names are never reported, nor abbreviations, words that an independent source also writes, words in a language other than English, or words that resemble nothing. A rare word that a long list has is a hint. A word of the dictionary is reported only where aligned passages of other sources agree around it, or where it does not suit its sentence, no other source has it, and a word that looks like it does and stands beside the same words elsewhere; outside quotations.',
  examples: {
    valid: [
      'The Kumsusan guesthouse stands in Pyongyang, said Hyonhee Shin.',
      'They recognise the colour of the theatre and of the theater.',
      'A multipolarised world; re-elected, geopolitical, un-American.',
      '-- a.txt --\nThe quasar’s blazor flickered.\n-- b.txt --\nIts blazor was seen for a week.',
      'See https://example.org/recieve or write to recieve@example.org.',
      'Le gouvernement a présenté hier son projet de loi sur les retraites.',
      '-- a.txt --\nThe smaller ships waited near the harbour for three long days.\n-- b.txt --\nThe smallest ships waited near the harbour for three long days.\n-- c.txt --\nThe small ships waited near the harbour for three long days.',
      'She wrote for Ars Technica. Its Technical Editor agreed.',
      'He was practicing law, and stiffing those who impermissibly called them deplorables.',
      'The airframers met in the offseason, after a gunbattle.',
      'To fulfill a cozy dream needs no enrollment.',
      'The honoree of her specialty, a neuro-surgeon, criss-crossed the land; it doesn’ t matter.',
      '-- a.txt --\n“It was needed,” said Kenneth Baer, a former official.\n-- b.txt --\nThe Baker Institute was founded by a Baker. Lee Baker agreed.',
      'The two axes are of the type called palstaves.',
      'The nurse of Kolvik, Varuhi Sirian, agreed.',
      'An iPhone from eBay; McDonald’s; the livestream of the LaTeX workshop.',
    ],
    invalid: [
      'They [|recieve|]{misspelled-word} a letter each week from the [|goverment|]{misspelled-word}.',
      '-- a.txt --\nShe teaches at Cambridge [|Universtiy|]{misspelled-word}’s Centre.\n-- b.txt --\nShe teaches at Cambridge University’s Centre.',
      'He read [|ofthe|]{misspelled-word} storm, and coughed [|alot|]{misspelled-word}; she [|coVuld|]{misspelled-word} not.',
      '-- a.txt --\nThe envoys returned [|form|]{misspelled-word} the northern capital late on Tuesday evening.\n-- b.txt --\nThe envoys returned from the northern capital late on Tuesday evening, tired and hungry.',
      '-- a.txt --\nThe keeper climbed the tower at dusk and lit the [|lump|]{misspelled-word} above the harbour before the boats came home.\n-- b.txt --\nAt dusk the keeper lit the lamp above the harbour, and the boats came home by it.',
      'The [|surveyer|]{misspelled-word} went on with his [|busness|]{misspelled-word} [|overthere|]{misspelled-word}.',
      'GOVERNMENT TO MEET [|PRESDIENT|]{misspelled-word} ON FRIDAY',
    ],
  },
  *prepare(document, corpus) {
    yield* corpus.get(collations).prepare(document);
    yield* corpus.get(lineages).prepare(document.path);
    yield* prepareCorrections(document, corpus);
    yield* prepareMalapropisms(document, corpus);
  },
  *check(here, corpus) {
    const { document, paragraph, start: offset } = here;
    // What another rule says of a name, this one need not.
    let variants: ReadonlySet<number> | undefined;
    const { speller } = corpus.resources;
    const dialect = dialectOf(corpus, document.path);
    if (dialect === undefined || isForeign(document, speller)) return;
    for (const unlisted of unlistedIn(paragraph, speller, dialect)) {
      const { word } = unlisted;
      if (unlisted.isListedName || isAccepted(word, corpus)) continue;
      const start = offset + unlisted.start;
      if (dialect !== 'both' && speller.isWord(word)) {
        yield* ofOtherDialect(start, word, dialect, speller);
        continue;
      }
      const corrections = correctionsOf(unlisted, paragraph.text, document.path, corpus);
      if (corrections.length === 0) continue;
      // Part of a recognised name.
      if (isInName(word, corrections[0] ?? '', document.path, start, corpus)) continue;
      variants ??= new Set(Array.from(nameVariantsIn(here, corpus), (variant) => variant.start));
      if (variants.has(start)) continue;
      const readings = slotReadings(unlisted, here, corpus);
      const found = finding(start, word, rankedBySlot(corrections, readings, word), document, corpus, readings);
      const isDoubtful = readings.length === 0 && mayBeRare(word, corpus);
      yield isDoubtful ? { ...found, severity: 'hint', confidence: DOUBTFUL } : found;
    }
    const slips = [...realWordSlips(here, corpus)];
    for (const slip of slips) yield shift(slipFinding(slip, corpus), offset);
    for (const one of malapropisms(here, corpus)) {
      if (!slips.some(({ start }) => start === one.start)) yield shift(malapropismFinding(one, corpus), offset);
    }
  },
};

/** What is sought longest, word by word; the speller keeps it. */
function* prepareCorrections(document: Document, corpus: Corpus): Steps<void> {
  const { speller } = corpus.resources;
  const dialect = dialectOf(corpus, document.path);
  if (dialect === undefined || isForeign(document, speller)) return;
  for (const [done, paragraph] of document.paragraphs.entries()) {
    for (const { word, isListedName } of unlistedIn(paragraph, speller, dialect)) {
      if (!isListedName && !isAccepted(word, corpus)) prepareMeantWords(word, corpus);
      yield done / document.paragraphs.length;
    }
  }
}

/** A word of the corpus's or the reader's own dictionary. */
function isAccepted(word: string, { manifest: { words } }: Corpus): boolean {
  return words.has(word) || words.has(word.toLowerCase());
}

/** Costs (see `core/slips.ts`) up to which a slip is one that everybody makes: a letter doubled, lost, or of the same sound. */
const COMMON_SLIP = 0.75;
const DOUBTFUL = 0.5;

/** “Raclette”, “bowsers”: no dictionary has them, but a longer list, and nobody writes “raclette” for “roulette”. */
function mayBeRare(word: string, corpus: Corpus): boolean {
  const [best] = meantWords(word, corpus);
  return best !== undefined && best.cost > COMMON_SLIP && corpus.resources.speller.isRare(word);
}

/** Scores (see `core/corrections.ts`) below which a word resembles nothing; a long word may hold several slips. */
const LEAST_SCORE = -20;
const EACH_LETTER = 4;
const LEAST_OF_ALL = -44;

function leastScore(word: string): number {
  return Math.max(LEAST_OF_ALL, LEAST_SCORE - EACH_LETTER * Math.max(0, word.length - 7));
}

/** Slips within which a capital may be a typo and no name; about one. */
const ONE_SLIP = 1.25;
const MOST_SUGGESTIONS = 5;

function correctionsOf(unlisted: Unlisted, text: string, path: string, corpus: Corpus): string[] {
  const { word } = unlisted;
  if (/^\p{Lu}{2}/u.test(word)) return correctionsOfCapitals(word, text, corpus);
  if (/^\p{Ll}+\p{Lu}/u.test(word)) return correctionsOfStrayCapital(word, corpus);
  const isCapital = /^\p{Lu}/u.test(word);
  const meant = meantWords(word, corpus).filter((one) => isPossible(one, corpus.resources.speller));
  const [best] = meant;
  if (!best || isAttested(word, best, path, corpus)) return [];
  if (isCapital) {
    const likely = meant.filter((one) => isLikelierThanName(one, unlisted, text, corpus));
    return likely.slice(0, MOST_SUGGESTIONS).map((one) => capitalised(one.word));
  }
  if (isInflected(word, path, corpus) || isPluralOfRare(word, best, corpus.resources.speller)) return [];
  if (best.score < leastScore(word) || isOwnTerm(word, best, corpus)) return [];
  return meant.slice(0, MOST_SUGGESTIONS).map((one) => one.word);
}

function isPossible({ word }: Correction, speller: Speller): boolean {
  return /^[a-z' ]+$/.test(word) && (word.includes(' ') || word.length > 2 || speller.frequency(word) >= 85);
}

/** An independent source writes it too, and the word that it resembles is not so common that both may be wrong. */
function isAttested(word: string, best: Correction, path: string, corpus: Corpus): boolean {
  const known = corpus.get(lineages);
  const paths = corpus.get(unlistedWords).pathsOf(word);
  if (paths.size < (paths.has(path) ? 2 : 1)) return false;
  if (![...paths].some((other) => !known.areOne(path, other))) return false;
  const isCommonSlip =
    word === word.toLowerCase() && best.cost <= 1 && corpus.resources.speller.frequency(best.word) >= 70;
  return !isCommonSlip || corpus.get(vocabulary).documents(best.word) < 2 * paths.size;
}

/** “airframers”, where an independent source writes “airframer”. */
function isInflected(word: string, path: string, corpus: Corpus): boolean {
  const known = corpus.get(unlistedWords);
  const bare = ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return bare.some((form) => [...known.pathsOf(form)].some((other) => other !== path));
}

const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'er', 'ers'];

/** Above this (see `Speller.frequency`), a dictionary that has no plural of a word knows that there is none. */
const MOST_OF_RARE = 50;
const SHORTEST_OF_RARE = 5;

/** “Palstaves”: dictionaries leave out plurals of terms, but not of words that everybody writes. */
function isPluralOfRare(word: string, { word: singular }: Correction, speller: Speller): boolean {
  return word === `${singular}s` && singular.length >= SHORTEST_OF_RARE && speller.frequency(singular) < MOST_OF_RARE;
}

/** A writer who puts a rare word again and again means it. */
function isOwnTerm(word: string, best: Correction, corpus: Corpus): boolean {
  const words = corpus.get(vocabulary);
  const own = words.count(word);
  return own >= 3 && words.count(best.word) <= own && corpus.resources.speller.frequency(best.word) < 60;
}

/** A capital makes it a name, unless the sources themselves write the word it resembles so, or it opens a sentence. */
function isLikelierThanName(one: Correction, { word, start }: Unlisted, text: string, corpus: Corpus): boolean {
  const words = corpus.get(vocabulary);
  if (one.cost > ONE_SLIP || one.word.includes(' ') || words.count(word) > 1) return false;
  const isOrdinary = corpus.resources.speller.isOrdinary(one.word);
  // Names of firms and papers are words with another ending: “Ars Technica”.
  const endsAlike = word.at(-1) === one.word.at(-1);
  const isNoName = endsAlike || sameLetters(word, one.word);
  if (isOrdinary && isNoName && word.length + one.word.length >= 9 && words.capitals(one.word) > 0) return true;
  if (!isBehindName(text, start, corpus) && isProperName(one, word, corpus)) return true;
  const opensSentence =
    /(?:^|[.!?:]['’”"]?\s+|^['‘“"])$/.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
  if (!isOrdinary) return false;
  // “Departmnt”: long, whole at both ends, and a common word.
  const isWhole = word.length >= 8 && word[0]?.toLowerCase() === one.word[0] && endsAlike;
  if (isWhole && one.cost <= 0.9 && corpus.resources.speller.frequency(one.word) >= 75) return true;
  if (!opensSentence) return false;
  const frequency = corpus.resources.speller.frequency(one.word);
  // Letters swapped, or one twice: no way for a name to differ from a word.
  return frequency >= 75 && (one.cost <= SWAP ? sameLetters(one.word, word) : word.length >= 7 && one.cost <= 1);
}

/** The word right before, if it has a capital. */
const CAPITAL_BEFORE = /(?<![\p{L}'’-])(\p{Lu}\p{Ll}{1,30})\s$/u;

/** “Varuhi Sirian” is somebody: a given name, or a word that means nothing else, stands before it. */
function isBehindName(text: string, start: number, { resources: { nameLists, speller } }: Corpus): boolean {
  const before = CAPITAL_BEFORE.exec(text.slice(Math.max(0, start - 33), start))?.[1];
  return before !== undefined && (nameLists.given.has(before.toLowerCase()) || !speller.isWord(before));
}

const CALENDAR = new Set(
  `january february march april june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday`.split(/\s+/),
);

/** “Febuary”, “Brittish”, “Philipines”: months, peoples and places that everybody writes, in a word that names nobody. */
function isProperName(one: Correction, word: string, { resources: { nameLists, speller } }: Corpus): boolean {
  const { given, surname, place, country, demonym, organisation } = nameLists;
  if (word.length < 6 || one.cost > 1 || speller.frequency(one.word) < 60) return false;
  const lower = word.toLowerCase();
  if ([given, surname, place, organisation, demonym].some((list) => list.has(lower))) return false;
  if (CALENDAR.has(one.word)) return true;
  return !given.has(one.word) && !surname.has(one.word) && [country, demonym, place].some((list) => list.has(one.word));
}

/** Part of a recognised name, unless no name is known to be written so and the texts write the other word in its place. */
function isInName(word: string, meant: string, path: string, start: number, corpus: Corpus): boolean {
  const named = /^\p{Lu}\p{Ll}/u.test(word) ? corpus.get(people).at(path, start + 1) : undefined;
  if (!named) return false;
  const { resources } = corpus;
  const { given, surname } = resources.nameLists;
  // What follows a given name is a surname, though it be a letter from a word: Kenneth Baer.
  const [first = ''] = named.mention.text.split(/\s/);
  if (named.mention.start < start && given.has(first.toLowerCase())) return true;
  const [lower, other] = [word.toLowerCase(), meant.toLowerCase()];
  if ([given, surname].some((list) => list.has(lower) || list.has(other)) || !resources.speller.isOrdinary(other))
    return true;
  return corpus.get(vocabulary).capitals(other) < 2;
}

/** What a swap of two letters costs, and a doubled one; see `core/slips.ts`. */
const SWAP = 0.6;

function sameLetters(a: string, b: string): boolean {
  const sorted = (word: string) => Array.from(word.toLowerCase()).sort().join('');
  return sorted(a) === sorted(b);
}

/** Headlines in capitals: only what is sure, since names and abbreviations stand among them. */
function correctionsOfCapitals(word: string, text: string, corpus: Corpus): string[] {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const isHeadline = words.length >= 3 && words.filter((one) => one === one.toUpperCase()).length >= words.length * 0.8;
  if (!isHeadline || word.length < 5 || corpus.get(vocabulary).count(word) > 1) return [];
  const { speller } = corpus.resources;
  const sure = meantWords(word, corpus).filter((one) => one.cost <= 1 && speller.frequency(one.word) >= 75);
  return sure.slice(0, MOST_SUGGESTIONS).map((one) => one.word.toUpperCase());
}

/** “coVuld”, “thYe”: a capital that strayed into a common word. */
function correctionsOfStrayCapital(word: string, corpus: Corpus): string[] {
  const { speller } = corpus.resources;
  if (corpus.get(vocabulary).count(word) > 1) return [];
  const at = word.search(/\p{Lu}/u);
  // Brands: iPhone, eBay.
  if (at === 1 && /^[ie]/.test(word)) return [];
  const forms = [word.slice(0, at) + word.slice(at + 1), word.toLowerCase()];
  return forms.filter((form) => form.length > 1 && speller.isWord(form) && speller.frequency(form) >= 62);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SPELLINGS: Readonly<Record<string, string>> = { 'en-US': 'American', 'en-GB': 'British' };

function* ofOtherDialect(start: number, word: string, dialect: Dialect, speller: Speller): Iterable<Finding> {
  const near = speller
    .corrections(word.toLowerCase())
    .filter((one) => one.cost <= 1.4 && speller.isWord(one.word, dialect));
  const [best] = near;
  if (!best) return;
  const fit = /^\p{Lu}/u.test(word) ? capitalised(best.word) : best.word;
  yield {
    start,
    end: start + word.length,
    message: `“${word}” is no ${SPELLINGS[dialect] ?? dialect} spelling, which this text is declared to have; “${fit}” is.`,
    suggestions: [fit],
    confidence: 0.9,
    severity: 'information',
  };
}

/** What other lineages write in the very place comes first, in the letters that the word is written in. */
function rankedBySlot(corrections: readonly string[], readings: readonly SlotReading[], word: string): string[] {
  const isSmall = word === word.toLowerCase();
  const there = readings.map((one) => one.word).filter((one) => one === one.toLowerCase() || !isSmall);
  const inCase = there.map((one) => (word === word.toUpperCase() ? one.toUpperCase() : one));
  return [...new Set([...inCase, ...corrections])].slice(0, MOST_SUGGESTIONS);
}

function slipFinding({ start, end, word, meant, places }: RealWordSlip, corpus: Corpus): Finding {
  const count = corpus.get(lineages).count(places.map(({ path }) => path));
  const others = count === 1 ? '1 other source has' : `${count} other sources have`;
  const message = `“${word}” is a word, but ${others} “${meant}” in its place, which is one letter away.`;
  const severity = count === 1 ? 'information' : 'warning';
  return { start, end, message, suggestions: [meant], evidence: places, severity, confidence: count === 1 ? 0.7 : 0.9 };
}

function malapropismFinding({ start, end, word, meant, places, passage }: Malapropism, corpus: Corpus): Finding {
  const shown = oneLine(corpus.textAt(passage));
  const message = `“${word}” is a word, but no other source has it, and “${meant}”, which looks like it, suits the sentence better; in ${sourceNames(corpus, [passage.path])}: “${shown}”`;
  return { start, end, message, suggestions: [meant], evidence: places, severity: 'information', confidence: 0.6 };
}

function finding(
  start: number,
  word: string,
  corrections: readonly string[],
  document: Document,
  corpus: Corpus,
  readings: readonly SlotReading[],
): Finding {
  const [first = ''] = corrections;
  const evidence = evidenceFor(first, document.path, corpus, readings);
  const sources = corpus.get(lineages).count(evidence.map(({ path }) => path));
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

/** The place itself in other sources, then other places of theirs. */
function evidenceFor(word: string, path: string, corpus: Corpus, readings: readonly SlotReading[]): WordPlace[] {
  const there = readings.find((one) => one.word.toLowerCase() === word.toLowerCase())?.places ?? [];
  const paths = new Set(there.map((place) => place.path));
  return [...there, ...placesOfWord(word, path, corpus).filter((place) => !paths.has(place.path))];
}

const foreign = new Facts<Document, boolean>();

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
