import type { NameKinds } from './nameKind.js';
import type { NameToken } from './nameTokens.js';
import { firstWeight } from './nameWeights.js';

/**
 * What the words of a span weigh in favour of its being a person's name, wherever it stands: their kinds, and how kinds
 * of name go together. No word is evidence by itself, so names that nobody has seen are recognised.
 */
export function shapeScore(
  span: readonly NameToken[],
  kindsHere: readonly string[],
  kinds: NameKinds,
  isInCapsLine: boolean,
): number {
  const [first = ''] = kindsHere;
  let score = firstWeight(`len${Math.min(span.length, 4)}`);
  if (span.length === 1) score += firstWeight(kinds.isCountry(span[0]?.lower ?? '') ? 'one:country' : `one:${first}`);
  else {
    score += firstWeight(`first:${first}`) + firstWeight(`last:${kindsHere.at(-1) ?? ''}`);
    for (const kind of kindsHere.slice(1, -1)) {
      score += firstWeight(`mid:${isNameKind(kind) ? 'name' : kind === 'init' || kind === 'part' ? kind : 'other'}`);
    }
    score += patternScore(span, kindsHere);
    // Mac OS X Lion, Delta IV.
    if (kindsHere.some((kind) => kind === 'acronym' || kind === 'camel')) score += firstWeight('acronymword');
    const whole = span.map(({ lower }) => lower).join(' ');
    if (kinds.isPlace(whole)) score += firstWeight('wholeplace');
    if (kinds.lists.organisation.has(whole)) score += firstWeight('wholeorg');
  }
  if (!isInCapsLine && span.some(({ isAllCaps, text }) => isAllCaps && text.length > 5)) {
    score += firstWeight('capsword');
  }
  return score;
}

export function isNameKind(kind: string): boolean {
  return /^(?:giv|sur|unk|mc)/.test(kind);
}

function patternScore(span: readonly NameToken[], kinds: readonly string[]): number {
  const last = span.at(-1);
  if (span.length === 2) {
    const pair = firstWeight(`pair:${groupOf(kinds[0] ?? '')}${groupOf(kinds[1] ?? '')}`);
    const isEastAsian =
      last && /^\p{Lu}\p{Ll}{1,5}[-‑]\p{L}\p{Ll}{0,5}$/u.test(last.text) && (span[0]?.text.length ?? 0) < 7;
    // John Major, Anthony Hill: after a given name, a noun of offices and places is a surname.
    const isGivenFirst =
      /^given(?:\+sur|\+word)?$/.test(kinds[0] ?? '') && /^(?:head|office)name$/.test(kinds[1] ?? '');
    return pair + (isGivenFirst ? firstWeight('pair:GH') : 0) + (isEastAsian ? firstWeight('eastasian') : 0);
  }
  if (span.length !== 3) return 0;
  let score = 0;
  // George W. Bush: after a given name and an initial, any word is a surname.
  const isGiven = (kinds[0] ?? '').startsWith('giv');
  const unlikely = isGiven ? /acronym|init/ : /place|demonym|org|acronym|init|word/;
  if (kinds[1] === 'init' && !unlikely.test(`${isGiven ? '' : (kinds[0] ?? '')}${kinds[2] ?? ''}`)) {
    score += firstWeight('middleinitial');
  }
  const areShort = span.every(
    ({ isCapital, isAllCaps, text }) => isCapital && !isAllCaps && /^[\p{L}-]{1,6}$/u.test(text),
  );
  const areNames = kinds.every((kind) => /^(?:giv|sur|unk|word)/.test(kind));
  if (areShort && areNames && kinds.filter((kind) => kind !== 'word').length > 1) score += firstWeight('shortthree');
  return score;
}

function groupOf(kind: string): string {
  if (kind.startsWith('giv')) return 'G';
  if (/^(?:sur|mc)/.test(kind)) return 'S';
  if (kind.startsWith('unk')) return 'U';
  if (kind === 'init') return 'I';
  if (/word|office|head/.test(kind)) return 'W';
  return /place|demonym|org|acronym|camel/.test(kind) ? 'P' : 'x';
}
