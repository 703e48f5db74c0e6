import { quotedPhrases } from '../analysis/quotedPhrases.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { oneLine } from '../core/oneLine.js';
import type { CorpusRule } from './rule.js';

const MOST_EVIDENCE = 8;

export const unmarkedQuotation: CorpusRule = {
  code: 'unmarked-quotation',
  family: 'quotation',
  summary: 'Words that another source quotes are printed as the writer’s own.',
  why: 'Without the marks a reader cannot tell the speaker’s words from the reporter’s.',
  severity: 'hint',
  scope: 'corpus',
  limits:
    'Five words in a row at the least, three of them telling, and six tenths of the quoted sentence. Indirect speech that keeps the speaker’s words is reported too; which source came first is not known.',
  examples: {
    valid: [
      '-- a.txt --\nShe said the old harbour wall was about to fall.\n-- b.txt --\n“The old harbour wall will fall tonight,” she said.',
      '-- a.txt --\nThe Endangered Species Act was passed by the Senate.\n-- b.txt --\n“The Endangered Species Act was passed by the Senate.”',
      '-- a.txt --\n“We will mend the old harbour wall,” she said.\n-- b.txt --\n“We will mend the old harbour wall,” she said.',
    ],
    invalid: [
      '-- a.txt --\nHe praised the islanders, who would resist [|pressure, blackmail and military threats|]{unmarked-quotation} from the mainland.\n-- b.txt --\nThey would resist “pressure, blackmail, and military threats”, he said.',
    ],
  },
  prepare: (_, corpus) => corpus.prepare(quotedPhrases),
  *check(here, corpus) {
    for (const { start, end, text, quoted } of corpus.get(quotedPhrases).unmarkedIn(here)) {
      const sources = sourceNames(
        corpus,
        quoted.map(({ path }) => path),
      );
      yield {
        start,
        end,
        message: `“${oneLine(text, 80)}” has no quotation marks here; it is quoted in ${sources}: “${oneLine(quoted[0]?.text ?? '', 120)}”.`,
        evidence: quoted.slice(0, MOST_EVIDENCE).map((one) => ({
          path: one.path,
          start: one.start,
          end: one.end,
          text: oneLine(one.text, one.text.length),
        })),
        confidence: 0.6,
      };
    }
  },
};
