import { DIMENSIONS } from '../core/wordVectors.js';
import { asFloats, roomSideBySide } from './sideBySide.js';
import type { Stems } from './stems.js';
import type { Steps } from './steps.js';
import { sliceOf, type Units } from './units.js';

/**
 * Units with their stems weighed, as three vectors each: of stems (`weights`, slot by slot as in `units.stems`), of the
 * four-letter pieces of those stems, and of what the words mean. Pieces tie “strengthening” to “strength” and survive
 * misspelling; meanings tie “concern” to “alarm”.
 */
export interface Weighed {
  readonly units: Units;
  readonly weights: Float32Array;
  /** Length of the vector of stems. */
  readonly norms: Float32Array;
  /** Length of the vector of pieces. */
  readonly pieceNorms: Float32Array;
  /** Direction in meaning of each unit, a row of `DIMENSIONS` numbers; all zero where no word is known. */
  readonly meanings: Float32Array;
  /** 1 for a unit with a known word, whose direction has length 1; else 0. */
  readonly isKnown: Uint8Array;
  /** Sum of the directions. */
  readonly meaningSum: Float64Array;
}

/** Room for the weight of each piece in the unit at hand; clean between units. */
let pieces = new Float32Array(0);

/** Units that are weighed in one step. */
const UNITS_OF_STEP = 50;

export function* weighInSteps(units: Units, weightOf: (stem: number) => number, stems: Stems): Steps<Weighed> {
  const { count } = units;
  const room = roomSideBySide([units.stems.length, count, count, count * DIMENSIONS]);
  const [weights, norms, pieceNorms, meanings] = [
    asFloats(room[0]),
    asFloats(room[1]),
    asFloats(room[2]),
    asFloats(room[3]),
  ];
  const isKnown = new Uint8Array(units.count);
  if (pieces.length < stems.pieceCount) pieces = new Float32Array(2 * stems.pieceCount);
  for (let unit = 0; unit < units.count; unit++) {
    if (unit > 0 && unit % UNITS_OF_STEP === 0) yield unit / units.count;
    const [from, to] = [units.firstStem[unit] ?? 0, units.firstStem[unit + 1] ?? 0];
    const meaning = meanings.subarray(unit * DIMENSIONS, (unit + 1) * DIMENSIONS);
    let squares = 0;
    for (let at = from; at < to; at++) {
      const stem = units.stems[at] ?? 0;
      const weight = (units.frequency[at] ?? 1) * Math.max(0, weightOf(stem));
      weights[at] = weight;
      squares += weight * weight;
      for (const piece of stems.pieces(stem)) pieces[piece] = (pieces[piece] ?? 0) + weight;
      stems.addMeaning(meaning, units.ranks[at] ?? -1, weight);
    }
    norms[unit] = Math.sqrt(squares) || 1;
    pieceNorms[unit] = takeNorm(units, from, to, stems);
    isKnown[unit] = toUnit(meaning) ? 1 : 0;
  }
  return { units, weights, norms, pieceNorms, meanings, isKnown, meaningSum: sumOfRows(meanings) };
}

/** Length of the vector laid out in `pieces`, which is cleared. */
function takeNorm(units: Units, from: number, to: number, stems: Stems): number {
  let squares = 0;
  for (let at = from; at < to; at++) {
    for (const piece of stems.pieces(units.stems[at] ?? 0)) {
      squares += (pieces[piece] ?? 0) ** 2;
      pieces[piece] = 0;
    }
  }
  return Math.sqrt(squares) || 1;
}

/** Whether the vector has a direction; it then has length 1. */
function toUnit(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return false;
  const length = Math.sqrt(squares);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length;
  return true;
}

/** The units from `first` up to `last`, as a document of their own; weights and meanings stay those of the document. */
export function sliceOfWeighed(whole: Weighed, first: number, last: number): Weighed {
  const units = sliceOf(whole.units, first, last);
  if (units === whole.units) return whole;
  const from = Math.max(0, first);
  const to = from + units.count;
  const [stem, lastStem] = [whole.units.firstStem[from] ?? 0, whole.units.firstStem[to] ?? 0];
  const meanings = whole.meanings.subarray(from * DIMENSIONS, to * DIMENSIONS);
  return {
    units,
    weights: whole.weights.subarray(stem, lastStem),
    norms: whole.norms.subarray(from, to),
    pieceNorms: whole.pieceNorms.subarray(from, to),
    meanings,
    isKnown: whole.isKnown.subarray(from, to),
    meaningSum: sumOfRows(meanings),
  };
}

function sumOfRows(rows: Float32Array): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (let row = 0; row < rows.length; row += DIMENSIONS) {
    for (let column = 0; column < DIMENSIONS; column++) sum[column] = (sum[column] ?? 0) + (rows[row + column] ?? 0);
  }
  return sum;
}
