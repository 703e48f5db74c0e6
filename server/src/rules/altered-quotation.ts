import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { alteredPartsIn } from '../analysis/partQuotations.js';
import { quotationMatches } from '../analysis/quotationMatches.js';
import { readingsOf, type QuotedPlace } from '../analysis/quotationReadings.js';
import { isRendering } from '../analysis/renderings.js';
import { sourceNames } from '../analysis/sourceNames.js';
import type { Document } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import { overlaps, type Place } from '../core/span.js';
import { quotedFinding } from './quotedFinding.js';
import type { CorpusRule, Finding } from './rule.js';

export const alteredQuotation: CorpusRule = {
  code: 'altered-quotation',
  family: 'quotation',
  summary: 'Words between quotation marks differ from what another source prints between its marks.',
  why: 'At most one of the wordings is what was said.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Quotations that have hardly a telling word in common are compared only where one speaker says both, and one word differs. A quotation cut short is no alteration; nor is what docs/quotations.md folds away: spelling, punctuation, contractions, numbers in words. Where most sources print what stands here, only the others are told. A sentence that differs in three places and more is one finding, and a hint where no two sources agree: it was translated, or written down, more than once. So is every difference between texts that have many quotations in common and most of them otherwise, as translations have.',
  examples: {
    valid: [
      '-- a.txt --\n“He has disclosed . . . that the ferry was sold to a firm,” she said.\n-- b.txt --\n“He has disclosed to the old council that the ferry was sold to a firm,” she said.',
      '-- a.txt --\n“We are not worried about the journey,” she said.\n-- b.txt --\nShe said: “We’re not worried about the journey.”',
      '-- a.txt --\nHe spoke of an “unbreakable relationship of comrades-in-arms”.\n-- b.txt --\nTies had “developed into an unbreakable relationship of comrades-in-arms,” he said.',
      '-- a.txt --\n“The harvest was poor this year,” the farmer said.\n-- b.txt --\n“The weather was poor,” said the pilot.',
      '-- a.txt --\nHe vowed to “organise the defence of the harbour”.\n-- b.txt --\nHe vowed to “organize the defense of the harbor”.',
      '-- a.txt --\nThe bridge will not open this spring.\n-- b.txt --\n“The bridge will open this spring,” she said.',
      '-- a.txt --\n“The ferry leaves at 6 p.m. on the eleventh of May,” she said.\n-- b.txt --\n“The ferry leaves at 6:00 pm on the 11th of May,” she said.',
      '-- a.txt --\n“We wo n’t sell the old mill to [the council],” she said.\n-- b.txt --\n“We won’t sell the old mill to them,” she said.',
      '-- a.txt --\n“The ferry leaves at noon … whatever the weather does,” she said.\n-- b.txt --\n“The ferry leaves at noon from the west pier, whatever the weather does,” she said.',
      '-- a.txt --\n“The ferry altered (its direction) towards the harbour at noon,” she said.\n-- b.txt --\n“The ferry altered towards the harbour at noon,” she said.',
    ],
    invalid: [
      '-- a.txt --\n“The [|old council sold the mill and the meadow behind it to a firm|]{altered-quotation} from the capital in spring,” said Ann Berg.\n-- b.txt --\n“The [|former council sold the mill and the field behind it to a company|]{altered-quotation} from the capital in spring,” said Ann Berg.',
      '-- a.txt --\nHe said the bridge “will [|never|]{altered-quotation} open to heavy traffic again”.\n-- b.txt --\nThe bridge “will [|soon|]{altered-quotation} open to heavy traffic again,” he said.',
      '-- a.txt --\n“We [|are concerned|]{altered-quotation} about the safety of the crew,” she said.\n-- b.txt --\n“We [|are not concerned|]{altered-quotation} about the safety of the crew,” she said.',
      '-- a.txt --\nThe council heard that “the ferry will cross [|twelve|]{altered-quotation} times a day”.\n-- b.txt --\nIn spring “the ferry will cross ten times a day”, said Ann Berg.\n-- c.txt --\nThe pilot was sure: “The ferry will cross ten times a day.”',
    ],
  },
  prepare: (document, corpus) => corpus.get(quotationMatches).prepare(document),
  *check(here, corpus) {
    for (const utterance of corpus.get(quotationMatches).in(here)) {
      const places = readingsOf(utterance, 'altered', corpus).filter(({ standing }) => standing !== 'majority');
      const findings =
        places.length >= RENDERED
          ? [renderedFinding(corpus, places)]
          : places.map((place) => quotedFinding(corpus, place, 'Quoted', confidenceOf(place)));
      if (isRendered(places, here.document.path, corpus) || areRenderings(places, here.document, corpus))
        yield* findings.map((finding) => ({ ...finding, severity: 'hint' as const }));
      else yield* findings;
    }
    for (const place of alteredPartsIn(here, corpus)) {
      if (place.standing !== 'majority') yield quotedFinding(corpus, place, 'Quoted', confidenceOf(place));
    }
  },
};

