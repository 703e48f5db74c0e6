import { proseOf } from '../core/prose.js';
import type { Finding, ParagraphRule } from './rule.js';

// Bounded on both sides, so that “ten t-shirts” and a quoted ’s stay what they are.
const NEGATION =
  /(?<![\p{L}\p{N}])(?<stem>ai|are|ca|could|dare|did|do|does|had|has|have|is|might|must|need|ought|sha|should|was|were|wo|would) n(?<mark>['’])t(?![\p{L}\p{N}])/giu;
const ENDING =
  /(?<![\p{L}\p{N}.-])(?<stem>[\p{L}\p{N}.-]*\p{L}) (?<mark>['’])(?<ending>m|re|ve|ll|d|s)(?![\p{L}\p{N}'’-])/giu;
// Blanks on both sides of the mark.
const APART =
  /(?<![\p{L}\p{N}])(?<stem>\p{L}+) (?<mark>['’‘`]) (?<ending>m|re|ve|ll|t|s)(?![\p{L}\p{N}'’-])|(?<![\p{L}\p{N}])(?<stem2>\p{L}+n)(?<mark2>['’]) (?<ending2>t)(?![\p{L}\p{N}'’-])/giu;

export const splitContraction: ParagraphRule = {
  code: 'split-contraction',
  family: 'debris',
  summary: 'A contraction or a possessive is torn apart, as tokenisers leave it.',
  why: 'The words are not what the source printed, and a search for them fails.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'Dutch ’s after a preposition (in ’s Hertogenbosch) is left alone.',
  examples: {
    valid: [
      'They won’t go, and it isn’t far.',
      'He said: ‘I do not know.’',
      'It was in the ’80s, they ’fessed up.',
      "The letter 's' is silent; so is the 'd' of Wednesday.",
      'They live in ’s-Hertogenbosch and in ’s Gravenhage.',
      "Run `do n't` to see the old form.",
    ],
    invalid: [
      'Sanctions [|wo n’t|]{split-contraction} help.',
      "They [|do n't|]{split-contraction} know that [|it 's|]{split-contraction} late.",
      "It hung in [|Lincoln 's|]{split-contraction} Inn.",
      'They [|don ’ t|]{split-contraction} know what [|it ’ s|]{split-contraction} for.',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    for (const match of prose.matchAll(NEGATION)) {
      const { stem = '', mark = '' } = match.groups ?? {};
      yield finding(paragraph.text, match, `${stem}${/[A-Z]$/.test(stem) ? 'N' : 'n'}${mark}${match[0].slice(-1)}`);
    }
    for (const match of prose.matchAll(ENDING)) {
      const { stem = '', mark = '', ending = '' } = match.groups ?? {};
      if (/^(?:in|te|van|naar|bij|op|uit|letters?)$/i.test(stem)) continue;
      yield finding(paragraph.text, match, `${stem}${mark}${ending}`);
    }
    for (const match of prose.matchAll(APART)) {
      const groups = match.groups ?? {};
      const [stem = '', ending = ''] = [groups.stem ?? groups.stem2, groups.ending ?? groups.ending2];
      const mark = groups.mark ?? groups.mark2;
      // Only what can be joined: “n ’ t” after the stems of negations, other endings after any word.
      if (/^t$/i.test(ending) && !/n$/i.test(stem)) continue;
      yield finding(paragraph.text, match, stem + (mark === "'" ? "'" : '’') + ending);
    }
  },
};

function finding(text: string, match: RegExpExecArray, whole: string): Finding {
  const [start, end] = [match.index, match.index + match[0].length];
  return { start, end, message: `“${text.slice(start, end)}” is torn apart: “${whole}”.`, suggestions: [whole] };
}
