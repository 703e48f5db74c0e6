import { quotationMatches } from '../analysis/quotationMatches.js';
import { readingsOf } from '../analysis/quotationReadings.js';
import type { CorpusRule } from './rule.js';
import { quotedFinding } from './quotedFinding.js';

export const alteredQuotation: CorpusRule = {
  code: 'altered-quotation',
  family: 'quotation',
  summary: 'Words between quotation marks differ from what another source prints between its marks.',
  why: 'At most one of the wordings is what was said.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Quotations of fewer than three telling words are not compared. A quotation cut short is no alteration; nor is what docs/quotations.md folds away: spelling, punctuation, contractions, numbers in words. Where most sources print what stands here, only the others are told.',
  examples: {
    valid: [
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
      '-- a.txt --\nHe said the bridge “will [|never|]{altered-quotation} open to heavy traffic again”.\n-- b.txt --\nThe bridge “will [|soon|]{altered-quotation} open to heavy traffic again,” he said.',
      '-- a.txt --\n“We [|are concerned|]{altered-quotation} about the safety of the crew,” she said.\n-- b.txt --\n“We [|are not concerned|]{altered-quotation} about the safety of the crew,” she said.',
      '-- a.txt --\nThe council heard that “the ferry will cross [|twelve|]{altered-quotation} times a day”.\n-- b.txt --\nIn spring “the ferry will cross ten times a day”, said Ann Berg.\n-- c.txt --\nThe pilot was sure: “The ferry will cross ten times a day.”',
    ],
  },
  prepare: (document, corpus) => corpus.get(quotationMatches).prepare(document),
  *check(here, corpus) {
    for (const utterance of corpus.get(quotationMatches).in(here)) {
      for (const place of readingsOf(utterance, 'altered', corpus)) {
        if (place.standing === 'majority') continue;
        const confidence = place.standing === 'lone' ? 0.9 : 0.8;
        yield quotedFinding(corpus, place, 'Quoted', confidence);
      }
    }
  },
};
