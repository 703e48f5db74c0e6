import { mojibakeIn } from '../core/mojibake.js';
import type { Finding, ParagraphRule } from './rule.js';

const REPLACED = /\uFFFD+/g;
const QUESTION =
  /(?<![\p{L}\p{N}=&])(?<stem>(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|should|would|must)n)\?(?<t>t)(?![\p{L}\p{N}=])|(?<![\p{L}\p{N}=&/])(?<stem2>I|it|he|she|that|we|you|they|there|what|who)\?(?<end>s|re|ve|ll|m|d)(?![\p{L}\p{N}=])/giu;
const LIGATURE = /(?<!\p{L})\p{L}*[ﬀ-ﬄ]\p{L}*/gu;
// “â€” with its third byte lost was a closing quotation mark.
const CUT = /â€(?=[\s.,;:!?)]|$)/g;

export const garbledEncoding: ParagraphRule = {
  code: 'garbled-encoding',
  family: 'debris',
  summary: 'Characters are the bytes of others: the text was read in the wrong encoding.',
  why: 'Words with such characters are found by no search and match no other source.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'A character that was lost altogether (�) is reported without a fix.',
  examples: {
    valid: [
      'They wrote \u00f4\u0178\u00bf\u00bf and \u00f4\u00bf\u00bf\u00bf, which is no letter of anybody.',
      'Il a été à Zürich; MANHÃ\u00a0» disse, ÉTÉ\u00a0» dit-il.',
      'Он сказал: «Нет». Ça va? Ærø, Łódź, €5.',
      'Why don? Because of Mr. T?',
      'See page?t=1&it?s=2.',
      'Zażółć gęślą jaźń – “Å”, „Ä”.',
    ],
    invalid: [
      'He doesn[|â€™|]{garbled-encoding}t go to the caf[|Ã©|]{garbled-encoding}.',
      'They don[|Ã¢â‚¬â„¢|]{garbled-encoding}t pay [|Â£|]{garbled-encoding}5.',
      'They [|don?t|]{garbled-encoding} know what it is.',
      'The [|o\uFB03ce|]{garbled-encoding} was lost [|\uFFFD|]{garbled-encoding} for ever.',
    ],
  },
  *check({ text }) {
    if (/[^\p{ASCII}]/u.test(text)) {
      const taken = mojibakeIn(text);
      for (const { start, end, repaired } of taken) yield finding(text, start, end, repaired);
      for (const { index } of text.matchAll(CUT)) {
        if (!taken.some(({ start, end }) => start <= index && index < end)) yield finding(text, index, index + 2, '”');
      }
      for (const { index, 0: found } of text.matchAll(LIGATURE)) {
        yield finding(text, index, index + found.length, found.normalize('NFKC'));
      }
      for (const { index, 0: found } of text.matchAll(REPLACED)) {
        const lost = found.length === 1 ? 'a character was' : 'characters were';
        yield { start: index, end: index + found.length, message: `“${found}”: ${lost} lost when the text was read.` };
      }
    }
    if (!text.includes('?')) return;
    for (const match of text.matchAll(QUESTION)) {
      const { stem, t, stem2, end } = match.groups ?? {};
      yield finding(text, match.index, match.index + match[0].length, `${stem ?? stem2 ?? ''}’${t ?? end ?? ''}`);
    }
  },
};

function finding(text: string, start: number, end: number, meant: string): Finding {
  const words = text.slice(start, end);
  return { start, end, message: `“${words}” was read in the wrong encoding: “${meant}”.`, suggestions: [meant] };
}
