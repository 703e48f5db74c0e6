import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import { oddsOfRewriting, type TextSigns } from '../core/rewritingModel.js';
import { debrisOf } from './debrisDensity.js';
import type { Resources } from './resources.js';
import { basesOf } from './wordBases.js';
import { meanOddness, oddWords } from './wordOddness.js';

/** With fewer content words, as in a sentence or two, no text shows that it was reworded. */
const FEWEST_WORDS = 30;
/** Words of one text that are looked at: as many as say whether the whole was reworded. */
const MOST_WORDS = 3_000;
/** What a text without words counts as, and how many words it takes to weigh as much. */
const USUAL = 0.05;
const PRIOR = 20;
/** More marks of a tokeniser in a thousand words than any other text has, from which on they count, and up to which. */
const FEWEST_MARKS = 2;
const MARKS = 4;

interface Known {
  readonly partners: readonly Document[];
  readonly signs: TextSigns;
}

/** Sets of partners that a text is held against in turn: the other tellers, or its copies where it has no others. */
const MOST_KNOWN = 4;
const known = new Facts<Document, readonly Known[]>();

/** Log odds that a program reworded a text, from its words in their places beside those of other tellers. */
export function rewritingOdds(document: Document, partners: readonly Document[], resources: Resources): number {
  return oddsOfRewriting(textSigns(document, partners, resources));
}

export function textSigns(document: Document, partners: readonly Document[], resources: Resources): TextSigns {
  const earlier = known.get(document) ?? [];
  const found = earlier.find((one) => haveSameItems(one.partners, partners));
  if (found) return found.signs;
  const count = partners.length;
  const all = [document, ...partners];
  const isShort = hasFewerWords(document, FEWEST_WORDS, resources);
  const gap = (value: (one: Document) => number, usual: number) => {
    const others = partners.reduce((sum, one) => sum + value(one), 0) / Math.max(1, count);
    const beside = count === 0 ? usual : others;
    // One other text says less of what is usual than several do; and where words of the others are odd as well, as in a
    // field or a century that the tables hardly know, the same gap says less.
    const worth = (count === 0 ? 0.5 : count / (count + 0.5)) * Math.min(1, usual / beside);
    const found = (value(document) - beside) * worth;
    return isShort ? Math.min(0, found) : found;
  };
  const most = Math.max(0, ...partners.map(debrisOf));
  const signs: TextSigns = {
    oddness: gap((one) => meanOddness(one, resources), 2 * USUAL),
    loneOddness: gap((one) => loneOddness(one, all, resources), USUAL),
    debris: count === 0 ? 0 : Math.min(1, Math.max(0, debrisOf(document) - most - FEWEST_MARKS) / MARKS),
  };
  known.set(document, [{ partners, signs }, ...earlier].slice(0, MOST_KNOWN));
  return signs;
}

function hasFewerWords({ paragraphs }: Document, least: number, resources: Resources): boolean {
  let count = 0;
  return !paragraphs.some((paragraph) => (count += oddWords(paragraph, resources).read) >= least);
}

/** Oddness of the words that `document` has once and no other of `all` has, in all its words. */
function loneOddness(document: Document, all: readonly Document[], resources: Resources): number {
  const own = basesOf(document, resources);
  const others = all.filter((one) => one !== document).map((one) => basesOf(one, resources));
  let [sum, count] = [USUAL * PRIOR, PRIOR];
  for (const paragraph of document.paragraphs) {
    if (count >= MOST_WORDS) break;
    const { bases, oddness, read } = oddWords(paragraph, resources);
    count += read;
    for (const [at, base] of bases.entries()) {
      if (own.get(base) === 1 && !others.some((other) => other.has(base))) sum += oddness[at] ?? 0;
    }
  }
  return sum / count;
}
