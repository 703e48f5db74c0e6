import { UNITS } from './numberWords.js';
import type { Span } from './span.js';

/** A result of two numbers: “won 3–1”, “by four votes to three”. */
export interface Score extends Span {
  readonly first: number;
  readonly second: number;
  /** What both count, in lower case and the singular, where it is said: vote, goal. */
  readonly counted?: string;
}

const NUMBER = String.raw`\d{1,3}|${Object.keys(UNITS).join('|')}`;
/** Behind a range. */
const MEASURE = String.raw` (?:\p{L}+ ){0,2}(?:percent|per cent|million|billion|thousand|hundred|years?|months?|weeks?|days?|hours?|minutes?|people|men)\b`;
const SCORE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,:/–-]|[$£€¥])(?<first>\d{1,3})[-–](?<second>\d{1,3})(?![\p{L}\p{N}:/–%-]|[.,]\d|${MEASURE})`,
    String.raw`(?<![\p{L}\p{N}.,-])(?<few>${NUMBER}) (?:(?<counted>votes?|goals?|points?|sets?|games?|runs?|frames?|matches|seats|judges|rounds?|legs?) )?to (?<many>${NUMBER}|nil|love|none)(?![\p{L}\p{N}-]|[.,]\d|${MEASURE})`,
  ].join('|'),
  'giu',
);
/** How it ended: without one of these beside it, two numbers may be a record, a range, a season. */
const RESULT_BEHIND =
  /^(?:,? \p{L}[\p{L}-]*){0,2} (?:victory|win|wins|loss|losses|defeat|triumph|drubbing|rout|setback|decision|ruling|vote|majority|draw|tie|final)\b/iu;
const RESULT_BEFORE =
  /\b(?:won|wins?|beat|beats|beating|defeat(?:s|ed|ing)?|los(?:e|es|t|ing)|drew|edge[sd]?|rout(?:s|ed)|thrash(?:es|ed)|vot(?:e|es|ed|ing)(?: of)?|ruled|decided|finished|ended|final score)\b(?: (?!up\b|led\b|ahead\b)[\p{L}’'&.]+){0,4},? $/iu;
/** How it stood on the way. */
const ON_THE_WAY =
  /^(?:,? \p{L}[\p{L}-]*){0,2} (?:leads?|run|advantage|deficit|deadlock|half-?time|margin)\b|^ (?:at|before|by|until) (?:the )?(?:half|break|interval)/iu;
const NEAR = 60;

/** How matches and votes of a text ended, in order, each with its two numbers as they stand there. */
export function scoresIn(text: string): Score[] {
  return [...text.matchAll(SCORE)].flatMap(({ 0: written, index, groups = {} }) => {
    const [start, end] = [index, index + written.length];
    const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
    const isFinal = groups.counted !== undefined || RESULT_BEHIND.test(behind) || RESULT_BEFORE.test(before);
    if (!isFinal || ON_THE_WAY.test(behind)) return [];
    const [first, second] = [valueOf(groups.first ?? groups.few), valueOf(groups.second ?? groups.many)];
    const counted = groups.counted?.toLowerCase().replace(/(?<=match)es$|s$/, '');
    return [{ start, end, first, second, ...(counted ? { counted } : {}) }];
  });
}

function valueOf(written = ''): number {
  const word = written.toLowerCase();
  return /^(?:nil|love|none)$/.test(word) ? 0 : (UNITS[word] ?? Number(word));
}
