import type { Document } from '../core/document.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { NameKinds } from '../core/nameKind.js';
import { ACTING, AUXILIARIES, HONORIFICS, SAYING } from '../core/nameWords.js';
import type { Span } from '../core/span.js';
import { paragraphIndexAt } from '../core/document.js';

/**
 * What a document calls the person of one mention, beside it: the title before the name (“new defence minister,
 * [Andrei Belousov]”), or the apposition after it (“[John Nilsson-Wright], head of the Japan and Koreas programme”).
 * Spans are absolute and leave out the leading article.
 */
export function rolesBeside(document: Document, mention: Span, kinds: NameKinds): Span[] {
  // Most names have nothing beside them; sentences are looked for only where there may be a role.
  const hasTitle = LAST_WORD.exec(document.text.slice(Math.max(0, mention.start - 30), mention.start))?.[1];
  const mayHaveTitle = hasTitle !== undefined && (isRoleNoun(hasTitle, kinds) || isHonorific(hasTitle));
  const mayHaveApposition = /^\s?,/.test(document.text.slice(mention.end, mention.end + 2));
  if (!mayHaveTitle && !mayHaveApposition) return [];
  const index = paragraphIndexAt(document, mention.start);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (index === undefined || !paragraph) return [];
  const offset = document.offsets[index] ?? 0;
  const sentences = sentencesOf(paragraph);
  const sentence = sentences[sentenceIndexAt(sentences, mention.start - offset)];
  if (!sentence) return [];
  const before = paragraph.text.slice(sentence.start, mention.start - offset);
  const after = paragraph.text.slice(mention.end - offset, sentence.end);
  const spans: Span[] = [];
  const title = titleBefore(before, kinds);
  if (title) spans.push({ start: offset + sentence.start + title.start, end: offset + sentence.start + title.end });
  const apposition = appositionAfter(after, kinds);
  if (apposition) spans.push({ start: mention.end + apposition.start, end: mention.end + apposition.end });
  return spans;
}

const LAST_WORD = /([\p{L}\p{M}’'-]+)[.,]?\s+$/u;

function isHonorific(word: string): boolean {
  return HONORIFICS.has(word.toLowerCase());
}

/** Words that may stand in a title before the name: adjectives, nouns, peoples, “of”. They end at a mark or a verb. */
const TITLE_WORD = /^[\p{L}][\p{L}\p{M}’'-]*$/u;
const NOT_IN_TITLE =
  /^(?:is|was|are|were|be|been|has|had|have|will|would|said|says|told|met|meet|by|with|to|from|when|while|that|who|which|after|before|as|and|or|but|in|on|at|for|than|including|also|between|where|because|if)$/i;

/** Characters before a name in which its title must stand. */
const LONGEST_TITLE = 120;

function titleBefore(text: string, kinds: NameKinds): Span | undefined {
  // “…defence minister, Andrei Belousov” and “Deputy Prime Minister Alexander Novak”: words up to the name, no other mark.
  const from = Math.max(0, text.length - LONGEST_TITLE);
  const tail = text.slice(from);
  const broken = Math.max(...[...tail.matchAll(/[^\p{L}\p{M}’',\s-]/gu)].map(({ index }) => index), -1);
  const words = [...tail.slice(broken + 1).matchAll(/[\p{L}\p{M}’'-]+|,/gu)].map(({ 0: word, index }) => ({
    word,
    start: from + broken + 1 + index,
    end: from + broken + 1 + index + word.length,
  }));
  while (words.length > 0 && HONORIFICS.has(words.at(-1)?.word.toLowerCase() ?? '')) words.pop();
  if (words.at(-1)?.word === ',') words.pop();
  const last = words.at(-1);
  if (!last || !isRoleNoun(last.word, kinds)) return undefined;
  let first = words.length - 1;
  for (let at = words.length - 2; at >= 0; at--) {
    const { word = ',' } = words[at] ?? {};
    if (word === ',' || !TITLE_WORD.test(word) || NOT_IN_TITLE.test(word) || isArticle(word)) break;
    if (/['’]s?$/.test(word) && !/^\p{Lu}/u.test(word)) break;
    if (word !== 'of' && isVerbLike(word, kinds)) break;
    // “secretary of state”, “Bank of England governor”; not “spoke of the minister”.
    if (word === 'of' && !canHaveOf(words[at - 1]?.word, kinds)) break;
    first = at;
  }
  // “Mr. Kim’s father”: the title goes with the name.
  const honorific = /(?<![\p{L}])(?:\p{L}+\.? )$/u.exec(text.slice(0, words[first]?.start ?? last.start));
  const isPossessive = /['’]s?$/.test(words[first]?.word ?? '');
  if (isPossessive && honorific && HONORIFICS.has(honorific[0].trim().toLowerCase())) {
    return { start: honorific.index, end: last.end };
  }
  const start = words[first]?.start ?? last.start;
  return /^\p{L}{2}/u.test(text.slice(start)) ? { start, end: last.end } : undefined;
}

function appositionAfter(text: string, kinds: NameKinds): Span | undefined {
  const opening = /^\s?,\s+(?:(?:the|a|an|his|her|its|their)\s+)?/i.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const end =
    start +
    (/[,.;:()“”"!?–—]|\s(?:who|whose|which|said|says|told|is|was|has|had|will|made|where)\s/.exec(text.slice(start))
      ?.index ?? text.length - start);
  const words = text.slice(start, end).split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 16) return undefined;
  // “…, the ministers for health and transport”: the next of a list, not what he is.
  if (words.slice(0, 3).some((word) => word.endsWith('s') && isRoleNoun(word.slice(0, -1), kinds))) return undefined;
  const isRole = words.slice(0, 7).some((word) => isRoleNoun(word, kinds) && !/^\p{Lu}.*['’]s$/u.test(word));
  const head = words[0] ?? '';
  if (!isRole || /^(?:and|or|but|as|with|who|when|where|said|told|in|on|at|for|to|from|by|during|after)$/i.test(head))
    return undefined;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function isRoleNoun(word: string, kinds: NameKinds): boolean {
  const lower = word.toLowerCase();
  return kinds.isRole(lower) || kinds.isRole(lower.replace(/s$/, '')) || ROLE_NOUNS.has(lower);
}

const ROLE_NOUNS = new Set([
  'head',
  'leader',
  'president',
  'minister',
  'official',
  'spokesperson',
  'spokesman',
  'father',
  'grandfather',
  'founder',
  'chief',
  'boss',
  'head',
  'expert',
  'professor',
  'advisor',
  'adviser',
  'wife',
  'mother',
  'brother',
  'sister',
  'son',
  'daughter',
]);

function isArticle(word: string): boolean {
  return /^(?:the|a|an|his|her|its|their|this|that)$/i.test(word);
}

function isVerbLike(word: string, kinds: NameKinds): boolean {
  if (SAYING.has(word) || ACTING.has(word) || AUXILIARIES.has(word)) return true;
  return /^\p{Ll}+(?:ed|ing)$/u.test(word) && !kinds.isRole(word.toLowerCase());
}

function canHaveOf(word: string | undefined, kinds: NameKinds): boolean {
  return word !== undefined && (/^\p{Lu}/u.test(word) || isRoleNoun(word, kinds));
}
