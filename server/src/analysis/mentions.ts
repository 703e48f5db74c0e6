import { takeBestSpans } from '../core/bestSpans.js';
import type { Document } from '../core/document.js';
import {
  CANDIDATE,
  candidateFlags,
  candidateLength,
  candidateName,
  candidateStart,
  IS_COORDINATED,
  IS_IN_CAPS_LINE,
  IS_TITLED,
  IS_WHOLE_RUN,
  OPENS_RUN,
  type NameCandidates,
} from '../core/nameCandidates.js';
import type { NameMarks } from '../core/nameMarks.js';
import type { NameReader } from '../core/nameReader.js';
import { NameSketches } from '../core/nameSketches.js';
import { secondWeight } from '../core/nameWeights.js';
import type { DeclaredPeople } from './declaredPeople.js';
import { foldName } from './nameMatching.js';
import { levelOf, meanLevel, NameMemory, WAS_ACCEPTED, type NameClaims } from './nameMemory.js';
import type { NameUses } from './nameUses.js';
import { each, type Steps } from './steps.js';

/** Four numbers for each mention of a document, in order: start and end in it, name, flags of its candidate. */
export type RawMentions = Int32Array;

export const MENTION = 4;

/** A document with the candidates of each of its paragraphs. */
export interface ReadDocument {
  readonly document: Document;
  readonly candidates: readonly NameCandidates[];
  /** The candidates of all paragraphs end to end, where they lie so. */
  readonly flatCandidates?: NameCandidates;
}

/** Above zero is more likely a person than not; half a point more costs little and keeps firms out. In hundredths. */
const THRESHOLD = 50;
/** What another document says counts a little less than what this one says. */
const CORPUS_SHARE = 0.8;
/** The reader knows better than any evidence. */
const DECLARED = 2000;
/** Shorter texts have no room to introduce whom they name. */
const LONG_TEXT = 900;

/**
 * Finds the mentions of people in two passes: the first weighs each candidate by itself and tells what it accepts, the
 * second asks what the rest of the document, else of the corpus, says of the same words.
 */
export class MentionFinder {
  readonly #own: NameMemory;
  /** What the manifest adds to the score of a name, by name. */
  readonly #declarations = new Map<number, number>();
  readonly #sketches = new NameSketches();
  /** Of the candidates of the paragraph at hand. */
  #scores = new Float64Array(256);
  #isCounted = new Uint8Array(256);
  #first = new Int32Array(256);

  constructor(
    private readonly reader: NameReader,
    private readonly uses: NameUses,
    private readonly corpus: NameMemory,
    private readonly declared: DeclaredPeople,
  ) {
    this.#own = new NameMemory(reader.table, false);
  }

