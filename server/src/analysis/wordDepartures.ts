import { placed, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { chanceOfExchange, chanceOfReading, type Signs } from '../core/departureModel.js';
import { Facts } from '../core/facts.js';
import type { Place, Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { prepareDebris } from './debrisDensity.js';
import { departureSigns } from './departureSigns.js';
import { lineages } from './lineages.js';
import { contestedWords, type Contested, type Rival, type RivalPlace, type Tellers } from './rivalWords.js';
import { rewritingOdds } from './rewriting.js';
import { finish, type Steps } from './steps.js';
import { nearestStrangers } from './storyTellers.js';
import { basesOf } from './wordBases.js';
import { kinship } from './wordKinship.js';
import { prepareMisfits } from './wordMisfits.js';

/** A word in whose place other sources have another one, related or not, and none of them this one. */
export interface Departure extends Span {
  readonly text: string;
  /** Chance that another word stood in its place, 0 to 1; and the signs of the likeliest reading, which make it. */
  readonly chance: number;
  readonly signs: Signs;
  /** Words of other sources that may be the one that stood there, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The sentence of another source that is most like the one it stands in. */
  readonly passage: Place;
}

export interface Reading {
  readonly text: string;
  readonly base: string;
  /** Chance that it is the right one, if this one is wrong. */
  readonly chance: number;
  readonly signs: Signs;
  /** One for each document that has it, the surest first. */
  readonly places: readonly ReadingPlace[];
}

export interface ReadingPlace extends Place {
  readonly text: string;
}

/** Documents a text is compared with, the nearest. */
const MOST_PARTNERS = 12;
const MOST_COPIES = 3;
/** Log odds by which a text must seem reworded more than its copy for that to be the original of it. */
const CLEARLY_REWORDED = 1;

/** By the serial of a snapshot: two rules ask, one after the other. */
const latest = new Facts<Paragraph, { readonly serial: number; readonly found: readonly Departure[] }>();

/** The departures of one paragraph, in order. */
export function wordDepartures(here: PlacedParagraph, corpus: Corpus): readonly Departure[] {
  return finish(departuresInSteps(here, corpus));
}

/** All those of a document in steps, so that `wordDepartures` has them at hand. */
export function* prepareDepartures(document: Document, corpus: Corpus): Steps<void> {
  yield* storyInSteps(document, corpus);
  for (const index of document.paragraphs.keys()) yield* departuresInSteps(placed(document, index), corpus);
}

function* departuresInSteps(here: PlacedParagraph, corpus: Corpus): Steps<readonly Departure[]> {
  const { document: own, paragraph, start, index } = here;
  const known = latest.get(paragraph);
  if (known?.serial === corpus.serial) return known.found;
  const story = storyOf(own, corpus);
  const found: Departure[] = [];
  if (story.partners.length > 0) {
    for (const one of yield* contestedWords(paragraph, story.tellers, corpus.resources)) {
      found.push(...departure(one, start, story));
      yield index / own.paragraphs.length;
    }
  }
  latest.set(paragraph, { serial: corpus.serial, found });
  return found;
}

/** The texts that a text as a whole is held against: those of other lineages, or where there are none, its copies. */
export function partnersOf(path: string, corpus: Corpus): readonly Document[] {
  const own = corpus.document(path);
  return own ? storyOf(own, corpus).partners : [];
}

/** The texts that the words of a text are held against, its copies among them. */
export function tellersOf(document: Document, corpus: Corpus): readonly Document[] {
  const { others, copies } = storyOf(document, corpus).tellers;
  return [...others, ...copies];
}

/** The texts whose words are honest beside those of a text: its partners, and what it was copied from. */
export function witnessesOf(document: Document, corpus: Corpus): readonly Document[] {
  const { partners, originals } = storyOf(document, corpus);
  return [...partners, ...originals.filter((one) => !partners.includes(one))];
}

interface Story {
  readonly own: Document;
  /** See `partnersOf`. */
  readonly partners: readonly Document[];
  readonly tellers: Tellers;
  /** The tellers that it was copied from. */
  readonly originals: readonly Document[];
  readonly corpus: Corpus;
}

const stories = new Facts<Document, { readonly serial: number; readonly story: Story }>();

function storyOf(own: Document, corpus: Corpus): Story {
  return finish(storyInSteps(own, corpus));
}

function* storyInSteps(own: Document, corpus: Corpus): Steps<Story> {
  const known = stories.get(own);
  if (known?.serial === corpus.serial) return known.story;
  const { strangers, copies } = nearTo(own, corpus);
  const near = [...strangers, ...copies];
  for (const one of near.length > 0 ? [own, ...near] : []) {
    yield* prepareMisfits(one, corpus.resources);
    yield* prepareDebris(one);
    basesOf(one, corpus.resources);
    yield 0;
  }
  const originals: Document[] = [];
  const alike: Document[] = [];
  for (const copy of copies) {
    const more = rewordingBeyond(copy, own, strangers, corpus);
    if (more >= CLEARLY_REWORDED) originals.push(copy);
    else if (more >= 0) alike.push(copy);
  }
  const partners = strangers.length > 0 ? strangers : [...originals, ...alike];
  const story = { own, partners, tellers: { others: [...strangers, ...originals], copies: alike }, originals, corpus };
  stories.set(own, { serial: corpus.serial, story });
  return story;
}

/** The nearest tellers of a story that are of other lineages, and other copies of the text, in the order of their paths. */
function nearTo({ path, text }: Document, corpus: Corpus) {
  const strangers = nearestStrangers(path, MOST_PARTNERS, corpus).sort((a, b) => (a.path < b.path ? -1 : 1));
  const copies = corpus
    .get(lineages)
    .members(path)
    .filter((other) => other !== path && !corpus.isDraft(other))
    .flatMap((other) => corpus.document(other) ?? [])
    .filter((copy) => copy.text !== text);
  return { strangers, copies: copies.slice(0, MOST_COPIES) };
}

/** Log odds by which a text seems reworded more than a copy of it. */
function rewordingBeyond(copy: Document, own: Document, others: readonly Document[], { resources }: Corpus): number {
  const odds = (one: Document, beside: Document) =>
    rewritingOdds(one, others.length > 0 ? others : [beside], resources);
  return odds(own, copy) - odds(copy, own);
}

function departure(contested: Contested, offset: number, { own, partners, originals, corpus }: Story): Departure[] {
  const { word, rivals } = contested;
  const readings = rivals
    .map((rival): Reading => {
      const agreement = agreementOn(rival, rivals, corpus);
      const isOriginal = rival.places.some(({ document }) => originals.includes(document));
      const signs = departureSigns(contested, rival, agreement, isOriginal, own, partners, corpus.resources);
      const { text, base } = rival.other;
      return { text, base, chance: chanceOfReading(signs), signs, places: rival.places.map(placeOf) };
    })
    .sort((x, y) => y.chance - x.chance);
  const [likeliest] = readings;
  const [nearest] = [...rivals].sort((x, y) => y.kindred.likeness - x.kindred.likeness);
  if (!likeliest || !nearest) return [];
  const { signs } = likeliest;
  const { offset: there, sentence } = nearest.kindred;
  const passage = { path: nearest.document.path, start: there + sentence.start, end: there + sentence.end };
  const [start, end] = [offset + word.start, offset + word.end];
  return [{ start, end, text: word.text, chance: chanceOfExchange(signs), signs, readings, passage }];
}

const NEARLY_SAME = 0.9;

/** Lineages that have the word; those with one that is nearly the same count three quarters. */
function agreementOn(rival: Rival, rivals: readonly Rival[], corpus: Corpus): number {
  const known = corpus.get(lineages);
  const kin = kinship(corpus.resources);
  const byLineage = new Map<string, number>();
  for (const other of rivals) {
    const value = rival === other ? 1 : kin.of(rival.other, other.other) >= NEARLY_SAME ? 0.75 : 0;
    for (const { document } of value > 0 ? other.places : []) {
      const lineage = known.of(document.path);
      byLineage.set(lineage, Math.max(byLineage.get(lineage) ?? 0, value));
    }
  }
  return Array.from(byLineage.values()).reduce((sum, value) => sum + value, 0);
}

function placeOf({ other, kindred, document }: RivalPlace): ReadingPlace {
  const { start, end, text } = other;
  return { path: document.path, start: kindred.offset + start, end: kindred.offset + end, text };
}
