import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { finish, type Steps } from '../analysis/steps.js';
import { standingOf } from '../analysis/standing.js';
import { sentenceAround } from '../analysis/sentenceAt.js';
import { placed, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { startingIn, type Place } from '../core/span.js';
import { haveCommonGround } from './commonGround.js';
import { exchangeFinding, type Exchange } from './exchangeFinding.js';
import { isOfOneStory } from './exchangedNames.js';
import { isSpeaker } from './isSpeaker.js';
import type { Check } from './judge.js';
import type { Signs } from './matter.js';
import { chanceOfMisplaced, isMisplacedHinted, isMisplacedShown } from './misplacedModel.js';
import { misplacedSigns, type Surroundings } from './misplacedSigns.js';
import { storyInSteps, storyOf } from './namedStory.js';
import { isListed } from './namesInText.js';
import { isDoubtful, rivalsOf, type Found, type Witness } from './rivalNames.js';
import { roleSigns } from './roleSigns.js';
import type { Finding } from './rule.js';
import { storyNamesIn, type NameSort, type StoryName } from './storyNames.js';
import { tellersOf } from './tellers.js';

const LEAST_GAIN = 0.3;
const LEAST_INSIDE = 1;
/** Of the best witness’s gain, what another has at least. */
const NEARLY_BEST = 0.6;
const MOST_WITNESSES = 5;
/** What may be told of the rival here and there, in another place. */
const MOST_TOLD = 3;

/** Names of the paragraph that stand where other texts have another. */
export function* misplacedNamesIn(
  here: PlacedParagraph,
  corpus: Corpus,
  sort: NameSort,
  isReal: Check,
): Generator<Finding> {
  const found = misplacedIn(here, corpus).filter((all) => all.length > 0);
  const tellers = found.length === 0 ? 0 : tellersOf(here.document, corpus).length;
  for (const all of found) {
    const ranked = all
      .filter(({ kind }) => kind === sort)
      .map((one) => ({ ...one, chance: chanceOfMisplaced(sort, one.signs) }))
      .filter(({ chance }) => isMisplacedHinted(sort, chance, tellers))
      .sort((x, y) => y.chance - x.chance);
    for (const one of ranked) {
      const [first] = one.witnesses;
      if (!first || !isReal(one.place, first.place, corpus)) continue;
      const other = corpus.document(first.place.path);
      if (!other || !haveCommonGround(here.document, other, corpus.resources)) continue;
      if (!isOfOneStory(here, one.place, first.place, corpus)) continue;
      const paths = one.witnesses.map(({ place }) => place.path);
      if (standingOf(corpus, here.document.path, [], [paths]) === 'majority') continue;
      yield exchangeFinding(one, one.chance, isMisplacedShown(sort, one.chance, tellers), corpus);
      break;
    }
  }
}

/** What is asked of a whole document, in steps. */
export function* prepareMisplaced(document: Document, corpus: Corpus): Steps<void> {
  yield* storyInSteps(document, corpus);
  for (const index of document.paragraphs.keys()) yield* misplacedInSteps(placed(document, index), corpus);
}

/**
 * For each name of the paragraph: whom or what of the story the other texts have where it stands. Words around a name tell
 * (“the mayor”, “14 miles to”), as far as other texts have them nearer to another name than to this one. No sentence need
 * run parallel, and either name may be known to all: “the mayor, Anna Lund” beside “Carl Berg, who is mayor”.
 */
export function misplacedIn(here: PlacedParagraph, corpus: Corpus): readonly Exchange<NameSort>[][] {
  return finish(misplacedInSteps(here, corpus));
}

function* misplacedInSteps(here: PlacedParagraph, corpus: Corpus): Steps<readonly Exchange<NameSort>[][]> {
  // Two rules ask, one after the other.
  const known = kept.get(here.paragraph);
  if (known?.serial === corpus.serial && known.start === here.start) return known.found;
  const found = yield* newMisplacedIn(here, corpus);
  kept.set(here.paragraph, { serial: corpus.serial, start: here.start, found });
  return found;
}

const kept = new Facts<
  Paragraph,
  { readonly serial: number; readonly start: number; readonly found: readonly Exchange<NameSort>[][] }
>();

function* newMisplacedIn(here: PlacedParagraph, corpus: Corpus): Steps<Exchange<NameSort>[][]> {
  const { document, index } = here;
  const all = storyNamesIn(document, corpus).names;
  const own = startingIn(all, here);
  if (own.length === 0) return [];
  const { texts, sorts, crowds, looseness } = storyOf(document, corpus);
  if (texts.length === 0) return [];
  const found: Exchange<NameSort>[][] = [];
  for (const name of own) {
    const ofName: Exchange<NameSort>[] = [];
    found.push(ofName);
    const sort = sorts.get(name.key);
    if (sort === undefined || (sort === 'person' && isDoubtful(name, corpus))) continue;
    const surroundings = { all, own, looseness, crowd: crowds[sort], path: document.path, corpus };
    for (const rival of rivalsOf(name, sort, { here, own, texts, sorts, corpus })) {
      const one = misplaced(name, sort, rival, surroundings);
      if (one) ofName.push(one);
      yield index / document.paragraphs.length;
    }
  }
  return found;
}

function misplaced(
  name: StoryName,
  sort: NameSort,
  found: Found,
  { path, corpus, ...story }: Surroundings & { readonly path: string; readonly corpus: Corpus },
): Exchange<NameSort> | undefined {
  const ranked = [...found.witnesses.values()].sort((x, y) => y.gain - x.gain);
  const [best] = ranked;
  if (!best || best.gain < LEAST_GAIN || best.inside < LEAST_INSIDE) return undefined;
  const place = { path, start: name.start, end: name.end };
  const rivalPlace = placeOf(best);
  const parts = sort === 'person' ? roleSigns(place, rivalPlace, corpus) : placeSigns(name, best.name);
  if (playOtherParts(place, rivalPlace, parts.isSameRole === 1, corpus)) return undefined;
  const signs = misplacedSigns(name, found, [best, ...ranked.slice(1)], story);
  if ((signs.told ?? 0) > MOST_TOLD) return undefined;
  const shown = ranked.filter(({ gain }) => gain > NEARLY_BEST * best.gain);
  const seconding = Math.min(2, corpus.get(lineages).count(shown.map(({ teller }) => teller.path)) - 1);
  return {
    place,
    kind: sort,
    reading: best.name.text,
    witnesses: shown.slice(0, MOST_WITNESSES).map((one) => {
      const witness = placeOf(one);
      return { place: witness, passage: sentenceAround(witness, corpus) };
    }),
    signs: { ...parts, ...signs, seconding },
  };
}

function placeOf({ teller, name: { start, end } }: Witness): Place {
  return { path: teller.path, start, end };
}

function placeSigns(a: StoryName, b: StoryName): Signs {
  return {
    isSamePreposition: Number(a.preposition !== '' && a.preposition === b.preposition),
    isOtherPreposition: Number(a.preposition !== '' && b.preposition !== '' && a.preposition !== b.preposition),
    // Only one of them says where something is.
    isNowhere: Number((a.preposition === '') !== (b.preposition === '')),
  };
}

/** Who says it, and of whom it is said; two who both say something, and hold no one office; two of many. */
function playOtherParts(here: Place, there: Place, isSameRole: boolean, corpus: Corpus): boolean {
  const [own = '', theirs = ''] = [here, there].map(({ path }) => corpus.document(path)?.text ?? '');
  const [says, saysThere] = [isSpeaker(here, own), isSpeaker(there, theirs)];
  return says !== saysThere || (says && !isSameRole) || (isListed(here, own) && isListed(there, theirs));
}
