import type { Document } from '../core/document.js';
import { candidateRunsOf, type NameCandidate } from '../core/nameCandidates.js';
import type { NameKinds } from '../core/nameKind.js';
import { secondWeights } from '../core/nameWeights.js';
import type { NameUses } from './nameUses.js';

/** A mention before it is known whose: absolute offsets in its document. */
export interface RawMention {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  /** Title just before the name, in lower case without its dot; empty where there is none. */
  readonly title: string;
  readonly score: number;
}

/** Above zero is more likely a person than not; half a point more costs little and keeps firms out. */
const THRESHOLD = 0.5;
/** What another document says counts a little less than what this one says. */
const CORPUS_SHARE = 0.8;

interface Scored {
  readonly candidate: NameCandidate;
  readonly offset: number;
  readonly first: number;
  /** The whole of its run, or accepted in the first pass. */
  isWhole: boolean;
  coordination: '' | '+' | '-';
  second: number;
}

interface ScoredRun {
  readonly length: number;
  readonly spans: readonly Scored[];
}

interface ScoredDocument {
  readonly document: Document;
  readonly runs: readonly ScoredRun[];
  readonly size: number;
}

/** What the accepted names of a document, or of the whole corpus, say of the words they are made of. */
class Memory {
  readonly last = new Map<string, number>();
  readonly lastCount = new Map<string, number>();
  readonly first = new Map<string, number>();
  readonly same = new Map<string, { count: number; total: number; greatest: number }>();

  accept({ candidate: { words }, first: score }: Scored): void {
    const name = /^(?:jr|sr)\.?$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
    if (name.length < 2) return;
    const last = name.at(-1) ?? '';
    this.last.set(last, Math.max(this.last.get(last) ?? -99, score));
    this.lastCount.set(last, (this.lastCount.get(last) ?? 0) + 1);
    const first = name[0] ?? '';
    this.first.set(first, Math.max(this.first.get(first) ?? -99, score));
  }

  meet({ candidate: { words }, first: score }: Scored): void {
    const key = words.join(' ');
    const known = this.same.get(key) ?? { count: 0, total: 0, greatest: -99 };
    known.count++;
    known.total += score;
    known.greatest = Math.max(known.greatest, score);
    this.same.set(key, known);
  }
}

/**
 * Mentions of people in all documents. Two passes: the first weighs each candidate by itself, the second asks what the
 * rest of the document, else of the corpus, says of the same words. Documents are independent of their order.
 */
export function findMentions(documents: readonly Document[], uses: NameUses, kinds: NameKinds): RawMention[] {
  const scored = documents.map((document) => firstPass(document, uses, kinds));
  const corpus = new Memory();
  const own = scored.map(({ runs }) => {
    const memory = new Memory();
    for (const run of runs) {
      for (const span of best(run, (one) => one.first, 0)) {
        span.isWhole = true;
        if (span.candidate.isInCapsLine) continue;
        memory.accept(span);
        corpus.accept(span);
      }
    }
    for (const run of runs) {
      for (const span of run.spans) {
        if (!span.isWhole || span.candidate.isInCapsLine) continue;
        memory.meet(span);
        corpus.meet(span);
      }
    }
    return memory;
  });
  return scored.flatMap(({ document, runs, size }, index) => {
    const memory = own[index] ?? new Memory();
    return runs.flatMap((run) => {
      for (const span of run.spans) span.second = secondScore(span, memory, corpus, size);
      return best(run, (one) => one.second, THRESHOLD).map((span) => mentionOf(document, span));
    });
  });
}

function firstPass(document: Document, uses: NameUses, kinds: NameKinds): ScoredDocument {
  const runs: ScoredRun[] = [];
  let previous: Scored | undefined;
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[index] ?? 0;
    for (const { length, candidates, isCoordinated } of candidateRunsOf(paragraph, kinds)) {
      const spans = candidates.map((candidate): Scored => ({
        candidate,
        offset,
        first: candidate.score + uses.score(candidate.words, kinds),
        isWhole: candidate.isWholeRun,
        coordination: '',
        second: 0,
      }));
      const whole = spans.find(({ candidate }) => candidate.isWholeRun);
      if (isCoordinated && previous && whole) coordinate(previous, whole);
      if (whole) previous = whole;
      runs.push({ length, spans });
    }
  }
  return { document, runs, size: document.text.length / 6 };
}

