import type { Corpus } from '../analysis/corpus.js';
import { sentenceAround } from '../analysis/sentenceAt.js';
import { standingOf } from '../analysis/standing.js';
import { each, eachInSteps, type Steps } from '../analysis/steps.js';
import { capitalised } from '../core/capitalised.js';
import type { Document, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { asPlace, type Place } from '../core/span.js';
import { exchangeFinding } from './exchangeFinding.js';
import { areOnePerson, heldPostsOf, type HeldPost } from './heldPosts.js';
import { areExclusive } from './offices.js';
import type { Finding } from './rule.js';
import { tellersOf } from './tellers.js';

const CHANCE = 0.75;
/** Characters beside a surname in which another post of the same person may be said. */
const NEAR = 80;
/** A text that has a name more often is read no further. */
const MOST_PLACES = 50;

/** Reads who holds what in a text and in those that tell the same, in steps. */
export function* preparePosts(document: Document, corpus: Corpus): Steps<void> {
  const all = [document, ...tellersOf(document, corpus)];
  yield* eachInSteps(all, all.length, ({ paragraphs }) => each(paragraphs, paragraphs.length, heldPostsOf));
}

/**
 * “The clerk, Mr Aasen” where all others that say what he is have “the treasurer, Nils Aasen”: the name goes with the
 * post, wherever it stands, unless any of the texts puts him beside the other post as well.
 */
export function* otherPostsIn(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const held = heldPostsOf(here.paragraph);
  if (held.length === 0) return;
  const tellers = tellersOf(here.document, corpus);
  for (const own of held) {
    const found = tellers.flatMap((other) => postsIn(other).filter(({ held: one }) => areOnePerson(own, one)));
    const [first] = found;
    if (!first) continue;
    const mine = postsIn(here.document).filter(({ held: one }) => areOnePerson(own, one));
    if (!mine.every(({ held: one }) => found.every((theirs) => areOthers(one, theirs.held)))) continue;
    if (tellers.some((other) => isBeside(own, own.surname, other))) continue;
    if (found.some(({ held: theirs }) => isBeside(theirs, own.surname, here.document))) continue;
    const theirs = found.map((one) => one.place);
    yield* postFinding('role', asPlace(here.document.path, own, here.start), theirs, corpus);
  }
}

/**
 * That others have something else beside a post or a name, unless most of the sources side with this text.
 * @param theirs what they have, one place at least
 */
export function* postFinding(
  kind: 'person' | 'role',
  place: Place,
  theirs: readonly Place[],
  corpus: Corpus,
): Generator<Finding> {
  const [first] = theirs;
  const paths = theirs.map(({ path }) => path);
  if (!first || standingOf(corpus, place.path, [], [paths]) === 'majority') return;
  const witnesses = theirs.map((one) => ({ place: one, passage: sentenceAround(one, corpus) }));
  yield exchangeFinding({ place, kind, signs: {}, reading: corpus.textAt(first), witnesses }, CHANCE, true, corpus);
}

/** With its place, and that of the name, in the document. */
export interface PlacedPost {
  readonly held: HeldPost;
  readonly place: Place;
  readonly name: Place;
}

const placedPosts = new Facts<Document, readonly PlacedPost[]>();

/** The posts of a document in order. Worked out once: every paragraph with a post asks for those of all tellers. */
export function postsIn(document: Document): readonly PlacedPost[] {
  let posts = placedPosts.get(document);
  if (!posts) placedPosts.set(document, (posts = readPosts(document)));
  return posts;
}

function readPosts({ path, paragraphs, offsets }: Document): PlacedPost[] {
  return paragraphs.flatMap((paragraph, index) => {
    const offset = offsets[index] ?? 0;
    return heldPostsOf(paragraph).map((held) => ({
      held,
      place: asPlace(path, held, offset),
      name: asPlace(path, held.name, offset),
    }));
  });
}

/** Two posts, or one of them that of a deputy. */
function areOthers(a: HeldPost, b: HeldPost): boolean {
  return a.post === b.post ? a.isDeputy !== b.isDeputy : areExclusive(a.post, b.post);
}

/** Whether a text has the words of a post near a name, whatever it says there. */
export function isBeside(
  { post, isDeputy }: Pick<HeldPost, 'post' | 'isDeputy'>,
  surname: string,
  { text }: Document,
): boolean {
  const word = isDeputy ? /\b(?:deputy|vice|assistant)\b/i : new RegExp(String.raw`\b${post.slice(0, STEM)}`, 'i');
  const name = capitalised(surname);
  let at = text.indexOf(name);
  for (let count = 0; at >= 0 && count < MOST_PLACES; count++, at = text.indexOf(name, at + name.length)) {
    const [before, behind] = [text.slice(Math.max(0, at - NEAR), at), text.slice(at, at + name.length + NEAR)];
    const near = before.slice(endOfSentence(before)) + behind.replace(/[.!?]\s.*$/su, '');
    if (word.test(isDeputy ? near : near.replace(DEPUTIES, ''))) return true;
  }
  return false;
}

/** “Mr. Lund” and “A. Lund” go on. */
function endOfSentence(text: string): number {
  const ends = [...text.matchAll(/\p{Ll}{3}[.!?][”"]?\s/gu)].map(({ 0: end, index }) => index + end.length);
  return ends.at(-1) ?? 0;
}

/** Letters by which a post is known again: treasurer, treasury. */
const STEM = 6;
const DEPUTIES = /\b(?:deputy|vice|assistant)[\s-]\p{L}+/giu;
