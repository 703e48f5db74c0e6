import type { ParagraphRule } from './rule.js';

// Bounded on both sides, so that “ten t-shirts” and a quoted ’s stay what they are.
const NEGATION =
  /(?<![\p{L}\p{N}])(?<stem>ai|are|ca|could|dare|did|do|does|had|has|have|is|might|must|need|ought|sha|should|was|were|wo|would) n(?<mark>['’])t(?![\p{L}\p{N}])/giu;
const ENDING =
  /(?<![\p{L}\p{N}])(?<stem>I|you|he|she|it|we|they|that|there|who|what) (?<mark>['’])(?<ending>m|re|ve|ll|d|s)(?![\p{L}\p{N}'’])/giu;

export const splitContraction: ParagraphRule = {
  code: 'split-contraction',
  family: 'debris',
  summary: 'A contraction is torn apart, as tokenisers leave it.',
  why: 'The words are not what the source printed, and a search for them fails.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'Only contractions of common verbs and pronouns; a torn possessive (“the state ’s”) is left to other rules.',
  examples: {
    valid: ['They won’t go, and it isn’t far.', 'He said: ‘I do not know.’', 'It was in the ’80s, they ’fessed up.'],
    invalid: [
      'Sanctions [|wo n’t|]{split-contraction} help.',
      "They [|do n't|]{split-contraction} know that [|it 's|]{split-contraction} late.",
    ],
  },
  *check({ text }) {
    for (const match of text.matchAll(NEGATION)) {
      const { stem = '', mark = '' } = match.groups ?? {};
      yield finding(match, `${stem}n${mark}t`);
    }
    for (const match of text.matchAll(ENDING)) {
      const { stem = '', mark = '', ending = '' } = match.groups ?? {};
      yield finding(match, `${stem}${mark}${ending}`);
    }
  },
};

function finding(match: RegExpExecArray, whole: string) {
  return {
    start: match.index,
    end: match.index + match[0].length,
    message: `“${match[0]}” is torn apart: “${whole}”.`,
    suggestions: [whole],
  };
}
