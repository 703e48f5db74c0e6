import { mixedFormsIn, prepareMixedForms } from '../analysis/mixedForms.js';
import type { CorpusRule } from './rule.js';

export const mixedSpelling: CorpusRule = {
  code: 'mixed-spelling',
  family: 'spelling',
  summary: 'One text writes the same in two ways: British and American spelling, “Mr” and “Mr.”, “e-mail” and “email”.',
  why: 'Both are right, but one text that has both was put together from two, or edited by halves.',
  severity: 'hint',
  scope: 'corpus',
  limits:
    'Quotations and names are left alone, as is a text that has both spellings about as often, and one with fewer than three words of the usual one. “organize” is both. Where the manifest declares a spelling, misspelled-word says what departs from it.',
  examples: {
    valid: [
      'The colour of the centre. “The color of the center,” he said of the harbour, and of its color at the Center.',
      'The colour of the roof was that of the theatre, and its defense was strong.',
      'The organizers honoured the organisers; he realized it.',
      'Mr Kim met Mr. Lee.',
      'Mr Kim and Mr Lee came. “I saw Mr. Park,” she said.',
      'A well-known man; he is well known. Recreation, he said, and re-creation.',
    ],
    invalid: [
      'The colour of the roof was that of the theatre, and the harbour had organised its [|defense|]{mixed-spelling}.',
      'Mr Kim met Mr Lee and [|Mr.|]{mixed-spelling} Park.',
      'He sent an [|e-mail|]{mixed-spelling}; the email was read at noon.',
    ],
  },
  prepare: prepareMixedForms,
  *check(here, corpus) {
    for (const { start, end, text, meant, usual, count, isDialect } of mixedFormsIn(here, corpus)) {
      const message = isDialect
        ? `“${text}” here; ${count} words of this text have the other spelling of English, as “${usual.text}”.`
        : `“${text}” here; “${usual.text}” elsewhere in this text.`;
      yield { start, end, message, suggestions: [meant], evidence: [usual], confidence: 0.8 };
    }
  },
};
