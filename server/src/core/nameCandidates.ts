import { contextScore, type NameRun } from './nameContext.js';
import type { NameKinds } from './nameKind.js';
import { shapeScore } from './nameShape.js';
import type { NameTable } from './nameTable.js';
import type { Layout, NameToken } from './nameTokens.js';
import { firstWeight } from './nameWeights.js';
import {
  FUNCTION_WORDS,
  HONORIFICS,
  NAME_MONTHS,
  NAME_WORDS,
  OFFICES,
  OPENING_PARTICLES,
  PARTICLES,
} from './nameWords.js';

/**
 * Runs of capitalised words, and their parts, that may be people's names: four numbers for each, run by run and in the
 * order of their first words. A corpus has millions of them; as objects they would not fit.
 */
export type NameCandidates = Int32Array;

/** How many numbers a candidate has; `at` below is a multiple of it. */
export const CANDIDATE = 4;

/** First candidate of its run. */
export const OPENS_RUN = 1;
/** Its run is joined to the one before: `A, B and C`. */
export const IS_COORDINATED = 2;
export const IS_WHOLE_RUN = 4;
export const IS_IN_CAPS_LINE = 8;
/** A title or office introduces it. */
export const IS_TITLED = 16;
/** The title just before it is a man's. */
export const IS_MALE = 32;
export const IS_FEMALE = 64;
/** An honorific or an office is the word before it, whatever stands before that. */
export const IS_ADDRESSED = 128;

/** Where it starts in its paragraph. */
export function candidateStart(candidates: NameCandidates, at: number): number {
  return candidates[at] ?? 0;
}

export function candidateLength(candidates: NameCandidates, at: number): number {
  return (candidates[at + 1] ?? 0) & 0xff;
}

/** Flags above. */
export function candidateFlags(candidates: NameCandidates, at: number): number {
  return ((candidates[at + 1] ?? 0) >>> 8) & 0xff;
}

/** Place of its first word in the run. */
export function candidateFrom(candidates: NameCandidates, at: number): number {
  return (candidates[at + 1] ?? 0) >>> 19;
}

/** Place of its last word in the run. */
export function candidateTo(candidates: NameCandidates, at: number): number {
  return candidateFrom(candidates, at) + (((candidates[at + 1] ?? 0) >>> 16) & 7);
}

/** Its words, as a number of the table. */
export function candidateName(candidates: NameCandidates, at: number): number {
  return candidates[at + 2] ?? 0;
}

/** Weight of everything that can be seen in the paragraph, in hundredths. */
export function candidateScore(candidates: NameCandidates, at: number): number {
  return candidates[at + 3] ?? 0;
}

const LONGEST_NAME = 5;
/** What the rest of the corpus says outweighs no more than this. */
const HOPELESS = -800;

/** Candidates of a paragraph; what the corpus says of the words is not in their scores yet. */
export function nameCandidatesIn(
  tokens: readonly NameToken[],
  layout: Layout,
  kinds: NameKinds,
  table: NameTable,
): NameCandidates {
  const numbers: number[] = [];
  let end = -1;
  for (const at of runsOf(tokens, kinds)) {
    const words = at.map((index) => tokens[index]).filter((token): token is NameToken => token !== undefined);
    const run = at.map((index) => kindOf(index, tokens, layout.isAllCaps, kinds));
    const coordination = areJoined(tokens, end, at[0] ?? 0) ? IS_COORDINATED : 0;
    addCandidates(numbers, { tokens, layout, kinds, run, at, words }, coordination, table);
    end = at.at(-1) ?? -1;
  }
  return Int32Array.from(numbers);
}

/** `A, B` or `A and B`, `A, and B`. */
function areJoined(tokens: readonly NameToken[], end: number, start: number): boolean {
  const between = tokens.slice(end + 1, start).map(({ lower }) => lower);
  return end >= 0 && start - end <= 3 && /^(?:,|and|or|&|, and)$/.test(between.join(' '));
}

