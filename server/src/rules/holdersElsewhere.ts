import type { Corpus } from '../analysis/corpus.js';
import type { PlacedParagraph } from '../core/document.js';
import { asPlace } from '../core/span.js';
import { areOnePerson, heldPostsOf } from './heldPosts.js';
import { lowerTextOf } from './namesInText.js';
import { isBeside, postFinding, postsIn, type PlacedPost } from './postsElsewhere.js';
import type { Finding } from './rule.js';
import { tellersOf } from './tellers.js';

/** Of these a story tells of one, as long as nobody tells of another. */
const SOLE =
  /^(?:chaplain|rector|vicar|churchwarden|organist|boatswain|purser|surgeon|treasurer|bursar|mayor|governor|provost|harbourmaster|stationmaster|headmaster|headmistress|curator|coroner)$/;

/**
 * “The mayor, Carl Berg” where all others that name a mayor have “the mayor, Anna Lund”, and somebody knows Berg as
 * something else: a post goes with one name.
 */
export function* otherHoldersIn(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const held = heldPostsOf(here.paragraph).filter(({ post, isDeputy }) => SOLE.test(post) && !isDeputy);
  if (held.length === 0) return;
  const tellers = tellersOf(here.document, corpus);
  for (const own of held) {
    const isOfPost = ({ held: { post, isDeputy } }: PlacedPost) => post === own.post && !isDeputy;
    const found = tellers.flatMap((other) => postsIn(other).filter(isOfPost));
    const [first] = found;
    if (!first || found.some(({ held: one }) => !areOnePerson(one, first.held))) continue;
    const mine = postsIn(here.document).filter(isOfPost);
    if (mine.some(({ held: one }) => !areOnePerson(one, own))) continue;
    if (!tellers.some((other) => lowerTextOf(other).includes(own.surname))) continue;
    if (tellers.some((other) => isBeside(own, own.surname, other))) continue;
    if (isBeside(own, first.held.surname, here.document)) continue;
    const theirs = found.map(({ name }) => name);
    yield* postFinding('person', asPlace(here.document.path, own.name, here.start), theirs, corpus);
  }
}