  /** First pass: what a document tells the corpus. */
  *claimsOf({ candidates: all }: ReadDocument): Steps<NameClaims> {
    const claims: number[] = [];
    yield* each(all, all.length, (candidates) => {
      this.#scoreFirst(candidates);
      for (let at = 0; at < candidates.length; at += CANDIDATE) {
        const counted = this.#isCounted[at / CANDIDATE] ?? 0;
        if (!counted || candidateFlags(candidates, at) & IS_IN_CAPS_LINE) continue;
        const isAccepted = counted === ACCEPTED ? WAS_ACCEPTED : 0;
        claims.push(candidateName(candidates, at), this.#first[at / CANDIDATE] ?? 0, isAccepted);
      }
    });
    return Int32Array.from(claims);
  }

  /** Second pass; `claims` are the document's own. */
  *mentionsOf({ document, candidates: all }: ReadDocument, claims: NameClaims): Steps<RawMentions> {
    const mentions: number[] = [];
    const isLong = document.text.length > LONG_TEXT;
    this.#own.add(claims, 1);
    yield* each(all.entries(), all.length, ([index, candidates]) => {
      if (candidates.length === 0) return;
      this.#scoreFirst(candidates);
      this.#scoreSecond(candidates, isLong);
      const offset = document.offsets[index] ?? 0;
      forEachRun(candidates, (begin, end) => {
        const taken: number[] = [];
        takeBestSpans(candidates, begin, end, this.#scores, THRESHOLD, (at) => taken.push(at));
        for (const at of taken.reverse()) {
          const start = offset + candidateStart(candidates, at);
          mentions.push(
            start,
            start + candidateLength(candidates, at),
            candidateName(candidates, at),
            candidateFlags(candidates, at),
          );
        }
      });
    });
    this.#own.add(claims, -1);
    return Int32Array.from(mentions);
  }

  /** Whether what a document says may depend on one of these names and words. */
  holdsAny(read: ReadDocument, marks: NameMarks): boolean {
    const owner = read.flatCandidates ?? read.candidates;
    return this.#sketches.holdsAny(owner, () => this.#namesAndWords(read), marks);
  }

  *#namesAndWords(read: ReadDocument): Iterable<number> {
    const { table } = this.reader;
    for (const candidates of read.flatCandidates ? [read.flatCandidates] : read.candidates) {
      for (let at = 0; at < candidates.length; at += CANDIDATE) {
        const name = candidateName(candidates, at);
        yield name;
        yield table.last(name);
        yield table.first(name);
      }
    }
  }

  #scoreFirst(candidates: NameCandidates): void {
    const count = candidates.length / CANDIDATE;
    if (count > this.#scores.length) {
      this.#scores = new Float64Array(count * 2);
      this.#isCounted = new Uint8Array(count * 2);
      this.#first = new Int32Array(count * 2);
    }
    for (let at = 0; at < candidates.length; at += CANDIDATE) {
      this.#first[at / CANDIDATE] = (candidates[at + 3] ?? 0) + this.uses.score(candidateName(candidates, at));
      this.#isCounted[at / CANDIDATE] = candidateFlags(candidates, at) & IS_WHOLE_RUN ? WHOLE : 0;
    }
    forEachRun(candidates, (begin, end) => {
      takeBestSpans(candidates, begin, end, this.#first, 0, (at) => (this.#isCounted[at / CANDIDATE] = ACCEPTED));
    });
  }

  #scoreSecond(candidates: NameCandidates, isLong: boolean): void {
    for (let at = 0; at < candidates.length; at += CANDIDATE) {
      this.#scores[at / CANDIDATE] = this.#secondScore(candidates, at, isLong);
    }
    this.#scoreCoordination(candidates);
  }

