import type { Document, Paragraph } from '../core/document.js';
import { firstWeights } from '../core/nameWeights.js';
import type { NameKinds } from '../core/nameKind.js';
import { layoutOf, nameTokensIn } from '../core/nameTokens.js';
import {
  ACTING,
  FUNCTION_WORDS,
  HONORIFICS,
  OFFICES,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  POSSESSED_BY_FIRMS,
  SAYING,
} from '../core/nameWords.js';

/** How a word is used: in lower case, and, with a capital, beside what. Indices of the counts. */
const LOWER = 0;
const CAPITAL = 1;
const INSIDE = 2;
const AFTER_THE = 3;
const AFTER_PLACE = 4;
const AFTER_TITLE = 5;
const BEFORE_NOUN = 6;
const BEFORE_SAYING = 7;
const BEFORE_ROLE = 8;
const BEFORE_NUMBER = 9;
const BEFORE_WORD = 10;
const USES = 11;

/** Counts of all words of a set of documents. Documents can be taken out again. */
export class NameUses {
  readonly #uses = new Map<string, Int32Array>();

  /** `by` 1 adds a document, −1 takes it out. */
  add(document: Document, kinds: NameKinds, by: 1 | -1): void {
    for (const paragraph of document.paragraphs) {
      for (const [word, uses] of usesIn(paragraph, kinds)) {
        let all = this.#uses.get(word);
        if (!all) this.#uses.set(word, (all = new Int32Array(USES)));
        for (let index = 0; index < USES; index++) all[index] = (all[index] ?? 0) + by * (uses[index] ?? 0);
        if (by < 0 && all[LOWER] === 0 && all[CAPITAL] === 0) this.#uses.delete(word);
      }
    }
  }

  /** What the uses of its first and last word weigh in favour of a name. */
  score(words: readonly string[], kinds: NameKinds): number {
    const last = words.at(-1) ?? '';
    const plus = words.length > 1 ? '+' : '';
    let sum = 0;
    const add = (feature: string) => (sum += firstWeights[feature] ?? 0);
    const uses = this.#uses.get(last);
    const share = (index: number) => (uses?.[index] ?? 0) / Math.max(uses?.[CAPITAL] ?? 0, 1);
    const lower = uses?.[LOWER] ?? 0;
    const capital = uses?.[CAPITAL] ?? 0;
    if (lower > 0) add(lower >= Math.max(capital, 1) ? 'low>=' : 'low<');
    else if (uses && kinds.isOrdinary(last)) add('wordneverlow');
    if (capital >= 2) {
      if (uses?.[INSIDE] === 0 && words.length === 1) add('neverMid');
      if (share(AFTER_PLACE) > 0.25) add(`C:loc${plus}`);
      if (share(AFTER_THE) > 0.3) add(`C:the${plus}`);
      if (share(AFTER_TITLE) > 0.15) add(`C:ttl${plus}`);
      if (share(BEFORE_ROLE) > 0.08) add(`C:role${plus}`);
      if (share(BEFORE_SAYING) > 0.15) add(`C:say${plus}`);
      if (share(BEFORE_NUMBER) > 0.15) add(`C:num${plus}`);
      if (share(BEFORE_WORD) > 0.3) add(`C:noun${plus}`);
      if (share(BEFORE_NOUN) > 0.3) add(`C:head${plus}`);
    }
    return words.length > 1 ? sum + this.#scoreFirst(words[0] ?? '', kinds) : sum;
  }

  #scoreFirst(word: string, kinds: NameKinds): number {
    const uses = this.#uses.get(word);
    if (!uses) return 0;
    let sum = 0;
    const add = (feature: string) => (sum += firstWeights[feature] ?? 0);
    const count = (index: number) => uses[index] ?? 0;
    if (count(LOWER) === 0 && word.length < 5 && kinds.isOrdinary(word)) add('shortrare');
    if (count(CAPITAL) < 2) return sum;
    if (count(AFTER_THE) / count(CAPITAL) > 0.3) add('C1:the');
    if (count(AFTER_PLACE) / count(CAPITAL) > 0.3) add('C1:loc');
    if (count(LOWER) >= count(CAPITAL)) add('C1:low');
    if ((count(BEFORE_ROLE) + count(BEFORE_NOUN)) / count(CAPITAL) > 0.15) add('C1:org');
    if (count(BEFORE_NUMBER) / count(CAPITAL) > 0.15) add('C1:num');
    return sum;
  }
}

/** Uses of the words of one paragraph. Titles and lines in capitals say nothing. */
function usesIn(paragraph: Paragraph, kinds: NameKinds): Map<string, Int32Array> {
  const all = new Map<string, Int32Array>();
  const tokens = nameTokensIn(paragraph.text);
  const layout = layoutOf(paragraph.text, tokens);
  if (layout.isAllCaps || layout.isTitleCase) return all;
  for (const [index, token] of tokens.entries()) {
    if (!token.isWord) continue;
    let uses = all.get(token.lower);
    if (!uses) all.set(token.lower, (uses = new Int32Array(USES)));
    const counts = uses;
    const count = (use: number) => (counts[use] = (counts[use] ?? 0) + 1);
    if (!token.isCapital) {
      count(LOWER);
      continue;
    }
    count(CAPITAL);
    if (!token.opensSentence) count(INSIDE);
    const before = tokens[index - 1];
    if (before && token.gap === 1) {
      if (before.lower === 'the') count(AFTER_THE);
      else if (!before.isCapital && PLACE_PREPOSITIONS.has(before.lower) && !/^(?:of|to|from)$/.test(before.lower))
        count(AFTER_PLACE);
      else if (HONORIFICS.has(before.lower) || (before.isCapital && OFFICES.has(before.lower))) count(AFTER_TITLE);
    }
    const after = tokens[index + 1];
    const later = tokens[index + 2];
    if (!after) continue;
    const isOwned =
      later !== undefined &&
      /^['’]s$/.test(after.lower) &&
      (OFFICES.has(later.lower) || POSSESSED_BY_FIRMS.has(later.lower));
    if (after.isCapital && after.gap === 1 && (ORGANISATION_NOUNS.has(after.lower) || PLACE_NOUNS.has(after.lower)))
      count(BEFORE_NOUN);
    else if (OFFICES.has(after.lower) || (!after.isCapital && kinds.lists.role.has(after.lower)) || isOwned)
      count(BEFORE_ROLE);
    else if (SAYING.has(after.lower) || ACTING.has(after.lower)) count(BEFORE_SAYING);
    else if (/^\d/.test(after.text) || (/^\p{Lu}$/u.test(after.text) && later?.gap === 0 && /^\d/.test(later.text)))
      count(BEFORE_NUMBER);
    else if (
      after.isWord &&
      !after.isCapital &&
      !FUNCTION_WORDS.has(after.lower) &&
      !/(?:ed|ing|ly)$/.test(after.lower)
    )
      count(BEFORE_WORD);
  }
  return all;
}
