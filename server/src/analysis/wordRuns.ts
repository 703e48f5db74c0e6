import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { quotationsOf } from '../core/quotations.js';
import type { Stems } from './stems.js';
import { unitsOfParagraph } from './units.js';

/** Words that run on together. Two who tell one event in their own words hardly ever share six. */
const RUN = 6;

const byParagraph = new Facts<Paragraph, Int32Array>();

/** Numbers for the runs of words of a paragraph outside of quotations, which independent reports share by right; in order. */
export function runsOf(paragraph: Paragraph, stems: Stems): Int32Array {
  const known = byParagraph.get(paragraph);
  if (known) return known;
  const quoted = quotationsOf(paragraph).map(({ outer }) => outer);
  const { words } = unitsOfParagraph(paragraph, stems);
  const found: number[] = [];
  let next = 0;
  let length = 0;
  for (let word = 0; word * 4 < words.length; word++) {
    const start = words[word * 4 + 2] ?? 0;
    while (next < quoted.length && (quoted[next]?.end ?? 0) <= start) next++;
    length = (quoted[next]?.start ?? Infinity) <= start ? 0 : length + 1;
    if (length < RUN) continue;
    let value = 0;
    for (let at = word - RUN + 1; at <= word; at++) {
      value = Math.imul(value ^ stems.orderOf(words[at * 4] ?? 0), 0x01000193);
    }
    found.push(value ^ (value >>> 15));
  }
  const runs = Int32Array.from(found);
  byParagraph.set(paragraph, runs);
  return runs;
}
