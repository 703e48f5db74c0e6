import type { Paragraph } from './document.js';
import { contextScore, type NameRun } from './nameContext.js';
import type { NameKinds } from './nameKind.js';
import { layoutOf, nameTokensIn, type NameToken } from './nameTokens.js';
import {
  FUNCTION_WORDS,
  HONORIFICS,
  NAME_MONTHS,
  NAME_WORDS,
  OFFICES,
  OPENING_PARTICLES,
  PARTICLES,
} from './nameWords.js';
import type { Span } from './span.js';

/** A run of capitalised words, or a part of one, that may be a person's name. Relative to its paragraph. */
export interface NameCandidate extends Span {
  /** Place in the run: first and last word. */
  readonly from: number;
  readonly to: number;
  /** Its words in lower case. */
  readonly words: readonly string[];
  /** Weight of everything that can be seen in the paragraph. */
  readonly score: number;
  readonly isWholeRun: boolean;
  readonly isInCapsLine: boolean;
  /** A title or office stands before it. */
  readonly isTitled: boolean;
}

export interface CandidateRun {
  readonly length: number;
  readonly candidates: readonly NameCandidate[];
  /** How the run is joined to the one before: `A, B and C`. */
  readonly isCoordinated: boolean;
}

const LONGEST_NAME = 5;

const cache = new WeakMap<Paragraph, readonly CandidateRun[]>();

/** Candidates of a paragraph, by run; what the corpus says of the words is not in their scores yet. */
export function candidateRunsOf(paragraph: Paragraph, kinds: NameKinds): readonly CandidateRun[] {
  const known = cache.get(paragraph);
  if (known) return known;
  const tokens = nameTokensIn(paragraph.text);
  const layout = layoutOf(paragraph.text, tokens);
  let lastEnd = -99;
  const runs = runsOf(tokens, kinds).map((run) => {
    const words = run.map((index) => tokens[index]).filter((token): token is NameToken => token !== undefined);
    const first = words[0]?.start ?? 0;
    const between = first - lastEnd <= 6 ? paragraph.text.slice(lastEnd, first) : '';
    lastEnd = words.at(-1)?.end ?? lastEnd;
    const nameRun: NameRun = {
      tokens,
      layout,
      kinds,
      run: words.map((token) => kindOf(token, tokens, layout.isAllCaps, kinds)),
      at: run,
      words,
    };
    return {
      length: words.length,
      candidates: candidatesIn(nameRun),
      isCoordinated: /^(?:, | and |, and | or | & )$/.test(between),
    };
  });
  cache.set(paragraph, runs);
  return runs;
}

/** A month after a title is somebody’s name: Mrs May. */
function kindOf(token: NameToken, tokens: readonly NameToken[], isInCapsLine: boolean, kinds: NameKinds): string {
  const kind = kinds.of(token, isInCapsLine);
  if (kind !== 'month') return kind;
  const before = tokens[tokens.indexOf(token) - 1];
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
function candidatesIn(run: NameRun): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  const { words, run: kinds } = run;
  for (let from = 0; from < words.length; from++) {
    if (!words[from]?.isCapital && from > 0) continue;
    for (let to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
      const first = words[from];
      const last = words[to];
      if (!first || !last?.isCapital || (last.isInitial && from === to && words.length > 1)) continue;
      if (isNever(kinds, from, to)) continue;
      const { score, isTitled } = contextScore(run, from, to);
      candidates.push({
        start: first.start,
        end: last.end,
        from,
        to,
        words: words.slice(from, to + 1).map(({ lower }) => lower),
        score,
        isWholeRun: from === 0 && to === words.length - 1,
        isInCapsLine: run.layout.isAllCaps,
        isTitled,
      });
    }
  }
  return candidates;
}

/** What no evidence can save: spans that begin with a title, end with an initial, or are cut out of an abbreviation. */
function isNever(kinds: readonly string[], from: number, to: number): boolean {
  const first = kinds[from] ?? '';
  const last = kinds[to] ?? '';
  const isLone = from === to && kinds.length === 1;
  if (from > 0 && /^(?:init|saint)$/.test(kinds[from - 1] ?? '')) return true;
  if (/^(?:hon|office|demonym|head|roman)$/.test(first) && !(isLone && first === 'demonym')) return true;
  if (/^(?:hon|head|init|part|demonym)$/.test(last) && !(isLone && last !== 'hon')) return true;
  return from < to && last === 'office' && !(kinds[to - 1] ?? '').startsWith('giv');
}