function isFirstName(lower: string, { lists }: NameKinds): boolean {
  return (lists.male.has(lower) || lists.female.has(lower)) && !lists.surname.has(lower);
}

/** “Brackley and Sons” is a firm. */
const HEIRS = /^(?:sons|daughters|brothers|co)$/;

/** A month after a title is somebody’s name: Mrs May. */
function kindOf(index: number, tokens: readonly NameToken[], isInCapsLine: boolean, kinds: NameKinds): string {
  const token = tokens[index];
  if (!token) return '';
  const kind = kinds.of(token, isInCapsLine);
  const before = tokens[index - 1];
  // Hun Sen: what is short for a title has a stop, or a name after it.
  if (kind === 'hon' && before?.isCapital && token.gap === 1 && /^(?:Sen|Gen|Col|Rep|Gov)$/.test(token.text)) {
    if (!tokens[index + 1]?.isCapital) return 'unk';
  }
  // Michael Sears: behind a given name, a firm's name is a surname.
  if (kind === 'org' && token.gap === 1 && before?.isCapital && isFirstName(before.lower, kinds)) return 'sur+org';
  if (HEIRS.test(token.lower) && /^(?:and|&)$/.test(before?.text ?? '') && tokens[index - 2]?.isCapital) return 'head';
  if (kind !== 'month') return kind;
  const isNamed =
    before?.isCapital === true &&
    token.gap === 1 &&
    (HONORIFICS.has(before.lower) || OFFICES.has(before.lower) || kinds.lists.given.has(before.lower));
  return isNamed ? 'unk' : kind;
}

/** Maximal runs of capitalised words, initials and inner particles, as indices of tokens. */
function runsOf(tokens: readonly NameToken[], kinds: NameKinds): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  const flush = () => {
    while (run.length > 0 && !tokens[run.at(-1) ?? 0]?.isCapital) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [index, token] of tokens.entries()) {
    const last = tokens[index - 1];
    const isJoined = run.at(-1) === index - 1 && (token.gap === 1 || (token.gap === 0 && last?.isInitial === true));
    if (run.length > 0 && !isJoined) flush();
    if (canBeNamed(token, last, tokens[index + 1], kinds)) run.push(index);
    else if ((run.length > 0 || OPENING_PARTICLES.has(token.text)) && isInnerParticle(token, tokens[index + 1]))
      run.push(index);
    else flush();
  }
  flush();
  return runs;
}

