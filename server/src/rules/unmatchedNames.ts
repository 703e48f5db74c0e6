import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { isSameGiven, isSpellingOf } from '../analysis/nameMatching.js';
import { people, type Mention, type Named } from '../analysis/people.js';
import { sentenceAround } from '../analysis/sentenceAt.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { standingOf } from '../analysis/standing.js';
import { nearestTellers } from '../analysis/storyTellers.js';
import { weightOf } from '../analysis/wordFrame.js';
import type { PlacedParagraph } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import { shift } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { haveOtherRoles, haveSameRole, rolesOfName } from './roleSigns.js';
import { isLeftWithoutIntroduction } from './introductions.js';
import type { Finding } from './rule.js';
import { placesOf } from './wordsElsewhere.js';

/** Texts of the same story that are asked; the nearest come first. */
const MOST_TELLERS = 16;
const LEAST_SURNAME = 3;
/** Telling words that the sentences of both must share where neither is said to be anything. */
const LEAST_SHARED = 2;
/** And of those of the sentence that has fewer, this share. */
const LEAST_SHARE = 0.45;
const LEAST_WEIGHT = 0.5;
const SURE = 0.9;
const LIKELY = 0.85;

/**
 * Somebody whom no other teller of the story knows, where they have another of the same given name whom this text does not
 * know: “Clare Whitby” here, “Clare Wheldon” there. Each is known by the full name alone: no parallel passage is needed,
 * but a sign that both play one part.
 */
export function* unmatchedNamesIn(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  const { path } = here.document;
  // Who is in a copy is known, and whom a copy has otherwise is a slip of one of both.
  const tellers = nearestTellers(path, MOST_TELLERS, corpus).map((other) => other.path);
  if (tellers.length === 0) return;
  const everyone = corpus.get(people);
  const own = everyone.in(path).filter(({ mention }) => mention.start >= here.start && mention.end <= here.end);
  for (const named of own) {
    const [given, surname] = fullName(named.mention, corpus) ?? [];
    if (given === undefined || surname === undefined) continue;
    if (tellers.some((other) => placesOf(named.mention, 'person', other, corpus).length > 0)) continue;
    const rivals = tellers.flatMap((other) => rivalsIn(other, named, corpus));
    const found = finding(named.mention, rivals, tellers, corpus);
    if (found) yield found;
  }
}

/** Given name and surname, in small letters. */
function fullName({ text }: Mention, { resources: { gazetteer, nameLists } }: Corpus): [string, string] | undefined {
  const words = text.toLowerCase().split(/\s+/);
  const [given = '', surname = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || surname.length < LEAST_SURNAME) return undefined;
  if (INITIAL.test(given)) return [given.charAt(0), surname];
  return nameLists.given.has(given) && !gazetteer.has(words.join(' ')) ? [given, surname] : undefined;
}

const INITIAL = /^\p{L}\.?$/u;

/** Those of the same given name in another text whom the text of a name does not know. */
function rivalsIn(path: string, { person, mention }: Named, corpus: Corpus): Mention[] {
  const [given = '', surname = ''] = fullName(mention, corpus) ?? [];
  const named = corpus.get(people).in(path);
  const byPerson = new Map<number, Mention>();
  for (const other of named) {
    const [theirs, theirSurname] = fullName(other.mention, corpus) ?? [];
    if (theirs === undefined || theirSurname === undefined || !isSameGiven(given, theirs)) continue;
    byPerson.set(other.person.id, byPerson.get(other.person.id) ?? other.mention);
  }
  const [only, ...more] = byPerson;
  if (!only || more.length > 0 || only[0] === person.id) return [];
  const theirSurname = fullName(only[1], corpus)?.[1] ?? '';
  if (theirSurname === surname || isSpellingOf(surname, theirSurname)) return [];
  const isKnownHere = placesOf(only[1], 'person', mention.path, corpus).length > 0;
  return isKnownHere && !isLeftWithoutIntroduction(mention, only[1], corpus) ? [] : [only[1]];
}

function finding(
  mention: Mention,
  rivals: readonly Mention[],
  tellers: readonly string[],
  corpus: Corpus,
): Finding | undefined {
  const [first] = rivals;
  if (!first) return undefined;
  const surnameOf = ({ text }: Mention) => text.split(/\s+/).at(-1);
  // Two of that given name among the others: either may be left out here.
  if (rivals.some((one) => surnameOf(one) !== surnameOf(first))) return undefined;
  const paths = rivals.map(({ path }) => path);
  const votes = corpus.get(lineages);
  const sources = votes.count(tellers.filter((path) => placesOf(first, 'person', path, corpus).length > 0));
  if (!rivals.some((one) => playOnePart(mention, one, corpus))) return undefined;
  if (standingOf(corpus, mention.path, [], [paths]) === 'majority') return undefined;
  const passages = rivals.map((one) => sentenceAround(one, corpus));
  return {
    start: mention.start,
    end: mention.end,
    message: `“${mention.text}” here; “${first.text}” in ${sourceNames(corpus, paths)}: “${oneLine(passages[0] ? corpus.textAt(passages[0]) : '', 110)}”`,
    evidence: passages.map((passage, index) => ({
      ...passage,
      text: oneLine(corpus.textAt(passage), 200),
      reading: rivals[index]?.text ?? '',
    })),
    confidence: sources < 2 ? LIKELY : SURE,
  };
}

/** Each is the director; or both are named where much the same is told. */
function playOnePart(own: Mention, other: Mention, corpus: Corpus): boolean {
  const [here, there] = [partOf(own, corpus), partOf(other, corpus)];
  if (haveSameRole(here.roles, there.roles)) return true;
  const isInitialOnly = [own, other].some(({ text }) => INITIAL.test(text.split(/\s+/)[0] ?? ''));
  if (isInitialOnly || haveOtherRoles(here.roles, there.roles)) return false;
  const shared = [...here.stems].filter((one) => there.stems.has(one)).length;
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * Math.min(here.stems.size, there.stems.size);
}

/** The roles of somebody in a sentence, and what it tells besides the name. */
function partOf(mention: Mention, corpus: Corpus) {
  const { resources } = corpus;
  const place = sentenceAround(mention, corpus);
  const text = corpus.textAt(place);
  const name = shift(mention, -place.start);
  const telling = wordsIn(text).filter(
    (word) =>
      (word.end <= name.start || word.start >= name.end) && weightOf(word, resources.wordVectors) >= LEAST_WEIGHT,
  );
  return {
    roles: rolesOfName(text, name, resources),
    stems: new Set(telling.map((word) => stem(normalForm(word.text)))),
  };
}