  /** “A, B and C”: a name beside an accepted name is likelier one, beside a refused one less so. */
  #scoreCoordination(candidates: NameCandidates): void {
    let last = -1;
    let whole = -1;
    let lastVerdict = 0;
    for (let at = 0; at < candidates.length; at += CANDIDATE) {
      const flags = candidateFlags(candidates, at);
      if (flags & OPENS_RUN) {
        last = whole;
        whole = -1;
      }
      if (!(flags & IS_WHOLE_RUN)) continue;
      whole = at;
      const isJoined = isCoordinated(candidates, at) && last >= 0;
      const verdict = this.#verdict(at);
      if (isJoined) {
        const before = this.#verdict(last);
        this.#addCoordination(at, before);
        // One that its own predecessor spoke for is not asked again.
        if (lastVerdict === 0) this.#addCoordination(last, verdict);
        lastVerdict = before;
      } else lastVerdict = 0;
    }
  }

  #verdict(at: number): number {
    const first = this.#first[at / CANDIDATE] ?? 0;
    return first > 100 ? 1 : first < -150 ? -1 : 0;
  }

  #addCoordination(at: number, verdict: number): void {
    if (verdict === 0) return;
    this.#scores[at / CANDIDATE] =
      (this.#scores[at / CANDIDATE] ?? 0) + secondWeight(verdict > 0 ? 'coord+' : 'coord-');
  }

  #secondScore(candidates: NameCandidates, at: number, isLong: boolean): number {
    const { table } = this.reader;
    const name = candidateName(candidates, at);
    const flags = candidateFlags(candidates, at);
    const first = this.#first[at / CANDIDATE] ?? 0;
    const isInCapsLine = (flags & IS_IN_CAPS_LINE) !== 0;
    const own = this.#isCounted[at / CANDIDATE] && !isInCapsLine ? first : undefined;
    let score = (first * secondWeight(isInCapsLine ? 's1^' : 's1')) / 100 + secondWeight('bias');
    const said = this.#look(this.#own, name, first, own, isInCapsLine);
    score += said ?? CORPUS_SHARE * (this.#look(this.corpus, name, first, own, isInCapsLine) ?? 0);
    if (isInCapsLine) score += secondWeight('caps2');
    if (!this.declared.isEmpty) score += this.#declaration(name);
    if (table.count(name) > 1 || flags & IS_TITLED) return score;
    const isIntroduced = [this.#own, this.corpus].some((memory) => memory.asLast(name) || memory.asFirst(name));
    if (isIntroduced) return score;
    score += secondWeight('lone');
    if (this.corpus.count(name) >= 4) score += secondWeight('lone4');
    if (isLong && first < 200 && !this.corpus.isGood(name)) score += secondWeight('lonelow');
    return score;
  }

  #declaration(name: number): number {
    let score = this.#declarations.get(name);
    if (score === undefined) {
      const folded = foldName(this.reader.table.text(name)).join(' ');
      score = this.declared.isNobody(folded) ? -DECLARED : this.declared.person(folded) ? DECLARED : 0;
      this.#declarations.set(name, score);
    }
    return score;
  }

  /** What a memory says of a name; `undefined` if nothing. */
  #look(memory: NameMemory, name: number, score: number, own: number | undefined, caps: boolean): number | undefined {
    const { table } = this.reader;
    const isSingle = table.count(name) === 1;
    const weights = isSingle ? (caps ? SINGLE_IN_CAPS : SINGLE) : caps ? SEVERAL_IN_CAPS : SEVERAL;
    const asLast = memory.asLast(table.last(name));
    let sum = 0;
    let isKnown = false;
    if (isSingle) {
      const asFirst = memory.asFirst(name);
      if (asLast) sum += weights.last[asLast] ?? 0;
      else if (asFirst) sum += weights.first[asFirst] ?? 0;
      if (asLast && memory.isOftenLast(name)) sum += secondWeight('doc:lastmany');
      isKnown = asLast > 0 || asFirst > 0;
    } else if (asLast > levelOf(score)) {
      sum += secondWeight('doc:last+');
      isKnown = true;
    }
    const mean = memory.meanOfOthers(name, own);
    if (mean === undefined) return isKnown ? sum : undefined;
    sum += weights.mean[meanLevel(mean)] ?? 0;
    if (!isSingle && !caps && memory.isFair(name)) sum += secondWeight('doc:full');
    if (memory.isSure(name)) sum += weights.sure;
    return sum;
  }
}

/** What memory weighs, by level. */
function weightsOfMemory(suffix: string) {
  const byLevel = (evidence: string) => [0, 1, 2, 3].map((level) => secondWeight(`doc:${evidence}${level}${suffix}`));
  return {
    last: byLevel('last'),
    first: byLevel('first'),
    mean: byLevel('mean'),
    sure: secondWeight(`doc:max${suffix}`),
  };
}

const SINGLE = weightsOfMemory('');
const SINGLE_IN_CAPS = weightsOfMemory('^');
const SEVERAL = weightsOfMemory('+');
const SEVERAL_IN_CAPS = weightsOfMemory('+^');

const WHOLE = 1;
const ACCEPTED = 2;

function forEachRun(candidates: NameCandidates, visit: (begin: number, end: number) => void): void {
  let begin = 0;
  for (let at = CANDIDATE; at <= candidates.length; at += CANDIDATE) {
    if (at < candidates.length && !(candidateFlags(candidates, at) & OPENS_RUN)) continue;
    visit(begin, at);
    begin = at;
  }
}

/** The flag stands with the first candidate of the run. */
function isCoordinated(candidates: NameCandidates, whole: number): boolean {
  let at = whole;
  while (at > 0 && !(candidateFlags(candidates, at) & OPENS_RUN)) at -= CANDIDATE;
  return (candidateFlags(candidates, at) & IS_COORDINATED) !== 0;
}