function canBeNamed(
  token: NameToken,
  last: NameToken | undefined,
  next: NameToken | undefined,
  kinds: NameKinds,
): boolean {
  const { lower } = token;
  if (!token.isWord || !token.isCapital || token.text.length >= 30) return false;
  if (/^(?:i|you|we|they|he|she|it|that|there|who|what)'/.test(lower)) return false;
  if (FUNCTION_WORDS.has(lower) && !NAME_WORDS.has(lower) && !(token.isInitial && token.text.length > 1)) {
    // Moon Jae In, Park Geun Of: the last syllable of a Korean name may look like a function word.
    if (!(lower.length <= 3 && last?.isCapital && !last.opensSentence && kinds.of(last, false).startsWith('unk')))
      return false;
  }
  return !(NAME_MONTHS.has(lower) && isInDate(last, next));
}

function isInDate(last: NameToken | undefined, next: NameToken | undefined): boolean {
  if (next && /^\d/.test(next.text)) return true;
  return (
    last !== undefined &&
    /^(?:in|on|of|since|until|till|by|last|next|this|early|late|mid|during|from|\d+(?:st|nd|rd|th)?)$/.test(last.lower)
  );
}

function isInnerParticle(token: NameToken, next: NameToken | undefined): boolean {
  return token.isWord && PARTICLES.has(token.lower) && next?.gap === 1 && (next.isCapital || PARTICLES.has(next.lower));
}

/** All parts of a run, of up to five words, that some evidence could make a name. */
function addCandidates(numbers: number[], run: NameRun, coordination: number, table: NameTable): void {
  const { words, at, tokens, run: kinds } = run;
  const title = (index: number) => titleFlags(tokens[index - 1], tokens[index]);
  let opening = OPENS_RUN | coordination;
  for (let from = 0; from < words.length && from < FURTHEST; from++) {
    if (!words[from]?.isCapital && from > 0) continue;
    for (let to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
      const first = words[from];
      const last = words[to];
      if (!first || !last?.isCapital || (last.isInitial && from === to && words.length > 1)) continue;
      if (isNever(kinds, from, to)) continue;
      const span = words.slice(from, to + 1);
      const { score: context, isTitled } = contextScore(run, from, to);
      const isWhole = from === 0 && to === words.length - 1;
      const score =
        firstWeight('bias') + shapeScore(span, kinds.slice(from, to + 1), run.kinds, run.layout.isAllCaps) + context;
      if (score < HOPELESS && !isWhole) continue;
      const flags =
        opening |
        (isWhole ? IS_WHOLE_RUN : 0) |
        (run.layout.isAllCaps ? IS_IN_CAPS_LINE : 0) |
        (isTitled ? IS_TITLED : 0) |
        title(at[from] ?? 0);
      opening = 0;
      numbers.push(
        first.start,
        Math.min(last.end - first.start, 0xff) | (flags << 8) | ((to - from) << 16) | (from << 19),
        table.name(span.map(({ lower }) => lower)),
        score,
      );
    }
  }
}

/** No paragraph of prose has a run that long; the numbers leave no more room. */
const FURTHEST = 8192;

const MALE_TITLES =
  /^(?:mr|sir|lord|king|prince|monsieur|herr|brother|uncle|father|congressman|chairman|spokesman|mister|duke|count|baron)\.?$/;
const FEMALE_TITLES =
  /^(?:mrs|ms|miss|lady|queen|princess|madame|madam|mme|sister|aunt|mother|congresswoman|chairwoman|spokeswoman|dame|duchess|countess)\.?$/;

function titleFlags(before: NameToken | undefined, first: NameToken | undefined): number {
  if (!before || (first?.gap ?? 9) > 1) return 0;
  const { lower } = before;
  const sex = MALE_TITLES.test(lower) ? IS_MALE : FEMALE_TITLES.test(lower) ? IS_FEMALE : 0;
  return sex | (HONORIFICS.has(lower) || OFFICES.has(lower) ? IS_ADDRESSED : 0);
}

/** What no evidence can save: spans that begin with a title, end with an initial, or are cut out of an abbreviation. */
function isNever(kinds: readonly string[], from: number, to: number): boolean {
  const first = kinds[from] ?? '';
  const last = kinds[to] ?? '';
  const isLone = from === to && kinds.length === 1;
  if (from > 0 && /^(?:init|saint)$/.test(kinds[from - 1] ?? '')) return true;
  if (/^(?:hon|office|demonym|head|roman)$/.test(first) && !(isLone && first === 'demonym')) return true;
  // “Mr Justice Anthony Mann”.
  if (from === to && first === 'officename' && kinds[to + 1]?.startsWith('giv')) return true;
  // “Mr Justice Lavery”.
  const isTitled = /^(?:hon|office)/.test(kinds[from - 1] ?? '');
  const isFollowed = to + 1 < kinds.length && !/^(?:hon|office|head|demonym)/.test(kinds[to + 1] ?? '');
  if (from === to && first === 'officename' && isTitled && isFollowed) return true;
  // Chief Financial Officer.
  const isInside = kinds[from - 1]?.startsWith('office') && kinds[to + 1]?.startsWith('office');
  if (isInside && kinds.slice(from, to + 1).every((kind) => kind.includes('word'))) return true;
  if (/^(?:hon|head|init|part|demonym)$/.test(last) && !(isLone && last !== 'hon')) return true;
  return from < to && last === 'office' && !(kinds[to - 1] ?? '').startsWith('giv');
}
