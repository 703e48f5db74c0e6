import { clauseSpans } from '../core/clauseSpans.js';
import type { Span } from '../core/span.js';
import type { Stems } from './stems.js';
import type { Units } from './units.js';
import type { Weighed } from './weighed.js';

/** What two parallel units have in common, on each side. */
export interface CommonPart {
  readonly a: Span;
  readonly b: Span;
  /** Whether a side says much beside it. */
  readonly isPart: boolean;
}

/** Two words of this likeness in meaning may stand for each other. */
const LEAST_LIKENESS = 0.5;
/** A clause of which less has a counterpart is another claim. */
const LEAST_COVERED = 0.25;
/** Two units say the same as wholes from these shares of their words, by weight, and of their lengths on. */
const WHOLE_COVERED = 0.55;
const WHOLE_KEPT = 0.7;
/** Fewer words are no clause. */
const SHORTEST_CLAUSE = 3;

/** Cuts two parallel units to the clauses that have a counterpart: outer clauses that have none are left out. */
export function commonPart(a: Weighed, unitA: number, b: Weighed, unitB: number, stems: Stems): CommonPart {
  const [sideA, sideB] = [cut(a, unitA, b.units, unitB, stems), cut(b, unitB, a.units, unitA, stems)];
  const isPart =
    Math.min(sideA.covered, sideB.covered) < WHOLE_COVERED || Math.min(sideA.kept, sideB.kept) < WHOLE_KEPT;
  return { a: sideA.span, b: sideB.span, isPart };
}

interface Clause {
  readonly start: number;
  readonly end: number;
  weight: number;
  matched: number;
  words: number;
}

function cut(side: Weighed, unit: number, other: Units, otherUnit: number, stems: Stems) {
  const { units } = side;
  const whole = { start: units.starts[unit] ?? 0, end: units.ends[unit] ?? 0 };
  const clauses = clauseSpans(units.document.text, whole).map((span): Clause => ({
    ...span,
    weight: 0,
    matched: 0,
    words: 0,
  }));
  const matched = matchedStems(side, unit, other, otherUnit, stems);
  let at = 0;
  for (let word = units.firstWord[unit] ?? 0; word < (units.firstWord[unit + 1] ?? 0); word++) {
    while (at + 1 < clauses.length && (units.wordStart[word] ?? 0) >= (clauses[at]?.end ?? 0)) at++;
    const clause = clauses[at];
    const stem = units.wordStem[word] ?? 0;
    const known = matched.get(stem);
    if (!clause || !known) continue;
    clause.words++;
    clause.weight += known.weight;
    clause.matched += known.weight * known.share;
  }
  const weight = clauses.reduce((sum, clause) => sum + clause.weight, 0) || 1;
  const covered = clauses.reduce((sum, clause) => sum + clause.matched, 0) / weight;
  const isShared = (clause: Clause | undefined) =>
    clause && (clause.words < SHORTEST_CLAUSE || clause.matched >= LEAST_COVERED * clause.weight);
  let [first, last] = [0, clauses.length - 1];
  while (first < last && !isShared(clauses[first])) first++;
  while (last > first && !isShared(clauses[last])) last--;
  // Scraps of a word or two that were kept for their shortness are no beginning and no end.
  while (first < last && (clauses[first]?.matched ?? 0) === 0) first++;
  while (last > first && (clauses[last]?.matched ?? 0) === 0) last--;
  const span = { start: clauses[first]?.start ?? whole.start, end: clauses[last]?.end ?? whole.end };
  const kept = first === 0 && last === clauses.length - 1 ? whole : trimmed(units.document.text, span);
  return { span: kept, covered, kept: (kept.end - kept.start) / Math.max(1, whole.end - whole.start) };
}

/** For each stem of a unit: what it weighs, and how much of that has a counterpart in the other unit. */
function matchedStems({ units, weights }: Weighed, unit: number, other: Units, otherUnit: number, stems: Stems) {
  const [from, to] = [other.firstStem[otherUnit] ?? 0, other.firstStem[otherUnit + 1] ?? 0];
  const there = new Set(other.stems.subarray(from, to));
  const found = new Map<number, { weight: number; share: number }>();
  for (let at = units.firstStem[unit] ?? 0; at < (units.firstStem[unit + 1] ?? 0); at++) {
    const stem = units.stems[at] ?? 0;
    const weight = (weights[at] ?? 0) / (units.frequency[at] ?? 1);
    let share = there.has(stem) ? 1 : 0;
    for (let slot = from; share === 0 && slot < to; slot++) {
      if (stems.likeness(units.ranks[at] ?? -1, other.ranks[slot] ?? -1) >= LEAST_LIKENESS) share = 0.5;
    }
    found.set(stem, { weight, share });
  }
  return found;
}

/** Without blanks and marks that only joined the clause to its neighbours. */
function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s,;:–—-]/u.test(text[from] ?? '')) from++;
  while (to > from && /[\s,;:–—(-]/u.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : { start, end };
}
