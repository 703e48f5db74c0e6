import { quotationMatches } from '../analysis/quotationMatches.js';
import { readingsOf } from '../analysis/quotationReadings.js';
import type { CorpusRule } from './rule.js';
import { quotedFinding } from './quotedFinding.js';

export const respelledQuotation: CorpusRule = {
  code: 'respelled-quotation',
  family: 'quotation',
  summary: 'A quotation has the words of another source in other letters or with other marks.',
  why: 'House style may change the spelling of a quotation; who quotes it in turn may want to know.',
  severity: 'hint',
  scope: 'corpus',
  limits:
    'Dialect, contractions, hyphens, numbers in words and punctuation inside the sentence, as docs/quotations.md lists them. One finding for each quoted sentence, at the first difference; none where words differ too.',
  examples: {
    valid: [
      '-- a.txt --\n“We will rebuild the harbour wall”, she said.\n-- b.txt --\nShe said, "we will rebuild the harbour wall."',
      '-- a.txt --\nHe vowed to “defend the colour of the harbour”.\n-- b.txt --\nHe vowed to “defend the color of the mountains”.',
    ],
    invalid: [
      '-- a.txt --\nHe vowed to “[|organise|]{respelled-quotation} the defence of the island”.\n-- b.txt --\nHe vowed to “[|organize|]{respelled-quotation} the defense of the island”.',
      '-- a.txt --\n“[|We’re|]{respelled-quotation} not worried about the journey,” she said.\n-- b.txt --\n“[|We are|]{respelled-quotation} not worried about the journey,” she said.',
    ],
  },
  prepare: (document, corpus) => corpus.get(quotationMatches).prepare(document),
  *check(here, corpus) {
    for (const utterance of corpus.get(quotationMatches).in(here)) {
      const isOnlySpelling = (kinds: readonly { readonly kind: string }[]) =>
        kinds.every(({ kind }) => kind === 'respelled');
      const matches = utterance.matches.filter(({ comparison }) => isOnlySpelling(comparison.differences));
      const places = readingsOf({ ...utterance, matches }, 'respelled', corpus);
      const place = places.find(({ standing }) => standing !== 'majority');
      if (place) yield quotedFinding(corpus, place, 'Spelt', 0.9);
    }
  },
};
