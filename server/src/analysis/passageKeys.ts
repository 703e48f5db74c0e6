import type { Paragraph } from '../core/document.js';
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

const byParagraph = new WeakMap<Paragraph, PassageKeys>();

/** The keys of a paragraph. They depend on its own words alone, so that they need not be made again for its context. */
export function passageKeysOf(paragraph: Paragraph, stems: Stems): PassageKeys {
  const known = byParagraph.get(paragraph);
  if (known) return known;
  const { words, firstWords } = unitsOfParagraph(paragraph, stems);
  const keys: number[] = [];
  const first = new Int32Array(firstWords.length);
  for (let unit = 0; unit + 1 < firstWords.length; unit++) {
    const found = new Set<number>();
    for (let at = firstWords[unit] ?? 0; at < (firstWords[unit + 1] ?? 0); at++) found.add(words[at * 4] ?? 0);
    for (const key of keysOfStems([...found], stems)) keys.push(key);
    first[unit + 1] = keys.length;
  }
  const made = { keys: Int32Array.from(keys), first };
  byParagraph.set(paragraph, made);
  return made;
}

function keysOfStems(found: readonly number[], stems: Stems): number[] {
  const rare = found.filter((stem) => stems.chance(stem) < COMMON_STEM);
  rare.sort((a, b) => stems.chance(a) - stems.chance(b) || stems.orderOf(a) - stems.orderOf(b));
  const orders = rare.slice(0, STEMS_OF_UNIT).map((stem) => stems.orderOf(stem));
  orders.sort((a, b) => a - b);
  return orders.flatMap((one, index) => orders.slice(index + 1).map((other) => mixed(one, other)));
}

/** One number for two. Two pairs of stems rarely share it, and then only make a document a candidate in vain. */
function mixed(one: number, other: number): number {
  let value = Math.imul(one, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  value ^= value >>> 15;
  value = Math.imul(value, 0x27d4eb2f);
  return value ^ (value >>> 13);
}
