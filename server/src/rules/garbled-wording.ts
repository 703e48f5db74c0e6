import { isPlainlySpun } from '../analysis/spinning.js';
import { strangeWords } from '../analysis/strangeWords.js';
import { strayWords, type StrayWord } from '../analysis/strayWords.js';
import { isToldElsewhere } from '../analysis/toldShare.js';
import { twinPhrases } from '../analysis/twinPhrases.js';
import { prepareDepartures, wordDepartures, type Departure, type ReadingPlace } from '../analysis/wordDepartures.js';
import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { excerpt } from '../core/excerpt.js';
import {
  isBorneOut,
  isDoubtful,
  isExchangedInCopy,
  isKinAlone,
  isReading,
  isTightlyFramed,
  LEAST_SHOWN,
  LIKELY,
  SURE,
} from '../core/departureModel.js';
import type { PlacedParagraph } from '../core/document.js';
import type { Span } from '../core/span.js';
import { isStray } from '../core/strayModel.js';
import type { CorpusRule, Evidence, Finding } from './rule.js';

export const garbledWording: CorpusRule = {
  code: 'garbled-wording',
  family: 'wording',
  summary: 'A word that was put in the place of the right one, as the other sources or the text itself show.',
  why: 'Texts that a program reworded say what nobody said: a “filibuster” in the Security Council, “state advertising”.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Names and numbers are never reported, nor words that another source has in the same statement, nor good synonyms. Whether a word is odd is told by a table of the twenty thousand commonest words; a lone odd word in clean prose is a hint at most. In a text that was rewritten, a word that nobody else uses is told without another for it where no likely one is found. About four in five exchanged words are missed, one in five where the text that was reworded is among the sources.',
  examples: {
    valid: [
      '-- a.txt --\nThe minister arrived in the capital on Monday for talks about trade.\n-- b.txt --\nThe minister came to the capital on Monday for talks about trade.\n-- c.txt --\nThe minister arrived in the capital on Monday for talks on commerce.',
      'The council met on Monday, and the mayor vetoed the plan.',
      '-- a.txt --\nThe ferry struck a reef three kilometers south of the harbor.\n-- b.txt --\nThe ferry struck a reef three kilometres south of the harbour.\n-- c.txt --\nThree kilometres south of the harbour the ferry struck a reef.',
    ],
    invalid: [
      '-- a.txt --\nThe envoy of the council, which holds a [|filibuster|]{garbled-wording} in the assembly of the nations, spoke against new sanctions on the country. They vetoed a resolution on sanctions two years ago.\n-- b.txt --\nThe envoy of the council spoke against new sanctions on the country on Monday.',
    ],
  },
  prepare: prepareDepartures,
  *check(here, corpus) {
    const { path } = here.document;
    const taken: Span[] = [];
    const isFree = ({ start, end }: Span) => !taken.some((span) => start < span.end && span.start < end);
    // A text that nobody reworded says “fortnight” on one page and “years” on another.
    const ofStrange = isPlainlySpun(here.document, corpus) ? 'information' : 'hint';
    const alone = [
      ...strangeWords(here, corpus).map((one) => ({ ...one, severity: ofStrange }) as const),
      ...twinPhrases(here, corpus).map((one) => ({ ...one, severity: 'information' }) as const),
    ];
    for (const { start, end, text, reading, severity } of alone) {
      taken.push({ start, end });
      const evidence = [witness({ path, ...reading }, corpus)];
      const message = `“${text}” here; “${reading.text}” elsewhere in this text: ${quoted(evidence[0]?.text ?? '')}`;
      yield { start, end, message, evidence, severity, confidence: STRANGE, suggestions: [] };
    }
    const found = [...findingsOfDepartures(here, corpus)].filter(isFree);
    if (found.length === 0) return;
    const isOneStory = isToldElsewhere(here.document, corpus);
    for (const finding of found) yield isOneStory ? finding : { ...finding, severity: 'hint' };
  },
};

/** Share of strange words and twin phrases that were garbled, where it was measured. */
const STRANGE = 0.8;

function* findingsOfDepartures(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const isSpun = isPlainlySpun(here.document, corpus);
  const strays = new Map(strayWords(here, corpus).map((one) => [one.start, one]));
  for (const departure of wordDepartures(here, corpus)) {
    const stray = strays.get(departure.start);
    const hasReading = isReading(departure.signs);
    if (stray && !hasReading && isTold(stray)) continue;
    strays.delete(departure.start);
    if (!hasReading && isExchangedInCopy(departure.signs, departure.chance)) yield loneFinding(departure, corpus);
    else yield* findingOf(departure, stray, isSpun, corpus);
  }
  for (const stray of strays.values()) if (isTold(stray)) yield loneFinding(stray, corpus);
}

function isTold({ signs, chance }: StrayWord): boolean {
  return isStray(signs, chance);
}

/** A word of a reworded text that nobody else uses, without another for it: the passage has to show it. */
function loneFinding({ start, end, text, chance, passage }: StrayWord | Departure, corpus: Corpus): Finding {
  const shown = shortened(corpus.document(passage.path)?.text.slice(passage.start, passage.end) ?? '');
  const message = `“${text}” here, in no other source of this story: ${quoted(shown)}`;
  return { start, end, message, evidence: [{ ...passage, text: shown }], severity: 'information', confidence: chance };
}

function* findingOf(
  departure: Departure,
  stray: StrayWord | undefined,
  isSpun: boolean,
  corpus: Corpus,
): Generator<Finding> {
  const { start, end, text, readings, signs } = departure;
  const span = { start, end };
  const chance = stray ? Math.max(departure.chance, stray.chance) : departure.chance;
  const isOdd = stray && !signs.isOriginal ? isTold(stray) : isBorneOut(signs, isSpun) && !isKinAlone(signs);
  const isFramed = isReading(signs) && isTightlyFramed(signs);
  const isShown = isReading(signs) && chance >= LEAST_SHOWN;
  if (!isFramed && !isShown && !isDoubtful(signs, chance)) return;
  const [first, ...others] = readings;
  if (!first) return;
  const told = [first, ...others.filter((one) => isReading(one.signs))];
  const count = corpus.get(lineages).count(first.places.map(({ path }) => path));
  const confidence = isFramed ? Math.max(chance, FRAMED) : chance;
  const isLikely = isFramed || (isShown && chance >= LIKELY && isOdd);
  const severity = !isLikely ? 'hint' : chance >= SURE && count >= 2 ? 'warning' : 'information';
  const evidence = told.flatMap(({ places }) => places.map((one) => witness(one, corpus)));
  const where = count === 1 ? 'in another source' : `in ${count} sources`;
  const message = `“${text}” here; “${first.text}” ${where}: ${quoted(evidence[0]?.text ?? '')}`;
  yield { ...span, message, evidence, severity, confidence, suggestions: told.map((one) => one.text) };
}

/** What a tight frame in a text full of debris is worth: set by hand, there is one such text to learn it from. */
const FRAMED = 0.75;

const LONGEST_SHOWN = 120;

/** A sentence on one line, as far as it helps to find it. */
function shortened(sentence: string): string {
  const line = sentence.replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST_SHOWN))} …`;
}

function witness({ path, start, end, text }: ReadingPlace, corpus: Corpus): Evidence {
  const whole = corpus.document(path)?.text ?? '';
  return { path, start, end, text: excerpt(whole, { start, end }), reading: text };
}

function quoted(words: string): string {
  return `“${words}”`;
}
