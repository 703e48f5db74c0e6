import { placed, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isOriginal } from '../core/originalModel.js';
import type { Place, Span } from '../core/span.js';
import { chanceOfStray, isStray, type StraySigns } from '../core/strayModel.js';
import type { Corpus } from './corpus.js';
import { kindredSentences } from './kindredSentences.js';
import { originalsOf, type Original } from './originals.js';
import type { Resources } from './resources.js';
import { seemsSpun, spinningOdds } from './spinning.js';
import { finish, type Steps } from './steps.js';
import { basesOf } from './wordBases.js';
import { companyOf } from './wordCompany.js';
import { witnessesOf, wordDepartures, type Departure } from './wordDepartures.js';
import { wordedSentences, type WordedWord } from './wordedSentences.js';
import { misfitSigns } from './wordMisfits.js';

/** A word of a text that seems reworded which no other teller of its story uses, or in whose place others have another one. */
export interface StrayWord extends Span {
  readonly text: string;
  /** Chance that a program put it there, 0 to 1. */
  readonly chance: number;
  readonly signs: StraySigns;
  /** What others have in its place, if anything. */
  readonly departure: Departure | undefined;
  /** Words of others that may have stood there, the likeliest first. */
  readonly originals: readonly Original[];
  /** It begins a sentence, so that its capital does not show a name. */
  readonly isFirst: boolean;
  /** The sentence of another source that is most like the one it stands in. */
  readonly passage: Place;
}

const latest = new Facts<Paragraph, { readonly serial: number; readonly found: readonly StrayWord[] }>();

/** The words of a paragraph to be weighed, in order: of a text that seems reworded. In others such words are how writers differ. */
export function strayWords(here: PlacedParagraph, corpus: Corpus): readonly StrayWord[] {
  return finish(inSteps(here, corpus));
}

/** Weighs those of a whole text in steps, so that `strayWords` has them at hand. */
export function* prepareStrays(document: Document, corpus: Corpus): Steps<void> {
  for (const index of document.paragraphs.keys()) yield* inSteps(placed(document, index), corpus);
}

function* inSteps(here: PlacedParagraph, corpus: Corpus): Steps<readonly StrayWord[]> {
  const { document, paragraph } = here;
  const known = latest.get(paragraph);
  if (known?.serial === corpus.serial) return known.found;
  const found = seemsSpun(document, corpus) ? yield* weighedWords(here, corpus) : [];
  latest.set(paragraph, { serial: corpus.serial, found });
  return found;
}

/** Whether a word is told; one at the head of a sentence may be a name, unless another is known for it. */
export function isTellable({ chance, isFirst, originals }: StrayWord): boolean {
  const hasOriginal = originals.some((one) => isOriginal(one.signs, one.chance));
  return isStray(chance, hasOriginal) && (!isFirst || hasOriginal);
}

function* weighedWords(here: PlacedParagraph, corpus: Corpus): Steps<StrayWord[]> {
  const { document, paragraph, start: offset, index } = here;
  const found: StrayWord[] = [];
  const { resources } = corpus;
  const witnesses = witnessesOf(document, corpus);
  const departures = new Map(wordDepartures(here, corpus).map((one) => [one.start, one]));
  const rows = witnesses.map((one) => kindredSentences(paragraph, one, resources));
  const isTold = ({ base }: WordedWord) => witnesses.some((one) => basesOf(one, resources).has(base));
  const spinning = spinningOdds(document, corpus);
  for (const [row, sentence] of wordedSentences(paragraph, resources).entries()) {
    const alike = witnesses
      .flatMap((one, at) => (rows[at]?.[row] ?? []).map((kindred) => ({ path: one.path, kindred })))
      .sort((x, y) => y.kindred.likeness - x.kindred.likeness);
    const [nearest] = alike;
    if (!nearest) continue;
    const { offset: there, sentence: other } = nearest.kindred;
    const passage = { path: nearest.path, start: there + other.start, end: there + other.end };
    const kindred = new Map(alike.map((one) => [one.kindred.sentence, one.kindred]));
    for (const word of sentence.words) {
      if (word.kind !== 'content' || word.rank < 0 || word.baseRank < 0) continue;
      const departure = departures.get(offset + word.start);
      const isUsedElsewhere = isTold(word);
      // The first word of a sentence may be a name.
      if (!departure && (isUsedElsewhere || word.isFirst)) continue;
      const originals = originalsOf({ word, sentence, document, departure, kindred }, witnesses, resources);
      const signs: StraySigns = {
        spinning,
        isUsedElsewhere,
        isRepeated: (basesOf(document, resources).get(word.base) ?? 0) > 1,
        rarity: Math.log(20 + word.baseRank),
        ...misfitSigns(word, sentence, resources),
        toldCompany: companyOf(word, word, sentence, resources, isTold),
        belonging: belonging(word, document, resources),
        relatives: relativesOf(word, witnesses, resources),
        departure: departure && { ...departure.signs, exchange: Math.log(departure.chance / (1 - departure.chance)) },
        original: originals[0]?.chance ?? 0,
      };
      const { isFirst, text } = word;
      const span = { start: offset + word.start, end: offset + word.end };
      found.push({ ...span, text, chance: chanceOfStray(signs), signs, departure, originals, isFirst, passage });
      yield index / document.paragraphs.length;
    }
  }
  return found;
}

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
