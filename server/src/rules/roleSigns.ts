import type { Corpus } from '../analysis/corpus.js';
import { people } from '../analysis/people.js';
import { rolesBeside, rolesInSentence } from '../analysis/roles.js';
import { isSameWord, roleWording, saysNoMore, type RoleWording } from '../analysis/roleWording.js';
import type { Resources } from '../analysis/resources.js';
import { Facts } from '../core/facts.js';
import { NameKinds } from '../core/nameKind.js';
import type { Place, Span } from '../core/span.js';
import type { Signs } from './matter.js';

const kinds = new Facts<Resources, NameKinds>();

/** What a passage calls the bearer of a name beside it. */
export function rolesOfName(text: string, name: Span, resources: Resources): readonly RoleWording[] {
  let known = kinds.get(resources);
  if (!known) kinds.set(resources, (known = new NameKinds(resources.nameLists, resources.speller)));
  return wordingsOf(text, rolesInSentence(text, name, known));
}

/** Offices that many hold, even in one place. */
const ONE_OF_MANY =
  /^(?:actor|actress|analyst|attorney|author|candidate|citizen|congress(?:wo)?man|constable|correspondent|council(?:lor|man|woman)|dean|delegate|deputy|detective|doctor|driver|economist|editor|employee|expert|fan|farmer|guard|inspector|investigator|journalist|judge|juror|lawyer|lieutenant|lawmaker|member|neighbou?r|nurse|official|player|police(?:wo)?man|professor|prosecutor|reporter|representative|researcher|resident|scientist|senator|sergeant|soldier|spokes(?:man|woman|person)|student|teacher|trooper|victim|witness|worker|writer)$/;

/** Whether a role of the one, which only one can hold, is one of the other’s: “the coroner”, “the Kolvik County coroner”. */
export function haveSameRole(own: readonly RoleWording[], theirs: readonly RoleWording[]): boolean {
  return own.some(
    (role) =>
      !isOneOfMany(role) &&
      theirs.some((other) => role.head === other.head && (saysNoMore(role, other) || saysNoMore(other, role))),
  );
}

/** Whether both have roles, and these no word in common. */
export function haveOtherRoles(own: readonly RoleWording[], theirs: readonly RoleWording[]): boolean {
  const isShared = (word: string) => theirs.some(({ words }) => words.some((other) => isSameWord(word, other)));
  return own.length > 0 && theirs.length > 0 && !own.some(({ words }) => words.some(isShared));
}

/** A chief executive officer is the only one. */
function isOneOfMany({ head, words }: RoleWording): boolean {
  return ONE_OF_MANY.test(head) || (head === 'officer' && !words.includes('chief'));
}

/**
 * Who is called what is said beside the mark: the one whom a rival names, by anything that the rival’s text calls him;
 * somebody else; nobody that it tells of.
 */
export function roleSigns(mark: Place, rival: Place | undefined, corpus: Corpus): Signs {
  const own = rolesAt([mark], corpus);
  if (own.length === 0 || rival === undefined) return { isSameRole: 0, isOtherRole: 0, isRoleless: 0 };
  const theirs = rolesAt(mentionsOf(rival, corpus), corpus);
  return {
    isSameRole: Number(haveSameRole(own, theirs)),
    isOtherRole: Number(haveOtherRoles(own, theirs)),
    isRoleless: Number(theirs.length === 0),
  };
}

/** Where the text names the person of a place, which is among them. */
function mentionsOf(place: Place, corpus: Corpus): readonly Place[] {
  const everyone = corpus.get(people);
  const person = everyone.at(place.path, place.start)?.person;
  const mentions = everyone.in(place.path).flatMap((named) => (named.person === person ? [named.mention] : []));
  return [place, ...mentions];
}

function rolesAt(places: readonly Place[], corpus: Corpus): readonly RoleWording[] {
  const { kinds: known } = corpus.get(people);
  return places.flatMap((place) => {
    const document = corpus.document(place.path);
    return document ? wordingsOf(document.text, rolesBeside(document, place, known)) : [];
  });
}

function wordingsOf(text: string, spans: readonly Span[]): readonly RoleWording[] {
  return spans.map(({ start, end }) => roleWording(text.slice(start, end)));
}
