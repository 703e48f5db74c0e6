import { quotationMatches } from '../analysis/quotationMatches.js';
import { readingsOf } from '../analysis/quotationReadings.js';
import { sourceNames } from '../analysis/sourceNames.js';
import type { Document } from '../core/document.js';
import { isSaidOtherwise } from '../core/lostMeaning.js';
import { oneLine } from '../core/oneLine.js';
import type { Span } from '../core/span.js';
import type { CorpusRule } from './rule.js';

/** How far round a quotation the writer may say in other words what it lost. */
const AROUND = 120;

export const truncatedQuotation: CorpusRule = {
  code: 'truncated-quotation',
  family: 'quotation',
  summary: 'A quotation is cut right beside a word that turns its sense: not, might, unless, a number.',
  why: 'Every word that is left was said, and yet it was not what was said.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only what is lost in the same clause, a few words from the cut. Silent where the writer says it outside the marks (“he denied …”), and where the quotation is a fragment that cannot be taken for a sentence. Any other shortening is good practice.',
  examples: {
    valid: [
      '-- a.txt --\nShe called it “the finest harbour on this coast”.\n-- b.txt --\n“It is the finest harbour on this coast, whatever they say,” she said.',
      '-- a.txt --\nHe denied that he would “sell the old mill to the council”.\n-- b.txt --\n“I will not sell the old mill to the council,” he said.',
    ],
    invalid: [
      '-- a.txt --\n“We will rebuild the old [|harbour wall together|]{truncated-quotation},” she said.\n-- b.txt --\n“We will rebuild the old harbour wall together unless the council objects,” she said.',
      '-- a.txt --\nShe said: “[|The island needs|]{truncated-quotation} another bridge to the shore.”\n-- b.txt --\n“I do not believe the island needs another bridge to the shore,” she said.',
    ],
  },
  prepare: (document, corpus) => corpus.get(quotationMatches).prepare(document),
  *check(here, corpus) {
    for (const utterance of corpus.get(quotationMatches).in(here)) {
      for (const place of readingsOf(utterance, 'shortened', corpus)) {
        const [reading] = place.readings;
        if (place.standing === 'majority' || !reading?.loss) continue;
        if (isSaidOtherwise(reading.loss, wordsAround(here.document, utterance.quoted))) continue;
        if (!isWholeSentence(here.document, utterance.quoted)) continue;
        const sources = sourceNames(
          corpus,
          reading.witnesses.map(({ path }) => path),
        );
        yield {
          start: place.start,
          end: place.end,
          message: `The quotation is cut at “${oneLine(place.text, 60)}”; in ${sources} it says “${oneLine(reading.text, 90)}”.`,
          evidence: reading.witnesses.map((witness) => ({ ...witness, reading: reading.text })),
          confidence: 0.7,
        };
      }
    }
  },
};

/** What the writer says in the same sentence or beside it, outside the marks. */
function wordsAround({ text }: Document, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return `${before.split(/[.!?\n]/).at(-1) ?? ''} ${after.slice(0, after.search(/[.!?](?:\s|$)|\n|$/))}`;
}

/** Printed as a sentence of its own: it opens with a capital. A fragment is the writer’s sentence. */
function isWholeSentence({ text }: Document, { start }: Span): boolean {
  return /^\P{L}*\p{Lu}/u.test(text.slice(start, start + 3));
}
