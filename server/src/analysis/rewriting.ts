import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { haveSameItems } from '../core/sameItems.js';
import { oddsOfRewriting, type TextSigns } from '../core/rewritingModel.js';
import { debrisOf } from './debrisDensity.js';
import type { Resources } from './resources.js';
import { basesOf } from './wordBases.js';
import { wordMisfits } from './wordMisfits.js';

/** With fewer content words, as in a sentence or two, no text shows that it was reworded. */
const FEWEST_WORDS = 30;
/** Words of one text that are looked at: as many as say whether the whole was reworded. */
const MOST_WORDS = 3_000;
/** What a word of a writer says on the mean, and how many such words are added: few words say little. */
const USUAL = -0.08;
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
  const misfitsOf = (one: Document) =>
    misfits(
      one,
      all.filter((other) => other !== one),
      resources,
    );
  // Where words of the others are odd as well, as in a field or a century that the tables hardly know, its own say less.
  const beside = count === 0 ? USUAL : partners.reduce((sum, one) => sum + misfitsOf(one), 0) / count;
  const more = misfitsOf(document) - beside;
  const most = Math.max(0, ...partners.map(debrisOf));
  const signs: TextSigns = {
    misfits: hasFewerWords(document, FEWEST_WORDS, resources) ? Math.min(0, more) : more,
    debris: count === 0 ? 0 : Math.min(1, Math.max(0, debrisOf(document) - most - FEWEST_MARKS) / MARKS),
  };
  known.set(document, [{ partners, signs }, ...earlier].slice(0, MOST_KNOWN));
  return signs;
}

function hasFewerWords({ paragraphs }: Document, least: number, resources: Resources): boolean {
  let count = 0;
  return !paragraphs.some((paragraph) => (count += wordMisfits(paragraph, resources).bases.length) >= least);
}

/**
 * What the words say that `document` has once and no other has, for each of them: log odds that a program put a quarter of them
 * there. How many there are says nothing: who tells a story freely has more of them than two who follow one wire.
 */
function misfits(document: Document, others: readonly Document[], resources: Resources): number {
  const own = basesOf(document, resources);
  const told = others.map((one) => basesOf(one, resources));
  let [sum, count, read] = [PRIOR * USUAL, PRIOR, 0];
  for (const paragraph of document.paragraphs) {
    if (read >= MOST_WORDS) break;
    const { bases, evidence } = wordMisfits(paragraph, resources);
    read += bases.length;
    for (const [at, base] of bases.entries()) {
      if (own.get(base) !== 1 || told.some((other) => other.has(base))) continue;
      sum += evidence[at] ?? 0;
      count++;
    }
  }
  return sum / count;
}
