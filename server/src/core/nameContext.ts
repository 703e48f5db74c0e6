import type { NameKinds } from './nameKind.js';
import type { Layout, NameToken } from './nameTokens.js';
import { isNameKind } from './nameShape.js';
import { firstWeight } from './nameWeights.js';
import {
  ACTING,
  AUXILIARIES,
  FUNCTION_WORDS,
  HONORIFICS,
  KIN,
  OFFICES,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  SAYING,
  THINGS,
} from './nameWords.js';

/** A run of capitals in its paragraph: all tokens, which of them are the run, and the kind of each of its words. */
export interface NameRun {
  readonly tokens: readonly NameToken[];
  readonly layout: Layout;
  readonly kinds: NameKinds;
  readonly words: readonly NameToken[];
  /** Index of each word among the tokens. */
  readonly at: readonly number[];
  /** Kind of each word. */
  readonly run: readonly string[];
}

/** The evidence around one part of a run, added up as it is found. */
class Evidence {
  /** In hundredths. */
  score = 0;
  isTitled = false;

  add(evidence: string): void {
    this.score += firstWeight(evidence);
  }

  addTitle(evidence: string): void {
    this.add(evidence);
    this.isTitled = true;
  }
}

/**
 * Weighs what stands around words `from` to `to` of a run: what the run leaves over, the line, the words and marks on
 * both sides, the first pronoun after it. In hundredths.
 */
export function contextScore(run: NameRun, from: number, to: number): { score: number; isTitled: boolean } {
  const evidence = new Evidence();
  const plus = to > from ? '+' : '';
  addRest(evidence, run, from, to);
  addLayout(evidence, run, from, to, plus);
  if (from === 0) addBefore(evidence, run, from, plus);
  if (to === run.words.length - 1) addAfter(evidence, run, from, to, plus);
  addPronoun(evidence, run, to);
  addTitle(evidence, run, from);
  addCredit(evidence, run, from);
  if (from === 0 && to === run.words.length - 1) {
    addMatchReport(evidence, run);
    addMarks(evidence, run, plus);
  }
  return evidence;
}

/** What the run leaves over on both sides: “President [Anna Kowalska]”, “[Kim Il Sung] Square”. */
function addRest(evidence: Evidence, { tokens, at, run, layout }: NameRun, from: number, to: number): void {
  const left = from > 0 ? run[from - 1] : undefined;
  const right = run[to + 1];
  if (left === undefined && right === undefined) evidence.add('wholerun');
  if (left !== undefined) {
    const before = tokens[(at[from - 1] ?? 0) - 1];
    if (!/^(?:hon|office)/.test(left)) {
      // In a headline in capitals everything is one run.
      if (!layout.isAllCaps) evidence.add(`left:${isNameKind(left) ? 'name' : left}`);
    } else if (before?.lower === 'the') evidence.add('left:thehon');
    else evidence.addTitle(`left:${left}`);
  }
  if (left !== undefined && to > from && !isNameKind(left) && isOfficeOf(tokens, (at[from] ?? 0) - 1)) {
    evidence.addTitle('left:officeof');
  }
  // “American Tom Moody”, “fellow Australian Anthony Hill”.
  if (left === 'demonym' && to > from && (run[from] ?? '').startsWith('giv')) evidence.add('left:demonym+giv');
  if (right === undefined || layout.isAllCaps) return;
  evidence.add(`right:${isNameKind(right) ? 'name' : right}`);
  const last = run[to] ?? '';
  if (last.startsWith('giv')) {
    // “John” of John Major, “Tom” of Tom Moody.
    if (right === 'word') evidence.add('right:givenword');
    if (right === 'headname' || right === 'officename') evidence.add('right:givenheadname');
  }
  // “Brown Deer Park Golf Course”: what ends in a place or an organisation is one, from its beginning.
  if (run.indexOf('head', to + 2) > 0) evidence.add('run:head');
}

/** Whether an office and what it is over end at a token: “Secretary of State”, “Minister for Health and Sport”. */
function isOfficeOf(tokens: readonly NameToken[], end: number): boolean {
  for (let index = end; index > 0 && index > end - 6; index--) {
    const token = tokens[index];
    if (!token || (!token.isCapital && !/^(?:and|the|of|for)$/.test(token.lower))) return false;
    const before = tokens[index - 1];
    if (/^(?:of|for)$/.test(token.lower) && before?.isCapital && OFFICES.has(before.lower)) return index < end;
  }
  return false;
}

