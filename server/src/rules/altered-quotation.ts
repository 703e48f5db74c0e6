import type { Corpus } from '../analysis/corpus.js';
import { quotationIndex, type QuotedSentence } from '../analysis/quotationIndex.js';
import { likeness, quotationVariants } from '../analysis/quotationVariants.js';
import { witnessOf } from '../analysis/witnesses.js';
import { oneLine } from '../core/oneLine.js';
import type { Span } from '../core/span.js';
import type { CorpusRule, Evidence, Finding } from './rule.js';

export const alteredQuotation: CorpusRule = {
  code: 'altered-quotation',
  family: 'quotation',
  summary: 'Words between quotation marks differ from what another source prints between its marks.',
  why: 'At most one of the wordings is what was said.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Quotations of fewer than three telling words are not compared. A quotation cut short is no alteration; nor are spelling, punctuation and contractions.',
  examples: {
    valid: [
      '-- a.txt --\n“We are not worried about the journey,” she said.\n-- b.txt --\nShe said: “We’re not worried about the journey.”',
      '-- a.txt --\nHe spoke of an “unbreakable relationship of comrades-in-arms”.\n-- b.txt --\nTies had “developed into an unbreakable relationship of comrades-in-arms,” he said.',
      '-- a.txt --\n“The harvest was poor this year,” the farmer said.\n-- b.txt --\n“The weather was poor,” said the pilot.',
      '-- a.txt --\nHe vowed to “organise the defence of the harbour”.\n-- b.txt --\nHe vowed to “organize the defense of the harbor”.',
      '-- a.txt --\nThe bridge will not open this spring.\n-- b.txt --\n“The bridge will open this spring,” she said.',
    ],
    invalid: [
      '-- a.txt --\nHe said the bridge “will [|never|]{altered-quotation} open to heavy traffic again”.\n-- b.txt --\nThe bridge “will [|soon|]{altered-quotation} open to heavy traffic again,” he said.',
      '-- a.txt --\n“We [|are concerned|]{altered-quotation} about the safety of the crew,” she said.\n-- b.txt --\n“We [|are not concerned|]{altered-quotation} about the safety of the crew,” she said.',
    ],
  },
  *check(document, corpus) {
    const index = corpus.get(quotationIndex);
    for (const quoted of index.in(document.path)) {
      const counterparts = index
        .candidates(quoted)
        .filter((path) => !corpus.isDraft(path))
        .flatMap((path) => counterpartIn(quoted, index.in(path), index.in(document.path)) ?? []);
      yield* findings(quoted, counterparts, corpus);
    }
  },
};

/** The quotation of the same utterance in another document: likest, and likest to no other one here. */
function counterpartIn(
  quoted: QuotedSentence,
  there: readonly QuotedSentence[],
  here: readonly QuotedSentence[],
): QuotedSentence | undefined {
  const best = likest(quoted, there);
  return best && likest(best, here) === quoted ? best : undefined;
}

function likest(quoted: QuotedSentence, others: readonly QuotedSentence[]): QuotedSentence | undefined {
  let best: QuotedSentence | undefined;
  let most = 0;
  for (const other of others) {
    const value = likeness(quoted.words, other.words);
    if (value > most) [best, most] = [other, value];
  }
  return best;
}

const MOST_EVIDENCE = 5;

/** One finding for each place, with every other reading of it. */
function* findings(quoted: QuotedSentence, counterparts: readonly QuotedSentence[], corpus: Corpus): Iterable<Finding> {
  const places = new Map<string, { start: number; end: number; readings: { text: string; evidence: Evidence }[] }>();
  for (const other of counterparts) {
    for (const { a, b } of quotationVariants(quoted.words, other.words)) {
      const place = places.get(`${a.start}-${a.end}`) ?? { ...a, readings: [] };
      places.set(`${a.start}-${a.end}`, place);
      const text = other.text.slice(b.start, b.end);
      const evidence = around(other, b);
      place.readings.push({ text, evidence });
    }
  }
  for (const { start, end, readings } of places.values()) {
    const own = quoted.text.slice(start, end);
    const wordings = [...new Set(readings.map(({ text }) => text))];
    const others = wordings.map((wording) => {
      const sigla = readings
        .filter(({ text }) => text === wording)
        .map(({ evidence }) => witnessOf(corpus, evidence.path).siglum);
      return `“${oneLine(wording, 60)}” in ${sigla.join(', ')}`;
    });
    const [first] = readings;
    yield {
      start: quoted.start + start,
      end: quoted.start + end,
      message: `Quoted as “${oneLine(own, 60)}” here, ${others.join('; ')}: “${oneLine(first?.evidence.text ?? '', 90)}”.`,
      suggestions: wordings,
      evidence: readings.slice(0, MOST_EVIDENCE).map(({ evidence }) => evidence),
      confidence: 0.8,
    };
  }
}

/** The variant with some of the words around it, as the other source prints them. */
function around(other: QuotedSentence, { start, end }: Span): Evidence {
  const { text, path } = other;
  const from = start < 30 ? 0 : text.indexOf(' ', start - 30) + 1;
  const to = Math.max(end, text.length - end < 40 ? text.length : text.lastIndexOf(' ', end + 40));
  return { path, start: other.start + from, end: other.start + to, text: text.slice(from, to) };
}
