import { DIRECTIONS, HONORIFICS, OFFICES, PLACE_PREPOSITIONS } from './nameWords.js';
import type { Span } from './span.js';
import { tokensIn, type Token } from './tokens.js';

/** A run of capitalised words, without titles: a place, an organisation, a person. */
export interface ProperName extends Span {
  /** In lower case. */
  readonly words: readonly string[];
  /** The preposition that governs it, “the Russian city of” and the like passed over; empty for none. */
  readonly preposition: string;
  /** The word before that preposition, in lower case. */
  readonly governor: string;
}

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const PREPOSITION =
  /^(?:in|at|near|inside|outside|on|from|to|by|with|for|against|off|towards?|into|through|across|around)$/;
/** In a newspaper is no place. */
const PRESS =
  /^(?:publish|print|report|writ|wrote|article|broadcast|appear|interview|column|letter|read|quoted|cited|accord|confirm|told|spoke|statement|announc)/;
/** What may stand between a preposition and its name: “in the Russian port city of Vladivostok”. */
const BETWEEN =
  /^(?:of|the|a|an|city|town|capital|village|region|province|state|port|island|county|district|country|north|south|east|west|northern|southern|eastern|western|central|nearby|its|his|her|their)$/;
/** What a place is, before “of” and its name. */
const SORT_OF_PLACE =
  /^(?:city|town|township|capital|village|hamlet|parish|borough|settlement|municipality|region|province|state|county|district|suburb|neighbou?rhood|quarter|port|harbou?r|resort|island|isle|valley|peninsula|outskirts|suburbs|streets|cent(?:er|re)|heart)$/;
/** “In reclusive Turkmenistan”, and not “in buying Fjordline” or “in which Brandt”. */
const EPITHET = /^(?!which$|that$|whose$|what$|whom$|all$|both$|and$|or$|not$|so$|as$|than$)\p{Ll}{3,}(?<!ing|ly)$/u;
const EPITHET_BEHIND = /^(?:in|at|near|outside|across|around)$/;