function addLayout(
  evidence: Evidence,
  { tokens, at, words, layout, kinds }: NameRun,
  from: number,
  to: number,
  plus: string,
): void {
  const first = words[from];
  if (first?.opensSentence) {
    evidence.add(`sent${plus}`);
    if (from === to && kinds.isOrdinary(first.lower)) evidence.add('sentword');
  }
  const next = tokens[(at[to] ?? 0) + 1];
  if (layout.isTable) evidence.add(`table${plus}${next && /^\d/.test(next.text) ? '#' : ''}`);
  if (layout.isTitleCase) evidence.add(`titleline${plus}`);
  if (layout.isAllCaps) evidence.add('capsline');
  if (!next) evidence.add(`>end${plus}`);
}

/** The word or mark before: the first class that holds. */
function addBefore(evidence: Evidence, { tokens, at, kinds, run }: NameRun, from: number, plus: string): void {
  const index = at[from] ?? 0;
  const before = tokens[index - 1];
  const earlier = tokens[index - 2];
  if (!before) return;
  const { lower, text } = before;
  const listedPlace = prepositionOfList(tokens, index, kinds);
  if (lower === 'to' && earlier?.lower === 'according') evidence.add('<accto');
  else if (!before.isCapital && THINGS.has(lower)) evidence.add(`<thing${plus}`);
  else if (!before.isCapital && kinds.isRole(lower)) evidence.add(`<role${plus}`);
  else if (PLACE_PREPOSITIONS.has(lower) || listedPlace !== '') {
    const preposition = listedPlace || lower;
    evidence.add(`${/^(?:of|to|from)$/.test(preposition) ? `<${preposition}` : '<loc'}${plus}`);
    // “out of London Heathrow”.
    if (plus && /^(?:sur\+)?place$/.test(run[from] ?? '')) evidence.add('<locplace');
    if (listedPlace !== '') evidence.add('<listedplace');
  } else if (lower === 'the') evidence.add(`<the${plus}`);
  else if (/^an?$/.test(lower)) evidence.add(`<a${plus}`);
  else if (/^(?:by|with|and|or|as|for|that|but|when|while|than|against|after|between|beat)$/.test(lower))
    evidence.add(`<${lower}${plus}`);
  else if (SAYING.has(lower)) evidence.add(`<say${plus}`);
  else if (KIN.has(lower)) evidence.add(`<kin${plus}`);
  else if (before.isWord && !before.isCapital && /(?:ed|s|ing)$/.test(lower)) evidence.add(`<verb${plus}`);
  else if (text === ',') {
    evidence.add(`<,${plus}`);
    if (earlier && KIN.has(earlier.lower)) evidence.add('<kin,');
    else if (earlier && kinds.isRole(earlier.lower)) evidence.add(`<role,${plus}`);
  } else if (text === '(') evidence.add(`<(${plus}`);
  else if (text === '&') evidence.add('<&');
  else if (/^\d/.test(text)) evidence.add(`<num${plus}`);
  else if (/^['’]s$/.test(lower)) evidence.add(`<'s${plus}`);
  else if (/^[“"‘'`]$/.test(text)) evidence.add(`<quote${plus}`);
  else if (/^[@#_]$/.test(text)) evidence.add(`<@${plus}`);
  else if (before.isWord) evidence.add(`<other${plus}`);
}

/** “From” before the last of “from Oban and Kolvik”, where the first is known for a place. */
function prepositionOfList(tokens: readonly NameToken[], index: number, kinds: NameKinds): string {
  const [preposition, place, and] = tokens.slice(Math.max(0, index - 3), index);
  if (!preposition || !place?.isCapital || !/^(?:and|or)$/.test(and?.lower ?? '')) return '';
  return kinds.isPlace(place.lower) && PLACE_PREPOSITIONS.has(preposition.lower) ? preposition.lower : '';
}

/** The word or mark after: the first class that holds. */
function addAfter(evidence: Evidence, run: NameRun, from: number, to: number, plus: string): void {
  const { tokens, at, kinds } = run;
  const index = at[to] ?? 0;
  const after = tokens[index + 1];
  const later = tokens[index + 2];
  if (!after) return;
  const { lower, text } = after;
  // “Kim Il Sung square”: named after him, and not he. Nothing that other places say may outweigh this.
  if (MONUMENTS.has(lower) && after.gap === 1) evidence.score -= 1200;
  const isPlain = after.isWord && !after.isCapital;
  if (!after.isCapital && THINGS.has(lower)) evidence.add(`>thing${plus}`);
  else if (OFFICES.has(lower) || (!after.isCapital && kinds.lists.role.has(lower))) evidence.add(`>role${plus}`);
  else if (SAYING.has(lower)) evidence.add(`>say${plus}`);
  else if (ACTING.has(lower)) evidence.add(`>act${plus}`);
  else if (AUXILIARIES.has(lower)) evidence.add(`>aux${plus}`);
  else if (/^['’]s$/.test(lower)) {
    evidence.add(`>'s${plus}`);
    if (later && KIN.has(later.lower)) evidence.add(">'skin");
    else if (later && (OFFICES.has(later.lower) || kinds.lists.role.has(later.lower))) evidence.add(">'srole");
  } else if (text === ',') addAfterComma(evidence, run, from, to, plus);
  else if (text === '(') addAfterBracket(evidence, kinds, later, tokens[index + 3], plus);
  else if (/^\d/.test(text)) evidence.add(`>num${plus}`);
  else if (/^[.):]$/.test(text)) evidence.add(`>${text}${plus}`);
  else if (/^[-–]$/.test(text)) evidence.add(`>-${plus}`);
  else if (text === '&') evidence.add('>&');
  else if (lower === 'and') evidence.add(`>and${plus}`);
  else if (ORGANISATION_NOUNS.has(lower) || PLACE_NOUNS.has(lower)) evidence.add('>head');
  else if (isPlain && lower.endsWith('ed')) evidence.add(`>ed${plus}`);
  else if (lower === 'of') evidence.add(`>of${plus}`);
  else if (isPlain && !FUNCTION_WORDS.has(lower)) evidence.add(`>word${plus}`);
  else if (after.isWord) evidence.add(`>func${plus}`);
}

const MONUMENTS = new Set(
  'square street avenue road boulevard airport stadium arena bridge palace university hospital museum prize award foundation mausoleum monument cathedral church mosque'.split(
    ' ',
  ),
);

/** After a comma: an age, “who”, or an apposition with a role in it. */
function addAfterComma(
  evidence: Evidence,
  { tokens, at, words, kinds }: NameRun,
  from: number,
  to: number,
  plus: string,
): void {
  const index = at[to] ?? 0;
  evidence.add(`>,${plus}`);
  const rest = tokens.slice(index + 2, index + 9);
  const [first, second] = rest;
  if (!first) return;
  if (/^\d\d?$/.test(first.text) && (!second || /^[,.]$/.test(second.text))) evidence.add('>age');
  if (/^(?:who|whose|whom)$/.test(first.lower)) {
    evidence.add('>who');
    return;
  }
  const opening = words[from];
  if (opening?.opensSentence && from === to && kinds.isOrdinary(opening.lower)) return;
  for (const token of rest) {
    if (/^[.,;:)]$/.test(token.text)) break;
    if ((!token.isCapital && kinds.isRole(token.lower)) || OFFICES.has(token.lower)) {
      evidence.add(`>appos${plus}`);
      break;
    }
  }
  if (first.isCapital && kinds.isPlace(first.lower)) evidence.add('>,place');
  if (SAYING.has(first.lower) || (second && SAYING.has(second.lower) && !second.isCapital)) evidence.add('>,say');
}

function addAfterBracket(
  evidence: Evidence,
  kinds: NameKinds,
  inside: NameToken | undefined,
  next: NameToken | undefined,
  plus: string,
): void {
  const isCountry =
    inside !== undefined &&
    (kinds.isPlace(inside.lower) ||
      kinds.isPlace(`${inside.lower} ${next?.lower ?? ''}`) ||
      kinds.lists.demonym.has(inside.lower) ||
      (inside.isAllCaps && inside.text.length === 3));
  if (isCountry) evidence.add(`>(place${plus}`);
  else if (inside && /^\d/.test(inside.text)) evidence.add(`>(num${plus}`);
  else if (inside && /^[DR]$/.test(inside.text)) evidence.add('>(party');
  else evidence.add(`>(${plus}`);
}

/** The first pronoun after it in its sentence: he and she speak for a person, it against. */
function addPronoun(evidence: Evidence, { tokens, at, layout }: NameRun, to: number): void {
  if (layout.isTitleCase || layout.isAllCaps || layout.isTable) return;
  const index = at[to] ?? 0;
  for (const token of tokens.slice(index + 1, index + 14)) {
    if (/^[.!?;]$/.test(token.text)) return;
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(token.lower)) return evidence.add('pro:he');
    if (/^(?:it|its|itself)$/.test(token.lower)) return evidence.add('pro:it');
  }
}

