import { collations, type Collation } from '../analysis/collations.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Resources } from '../analysis/resources.js';
import { areOfOtherTimes } from '../analysis/documentDates.js';
import { standingOf } from '../analysis/standing.js';
import { witnessOf } from '../analysis/witnesses.js';
import { wordFrame, type WordFrame } from '../analysis/wordFrame.js';
import type { Slot } from '../core/collate.js';
import type { Document } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import type { Place, Span } from '../core/span.js';
import type { Check, Judge, Verdict } from './judge.js';
import { numberJudge } from './numberJudge.js';
import type { Evidence, Finding } from './rule.js';

interface Judged {
  readonly mark: Place;
  /** Places that say the same, and those that do not, by what they say. */
  readonly agreeing: Place[];
  readonly differing: Map<string, { readonly place: Place; readonly passage: Place; readonly strength: number }[]>;
}

/**
 * The places of a document where a judge finds it at odds with other sources, unless most of the sources side with it.
 * What a judge says of two passages is kept with their collation.
 */
export function* conflictsIn(
  document: Document,
  corpus: Corpus,
  judge: Judge,
  isReal: Check = () => true,
): Generator<Finding> {
  const judged = new Map<string, Judged>();
  const atOdds = pathsAtOdds(document, corpus);
  for (const { path, said } of pairsOf(document, corpus, judge)) {
    const hasConflict = said.some(({ strength }) => strength > 0);
    if (hasConflict && (areAtOdds(said) || areOfOtherTimes(corpus, document.path, path))) continue;
    if (hasConflict && judge !== numberJudge && atOdds.has(path)) continue;
    for (const { here, there, passage, strength } of said) {
      if (strength > 0 && !isReal(here, there, corpus)) continue;
      const key = `${here.start}-${here.end}`;
      const known: Judged = judged.get(key) ?? { mark: here, agreeing: [], differing: new Map() };
      judged.set(key, known);
      if (strength === 0) known.agreeing.push(there);
      else {
        const reading = textOf(corpus, there).toLowerCase();
        const same = known.differing.get(reading) ?? [];
        known.differing.set(reading, [...same, { place: there, passage, strength }]);
      }
    }
  }
  for (const one of judged.values()) {
    const found = finding(one, document, corpus);
    if (found) yield found;
  }
}

/** Two quarters, two matches, two days at the stock exchange: told alike, and everything differs. */
function areAtOdds(said: readonly { readonly strength: number }[]): boolean {
  const conflicts = said.filter(({ strength }) => strength > 0).length;
  return conflicts > 1 && conflicts > said.length - conflicts;
}

const odds = new WeakMap<Corpus, Map<string, ReadonlySet<string>>>();

/** Documents whose numbers differ from those of this one as a rule; asked for by every judge. */
function pathsAtOdds(document: Document, corpus: Corpus): ReadonlySet<string> {
  const byPath = odds.get(corpus) ?? new Map<string, ReadonlySet<string>>();
  odds.set(corpus, byPath);
  let known = byPath.get(document.path);
  if (!known) {
    const numbers = pairsOf(document, corpus, numberJudge);
    known = new Set(numbers.filter(({ said }) => areAtOdds(said)).map(({ path }) => path));
    byPath.set(document.path, known);
  }
  return known;
}

interface Said {
  readonly here: Place;
  readonly there: Place;
  readonly passage: Place;
  readonly strength: number;
}

/** What is said here and there, by the other document. */
function pairsOf(document: Document, corpus: Corpus, judge: Judge): { path: string; said: Said[] }[] {
  const byPath = new Map<string, Said[]>();
  for (const collation of corpus.get(collations).of(document.path)) {
    const said = byPath.get(collation.b.path) ?? [];
    byPath.set(collation.b.path, said);
    const verdicts = verdictsOn(collation, document, corpus, judge);
    // Where nearly everything of a kind differs, another event is told in the same words.
    if (areAtOdds(verdicts)) continue;
    for (const { a, b, strength } of verdicts) {
      said.push({ here: within(collation.a, a), there: within(collation.b, b), passage: collation.b, strength });
    }
  }
  return [...byPath].map(([path, said]) => ({ path, said }));
}

const judgements = new WeakMap<readonly Slot[], Map<Judge, readonly Verdict[]>>();

function verdictsOn(collation: Collation, document: Document, corpus: Corpus, judge: Judge): readonly Verdict[] {
  const { a, b, slots } = collation;
  const byJudge = judgements.get(slots) ?? new Map<Judge, readonly Verdict[]>();
  judgements.set(slots, byJudge);
  let known = byJudge.get(judge);
  if (!known) {
    const { resources } = corpus;
    const [textA, textB] = [document.text.slice(a.start, a.end), textOf(corpus, b)];
    known = judge({ a: textA, b: textB, slots, frame: frameOf(slots, textA, textB, resources), resources });
    byJudge.set(judge, known);
  }
  return known;
}

const frames = new WeakMap<readonly Slot[], WordFrame>();

function frameOf(slots: readonly Slot[], a: string, b: string, resources: Resources): WordFrame {
  let frame = frames.get(slots);
  if (!frame) frames.set(slots, (frame = wordFrame(a, b, slots, resources.wordVectors)));
  return frame;
}

const MOST_EVIDENCE = 5;

function finding({ mark, agreeing, differing }: Judged, document: Document, corpus: Corpus): Finding | undefined {
  if (differing.size === 0) return undefined;
  const others = [...differing.values()].sort((x, y) => y.length - x.length);
  const pathsOf = (places: readonly { readonly path: string }[]) => places.map(({ path }) => path);
  const standing = standingOf(
    corpus,
    document.path,
    pathsOf(agreeing),
    others.map((same) => pathsOf(same.map(({ place }) => place))),
  );
  if (standing === 'majority') return undefined;
  const readings = others.map((same) => {
    const sigla = [...new Set(same.map(({ place }) => witnessOf(corpus, place.path).siglum))];
    const where = sigla.length > 3 ? `${sigla.length} sources` : sigla.join(', ');
    return `“${oneLine(textOf(corpus, same[0]?.place ?? mark), 60)}” in ${where}`;
  });
  const first = others[0]?.[0];
  const strength = Math.max(...others.flat().map((one) => one.strength));
  const evidence: Evidence[] = others
    .flat()
    .slice(0, MOST_EVIDENCE)
    .map(({ place, passage }) => ({
      ...passage,
      text: oneLine(textOf(corpus, passage), 200),
      reading: textOf(corpus, place),
    }));
  return {
    start: mark.start,
    end: mark.end,
    message: `“${oneLine(document.text.slice(mark.start, mark.end), 60)}” here; ${readings.join('; ')}: “${oneLine(first ? textOf(corpus, first.passage) : '', 110)}”`,
    evidence,
    confidence: Math.min(0.95, strength * (standing === 'lone' ? 1 : 0.85)),
  };
}

function within({ path, start }: Place, span: Span): Place {
  return { path, start: start + span.start, end: start + span.end };
}

function textOf(corpus: Corpus, { path, start, end }: Place): string {
  return corpus.document(path)?.text.slice(start, end) ?? '';
}