function confidenceOf({ standing }: QuotedPlace): number {
  return standing === 'lone' ? 0.9 : 0.8;
}

/** From so many places on a sentence was translated, or written down, by somebody else: that is one difference. */
const RENDERED = 3;

/**
 * Whether each source renders the sentence in its own words, as translators and note-takers do: many places differ, or one
 * has as many readings as sources, and no two sources agree against this one.
 */
function isRendered(places: readonly QuotedPlace[], path: string, corpus: Corpus): boolean {
  const texts = corpus.get(lineages);
  // Copies of one text have its words, or a slip.
  const isCopy = ({ readings }: QuotedPlace) =>
    readings.some(({ witnesses }) => witnesses.some((other) => texts.count([path, other.path]) === 1));
  return (
    places.every((place) => place.standing === 'divided' && !isCopy(place)) &&
    (places.length >= RENDERED || places.some((place) => hasThirdReading(place, places)))
  );
}

/**
 * Whether all texts that differ, and this one, put into words of their own what they have in common: then two that agree here
 * are no better witnesses.
 */
function areRenderings(places: readonly QuotedPlace[], document: Document, corpus: Corpus): boolean {
  return places.every(({ readings }) => {
    const texts = [document, ...new Set(readings.flatMap(({ witnesses }) => witnesses.map(({ path }) => path)))];
    return texts.every((one, index) => {
      const text = typeof one === 'string' ? corpus.document(one) : one;
      return texts
        .slice(index + 1)
        .every((other) => text && typeof other === 'string' && isRendering(text, other, corpus));
    });
  });
}

function hasThirdReading(place: QuotedPlace, places: readonly QuotedPlace[]): boolean {
  return place.readings.length > 1 || places.some((other) => other !== place && overlaps(other, place));
}

/** Beside the source that differs in most places. */
function renderedFinding(corpus: Corpus, places: readonly QuotedPlace[]): Finding {
  const byPath = new Map<string, (Place & { readonly text: string })[]>();
  for (const { readings } of places) {
    for (const witness of readings.flatMap(({ witnesses }) => witnesses)) {
      byPath.set(witness.path, [...(byPath.get(witness.path) ?? []), witness]);
    }
  }
  const evidence = [...byPath]
    .sort(([, x], [, y]) => y.length - x.length)
    .map(([path, witnesses]) => {
      const start = Math.min(...witnesses.map((one) => one.start));
      const end = Math.max(...witnesses.map((one) => one.end));
      const place = { path, start, end };
      const text = corpus.textAt(place);
      return { ...place, text, reading: text };
    });
  const [first] = evidence;
  const others = sourceNames(
    corpus,
    evidence.map(({ path }) => path),
  );
  return {
    start: places[0]?.start ?? 0,
    end: places.at(-1)?.end ?? 0,
    message: `Quoted otherwise here in ${places.length} places than in ${others}: “${oneLine(first?.text ?? '', 110)}”.`,
    evidence,
    confidence: Math.max(...places.map(confidenceOf)),
  };
}