/** A title just before; “the Lord Chancellor” is none. */
function addTitle(evidence: Evidence, { tokens, at, words }: NameRun, from: number): void {
  const index = at[from] ?? 0;
  const before = tokens[index - 1];
  const earlier = tokens[index - 2];
  if (!before || (words[from]?.gap ?? 99) > 1) return;
  const isHonorific = HONORIFICS.has(before.lower);
  if (isHonorific || (OFFICES.has(before.lower) && before.isCapital)) {
    if (earlier?.lower === 'the') evidence.add('<thehon');
    else evidence.addTitle(isHonorific ? '<hon' : '<office');
  } else if (
    /^["”’]$/.test(before.text) &&
    earlier?.isCapital &&
    (HONORIFICS.has(earlier.lower) || OFFICES.has(earlier.lower))
  ) {
    evidence.addTitle('<office');
  }
}

const CREDITS =
  /^(?:reporting|editing|written|additional|writing|story|edited|compiled|reported|interview|photograph|photo|directed)$/;

/** Credit lines: “Reporting by A and B, as well as C”, “By A”. */
function addCredit(evidence: Evidence, { tokens, at }: NameRun, from: number): void {
  let index = (at[from] ?? 0) - 1;
  for (let hops = 0; index >= 0 && hops < 30; index--, hops++) {
    const token = tokens[index];
    if (!token || !(token.isCapital || /^(?:and|,|in|as|well|by)$/.test(token.lower))) return;
    if (token.lower !== 'by') continue;
    const before = tokens[index - 1];
    if (!before || CREDITS.test(before.lower)) evidence.add('credit');
    return;
  }
}

/** Reports of matches: scorers “(Whelan 60, Quinn 74)”, dismissals “M. Bevan c Vaas b Chandana 56”. */
function addMatchReport(evidence: Evidence, { tokens, at }: NameRun): void {
  const [first = 0] = at;
  const last = at.at(-1) ?? first;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const later = tokens[last + 2];
  const isOut = (token: NameToken | undefined) => token !== undefined && /^(?:c|b|lbw|st)$/.test(token.text);
  if (isOut(before) || (isOut(after) && (later?.isCapital === true || later?.lower === 'and'))) evidence.add('cricket');
  if (!after || !/^\d{1,3}$/.test(after.text) || Number(after.text) > 130) return;
  if (later && /^(?:[),;]|st|nd|rd|th|pen|pens|mins?|minutes?)$/.test(later.lower) && isInBracket(tokens, first)) {
    evidence.add('scorer');
  }
}