/** The names of a text in order. `isOrdinary` tells words that are capitalised only because they begin a sentence. */
export function properNamesIn(text: string, isOrdinary: (lower: string) => boolean): ProperName[] {
  const tokens = tokensIn(text);
  if (isTitle(tokens)) return [];
  const isName = (token: Token | undefined, index: number): boolean => {
    if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text) || /^I['’]/.test(token.text)) return false;
    const lower = token.text.toLowerCase().replace(/['’]s?$/, '');
    if (CALENDAR.test(lower) || HONORIFICS.has(lower) || OFFICES.has(lower)) return false;
    return !(beginsSentence(tokens, index) && isOrdinary(lower));
  };
  const found: ProperName[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (!first || !isName(first, at)) continue;
    let last = at;
    for (;;) {
      if (isName(tokens[last + 1], last + 1) && isJoined(text, tokens[last], tokens[last + 1])) last++;
      // The point of an initial inside a name.
      else if (isInitial(tokens, last, text) && isName(tokens[last + 2], last + 2)) last += 2;
      else break;
    }
    const run = tokens.slice(at, last + 1).filter(({ kind }) => kind === 'word');
    const end = tokens[last];
    if (end && !isFragment(run, text)) {
      found.push({
        start: first.start,
        end: end.end - (/['’]s?$/.exec(end.text)?.[0].length ?? 0),
        words: run.map((token) => token.text.toLowerCase().replace(/['’]s?$/, '')),
        ...prepositionBefore(tokens, at),
      });
    }
    at = last;
  }
  return found;
}

/** “G.” in James G. Berg. */
function isInitial(tokens: readonly Token[], at: number, text: string): boolean {
  const [before, initial, point, next] = tokens.slice(Math.max(0, at - 1), at + 3);
  return (
    at > 0 &&
    before?.kind === 'word' &&
    /^\p{Lu}\p{Ll}+$/u.test(before.text) &&
    /^\p{Lu}$/u.test(initial?.text ?? '') &&
    point?.text === '.' &&
    point.start === initial?.end &&
    next !== undefined &&
    /^[ \u00a0]$/.test(text.slice(point.end, next.start))
  );
}

/** “Co” of Co-operation, “St” for a street, the first letter of “K. C.”, and what a number makes a name: Interstate 805. */
function isFragment(run: readonly Token[], text: string): boolean {
  const last = run.at(-1);
  return (
    (run.length === 1 && /^\p{L}\p{Ll}?$/u.test(last?.text ?? '')) ||
    // “Berg’s 1964 campaign” is his.
    /^(?:-\p{Ll}| \d)/u.test(isPossessive(last) ? '' : text.slice(last?.end, (last?.end ?? 0) + 2))
  );
}

function isPossessive(token: Token | undefined): boolean {
  return /['’]s?$/.test(token?.text ?? '');
}

/** Whether the name says where something is. */
export function isLocative({ preposition, governor }: ProperName): boolean {
  if (PRESS.test(governor)) return false;
  return PLACE_PREPOSITIONS.has(preposition) || preposition === 'inside' || preposition === 'off';
}

const SEAT = /^(?:white house|kremlin|pentagon|downing street|whitehall|capitol(?: hill)?|elys[eé]e|foggy bottom)$/;

const BODY =
  /^(?:army|navy|marines|police|congress|parliament|senate|services?|unit|department|ministry|office|agency|team|league|press|company|corporation|corp|inc|ltd|co|group|commission|committee|council|association|union|party|federation|authority|magistrates|conference|cup|championship|news|times|post|herald|tribune)$/;

/** Whom one may be in, at or from, and who is nowhere: the last word says so. */
export function isBody({ words }: Pick<ProperName, 'words'>): boolean {
  return BODY.test(words.at(-1) ?? '');
}

const DIVISION =
  /^(?:county|counties|province|oblast|raion|region|district|prefecture|governorate|voivodeship|canton|parish|township|municipality|valley|territory|department|state)$/;

/** What holds towns, by its last word: “Vestfold County”. */
export function isDivision({ words }: Pick<ProperName, 'words'>): boolean {
  return words.length > 1 && DIVISION.test(words.at(-1) ?? '');
}

/** The house of a government, which stands for its head. */
export function isSeat({ words }: Pick<ProperName, 'words'>): boolean {
  return SEAT.test(words.join(' '));
}

/** Words of a headline from which on their capitals tell nothing. */
const LONG = 4;
const LEAST_LONG = 5;

/** “Man Who Feigned Insanity Dies in Prison”: every word has a capital. */
function isTitle(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length >= LEAST_LONG && words.every(({ text }) => text === text.toUpperCase())) return true;
  const long = words.filter(({ text }) => text.length >= LONG);
  return long.length >= LEAST_LONG && long.every(({ text }) => /^\p{Lu}/u.test(text));
}

function beginsSentence(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return !before || /^[.!?:;“"‘`(—–-]$/.test(before.text);
}

/** Tokens before a name that are looked through for its preposition. */
const MOST_BEFORE = 7;
const NOWHERE = { preposition: '', governor: '' };

function isJoined(text: string, a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && /^[ \u00a0-]$/.test(text.slice(a.end, b.start)) && !isPossessive(a);
}

function prepositionBefore(tokens: readonly Token[], at: number): { preposition: string; governor: string } {
  const wordAt = (index: number) => (tokens[index]?.kind === 'word' ? tokens[index].text : '');
  const sort = wordAt(at - 1) === 'of' && SORT_OF_PLACE.test(wordAt(at - 2)) ? wordAt(at - 2) : '';
  for (let index = at - 1; index >= 0 && index >= at - MOST_BEFORE; index--) {
    const word = wordAt(index);
    const lower = word.toLowerCase();
    if (PREPOSITION.test(lower)) return { preposition: lower, governor: wordAt(index - 1).toLowerCase() };
    const isDescription =
      BETWEEN.test(lower) ||
      DIRECTIONS.has(lower) ||
      /^\p{Lu}/u.test(word) ||
      // “In the once busy mill town of Kolvik”.
      (sort !== '' && /^\p{Ll}/u.test(word)) ||
      (index === at - 1 && EPITHET_BEHIND.test(wordAt(index - 1)) && EPITHET.test(word));
    if (!isDescription) break;
  }
  return sort === '' ? NOWHERE : { preposition: 'of', governor: sort };
}
