import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { parallels } from '../analysis/parallels.js';
import { sentenceAround, sentenceAt } from '../analysis/sentenceAt.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { standingOf } from '../analysis/standing.js';
import type { Steps } from '../analysis/steps.js';
import { weightOf } from '../analysis/wordFrame.js';
import { areCompatible } from '../core/compatibleQuantities.js';
import { digitsOf, digitSlipBetween, tellingDigits } from '../core/digitSlips.js';
import { placed, type Document, type PlacedParagraph } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import type { Quantity } from '../core/quantities.js';
import { asPlace, shift, type Place } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { areOnOneBasis } from './countBasis.js';
import { countsByUnit, countsOf, readCounts, type PlacedCount } from './countsInText.js';
import { areTwoFigures } from './otherFigure.js';
import type { Finding } from './rule.js';

/** Texts of the same story that are asked; the nearest come first. */
const MOST_PARTNERS = 16;
/** Digits that tell something: shorter numbers are alike by chance. */
const LEAST_DIGITS = 3;
/** Where two neighbours changed places, of a number this long. */
const LEAST_EXCHANGED = 2;
const LEAST_LENGTH = 4;
/** So long that it is known again even where a text does not say what is counted. */
const LEAST_KNOWN = 4;
/** So long that two of them are not alike by chance. */
const LEAST_UNIQUE = 5;
const LEAST_WEIGHT = 0.5;
const SURE = 0.9;
const LIKELY = 0.85;
const MOST_EVIDENCE = 5;

/**
 * Long numbers that nobody else has, where others count as many of the same with one digit exchanged or two of them in the
 * other order: 18,412 spectators, 14,812 spectators. Such a number tells what it is said of, however differently the
 * sentences are worded: no parallel passage is needed.
 */
export function* miscopiedNumbersIn(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const telling = countsOf(here.paragraph).filter((count) => isTelling(count, here));
  if (telling.length === 0) return;
  const partners = partnersOf(here.document, corpus);
  for (const count of telling) {
    const found = miscopied(count, here, partners, corpus);
    if (found) yield found;
  }
}

/** Reads the numbers of the text and of those that are asked. */
export function* prepareMiscopied(document: Document, corpus: Corpus): Steps<void> {
  yield* readCounts(document);
  for (const [done, other] of partnersOf(document, corpus).entries()) {
    yield* readCounts(other);
    yield done / MOST_PARTNERS;
  }
}

function partnersOf({ path }: Document, corpus: Corpus): readonly Document[] {
  const near = corpus.get(parallels);
  return near
    .partnersOf(path)
    .filter((other) => !corpus.isDraft(other) && !near.isLong(other))
    .slice(0, MOST_PARTNERS)
    .flatMap((other) => corpus.document(other) ?? []);
}

/** A number of the thing that is counted, long; not the number of a house or a route, and no age. */
function isTelling({ unit, least, most, start, end }: Quantity, { paragraph }: PlacedParagraph): boolean {
  if (least !== most || !/^(?:\p{L}{2,}|[$£€¥])?$/u.test(unit) || unit === 'age') return false;
  const digits = tellingDigits(digitsOf(paragraph.text.slice(start, end)));
  return digits >= (unit === '' ? LEAST_KNOWN : LEAST_EXCHANGED);
}

interface Witness {
  readonly place: Place;
  readonly passage: Place;
  readonly shared: number;
}

function miscopied(
  count: Quantity,
  here: PlacedParagraph,
  partners: readonly Document[],
  corpus: Corpus,
): Finding | undefined {
  const { document, paragraph } = here;
  const votes = corpus.get(lineages);
  const written = paragraph.text.slice(count.start, count.end);
  const mark = asPlace(document.path, count, here.start);
  const witnesses: Witness[] = [];
  for (const other of partners) {
    for (const { count: theirs, index } of comparableIn(other, count, written)) {
      // Somebody else has it: no slip of this text.
      if (theirs.least === count.least && !votes.areOne(document.path, other.path)) return undefined;
      const there = placed(other, index);
      if (!isSlip(written, count, there.paragraph.text.slice(theirs.start, theirs.end), theirs)) continue;
      const place = asPlace(other.path, theirs, there.start);
      const [own, sentence] = [sentenceAt(mark, corpus), sentenceAt(place, corpus)];
      const texts = { a: own.text, b: sentence.text, resources: corpus.resources };
      const [a, b] = [shift(count, here.start - own.start), shift(theirs, there.start - sentence.start)];
      if (areTwoFigures(mark, place, corpus) || !areOnOneBasis(a, b, texts)) continue;
      const passage = sentenceAround(place, corpus);
      witnesses.push({ place, passage, shared: sharedWords(own.text, sentence.text, count.unit, corpus) });
    }
  }
  const [first] = witnesses.sort((x, y) => y.shared - x.shared);
  if (!first) return undefined;
  const reading = corpus.textAt(first.place);
  const same = witnesses.filter(({ place }) => corpus.textAt(place) === reading);
  const paths = same.map(({ place }) => place.path);
  const sources = votes.count(paths);
  const isAlone = areAlone(count, document, witnesses, corpus);
  if (first.shared < leastShared(written, reading, count, sources, isAlone)) return undefined;
  // This text has the other number, too: two facts.
  if (isWrittenIn(reading, document.text)) return undefined;
  if (standingOf(corpus, document.path, [], [paths]) === 'majority') return undefined;
  return {
    start: mark.start,
    end: mark.end,
    message: `“${written}” here; “${reading}” in ${sourceNames(corpus, paths)}: “${oneLine(corpus.textAt(first.passage), 110)}”`,
    evidence: same.slice(0, MOST_EVIDENCE).map(({ place, passage }) => ({
      ...passage,
      text: oneLine(corpus.textAt(passage), 200),
      reading: corpus.textAt(place),
    })),
    confidence: sources < 2 ? LIKELY : SURE,
  };
}

