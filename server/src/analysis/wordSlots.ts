import { endingOf } from '../core/wordForms.js';
import type { Kinship } from './wordKinship.js';
import type { WordedSentence, WordedWord } from './wordedSentences.js';

/** Two unlike words that stand in one place of two sentences that share a frame. Indices of words. */
export interface WordSlot {
  readonly a: number;
  readonly b: number;
  /** How sure it is that the two fill one place; only for comparing. */
  readonly strength: number;
  readonly kinship: number;
  /** Weight of the equal words around them, nearer ones more. */
  readonly frame: number;
  /** How many of the words right before and right after are equal: 0, 1 or 2. */
  readonly touching: number;
}

export interface WordSlots {
  /** For each word of `a` the index of the same one in `b`, or −1. */
  readonly same: Int16Array;
  /** In no particular order. */
  readonly slots: readonly WordSlot[];
}

/** Share of a word's weight that counts at a distance of so many words, and where the distances differ by so many. */
const BY_DISTANCE = [0, 1, 0.8, 0.62, 0.48, 0.37, 0.28, 0.2, 0.15];
const BY_SKEW = [1, 0.55, 0.25, 0.1, 0.05];
const LEAST_STRENGTH = 0.7;
const LEAST_KINSHIP = 0.5;
const LEAST_FRAME = 0.5;
/** A slot of close kin is part of the frame of its neighbours: “business and surveillance” beside “trade and security”. */
const SUPPORTING_KINSHIP = 0.55;

interface Equal {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Aligns by frames, not in order: retellings move clauses about. Neither text needs to be the other's sentence. */
export function wordSlots(a: WordedSentence, b: WordedSentence, kin: Kinship): WordSlots {
  const equals: Equal[] = [];
  for (const [i, x] of a.words.entries()) {
    for (const [j, y] of b.words.entries()) if (x.base === y.base) equals.push({ a: i, b: j, weight: x.weight });
  }
  const same = new Map<number, number>();
  const taken = new Set<number>();
  const byFrame = equals.map((one) => ({
    ...one,
    value: one.weight * (1 + frameOf(one.a, one.b, equals, a.words).weight),
  }));
  for (const one of byFrame.sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b)) {
    if (same.has(one.a) || taken.has(one.b)) continue;
    same.set(one.a, one.b);
    taken.add(one.b);
  }
  const frame: Equal[] = Array.from(same, ([i, j]) => ({ a: i, b: j, weight: a.words[i]?.weight ?? 0 }));
  const first = bestSlots(a, b, kin, frame, same, taken);
  for (const slot of first.values()) {
    if (slot.kinship < SUPPORTING_KINSHIP) continue;
    frame.push({ a: slot.a, b: slot.b, weight: 0.5 * Math.min(1, slot.kinship) * (a.words[slot.a]?.weight ?? 0) });
  }
  const slots = frame.length === same.size ? first : bestSlots(a, b, kin, frame, same, taken);
  // Kept by the thousand: maps would take ten times as much.
  return { same: Int16Array.from(a.words, (_, index) => same.get(index) ?? -1), slots: [...slots.values()] };
}

function bestSlots(
  a: WordedSentence,
  b: WordedSentence,
  kin: Kinship,
  frame: readonly Equal[],
  same: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): Map<number, WordSlot> {
  const found: WordSlot[] = [];
  for (const [i, x] of a.words.entries()) {
    if (same.has(i) || !canDepart(x)) continue;
    for (const [j, y] of b.words.entries()) {
      if (taken.has(j) || !canDepart(y) || (x.kind === 'name') !== (y.kind === 'name')) continue;
      const kinship = kin.of(x, y);
      const { weight, touching } = frameOf(i, j, frame, a.words);
      if (kinship < LEAST_KINSHIP && weight < LEAST_FRAME) continue;
      const strength = 1.3 * kinship + 0.5 * weight + 0.15 * touching + (haveOneEnding(x, y) ? 0.2 : 0);
      if (strength >= LEAST_STRENGTH) found.push({ a: i, b: j, strength, kinship, frame: weight, touching });
    }
  }
  const slots = new Map<number, WordSlot>();
  const used = new Set<number>();
  for (const slot of found.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b)) {
    if (slots.has(slot.a) || used.has(slot.b)) continue;
    slots.set(slot.a, slot);
    used.add(slot.b);
  }
  return slots;
}

/** Equal words on the same side of both, discounted by their distance and by how much the distances differ. */
function frameOf(
  i: number,
  j: number,
  equals: readonly Equal[],
  words: readonly WordedWord[],
): { readonly weight: number; readonly touching: number } {
  let weight = 0;
  let [before, after] = [0, 0];
  for (const equal of equals) {
    const [left, right] = [equal.a - i, equal.b - j];
    if (left === 0 || right === 0 || left < 0 !== right < 0) continue;
    const distance = Math.max(Math.abs(left), Math.abs(right));
    const skew = Math.abs(left - right);
    if (distance >= BY_DISTANCE.length || skew >= BY_SKEW.length) continue;
    const isSmall = words[equal.a]?.kind === 'small';
    const value = isSmall && distance === 1 ? 0.3 : equal.weight;
    weight += value * (BY_DISTANCE[distance] ?? 0) * (BY_SKEW[skew] ?? 0);
    if (left === -1 && right === -1) before = 1;
    if (left === 1 && right === 1) after = 1;
  }
  return { weight, touching: before + after };
}

function canDepart({ kind }: WordedWord): boolean {
  return kind !== 'small' && kind !== 'number';
}

export function haveOneEnding(a: WordedWord, b: WordedWord): boolean {
  const ending = endingOf(a.normal);
  return ending !== '' && ending === endingOf(b.normal);
}