/** Marks on both sides: a byline “-- Harry Milling”, a title in quotation marks, “8 - Zinzan Brooke” of a line-up. */
function addMarks(evidence: Evidence, { tokens, at, words, layout }: NameRun, plus: string): void {
  const [first = 0] = at;
  const before = tokens[first - 1];
  const earlier = tokens[first - 2];
  const after = tokens[(at.at(-1) ?? first) + 1];
  // WASHINGTON 1996-08-30, LONDON (Reuters).
  const isShouted = !layout.isAllCaps && words.every(({ isAllCaps, text }) => isAllCaps && text.length > 3);
  if (isShouted && !before && after && /^[-–—(\d]/.test(after.text)) evidence.add('dateline');
  if (before && /^[“"‘'`]$/.test(before.text) && after && /^[”"’'´]$/.test(after.text)) evidence.add(`quoted${plus}`);
  if (!before || !/^[-–—]$/.test(before.text) || plus === '') return;
  if (earlier && /^\d{1,2}$/.test(earlier.text)) evidence.add('lineup');
  else if (first === 1 ? before.text === '—' : first === 2 && earlier?.text === before.text) evidence.add('byline');
}

function isInBracket(tokens: readonly NameToken[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 14; at--) {
    const text = tokens[at]?.text;
    if (text === '(') return true;
    if (text === ')') return false;
  }
  return false;
}
