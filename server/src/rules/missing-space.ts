import { proseOf } from '../core/prose.js';
import type { ParagraphRule } from './rule.js';

const STOP =
  /(?<![\p{L}\p{N}.@/_-])(?<before>\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}|\p{N}{4}[)”]|\p{L}{2,}[)”])(?<mark>[.!?][”’"]?)(?<after>[“"]?\p{Lu}\p{Ll}*)(?=[\s,’'“"”]|$)/gu;
const COMMA =
  /(?<![\p{L}\p{N}.@/_,-])(?<before>\p{L}[\p{Ll}’]+)(?<mark>,|;)(?<after>\p{L}\p{Ll}+)(?=[\s.,’]|$)(?![\p{L}\p{N},;_/@]*?[,;_/@][\p{L}\p{N}])/gu;
const NOT_A_SENTENCE =
  /^(?:com|org|net|gov|edu|co|uk|io|js|ts|py|net|info|biz|eu|ai|app|dev|tv|me|us|de|fr|jpg|pdf|txt|html?)$/i;

export const missingSpace: ParagraphRule = {
  code: 'missing-space',
  family: 'debris',
  summary: 'Two sentences or two words are glued together at a mark.',
  why: 'A line end was lost in copying; often more was lost with it.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'Addresses, file names, product names with a stop (Booking.Com) and initials are left alone.',
  examples: {
    valid: [
      'It ended. The rest is history, he said.',
      'See Booking.Com, Node.js, example.org, U.S.A. and J.R.R. Tolkien, Ph.D.',
      'Call System.Out.Println, or Yahoo!Mail.Box.',
      'At 5.30pm, 1,200 came; the ratio x,y is 1.5.',
      'Write to some.One@example.org or a,b,c.',
    ],
    invalid: [
      'That was the [|end.The|]{missing-space} rest is history.',
      'It [|rained,but|]{missing-space} they went.',
    ],
  },
  *check(paragraph) {
    const prose = proseOf(paragraph);
    for (const pattern of [STOP, COMMA]) {
      for (const match of prose.matchAll(pattern)) {
        const { before = '', mark = '', after = '' } = match.groups ?? {};
        if (NOT_A_SENTENCE.test(after.replace(/^[“"]/, ''))) continue;
        // Two capitals beside a stop may be one name.
        if (
          pattern === STOP &&
          /^\p{Lu}/u.test(before) &&
          !/^(?:The|A|An|He|She|It|They|In|On|But|And|We|This|That)$/.test(after)
        )
          continue;
        yield {
          start: match.index,
          end: match.index + match[0].length,
          message: `“${match[0]}”: a space is missing after the mark.`,
          suggestions: [`${before}${mark} ${after}`],
        };
      }
    }
  },
};
