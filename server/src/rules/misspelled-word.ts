import { collations } from '../analysis/collations.js';
import type { Corpus } from '../analysis/corpus.js';
import { dialectOf } from '../analysis/dialects.js';
import { lineages } from '../analysis/lineages.js';
import { malapropisms, prepareMalapropisms, type Malapropism } from '../analysis/malapropisms.js';
import { meantWords, prepareMeantWords } from '../analysis/meantWords.js';
import { nameVariantsIn } from '../analysis/nameVariants.js';
import { realWordSlips, type RealWordSlip } from '../analysis/realWordSlips.js';
import { sourceNames } from '../analysis/sourceNames.js';
import type { Steps } from '../analysis/steps.js';
import { slotReadings, type SlotReading } from '../analysis/slotReadings.js';
import { unlistedIn } from '../analysis/unlistedWords.js';
import { placesOfWord, type WordPlace } from '../analysis/wordPlaces.js';
import { capitalised } from '../core/capitalised.js';
import type { Document } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import type { Dialect, Speller } from '../core/speller.js';
import { shift } from '../core/span.js';
import { isInName } from './capitalSlips.js';
import { isForeign } from './isForeign.js';
import type { CorpusRule, Finding } from './rule.js';
import { correctionsOf, MOST_SUGGESTIONS } from './typoCorrections.js';

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
