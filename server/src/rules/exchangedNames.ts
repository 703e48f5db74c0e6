import type { Corpus } from '../analysis/corpus.js';
import { kindredSentences, type Kindred } from '../analysis/kindredSentences.js';
import type { Resources } from '../analysis/resources.js';
import { standingOf } from '../analysis/standing.js';
import type { Steps } from '../analysis/steps.js';
import { wordedSentences, type WordedSentence } from '../analysis/wordedSentences.js';
import { placedAt, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { headTwoRecords } from '../core/recordHead.js';
import { asPlace, overlaps, type Place } from '../core/span.js';
import { exchangeFinding, Exchanges, type Exchange } from './exchangeFinding.js';
import { chanceOfExchange, isExchangeHinted, isExchangeShown, type ExchangeKind } from './exchangeModel.js';
import { exchangeSigns, kindOfExchange } from './exchangeSigns.js';
import { isSpeaker } from './isSpeaker.js';
import type { Check } from './judge.js';
import { loosenessOf } from './looseness.js';
import { isNamedIn, lowerTextOf, namesOf, type KnownName } from './namesInText.js';
import { liesInRegionBehind } from './regionBehind.js';
import { haveOtherRoles, rolesOfName } from './roleSigns.js';
import type { Finding } from './rule.js';
import { surerOf } from './surerOf.js';
import { tellersOf } from './tellers.js';

/**
 * Names that a text has once and no other teller of the story at all, where a sentence about the same has a name that this
 * text lacks: “broke her hip on a path in Kolvik”, “has won damages after a fall in Stavern, where she broke her hip”. The
 * two sentences need not run parallel: that each text lacks the other’s name is what tells.
 */
function* exchangedNamesIn(
  here: PlacedParagraph,
  corpus: Corpus,
  kind: ExchangeKind,
  isReal: Check,
): Generator<Finding> {
  for (const exchanges of exchangesIn(here, corpus)) {
    const ranked = exchanges
      .map((one) => ({ ...one, chance: chanceOfExchange(one.kind, one.signs) }))
      .sort((x, y) => y.chance - x.chance);
    const [best] = ranked;
    const [first] = best?.witnesses ?? [];
    if (!best || !first || best.kind !== kind || !isExchangeHinted(kind, best.chance)) continue;
    if (!isReal(best.place, first.place, corpus) || !isOfOneStory(here, best.place, first.place, corpus)) continue;
    const paths = best.witnesses.map(({ place }) => place.path);
    if (standingOf(corpus, here.document.path, [], [paths]) === 'majority') continue;
    yield exchangeFinding(best, best.chance, isExchangeShown(kind, best.chance), corpus);
  }
}

/** Findings of parallel passages, and what is found without them; the surer of two of one place. */
export function withExchanged(
  found: readonly Finding[],
  here: PlacedParagraph,
  corpus: Corpus,
  kind: ExchangeKind,
  isReal: Check,
): Finding[] {
  return surerOf(found, [...exchangedNamesIn(here, corpus, kind, isReal)]);
}

/** How many other names two texts must have in common: two events are told in the same words. */
const LEAST_COMMON = 2;

/** Of one event, as far as can be seen, and no region behind the place that speaks for it. */
export function isOfOneStory(here: PlacedParagraph, place: Place, rival: Place, corpus: Corpus): boolean {
  const other = corpus.document(rival.path);
  const there = other && placedAt(other, rival.start);
  if (!there || headTwoRecords(here, there) || liesInRegionBehind(place, place, corpus)) return false;
  const common = new Set<string>();
  for (const paragraph of here.document.paragraphs) {
    for (const name of namesOf(paragraph, corpus.resources)) {
      const word = name.telling.at(-1) ?? '';
      if (!common.has(word) && isNamedIn({ ...name, telling: [word] }, lowerTextOf(other))) common.add(word);
    }
    if (common.size >= LEAST_COMMON) return true;
  }
  return false;
}

/** Reads the sentences of a text and of those that tell the same, in steps. */
export function* prepareExchanged(document: Document, corpus: Corpus): Steps<void> {
  const tellers = tellersOf(document, corpus);
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const share = index / document.paragraphs.length;
    yield share;
    if (namesOf(paragraph, corpus.resources).length === 0) continue;
    for (const other of tellers) {
      kindredSentences(paragraph, other, corpus.resources);
      yield share;
    }
  }
}

/** For each name of the paragraph that nobody else has: what others may have in its place, likely or not. */
export function exchangesIn(here: PlacedParagraph, corpus: Corpus): Exchange<ExchangeKind>[][] {
  // Two rules ask, one after the other.
  const known = kept.get(here.paragraph);
  if (known?.serial === corpus.serial && known.start === here.start) return known.found;
  const found = newExchangesIn(here, corpus);
  kept.set(here.paragraph, { serial: corpus.serial, start: here.start, found });
  return found;
}

