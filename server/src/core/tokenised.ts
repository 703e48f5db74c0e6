import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { proseOf } from './prose.js';

const SPACED = /[\p{L}\p{N})”"’'] [,.;?!](?=\s|$)| n['’]t(?!\p{L})|\p{L} ['’](?:s|ll|re|ve|m|d)(?!\p{L})/gu;
const ATTACHED = /[\p{L}\p{N})][,;:?!](?=\s|$)|\p{Ll}{3}\.(?=\s|$)/gu;

const cache = new Facts<Paragraph, boolean>();

/**
 * Whether a paragraph was printed by a tokeniser, blanks around all its marks: only then does a blank beside a dash or
 * a straight quotation mark mean nothing. Shown by its commas and stops, most of which must stand alone.
 */
export function isTokenised(paragraph: Paragraph): boolean {
  let answer = cache.get(paragraph);
  if (answer === undefined) {
    const prose = proseOf(paragraph);
    const spaced = prose.match(SPACED)?.length ?? 0;
    answer = spaced > 0 && spaced > 2 * (prose.match(ATTACHED)?.length ?? 0);
    cache.set(paragraph, answer);
  }
  return answer;
}
