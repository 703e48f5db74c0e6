import { quotedWords } from '../core/quotedWords.js';
import { oneLine } from '../core/oneLine.js';
import type { Place, Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import type { QuotationDifference } from './quotationComparison.js';
import type { QuotedSentence } from './quotationIndex.js';
import type { QuotationMatch, QuotedUtterance } from './quotationMatches.js';
import { standingOf, type Standing } from './standing.js';

/** A place in a quoted sentence where other documents print something else; the span counts in the document. */
export interface QuotedPlace extends Span {
  readonly text: string;
  /** Words of saying stand in it, here or where it is read otherwise: nothing can be put in its place. */
  readonly isInterrupted: boolean;
  /** How it stands among the other readings. */
  readonly standing: Standing;
  /** What they have there, the one with the most documents first. */
  readonly readings: readonly QuotedReading[];
}

/** What others print in a place. */
export interface QuotedReading {
  readonly text: string;
  readonly loss: QuotationDifference['loss'];
  /** One for each document that reads so, with some words around it, as they stand there. */
  readonly witnesses: readonly (Place & { readonly text: string })[];
}

/** The places of a quoted sentence that differ in this kind, in order. */
export function readingsOf(
  { quoted, matches }: QuotedUtterance,
  kind: QuotationDifference['kind'],
  corpus: Corpus,
): QuotedPlace[] {
  const places = new Map<string, { span: Span; found: { match: QuotationMatch; difference: QuotationDifference }[] }>();
  for (const match of matches) {
    for (const difference of match.comparison.differences) {
      if (difference.kind !== kind) continue;
      const { start, end } = difference.a;
      const place = places.get(`${start}-${end}`) ?? { span: difference.a, found: [] };
      places.set(`${start}-${end}`, place);
      place.found.push({ match, difference });
    }
  }
  return [...places.values()]
    .sort((x, y) => x.span.start - y.span.start || x.span.end - y.span.end)
    .map(({ span, found }) => {
      const readings = grouped(found);
      const agreeing = matches.filter((match) => agreesAt(match, span, kind)).map(({ other }) => other.path);
      const others = readings.map(({ witnesses }) => witnesses.map(({ path }) => path));
      return {
        start: quoted.start + span.start,
        end: quoted.start + span.end,
        text: wordsOf(quoted, span),
        isInterrupted:
          isInterruptedIn(quoted, span) ||
          found.some(({ match, difference }) => isInterruptedIn(match.other, difference.b)),
        standing: standingOf(corpus, quoted.path, agreeing, others),
        readings,
      };
    });
}

function grouped(found: readonly { match: QuotationMatch; difference: QuotationDifference }[]): QuotedReading[] {
  const readings = new Map<
    string,
    { text: string; loss: QuotationDifference['loss']; witnesses: ReturnType<typeof around>[] }
  >();
  for (const { match, difference } of found) {
    const text = wordsOf(match.other, difference.b);
    const key = quotedWords(text)
      .map(({ folded }) => folded)
      .join(' ');
    const reading = readings.get(key) ?? { text, loss: difference.loss, witnesses: [] };
    readings.set(key, reading);
    reading.witnesses.push(around(match, difference.b));
  }
  return [...readings.values()].sort((x, y) => y.witnesses.length - x.witnesses.length);
}

/** Has the same words there: the place lies between words that both have, and nothing in it differs. */
function agreesAt({ comparison }: QuotationMatch, place: Span, asked: QuotationDifference['kind']): boolean {
  if (comparison.shared.start > place.start || comparison.shared.end < place.end) return false;
  return !comparison.differences.some(
    ({ kind, a }) =>
      (kind === asked || kind === 'altered' || kind === 'excused') && a.start < place.end && place.start < a.end,
  );
}

function isInterruptedIn({ words }: QuotedSentence, { start, end }: Span): boolean {
  return words.some((word) => word.isAfterInterruption && start < word.start && word.start < end);
}

function wordsOf(quoted: QuotedSentence, { start, end }: Span): string {
  const words = quoted.text.slice(start, end);
  return isInterruptedIn(quoted, { start, end }) ? oneLine(words, words.length) : words;
}

function around({ other }: QuotationMatch, { start, end }: Span): Place & { readonly text: string } {
  const { text, path } = other;
  const from = start < 30 ? 0 : text.indexOf(' ', start - 30) + 1;
  const to = Math.max(end, text.length - end < 40 ? text.length : text.lastIndexOf(' ', end + 40));
  return { path, start: other.start + from, end: other.start + to, text: wordsOf(other, { start: from, end: to }) };
}
