import { each } from '../analysis/steps.js';
import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { shift, type Span } from '../core/span.js';
import { proseOf } from '../core/prose.js';
import { wordEnd, wordStart } from '../core/wordAround.js';
import type { DocumentRule, Finding } from './rule.js';

export const misplacedQuotationMark: DocumentRule = {
  code: 'misplaced-quotation-mark',
  family: 'debris',
  summary: 'A quotation mark faces the wrong way, hangs on the wrong word, or has no partner.',
  why: 'Where a quotation begins and ends decides whose words they are.',
  severity: 'warning',
  scope: 'document',
  limits:
    'Long speeches may open each paragraph anew and close once, also where paragraphs were joined; a straight mark without a partner may mean inches, and where both kinds are mixed either may close the other: none of these is reported.',
  examples: {
    valid: [
      'He said “no” and left. “Oh,” she said, “yes.”',
      '“It goes on.\n\n“It goes on and on.\n\n“It ends.”',
      '“It goes on. “It goes on and on. “It ends,” he said.',
      'He said: “It was late.\nNobody came.\nWe left.”\nThen he said “no”.',
      '"He was late,” she said. “So was I."',
      '„Nein“, sagte er, »ja« und “no”.',
      'A 5" by 7" board, and "so" on.',
    ],
    invalid: [
      'Putin [|praised” Comrade|]{misplaced-quotation-mark}” Kim.',
      '[|” Washington|]{misplaced-quotation-mark} makes demands”, Putin said.',
      'It is called [|as” a|]{misplaced-quotation-mark} sacred war” by them.',
      'He called it “a [|mistake“|]{misplaced-quotation-mark} and left.',
      'She called him [|a" hero|]{misplaced-quotation-mark}" at once.',
      'It was [|“a|]{misplaced-quotation-mark} mistake, he said.',
    ],
  },
  prepare: ({ paragraphs }) => each(paragraphs, paragraphs.length, marksOf),
  *check({ paragraphs, offsets }) {
    // A mark that waits for its partner: texts that give each sentence a line close a quotation lines later.
    let waiting: { finding: Finding; until: number } | undefined;
    let isSpeech = false;
    // Where straight marks stand among curly ones, either may close the other.
    const isMixed = paragraphs.some(({ text }) => /"|``|''/.test(text));
    for (const [index, paragraph] of paragraphs.entries()) {
      const { findings, unclosed, unopened, hasMarks } = marksOf(paragraph);
      const offset = offsets[index] ?? 0;
      if (waiting && (unopened || /^["“]/.test(paragraph.text))) waiting = undefined;
      if (waiting && (hasMarks || index > waiting.until)) {
        yield waiting.finding;
        waiting = undefined;
      }
      for (const finding of findings) yield shift(finding, offset);
      if (unopened && !isSpeech && !isMixed) yield shift(orphan(paragraph.text, unopened, 'never opened'), offset);
      if (unclosed && !isMixed) {
        waiting = {
          finding: shift(orphan(paragraph.text, unclosed, 'never closed'), offset),
          until: index + LONGEST_SPEECH,
        };
      }
      isSpeech = unclosed !== undefined || (isSpeech && unopened === undefined);
    }
    if (waiting) yield waiting.finding;
  },
};

/** Paragraphs without any mark that a quotation may go on through. */
const LONGEST_SPEECH = 8;

interface Marks {
  readonly findings: readonly Finding[];
  /** Curly marks without a partner in their paragraph, each with the word it touches. */
  readonly unclosed: Span | undefined;
  readonly unopened: Span | undefined;
  readonly hasMarks: boolean;
}

const cache = new Facts<Paragraph, Marks>();

function marksOf(paragraph: Paragraph): Marks {
  let marks = cache.get(paragraph);
  if (!marks) cache.set(paragraph, (marks = readMarks(paragraph)));
  return marks;
}

function readMarks(paragraph: Paragraph): Marks {
  const prose = proseOf(paragraph);
  const findings: Finding[] = [];
  let open: number | undefined;
  let unopened: Span | undefined;
  let unclosed: Span | undefined;
  if (/[“”]/.test(prose) && !prose.includes('„')) {
    const marks = [...prose.matchAll(/[“”]/g)].map(({ index }) => index);
    for (const [order, at] of marks.entries()) {
      const isClosing = prose[at] === '”';
      if (open === undefined) {
        if (!isClosing) open = at;
        else if (opensBackwards(prose, at) && prose[marks[order + 1] ?? -1] === '”') {
          findings.push(turned(paragraph.text, at, '“'));
          open = at;
        } else unopened ??= { start: wordStart(prose, at), end: at + 1 };
      } else if (isClosing) open = undefined;
      else if (closesBackwards(prose, at)) {
        const start = wordStart(prose, at);
        findings.push(finding(paragraph.text, start, at + 1, `${paragraph.text.slice(start, at)}”`));
        open = undefined;
      } else {
        if (!opensSentence(prose, at)) unclosed ??= { start: open, end: Math.max(wordEnd(prose, open + 1), open + 1) };
        open = at;
      }
    }
    if (open !== undefined) unclosed ??= { start: open, end: Math.max(wordEnd(prose, open + 1), open + 1) };
  }
  findings.push(...straight(paragraph.text, prose));
  return { findings, unclosed, unopened, hasMarks: /[“”]/.test(prose) };
}

/** A mark before a new sentence goes on with a speech whose paragraphs were joined to one. */
function opensSentence(prose: string, at: number): boolean {
  return /[.!?…]['’]?\s+$/u.test(prose.slice(Math.max(0, at - 4), at));
}

/** A closing mark that hangs on the word before, or stands at the start, with a blank between it and its words. */
function opensBackwards(prose: string, at: number): boolean {
  return (
    /^\s[\p{L}\p{N}]/u.test(prose.slice(at + 1, at + 3)) && (at === 0 || /[\p{L}\p{N},:]/u.test(prose[at - 1] ?? ''))
  );
}

/** An opening mark that hangs on the word before, with nothing after it that it could open. */
function closesBackwards(prose: string, at: number): boolean {
  return /[\p{L}\p{N}.,!?]/u.test(prose[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(prose[at + 1] ?? ' ');
}

/** Straight marks of a paragraph are paired in turn; a pair both of whose marks hang on the words before is turned. */
function* straight(text: string, prose: string): Generator<Finding> {
  const marks = [...prose.matchAll(/(?<!\d)"/g)].map(({ index }) => index);
  if (marks.length % 2 !== 0) return;
  for (let order = 0; order < marks.length; order += 2) {
    const [first = 0, second = 0] = [marks[order], marks[order + 1]];
    if (!opensBackwards(prose, first) || first === 0 || !/\S/.test(prose[second - 1] ?? ' ')) continue;
    if (/[\p{L}\p{N}]/u.test(prose[second + 1] ?? ' ')) continue;
    yield turned(text, first, '"');
  }
}

function turned(text: string, at: number, mark: string): Finding {
  const start = wordStart(text, at);
  const end = wordEnd(text, at + 2);
  const before = text.slice(start, at);
  return finding(text, start, end, `${before}${at > 0 ? ' ' : ''}${mark}${text.slice(at + 2, end)}`);
}

function finding(text: string, start: number, end: number, meant: string): Finding {
  return { start, end, message: `“${text.slice(start, end)}”: the mark belongs here: ${meant}`, suggestions: [meant] };
}

function orphan(text: string, span: Span, what: string): Finding {
  return {
    ...span,
    message: `${text.slice(span.start, span.end)}: this quotation is ${what}.`,
    severity: 'information',
  };
}
