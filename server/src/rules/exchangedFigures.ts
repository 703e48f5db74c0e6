import type { Corpus } from '../analysis/corpus.js';
import { areOfOtherTimes } from '../analysis/documentDates.js';
import { kindredSentences } from '../analysis/kindredSentences.js';
import { standingOf } from '../analysis/standing.js';
import { lineages } from '../analysis/lineages.js';
import type { Steps } from '../analysis/steps.js';
import { wordedSentences } from '../analysis/wordedSentences.js';
import { placed, placedAt, type Document, type PlacedParagraph } from '../core/document.js';
import { headTwoRecords } from '../core/recordHead.js';
import { asPlace, overlaps } from '../core/span.js';
import { haveCommonGround } from './commonGround.js';
import { sharedAround } from './contextSigns.js';
import { areOnOneBasis } from './countBasis.js';
import { exchangeFinding, Exchanges, type Exchange } from './exchangeFinding.js';
import { chanceOfFigure, isFigureHinted, isFigureShown } from './figureModel.js';
import {
  areOfOneSort,
  areOneFigure,
  figuresIn,
  mayBeOneFigure,
  type Figure,
  type FigureKind,
} from './figuresInText.js';
import { figureSigns, type FigureInSentence } from './figureSigns.js';
import { areOtherBounds } from './dateBounds.js';
import { countsOthersToo } from './joinedCount.js';
import type { Check } from './judge.js';
import type { Signs } from './matter.js';
import type { Finding } from './rule.js';
import { areOfStatedWhole } from './statedWhole.js';
import { isSumIn } from './summedFigures.js';
import { tellersOf } from './tellers.js';
import { lackingFigures, loneFigures, readFigures } from './toldFigures.js';

/**
 * Figures that a text gives and no other teller of the story, where a sentence about the same gives one of their sort that
 * this text lacks: “it was the worst fire since 1979”, “not since 1997 has a mill burned like this”. The two sentences need
 * not run parallel: that each text lacks the other’s figure is what tells.
 */
export function* exchangedFiguresIn(
  here: PlacedParagraph,
  corpus: Corpus,
  isWanted: (kind: FigureKind) => boolean,
  isReal: Check,
): Generator<Finding> {
  for (const exchanges of figureExchangesIn(here, corpus, isWanted)) {
    const ranked = exchanges
      .map((one) => ({ ...one, chance: chanceOfFigure(one.kind, one.signs) }))
      .sort((x, y) => y.chance - x.chance);
    const [best] = ranked;
    const [first] = best?.witnesses ?? [];
    if (!best || !first || !isFigureHinted(best.kind, best.chance)) continue;
    if (!isReal(best.place, first.place, corpus) || !areOfOneMatter(best, here, corpus)) continue;
    const paths = best.witnesses.map(({ place }) => place.path);
    if (standingOf(corpus, here.document.path, [], [paths]) === 'majority') continue;
    const isSeconded = tellersOf(here.document, corpus).length <= FEW || corpus.get(lineages).count(paths) > 1;
    yield exchangeFinding(best, best.chance, isSeconded && isFigureShown(best.kind, best.chance), corpus);
  }
}

/** Of one basis, of one time, and not of two records. */
function areOfOneMatter({ figure, rival, witnesses }: FigureExchange, here: PlacedParagraph, corpus: Corpus): boolean {
  const [first] = witnesses;
  const other = first && corpus.document(first.place.path);
  const there = other && placedAt(other, first.place.start);
  if (!there || headTwoRecords(here, there) || areOfOtherTimes(corpus, here.document.path, other.path)) return false;
  if (!haveCommonGround(here.document, other, corpus.resources)) return false;
  if (isSumIn(figure, there.paragraph) || isSumIn(rival, here.paragraph)) return false;
  if (!figure.quantity || !rival.quantity) return true;
  const texts = { a: here.paragraph.text, b: there.paragraph.text, resources: corpus.resources };
  return (
    (figure.quantity.share === rival.quantity.share ||
      areOfStatedWhole(figure.quantity, texts.a, rival.quantity, texts.b)) &&
    !countsOthersToo(figure.quantity, texts.a, rival.quantity, texts.b) &&
    areOnOneBasis(figure.quantity, rival.quantity, texts)
  );
}

/** Where another source has another figure. */
export interface FigureExchange extends Exchange<FigureKind> {
  readonly figure: Figure;
  readonly rival: Figure;
}