const kept = new Facts<
  Paragraph,
  { readonly serial: number; readonly start: number; readonly found: Exchange<ExchangeKind>[][] }
>();

function newExchangesIn(here: PlacedParagraph, corpus: Corpus): Exchange<ExchangeKind>[][] {
  const { paragraph, document } = here;
  const names = namesOf(paragraph, corpus.resources);
  if (names.length === 0) return [];
  const tellers = tellersOf(document, corpus);
  if (tellers.length === 0) return [];
  const lone = names.filter((name) => isLone(name, here, tellers));
  if (lone.length === 0) return [];
  // Besides the name at hand.
  const { lone: alone, all } = loosenessOf(document, corpus);
  const looseness = (alone - 1) / Math.max(1, all - 1);
  const sentences = wordedSentences(paragraph, corpus.resources);
  return lone.map((name) => {
    const index = sentences.findIndex((sentence) => overlaps(sentence, name));
    const sentence = sentences[index];
    if (!sentence) return [];
    const others = lone.filter((one) => one !== name && overlaps(sentence, one)).length;
    return exchangesOf(name, { here, sentence, index, others, looseness }, tellers, corpus);
  });
}

interface Around {
  readonly here: PlacedParagraph;
  readonly sentence: WordedSentence;
  /** Of the sentence in its paragraph. */
  readonly index: number;
  /** Other names of the sentence that nobody else has. */
  readonly others: number;
  /** Share of the text’s names that nobody else has. */
  readonly looseness: number;
}

function exchangesOf(
  name: KnownName,
  around: Around,
  tellers: readonly Document[],
  corpus: Corpus,
): Exchange<ExchangeKind>[] {
  const { here, sentence, index, others, looseness } = around;
  const found = new Exchanges<ExchangeKind>(({ shared = 0, near = 0 }) => shared + near);
  for (const other of tellers) {
    const kindred = kindredSentences(here.paragraph, other, corpus.resources)[index] ?? [];
    for (const [rank, one] of kindred.entries()) {
      for (const [rival, lacking] of rivalsIn(one, here.document, corpus)) {
        const kind = kindOfExchange(name, rival, corpus.resources);
        const [own, theirs] = [here.paragraph.text, one.sentence.paragraph.text];
        if (!kind || playOtherParts(name, own, rival, theirs, corpus.resources)) continue;
        // Of several, each text may leave some out.
        if ((name.isListed || rival.isListed) && !(name.isListed && rival.isListed && others + lacking === 0)) continue;
        const signs = exchangeSigns({ name, sentence }, { name: rival, sentence: one.sentence }, corpus.resources);
        const place = asPlace(other.path, rival, one.offset);
        const passage = asPlace(other.path, one.sentence, one.offset);
        found.add({
          place: asPlace(here.document.path, name, here.start),
          kind,
          signs: {
            ...signs,
            looseness,
            lone: Math.min(2, others),
            lacking: Math.min(2, lacking),
            isBest: Number(rank === 0),
          },
          reading: corpus.textAt(place),
          witness: { place, passage },
        });
      }
    }
  }
  return found.all(corpus);
}

/** Two who say something, or hold other offices. */
function playOtherParts(a: KnownName, textA: string, b: KnownName, textB: string, resources: Resources): boolean {
  return (
    (isSpeaker(a, textA) && isSpeaker(b, textB)) ||
    haveOtherRoles(rolesOfName(textA, a, resources), rolesOfName(textB, b, resources))
  );
}

/** Names of another sentence that the text lacks, each with how many more of them there are. */
function rivalsIn(
  { sentence }: Kindred,
  document: Document,
  { resources }: Corpus,
): (readonly [name: KnownName, lacking: number])[] {
  const lacking = namesOf(sentence.paragraph, resources).filter(
    (name) => overlaps(sentence, name) && !isNamedIn(name, lowerTextOf(document)),
  );
  return lacking.map((name) => [name, lacking.length - 1] as const);
}

/** Said once, and by nobody else. */
function isLone(name: KnownName, { document, start }: PlacedParagraph, tellers: readonly Document[]): boolean {
  const { text } = document;
  const [before, behind] = [text.slice(0, start + name.start), text.slice(start + name.end)];
  return (
    !tellers.some((other) => isNamedIn(name, lowerTextOf(other))) &&
    !isNamedIn(name, before.toLowerCase()) &&
    !isNamedIn(name, behind.toLowerCase())
  );
}
