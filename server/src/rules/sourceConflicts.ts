import { collations, type Collation } from '../analysis/collations.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Resources } from '../analysis/resources.js';
import { areOfOtherTimes } from '../analysis/documentDates.js';
import { lineages } from '../analysis/lineages.js';
import type { Steps } from '../analysis/steps.js';
import { standingOf } from '../analysis/standing.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { wordFrame, type WordFrame } from '../analysis/wordFrame.js';
import type { Slot } from '../core/collate.js';
import { placed, placedAt, type Document, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { oneLine } from '../core/oneLine.js';
import { headTwoRecords } from '../core/recordHead.js';
import { asPlace, shift, type Place, type Span } from '../core/span.js';
import type { Check, Judge, MatterKind, Verdict } from './judge.js';
import { chanceOfConflict, isHinted, isShown } from './conflictModel.js';
import { countJudge } from './countJudge.js';
import { alliesIn, issueSigns, type Ally, type Issue, type Rival } from './issueSigns.js';
import type { Evidence, Finding } from './rule.js';
import { sameReading } from './sameReading.js';

/**
 * The places of a paragraph where a judge finds it at odds with other sources, unless most of the sources side with it.
 * What a judge says of two passages is kept with their collation.
 */
export function* conflictsIn(
  here: PlacedParagraph,
  corpus: Corpus,
  judge: Judge,
  isReal: Check = () => true,
): Generator<Finding> {
  for (const issue of issuesIn(here, corpus, judge, isReal)) {
    const found = finding(issue, here.document, corpus);
    if (found) yield found;
  }
}

/** What others say otherwise than a paragraph, whether or not it is likely to be of one thing. */
export function issuesIn(here: PlacedParagraph, corpus: Corpus, judge: Judge, isReal: Check = () => true): Issue[] {
  const { document } = here;
  const issues = new Map<string, Issue & { readonly agreeing: Ally[]; readonly differing: Map<string, Rival[]> }>();
  const [tallies, counts] = [talliesOf(document, corpus, judge), talliesOf(document, corpus, countJudge)];
  for (const { path, mark, there, passage, score, strength, agreement, kind, reading } of saidIn(here, corpus, judge)) {
    const own = besides(tallies.get(path), strength);
    const isOtherTime = strength > 0 && areOfOtherTimes(corpus, document.path, path);
    // Of roles and denials one is enough to tell another time.
    const told = kind ? own : (tallies.get(path) ?? NOTHING);
    if (told.conflicts > 0 && (areAtOdds(told) || (isOtherTime && kind !== 'date'))) continue;
    const place = { path: document.path, start: here.start + mark.start, end: here.start + mark.end };
    if (strength > 0 && !isReal(place, there, corpus)) continue;
    const key = `${place.start}-${place.end}`;
    const known = issues.get(key) ?? {
      mark: place,
      kind,
      agreeing: [] as Ally[],
      differing: new Map<string, Rival[]>(),
    };
    issues.set(key, known);
    if (strength === 0) known.agreeing.push({ ...there, chance: agreement });
    else {
      const said = sameReading(reading ?? corpus.textAt(there).toLowerCase(), known.differing.keys(), kind);
      const ofCounts = counts.get(path) ?? NOTHING;
      const odds = Math.max(oddsOf(own), oddsOf(judge === countJudge ? own : ofCounts));
      const rival = { place: there, passage, strength, score, odds, isOtherTime };
      known.differing.set(said, [...(known.differing.get(said) ?? []), rival]);
    }
  }
  return [...issues.values()].filter(({ differing }) => differing.size > 0);
}

/** What is asked of a whole document, in steps. */
export function* prepareConflicts(document: Document, corpus: Corpus, judge: Judge): Steps<void> {
  yield* corpus.get(collations).prepare(document);
  yield* corpus.get(lineages).prepare(document.path);
  const judges = new Set([judge, countJudge]);
  for (const index of document.paragraphs.keys()) {
    const here = placed(document, index);
    for (const collation of corpus.get(collations).in(here)) {
      for (const one of judges) {
        verdictsOn(collation, here, corpus, one);
        yield index / document.paragraphs.length;
      }
    }
    for (const one of judges) tallyOf(here, corpus, one);
    yield index / document.paragraphs.length;
  }
}

/** How many places two texts both speak of, and how many of these differ, each as far as it is likely. */
interface Tally {
  readonly conflicts: number;
  readonly all: number;
}

const NOTHING: Tally = { conflicts: 0, all: 0 };

/** What else the two texts say: a place does not speak against itself. */
function besides(tally: Tally = NOTHING, strength: number): Tally {
  return { conflicts: Math.max(0, tally.conflicts - strength), all: Math.max(0, tally.all - (strength || 1)) };
}

/** One conflict of one proves nothing. */
function oddsOf({ conflicts, all }: Tally): number {
  return conflicts / (all + 1);
}

/** Two quarters, two matches, two days at the stock exchange: told alike, and everything differs. */
function areAtOdds(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.conflicts > 1 && tally.conflicts > tally.all - tally.conflicts;
}

type Tallies = ReadonlyMap<string, Tally>;
const ofDocuments = new Facts<Document, { readonly serial: number; readonly byJudge: Map<Judge, Tallies> }>();

/** By the other text, over the whole document. */
function talliesOf(document: Document, corpus: Corpus, judge: Judge): Tallies {
  let known = ofDocuments.get(document);
  if (known?.serial !== corpus.serial) {
    ofDocuments.set(document, (known = { serial: corpus.serial, byJudge: new Map<Judge, Tallies>() }));
  }
  let sums = known.byJudge.get(judge);
  if (!sums) {
    const all = new Map<string, Tally>();
    for (const index of document.paragraphs.keys()) {
      for (const [path, tally] of tallyOf(placed(document, index), corpus, judge)) add(all, path, tally);
    }
    known.byJudge.set(judge, (sums = all));
  }
  return sums;
}

const ofCollations = new Facts<readonly Collation[], Map<Judge, Tallies>>();

function tallyOf(here: PlacedParagraph, corpus: Corpus, judge: Judge): Tallies {
  const collated = corpus.get(collations).in(here);
  const byJudge = ofCollations.get(collated) ?? new Map<Judge, Tallies>();
  ofCollations.set(collated, byJudge);
  let known = byJudge.get(judge);
  if (!known) {
    const sums = new Map<string, Tally>();
    for (const { path, strength } of saidIn(here, corpus, judge)) {
      add(sums, path, { conflicts: strength, all: strength || 1 });
    }
    byJudge.set(judge, (known = sums));
  }
  return known;
}

function add(sums: Map<string, Tally>, path: string, { conflicts, all }: Tally): void {
  const before = sums.get(path) ?? { conflicts: 0, all: 0 };
  sums.set(path, { conflicts: before.conflicts + conflicts, all: before.all + all });
}

interface Said {
  readonly path: string;
  /** Relative to the paragraph. */
  readonly mark: Span;
  readonly there: Place;
  readonly passage: Place;
  readonly score: number;
  readonly strength: number;
  readonly agreement: number;
  readonly kind: MatterKind | undefined;
  readonly reading: string | undefined;
}

/** What a judge says of a paragraph and each of its counterparts. */
function saidIn(here: PlacedParagraph, corpus: Corpus, judge: Judge): Said[] {
  return corpus
    .get(collations)
    .in(here)
    .flatMap((collation) => {
      const { a: own, b: passage, score, isLone = false } = collation;
      const there = placeIn(corpus, passage);
      if (there && headTwoRecords(here, there)) return [];
      // Who it was and where is told of one event only; two events are told in the same words.
      const verdicts = verdictsOn(collation, here, corpus, judge).filter(
        ({ kind }) => !isLone || kind === undefined || isOfNumbers(kind),
      );
      const conflicts = sum(verdicts.map(({ strength }) => strength));
      const all = sum(verdicts.map(({ strength }) => strength || 1));
      // Where nearly everything of a kind differs, another event is told in the same words.
      if (areAtOdds({ conflicts, all })) return [];
      return verdicts.map(({ a, b, strength, agreement = 1, kind, reading }) => ({
        path: passage.path,
        mark: shift({ start: a.start, end: a.end }, own.start),
        there: asPlace(passage.path, b, passage.start),
        passage,
        score,
        strength,
        agreement,
        kind,
        reading,
      }));
    });
}

const judgements = new Facts<readonly Slot[], Map<Judge, readonly Verdict[]>>();

function verdictsOn(
  collation: Collation,
  { paragraph }: PlacedParagraph,
  corpus: Corpus,
  judge: Judge,
): readonly Verdict[] {
  const { a, b, slots } = collation;
  const byJudge = judgements.get(slots) ?? new Map<Judge, readonly Verdict[]>();
  judgements.set(slots, byJudge);
  let known = byJudge.get(judge);
  if (!known) {
    const { resources } = corpus;
    const [textA, textB] = [paragraph.text.slice(a.start, a.end), corpus.textAt(b)];
    known = judge({ a: textA, b: textB, slots, frame: frameOf(slots, textA, textB, resources), resources });
    byJudge.set(judge, known);
  }
  return known;
}

const frames = new Facts<readonly Slot[], WordFrame>();

function frameOf(slots: readonly Slot[], a: string, b: string, resources: Resources): WordFrame {
  let frame = frames.get(slots);
  if (!frame) frames.set(slots, (frame = wordFrame(a, b, slots, resources.wordVectors)));
  return frame;
}

const MOST_EVIDENCE = 5;
const MOST_CONFIDENCE = 0.95;
/** Less likely, and what says the same says it of something else. */
const LEAST_ALLY = 0.5;

function finding(issue: Issue, document: Document, corpus: Corpus): Finding | undefined {
  const { mark, kind, differing } = issue;
  const { base } = corpus.manifest;
  const isBase = (rivals: readonly Rival[]) => rivals.some(({ place }) => place.path === base);
  const others = [...differing.values()]
    .map((rivals) => rivals.toSorted((x, y) => y.strength - x.strength))
    .sort(
      (x, y) =>
        Number(isBase(y)) - Number(isBase(x)) ||
        sum(y.map(({ strength }) => strength)) - sum(x.map(({ strength }) => strength)),
    );
  const pathsOf = (places: readonly { readonly path: string }[]) => places.map(({ path }) => path);
  const standing = standingOf(
    corpus,
    document.path,
    pathsOf(alliesIn(issue).filter(({ chance }) => !isOfNumbers(kind) || chance >= LEAST_ALLY)),
    others.map((same) => pathsOf(same.map(({ place }) => place))),
  );
  if (standing === 'majority') return undefined;
  const signs = kind ? issueSigns(issue, corpus) : {};
  const confidence = kind
    ? chanceOfConflict(kind, signs)
    : Math.max(...others.flat().map(({ strength }) => strength)) * (standing === 'lone' ? 1 : 0.85);
  if (kind && !isHinted(kind, confidence, signs)) return undefined;
  const first = others[0]?.[0];
  // 212 miles, 212 kilometres: the word behind is what differs.
  const isUnitOnly = first !== undefined && corpus.textAt(first.place) === corpus.textAt(mark);
  const shown = (place: Place) => (isUnitOnly ? withWordBehind(place, corpus) : place);
  const own = shown(mark);
  const readings = others.map((same) => {
    const reading = oneLine(corpus.textAt(shown(same[0]?.place ?? mark)), 60);
    return `“${reading}” in ${sourceNames(corpus, pathsOf(same.map(({ place }) => place)))}`;
  });
  const evidence: Evidence[] = others
    .flat()
    .slice(0, MOST_EVIDENCE)
    .map(({ place, passage }) => ({
      ...passage,
      text: oneLine(corpus.textAt(passage), 200),
      reading: corpus.textAt(shown(place)),
    }));
  return {
    start: own.start,
    end: own.end,
    message: `“${oneLine(corpus.textAt(own), 60)}” here; ${readings.join('; ')}: “${oneLine(first ? corpus.textAt(first.passage) : '', 110)}”`,
    evidence,
    confidence: Math.min(MOST_CONFIDENCE, confidence),
    ...(kind && !isShown(kind, confidence, signs) ? { severity: 'hint' as const } : {}),
  };
}

function withWordBehind(place: Place, corpus: Corpus): Place {
  const text = corpus.document(place.path)?.text ?? '';
  const length = /^[\s-]?\p{L}+/u.exec(text.slice(place.end, place.end + 40))?.[0].length ?? 0;
  return { ...place, end: place.end + length };
}

/** Of names and places nobody knows whether what is hardly of one thing is none. */
function isOfNumbers(kind: MatterKind | undefined): boolean {
  return kind === 'count' || kind === 'date' || kind === 'weekday' || kind === 'time';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function placeIn(corpus: Corpus, { path, start }: Place): PlacedParagraph | undefined {
  const document = corpus.document(path);
  return document && placedAt(document, start);
}