/** Of more texts than these one alone that gives another figure may be as odd as the text at hand. */
const FEW = 6;
/** More of one sort tell no more. */
const MOST_OF_SORT = 3;

/** Reads the figures of a text against those of the others, in steps. */
export function* prepareFigures(document: Document, corpus: Corpus): Steps<void> {
  const tellers = tellersOf(document, corpus);
  for (const [done, paragraph] of document.paragraphs.entries()) {
    for (const other of tellers) {
      readFigures(paragraph, other, corpus.resources);
      yield done / document.paragraphs.length;
    }
  }
}

/** For each figure of some kinds in the paragraph that nobody else gives: what others may give in its place, likely or not. */
export function figureExchangesIn(
  here: PlacedParagraph,
  corpus: Corpus,
  isWanted: (kind: FigureKind) => boolean = () => true,
): FigureExchange[][] {
  const lone = loneFigures(here.document, corpus);
  const own = lone.filter(({ figure, index }) => index === here.index && isWanted(figure.kind));
  if (own.length === 0) return [];
  const looseness = (lone.length - 1) / Math.max(1, figuresIn(here.document).length - 1);
  const sentences = wordedSentences(here.paragraph, corpus.resources);
  return own.map(({ figure }) => {
    const at = sentences.findIndex((sentence) => overlaps(sentence, figure));
    const sentence = sentences[at];
    if (!sentence) return [];
    const others = lone.filter((one) => areOfOneSort(one.figure, figure, corpus.resources)).length - 1;
    const signs = { others: Math.min(MOST_OF_SORT, others), looseness };
    return exchangesOf({ figure, span: figure, sentence }, at, signs, here, corpus);
  });
}

/**
 * @param at index of the sentence in its paragraph
 * @param signs of the figure itself
 */
function exchangesOf(
  own: FigureInSentence,
  at: number,
  signs: Signs,
  here: PlacedParagraph,
  corpus: Corpus,
): FigureExchange[] {
  const { resources } = corpus;
  const { figure } = own;
  const found = new Exchanges<FigureKind>(({ shared = 0, near = 0, meaning = 0 }) => shared + near + meaning);
  const rivals = new Map<string, Figure>();
  for (const other of tellersOf(here.document, corpus)) {
    const kindred = kindredSentences(here.paragraph, other, resources)[at] ?? [];
    const all = lackingFigures(here.document, other, resources);
    const theirs = figuresIn(other).filter((one) => areOfOneSort(figure, one.figure, resources)).length;
    const lacking = all.filter(
      (one) => areOfOneSort(figure, one.figure, resources) && !mayBeOneFigure(figure, one.figure, resources),
    );
    for (const { figure: rival, index } of lacking) {
      const there = placed(other, index);
      const sentence = wordedSentences(there.paragraph, resources).find((one) => overlaps(one, rival));
      if (!sentence) continue;
      const its = { figure: rival, span: rival, sentence };
      if (figure.date && rival.date && areOtherBounds(before(own), before(its))) continue;
      const rank = kindred.findIndex((one) => one.sentence === sentence);
      const same = [...rivals].find(([, one]) => areOneFigure(one, rival, resources));
      const reading = same?.[0] ?? rival.text;
      if (!same) rivals.set(reading, rival);
      found.add({
        place: asPlace(here.document.path, figure, here.start),
        kind: figure.kind,
        signs: {
          ...signs,
          ...figureSigns(own, its, resources),
          likeness: kindred[rank]?.likeness ?? 0,
          isBest: Number(rank === 0),
          lacking: Math.min(MOST_OF_SORT, lacking.length - 1),
          isOnly: Number(lacking.length === 1 && signs.others === 0),
          common: Math.min(MOST_OF_SORT, theirs - lacking.length),
          loosenessThere: (all.length - 1) / Math.max(1, figuresIn(other).length - 1),
          around: sharedAround(own, its, resources),
        },
        reading,
        witness: {
          place: asPlace(other.path, rival, there.start),
          passage: asPlace(other.path, sentence, there.start),
        },
      });
    }
  }
  // The more others give, the likelier one of them is like it by chance.
  const crowd = Math.log(Math.max(1, rivals.size));
  return found.all(corpus).map((one) => ({
    ...one,
    signs: { ...one.signs, crowd },
    figure,
    rival: rivals.get(one.reading) ?? figure,
  }));
}

/** What its sentence says before a figure. */
function before({ figure, sentence }: FigureInSentence): string {
  return sentence.paragraph.text.slice(sentence.start, figure.start);
}
