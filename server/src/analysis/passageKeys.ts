import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { sideBySide } from './sideBySide.js';
import type { Stems } from './stems.js';
import { unitsOfParagraph } from './units.js';

/** A stem is worth a key where less than this share of sentences has it. */
const COMMON_STEM = 0.15;
/** Of each unit its rarest stems, in pairs: two texts that share a pair share more than a topic. */
const STEMS_OF_UNIT = 8;

/** Keys by which passages are found again; those of unit `u` stand from `first[u]` up to `first[u + 1]`. */
export interface PassageKeys {
  readonly keys: Int32Array;
  readonly first: Int32Array;
}

const byParagraph = new Facts<Paragraph, PassageKeys>();

/** The keys of a paragraph. They depend on its own words alone, so that they need not be made again for its context. */
export function passageKeysOf(paragraph: Paragraph, stems: Stems): PassageKeys {
  const known = byParagraph.get(paragraph);
  if (known) return known;
  const { words, firstWords } = unitsOfParagraph(paragraph, stems);
  const keys: number[] = [];
  const first = new Int32Array(firstWords.length);
  for (let unit = 0; unit + 1 < firstWords.length; unit++) {
    const orders = rarestOrders(words, firstWords[unit] ?? 0, firstWords[unit + 1] ?? 0, stems);
    for (let one = 0; one < orders.length; one++) {
      for (let other = one + 1; other < orders.length; other++) keys.push(mixed(orders[one] ?? 0, orders[other] ?? 0));
    }
    first[unit + 1] = keys.length;
  }
  const packed = sideBySide([keys, first]);
  const made = { keys: packed[0], first: packed[1] };
  byParagraph.set(paragraph, made);
  return made;
}

/** Order numbers of the rarest stems of a unit, ascending. */
function rarestOrders(words: Int32Array, from: number, to: number, stems: Stems): number[] {
  const rarest: number[] = [];
  for (let at = from; at < to; at++) {
    const stem = words[at * 4] ?? 0;
    if (stems.chance(stem) >= COMMON_STEM || rarest.includes(stem)) continue;
    let place = rarest.length;
    while (place > 0 && isRarer(stem, rarest[place - 1] ?? 0, stems)) place--;
    if (place === STEMS_OF_UNIT) continue;
    rarest.splice(place, 0, stem);
    if (rarest.length > STEMS_OF_UNIT) rarest.pop();
  }
  return rarest.map((stem) => stems.orderOf(stem)).sort((a, b) => a - b);
}

function isRarer(stem: number, other: number, stems: Stems): boolean {
  const [chance, otherChance] = [stems.chance(stem), stems.chance(other)];
  return chance < otherChance || (chance === otherChance && stems.orderOf(stem) < stems.orderOf(other));
}

/** One number for two. Two pairs of stems rarely share it, and then only make a document a candidate in vain. */
function mixed(one: number, other: number): number {
  let value = Math.imul(one, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  value ^= value >>> 15;
  value = Math.imul(value, 0x27d4eb2f);
  return value ^ (value >>> 13);
}
