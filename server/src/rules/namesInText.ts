import type { Resources } from '../analysis/resources.js';
import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Gazetteer } from '../core/gazetteer.js';
import { isBody, isSeat, properNamesIn, type ProperName } from '../core/properNames.js';
import type { Span } from '../core/span.js';

/** A name, and the words by which it is known again; spans relative to its paragraph. */
export interface KnownName extends ProperName {
  /** In lower case, without what many names have: “street” of “Kolvik Street”. */
  readonly telling: readonly string[];
  /** One of several: “Kolvik and Stavern”, “Kolvik, Stavern, Larvik”. */
  readonly isListed: boolean;
}

const ofParagraphs = new Facts<Paragraph, readonly KnownName[]>();

/** The names of a paragraph, in order, of which something is known again. Read once. */
export function namesOf(paragraph: Paragraph, resources: Resources): readonly KnownName[] {
  let known = ofParagraphs.get(paragraph);
  if (!known) {
    known = read(paragraph.text, resources);
    ofParagraphs.set(paragraph, known);
  }
  return known;
}

function read(text: string, resources: Resources): KnownName[] {
  const { speller, gazetteer, nameLists } = resources;
  const found: KnownName[] = [];
  let before: ProperName | undefined;
  for (const one of properNamesIn(text, (lower) => speller.isOrdinary(lower))) {
    const name = joined(ofBearer(one, text, gazetteer), before, text);
    before = name;
    const telling = name.words.filter((word) => word.length > 2 && !SHARED.test(word));
    const isWordOnly =
      name.words.length === 1 && speller.isOrdinary(name.words[0] ?? '') && !gazetteer.has(name.words[0] ?? '');
    const isPeople = name.words.every((word) => nameLists.demonym.has(word));
    if (telling.length > 0 && !isWordOnly && !isPeople && !isSeat(name) && !isBody(name) && !isShortened(name, text)) {
      found.push({ ...name, telling, isListed: isListed(name, text) });
    }
  }
  return found;
}

/** “In Brandt’s third defence”: he is nowhere, unless a place is called so. */
function ofBearer(name: ProperName, text: string, gazetteer: Gazetteer): ProperName {
  if (!/^['’]s/.test(text.slice(name.end)) || gazetteer.has(name.words.join(' '))) return name;
  return { ...name, preposition: '', governor: '' };
}

/** “In Kolvik, Norway”, “between Kolvik and Stavern”: each says where, if the first does. */
function joined(name: ProperName, before: ProperName | undefined, text: string): ProperName {
  if (name.preposition !== '' || !before || !/^,? (?:and |or )?$/.test(text.slice(before.end, name.start))) return name;
  return { ...name, preposition: before.preposition, governor: before.governor };
}

/** Behind or before another name, “and” or “or” between them. */
export function isListed({ start, end }: Span, text: string): boolean {
  return (
    /^,? (?:and|or) \p{Lu}/u.test(text.slice(end, end + 7)) ||
    /\p{L},? (?:and|or) $/u.test(text.slice(Math.max(0, start - 7), start))
  );
}

/** “Calif.”, “Ala.”; “UAE”. */
function isShortened({ words, start, end }: ProperName, text: string): boolean {
  if (words.length !== 1) return false;
  return (end - start <= MOST_SHORTENED && text.charAt(end) === '.') || /^\p{Lu}{2}/u.test(text.slice(start, end));
}

const MOST_SHORTENED = 5;
/** Parts of many names. */
const SHARED =
  /^(?:square|street|ave|avenue|road|boulevard|highway|bridge|airport|station|hospital|hotel|clinic|cent(?:er|re)|church|school|college|university|park|court|house|hall|district|council|county|river|lake|mount|new|north|south|east|west|saint|san|santa|the|and)$/;

/** Letters from which on a form of a name is known by its beginning: Kolvik, Kolviker. */
const LEAST_STEM = 5;
const MOST_ENDING = 2;

/**
 * Whether a text has a telling word of the name, or a form of one.
 * @param lower the text in lower case
 */
export function isNamedIn({ telling }: KnownName, lower: string): boolean {
  return telling.some((word) => {
    const stem = word.length > LEAST_STEM ? word.slice(0, Math.max(LEAST_STEM, word.length - MOST_ENDING)) : word;
    for (let at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + 1)) {
      const isWhole = stem.length >= LEAST_STEM || !/^\p{L}/u.test(lower.charAt(at + stem.length));
      if (isWhole && !/\p{L}$/u.test(lower.slice(Math.max(0, at - 1), at))) return true;
    }
    return false;
  });
}

const inLowerCase = new Facts<Document, string>();

/** The text of a document in lower case, which may be of another length. */
export function lowerTextOf(document: Document): string {
  let known = inLowerCase.get(document);
  if (known === undefined) inLowerCase.set(document, (known = document.text.toLowerCase()));
  return known;
}
