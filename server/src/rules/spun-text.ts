import type { Corpus } from '../analysis/corpus.js';
import { isPlainlySpun, spinningOdds } from '../analysis/spinning.js';
import { partnersOf, prepareDepartures, wordDepartures, type Departure } from '../analysis/wordDepartures.js';
import { strangeWords } from '../analysis/strangeWords.js';
import { isTellable, strayWords } from '../analysis/strayWords.js';
import { isToldElsewhere } from '../analysis/toldShare.js';
import { twinPhrases } from '../analysis/twinPhrases.js';
import { isBorneOut, isExchangedInCopy, isReading, isShown, isTightlyFramed } from '../core/departureModel.js';
import { placed, type Document, type PlacedParagraph } from '../core/document.js';
import { excerpt } from '../core/excerpt.js';
import { proseOf } from '../core/prose.js';
import type { Span } from '../core/span.js';
import type { CorpusRule, Evidence } from './rule.js';

export const spunText: CorpusRule = {
  code: 'spun-text',
  family: 'wording',
  summary: 'Many words of this text were exchanged for related ones, beside what the other sources have.',
  why: 'A text that was reworded by a program may be wrong anywhere, also where no other source can show it.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'A mark of risk, never proof: translation and haste leave marks like these. Told once for each file, and only beside other sources that tell the same; a hint where its words differ from theirs and are not odd, as in a translation. How odd the words of a text are shows it before a single word is proved wrong; mild rewording with good synonyms is not seen.',
  examples: {
    valid: [
      '-- a.txt --\nThe minister arrived in the capital on Monday for talks about trade.\n-- b.txt --\nThe minister came to the capital on Monday for talks about trade.',
    ],
    invalid: [
      '-- a.txt --\n[|The|]{spun-text} envoy of the council, which holds a filibuster in the assembly of the nations, spoke against new sanctions on the country.\n\nThey vetoed a resolution on sanctions two years ago.\n\nThe harbour was closed on Monday by the premier and its eastern friends, who fear a storm.\n\nThe ships of the capital and its asian allies stayed at sea for a week.\n-- b.txt --\nOn Monday, fearing that a storm was near, the premier had the harbour closed. An ally kept its ships at sea for a week. Speaking for the council, its envoy was against new sanctions; the assembly of the nations had vetoed a resolution two years before.',
    ],
  },
  prepare: prepareDepartures,
  *check({ document, index, paragraph, start: from }, corpus) {
    if (index !== document.paragraphs.findIndex((one) => OPENING.test(proseOf(one)))) return;
    const partners = partnersOf(document.path, corpus);
    if (partners.length === 0 || !isToldElsewhere(document, corpus)) return;
    const strange = strangePlaces(document, corpus);
    const odds = spinningOdds(document, corpus) + STRANGE_ODDS * strange.length;
    const departing = departingPlaces(document, corpus);
    const known = [...strange, ...departing];
    const places = [...known, ...strayPlaces(document, corpus, known)];
    if (odds < LEAST_ODDS || places.length < FEWEST_PLACES) return;
    // Told of the whole, shown at its first word: a reader reads what is underlined.
    const opening = OPENING.exec(proseOf(paragraph));
    if (!opening) return;
    const start = from + opening.index;
    const end = start + opening[0].length;
    const evidence: Evidence[] = places.slice(0, MOST_SHOWN).map((place) => ({
      path: document.path,
      start: place.start,
      end: place.end,
      text: excerpt(document.text, place),
    }));
    const others = partners.length === 1 ? 'the other source' : `the ${partners.length} other sources`;
    const message =
      `Words of this text may have been exchanged by a program: many are odder in their places than those of ${others}, ` +
      `${places.length} of them where others have another word or nobody else has this one. Read it beside them.`;
    const confidence = 1 / (1 + Math.exp(-odds));
    // Two translations differ in every other word, though neither is odd.
    const isSure =
      odds >= SURE_ODDS &&
      (strange.length > 0 ||
        (departing.length > 0 && isPlainlySpun(document, corpus)) ||
        departing.some(({ signs, chance }) => isBorneOut(signs, chance)));
    const severity = isSure ? 'information' : 'hint';
    yield { start, end, message, evidence, confidence, severity };
  },
};

const OPENING = /\p{L}[\p{L}\p{M}\p{N}’'-]*/u;
const FEWEST_PLACES = 2;
/** Log odds from which on it is told, and told as information. */
const LEAST_ODDS = 1.5;
const SURE_ODDS = 2;
/** What a strange word or a twin phrase adds: six in seven were garbled, where it was measured. */
const STRANGE_ODDS = 1.8;
const MOST_SHOWN = 8;

function strangePlaces(document: Document, corpus: Corpus): Span[] {
  return everywhereIn(document).flatMap((here): Span[] => [
    ...strangeWords(here, corpus),
    ...twinPhrases(here, corpus),
  ]);
}

/** What `garbled-wording` reports where others have another word, likeliest first. */
function departingPlaces(document: Document, corpus: Corpus): Departure[] {
  return everywhereIn(document)
    .flatMap((here) => wordDepartures(here, corpus))
    .filter(({ chance, signs }) =>
      isReading(signs) ? isShown(signs, chance) || isTightlyFramed(signs) : isExchangedInCopy(signs, chance),
    )
    .sort((a, b) => b.chance - a.chance || a.start - b.start);
}

/** What it reports besides: words that nobody else uses. */
function strayPlaces(document: Document, corpus: Corpus, known: readonly Span[]): Span[] {
  const starts = new Set(known.map(({ start }) => start));
  return everywhereIn(document)
    .flatMap((here) => strayWords(here, corpus))
    .filter((stray) => !starts.has(stray.start) && isTellable(stray));
}

function everywhereIn(document: Document): PlacedParagraph[] {
  return document.paragraphs.map((_, index) => placed(document, index));
}
