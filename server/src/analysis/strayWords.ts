import { isReading } from '../core/departureModel.js';
import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Place, Span } from '../core/span.js';
import { chanceOfStray, type StraySigns } from '../core/strayModel.js';
import type { Corpus } from './corpus.js';
import { kindredSentences } from './kindredSentences.js';
import type { Resources } from './resources.js';
import { rewritingOdds } from './rewriting.js';
import { isPlainlySpun } from './spinning.js';
import { basesOf } from './wordBases.js';
import { companyOf } from './wordCompany.js';
import { partnersOf, wordDepartures, type Departure } from './wordDepartures.js';
import { wordedSentences, type WordedWord } from './wordedSentences.js';
import { oddnessAt } from './wordOddness.js';

/** A word of a reworded text that no other teller of its story uses anywhere. */
export interface StrayWord extends Span {
  readonly text: string;
  /** Chance that a program put it there, 0 to 1. */
  readonly chance: number;
  readonly signs: StraySigns;
  /** What others have in its place, if anything. */
  readonly departure: Departure | undefined;
  /** The sentence of another source that is most like the one it stands in. */
  readonly passage: Place;
}

const latest = new Facts<Paragraph, { readonly serial: number; readonly found: readonly StrayWord[] }>();

/**
 * Words of a paragraph that no other teller uses, in order: of a text that was plainly reworded only. In others such words
 * are how writers differ.
 */
export function strayWords(here: PlacedParagraph, corpus: Corpus): readonly StrayWord[] {
  const { document, paragraph } = here;
  const known = latest.get(paragraph);
  if (known?.serial === corpus.serial) return known.found;
  const found = isPlainlySpun(document, corpus) ? lonelyWords(here, corpus) : [];
  latest.set(paragraph, { serial: corpus.serial, found });
  return found;
}

/** The same of any text, for fitting. */
export function lonelyWords(here: PlacedParagraph, corpus: Corpus): StrayWord[] {
  const { document, paragraph, start: offset } = here;
  const { resources } = corpus;
  const partners = partnersOf(document.path, corpus);
  const departures = new Map(wordDepartures(here, corpus).map((one) => [one.start, one]));
  const rewriting = rewritingOdds(document, partners, resources);
  const rows = partners.map((one) => kindredSentences(paragraph, one, resources));
  return wordedSentences(paragraph, resources).flatMap((sentence, row) => {
    const [nearest] = partners
      .flatMap((one, at) => (rows[at]?.[row] ?? []).map((kindred) => ({ path: one.path, kindred })))
      .sort((x, y) => y.kindred.likeness - x.kindred.likeness);
    if (!nearest) return [];
    const { offset: there, sentence: other } = nearest.kindred;
    const passage = { path: nearest.path, start: there + other.start, end: there + other.end };
    return sentence.words.flatMap((word): StrayWord[] => {
      if (word.kind !== 'content' || word.rank < 0 || word.baseRank < 0) return [];
      if (partners.some((one) => basesOf(one, resources).has(word.base))) return [];
      const departure = departures.get(offset + word.start);
      // The first word of a sentence may be a name.
      if (word.isFirst && !departure) return [];
      const signs: StraySigns = {
        rewriting,
        exchange: departure && Math.log(departure.chance / (1 - departure.chance)),
        hasReading: departure !== undefined && isReading(departure.signs),
        oddness: oddnessAt(word, sentence.sequence, resources) ?? USUAL,
        company: companyOf(word, word, sentence, resources),
        belonging: belonging(word, document, resources),
        relatives: relativesOf(word, partners, resources),
        isRepeated: (basesOf(document, resources).get(word.base) ?? 0) > 1,
      };
      const [start, end] = [offset + word.start, offset + word.end];
      return [{ start, end, text: word.text, chance: chanceOfStray(signs), signs, departure, passage }];
    });
  });
}

/** Oddness of a word with too few neighbours to say. */
const USUAL = 0.1;
/** Words of a text that one is held against, and how many of them, the likest, count. */
const MOST_WORDS = 400;
const LIKEST = 12;
const MOST_RELATIVES = 8;

/** Mean cosine of a word with those of its text that are most like it. */
function belonging({ rank, baseRank }: WordedWord, document: Document, resources: Resources): number {
  const { wordVectors } = resources;
  const likest = new Float64Array(LIKEST);
  for (const other of ranksOf(document, resources).list) {
    if (other === rank || other === baseRank) continue;
    const cosine = wordVectors.cosine(rank, other);
    let at = LIKEST - 1;
    if (cosine <= (likest[at] ?? 0)) continue;
    for (; at > 0 && (likest[at - 1] ?? 0) < cosine; at--) likest[at] = likest[at - 1] ?? 0;
    likest[at] = cosine;
  }
  return likest.reduce((sum, cosine) => sum + cosine, 0) / LIKEST;
}

function relativesOf({ baseRank }: WordedWord, partners: readonly Document[], resources: Resources): number {
  let count = 0;
  for (const neighbour of resources.wordRelations.neighbours(baseRank)) {
    if (count === MOST_RELATIVES) break;
    if (partners.some((one) => ranksOf(one, resources).all.has(neighbour))) count++;
  }
  return count;
}

interface Ranks {
  readonly all: ReadonlySet<number>;
  readonly list: readonly number[];
}

const ranks = new Facts<Document, Ranks>();

/** Ranks of the words of a document by their base forms; all of them, and the first ones. */
function ranksOf(document: Document, resources: Resources): Ranks {
  let known = ranks.get(document);
  if (!known) {
    const all = new Set<number>();
    for (const base of basesOf(document, resources).keys()) {
      const rank = resources.wordVectors.rank(base);
      if (rank >= 0) all.add(rank);
    }
    ranks.set(document, (known = { all, list: [...all].slice(0, MOST_WORDS) }));
  }
  return known;
}