/** So many of one unit that one text has and the other has not leave no room for chance. */
const MOST_UNMATCHED = 2;

/** Whether hardly anything else of its unit stands in one of the texts only. */
function areAlone({ unit }: Quantity, document: Document, witnesses: readonly Witness[], corpus: Corpus): boolean {
  if (unit === '') return false;
  const own = countsByUnit(document).get(unit) ?? [];
  return witnesses.some(({ place }) => {
    const other = corpus.document(place.path);
    const theirs = (other && countsByUnit(other).get(unit)) ?? [];
    return unmatched(own, theirs) <= MOST_UNMATCHED && unmatched(theirs, own) <= MOST_UNMATCHED;
  });
}

function unmatched(counts: readonly PlacedCount[], others: readonly PlacedCount[]): number {
  return counts.filter(({ count }) => others.every((one) => !areCompatible(count, one.count))).length;
}

/** Those of the same thing; of a long number also those of which it is not said, here or there, what they count. */
function comparableIn(document: Document, { unit }: Quantity, written: string): readonly PlacedCount[] {
  const byUnit = countsByUnit(document);
  const same = unit === '' ? [] : (byUnit.get(unit) ?? []);
  if (tellingDigits(digitsOf(written)) < LEAST_KNOWN) return same;
  return unit === '' ? [...byUnit.values()].flat() : [...same, ...(byUnit.get('') ?? [])];
}

/** Telling words that the two sentences must share, besides what is counted: the more, the easier it is by chance. */
function leastShared(written: string, reading: string, { unit }: Quantity, sources: number, isAlone: boolean): number {
  const [own, other] = [digitsOf(written), digitsOf(reading)];
  if (tellingDigits(own) >= LEAST_UNIQUE) return 0;
  const slip = digitSlipBetween(own, other);
  // 186,000 and 168,000 pounds, where the texts have hardly another sum that is not in both; 7,412 and 7,142.
  if (slip === 'transposition' && tellingDigits(own) >= (isAlone ? LEAST_DIGITS : LEAST_KNOWN) && !isYear(written))
    return 0;
  // 64,000 lamps, 46,000 lamps.
  if (slip === 'transposition' && unit !== '' && own.length >= LEAST_UNIQUE) return Number(sources < 2);
  const isShort = slip === 'substitution' && tellingDigits(own) <= LEAST_DIGITS;
  // Of sums a text has many.
  return 1 + Number(sources < 2) + Number(isShort) + Number(!/^\p{L}/u.test(unit));
}

function isYear(written: string): boolean {
  return /^(?:1\d|20)\d{2}$/.test(written);
}

function isSlip(written: string, count: Quantity, writtenThere: string, theirs: Quantity): boolean {
  if (theirs.least !== theirs.most || areCompatible(count, theirs)) return false;
  const [own, other] = [digitsOf(written), digitsOf(writtenThere)];
  const slip = digitSlipBetween(own, other);
  // 1.43 million and 143 are no slip of each other.
  // Of what somebody calls rough another digit may be meant.
  if (slip === 'substitution' && (count.isRough || theirs.isRough)) return false;
  if (!slip || Math.floor(Math.log10(count.least)) !== Math.floor(Math.log10(theirs.least))) return false;
  const telling = Math.min(tellingDigits(own), tellingDigits(other));
  return telling >= LEAST_DIGITS || (slip === 'transposition' && own.length >= LEAST_LENGTH);
}

function sharedWords(a: string, b: string, unit: string, { resources }: Corpus): number {
  const stemsIn = (text: string) =>
    new Set(
      wordsIn(text)
        .filter((word) => word.kind === 'word' && weightOf(word, resources.wordVectors) >= LEAST_WEIGHT)
        .map((word) => stem(normalForm(word.text))),
    );
  const there = stemsIn(b);
  return [...stemsIn(a)].filter((one) => one !== unit && there.has(one)).length;
}

function isWrittenIn(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (!/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + number.length))) return true;
  }
  return false;
}