/** “A, B and C”: a name beside an accepted name is likelier one, beside a refused one less so. */
function coordinate(a: Scored, b: Scored): void {
  const verdict = ({ first }: Scored) => (first > 1 ? '+' : first < -1.5 ? '-' : '');
  b.coordination ||= verdict(a);
  a.coordination ||= verdict(b);
}

function secondScore(span: Scored, own: Memory, corpus: Memory, size: number): number {
  const { candidate, first } = span;
  const { words, isInCapsLine } = candidate;
  const caps = isInCapsLine ? '^' : '';
  const last = words.at(-1) ?? '';
  let sum = first * (secondWeights[`s1${caps}`] ?? 1) + (secondWeights.bias ?? 0);
  const add = (feature: string, share = 1) => (sum += share * (secondWeights[feature] ?? 0));
  if (!look(span, own, 1, add)) look(span, corpus, CORPUS_SHARE, add);
  if (isInCapsLine) add('caps2');
  const isIntroduced = [own, corpus].some((memory) => memory.last.has(last) || memory.first.has(last));
  if (words.length === 1 && !candidate.isTitled && !isIntroduced) {
    add('lone');
    const known = corpus.same.get(last);
    if ((known?.count ?? 0) >= 4) add('lone4');
    if (Math.max(known?.greatest ?? first, first) < 2 && size > 150) add('lonelow');
  }
  if (span.coordination) add(`coord${span.coordination}`);
  return sum;
}

/** @returns whether the memory had anything to say. */
function look(span: Scored, memory: Memory, share: number, add: (feature: string, share: number) => void): boolean {
  const { words, isInCapsLine } = span.candidate;
  const caps = isInCapsLine ? '^' : '';
  const plus = (words.length > 1 ? '+' : '') + caps;
  const lastWord = words.at(-1) ?? '';
  let isKnown = false;
  const last = memory.last.get(lastWord);
  if (words.length === 1) {
    const first = memory.first.get(lastWord);
    if (last !== undefined) {
      add(`doc:last${level(last)}${caps}`, share);
      if ((memory.lastCount.get(lastWord) ?? 0) > 2) add('doc:lastmany', share);
    } else if (first !== undefined) add(`doc:first${level(first)}${caps}`, share);
    isKnown = last !== undefined || first !== undefined;
  } else if (last !== undefined && last > span.first + 0.5) {
    add('doc:last+', share);
    isKnown = true;
  }
  const same = memory.same.get(words.join(' '));
  const isCounted = span.isWhole && !isInCapsLine;
  const others = (same?.count ?? 0) - (isCounted ? 1 : 0);
  if (same && others > 0) {
    isKnown = true;
    const mean = (same.total - (isCounted ? span.first : 0)) / others;
    add(`doc:mean${mean > 2 ? 3 : mean > 0 ? 2 : mean > -2 ? 1 : 0}${plus}`, share);
    if (words.length > 1 && same.greatest > 1.5 && !isInCapsLine) add('doc:full', share);
    if (same.greatest > 3) add(`doc:max${plus}`, share);
  }
  return isKnown;
}

function level(score: number): number {
  return score > 3 ? 3 : score > 1 ? 2 : 1;
}

/** The parts of a run that do not overlap and have the greatest sum above `least`. */
function best(run: ScoredRun, scoreOf: (span: Scored) => number, least: number): Scored[] {
  const value = new Array<number>(run.length + 1).fill(0);
  const chosen = new Array<Scored | undefined>(run.length + 1).fill(undefined);
  for (let end = 1; end <= run.length; end++) {
    value[end] = value[end - 1] ?? 0;
    for (const span of run.spans) {
      if (span.candidate.to !== end - 1 || scoreOf(span) <= least) continue;
      const sum = (value[span.candidate.from] ?? 0) + scoreOf(span) - least;
      if (sum > (value[end] ?? 0) + 1e-9) {
        value[end] = sum;
        chosen[end] = span;
      }
    }
  }
  const spans: Scored[] = [];
  for (let end = run.length; end > 0;) {
    const span = chosen[end];
    if (span) spans.push(span);
    end = span ? span.candidate.from : end - 1;
  }
  return spans.reverse();
}

function mentionOf(document: Document, { candidate, offset, second }: Scored): RawMention {
  const start = offset + candidate.start;
  const before = /(\p{L}+)\.? ?$/u.exec(document.text.slice(Math.max(0, start - 24), start));
  return {
    path: document.path,
    start,
    end: offset + candidate.end,
    words: candidate.words,
    title: (before?.[1] ?? '').toLowerCase(),
    score: second,
  };
}
