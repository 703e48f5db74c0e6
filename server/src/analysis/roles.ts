import type { Document, Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { NameKinds } from '../core/nameKind.js';
import { ACTING, AUXILIARIES, FUNCTION_WORDS, HONORIFICS, SAYING } from '../core/nameWords.js';
import { shift, type Span } from '../core/span.js';
import { paragraphIndexAt } from '../core/document.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * What a document calls the person of one mention, beside it: the title before the name (“new defence minister,
 * [Andrei Belousov]”), or the apposition after it (“[John Nilsson-Wright], head of the Japan and Koreas programme”).
 * Spans are absolute and leave out the leading article.
 */
export function rolesBeside(document: Document, mention: Span, kinds: NameKinds): readonly Span[] {
  const index = paragraphIndexAt(document, mention.start);
  const paragraph = index === undefined ? undefined : document.paragraphs[index];
  if (index === undefined || !paragraph) return [];
  const offset = document.offsets[index] ?? 0;
  let known = cache.get(paragraph);
  if (!known) cache.set(paragraph, (known = new Map<number, readonly Span[]>()));
  // Names are short and start apart: one number for both ends.
  const key = (mention.start - offset) * 512 + Math.min(mention.end - mention.start, 511);
  let spans = known.get(key);
  if (!spans) known.set(key, (spans = rolesIn(paragraph, shift(mention, -offset), kinds)));
  return spans.length === 0 ? NONE : spans.map((span) => shift(span, offset));
}

const NONE: readonly Span[] = [];
const cache = new Facts<Paragraph, Map<number, readonly Span[]>>();

/** Offsets are relative to the paragraph. */
function rolesIn(paragraph: Paragraph, mention: Span, kinds: NameKinds): readonly Span[] {
  const { text } = paragraph;
  // Most names have nothing beside them; sentences are looked for only where there may be a role.
  const lead = text.slice(Math.max(0, mention.start - 60), mention.start);
  const hasTitle = LAST_WORD.exec(lead.slice(-30))?.[1];
  const mayHaveTitle =
    hasTitle !== undefined && (isRoleNoun(hasTitle, kinds) || isHonorific(hasTitle) || OFFICE_OF.test(lead));
  const mayHaveApposition = /^\s?,/.test(text.slice(mention.end, mention.end + 2));
  if (!mayHaveTitle && !mayHaveApposition) return NONE;
  const sentences = sentencesOf(paragraph);
  const sentence = sentences[sentenceIndexAt(sentences, mention.start)];
  if (!sentence) return NONE;
  const inside = rolesInSentence(text.slice(sentence.start, sentence.end), shift(mention, -sentence.start), kinds);
  return inside.map((span) => shift(span, sentence.start));
}

/** What a sentence, or a part of one, calls the bearer of a name beside it; spans relative to its start. */
export function rolesInSentence(text: string, name: Span, kinds: NameKinds): readonly Span[] {
  const title = titleBefore(text.slice(0, name.start), kinds);
  const apposition = appositionAfter(text.slice(name.end), kinds);
  return [...(title ? [title] : []), ...(apposition ? [shift(apposition, name.end)] : [])];
}

/** “Secretary of State”. */
const OFFICE_OF = /(\p{Lu}[\p{L}-]{1,40})\s(?:of|for)\s(?:the\s)?(?:\p{Lu}[\p{L}-]+\s(?:and\s)?){1,4}$/u;
const LAST_WORD = /(?<![\p{L}\p{M}’'-])([\p{L}\p{M}’'-]+)[.,]?\s+$/u;

function isHonorific(word: string): boolean {
  return HONORIFICS.has(word.toLowerCase());
}

/** Words that may stand in a title before the name: adjectives, nouns, peoples, “of”. They end at a mark or a verb. */
const TITLE_WORD = /^(?:[\p{L}][\p{L}\p{M}’'.-]*|&)$/u;
/** Any mark but those inside a word; the stop of U.S. and Inc. is none. */
const BREAK_IN_TITLE =
  /[^\p{L}\p{M}’',\s.&-]|(?<!(?<!\p{L})\p{Lu}|\b(?:Inc|Corp|Co|Ltd|Bros|St|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov))\./gu;
/** Small words that may stand in front of a capitalised title. */
const LEADS =
  words(`former then current new acting deputy interim late ex outgoing incoming retired federal state veteran longtime
  company firm team party government fellow assistant senior junior local national vice chief first embattled disgraced ousted and`);
/** They look like verbs and belong to titles. */
const TITLE_PARTICIPLES =
  words(`operating acting managing marketing engineering manufacturing founding leading presiding commanding sitting visiting
  banking mining trading housing planning purchasing training nursing investigating ruling outgoing incoming retired elected
  appointed convicted accused suspected disgraced ousted jailed exiled acclaimed renowned embattled`);
const NOT_IN_TITLE =
  /^(?:is|was|are|were|be|been|has|had|have|will|would|said|says|told|met|meet|by|with|to|from|when|while|that|who|which|after|before|as|and|or|but|in|on|at|for|than|against|about|over|under|into|through|during|toward|towards|around|near|among|via|like|despite|without|since|until|including|also|between|where|because|if)$/i;

/** Characters before a name in which its title must stand. */
const LONGEST_TITLE = 120;

function titleBefore(text: string, kinds: NameKinds): Span | undefined {
  // “…defence minister, Andrei Belousov” and “Deputy Prime Minister Alexander Novak”: words up to the name, no other mark.
  const from = Math.max(0, text.length - LONGEST_TITLE);
  const tail = text.slice(from);
  const broken = Math.max(...[...tail.matchAll(BREAK_IN_TITLE)].map(({ index }) => index), -1);
  const words = [...tail.slice(broken + 1).matchAll(/[\p{L}\p{M}’'.&-]+|,/gu)].map(({ 0: word, index }) => ({
    word,
    start: from + broken + 1 + index,
    end: from + broken + 1 + index + word.length,
  }));
  while (words.length > 0 && HONORIFICS.has(words.at(-1)?.word.toLowerCase() ?? '')) words.pop();
  if (words.at(-1)?.word === ',') words.pop();
  const last = words.at(-1);
  if (!last) return undefined;
  const office = OFFICE_OF.exec(tail)?.[1];
  if (!isRoleNoun(last.word, kinds) && !(office !== undefined && isRoleNoun(office, kinds))) return undefined;
  // In “Secretary of the Air Force” what stands before the office is of interest.
  let first = isRoleNoun(last.word, kinds) ? words.length - 1 : words.findLastIndex(({ word }) => word === office);
  if (first < 0) return undefined;
  for (let at = first - 1; at >= 0; at--) {
    const { word = ',' } = words[at] ?? {};
    if (word === ',' || !TITLE_WORD.test(word) || NOT_IN_TITLE.test(word) || isArticle(word)) break;
    if (/['’]s?$/.test(word) && !/^\p{Lu}/u.test(word)) break;
    if (word !== 'of' && isVerbLike(word, kinds)) break;
    // “to greet U.S. President”: small words in front of a capitalised title are few.
    if (word !== 'of' && /^\p{Ll}/u.test(word) && /^\p{Lu}/u.test(words[at + 1]?.word ?? '') && !LEADS.has(word)) break;
    // “secretary of state”, “Bank of England governor”; not “spoke of the minister”.
    if (word === 'of' && !canHaveOf(words[at - 1]?.word, kinds)) break;
    first = at;
  }
  // “Then Secretary of State”, at the start of a sentence.
  const opening = words[first]?.word ?? '';
  if (words[first]?.start === 0 && FUNCTION_WORDS.has(opening.toLowerCase()) && first < words.length - 1) first++;
  // “Mr. Kim’s father”: the title goes with the name.
  const honorific = /(?<![\p{L}])(?:\p{L}+\.? )$/u.exec(text.slice(0, words[first]?.start ?? last.start));
  const isPossessive = /['’]s?$/.test(words[first]?.word ?? '');
  if (isPossessive && honorific && HONORIFICS.has(honorific[0].trim().toLowerCase())) {
    return { start: honorific.index, end: last.end };
  }
  const start = words[first]?.start ?? last.start;
  return /^\p{L}/u.test(text.slice(start)) && last.end - start > 1 ? { start, end: last.end } : undefined;
}

/** A mark (not the one inside “Edmunds.com” or “U.S.”), or the verb of the sentence. */
const END_OF_APPOSITION = new RegExp(
  String.raw`[,;:()“”"!?–—]|(?<!\b\p{Lu})\.(?!\p{L})|\s(?:${['who', 'whose', 'which', 'where', 'put', ...SAYING, ...ACTING, ...AUXILIARIES].join('|')})(?![\p{L}’'-])`,
  'u',
);

function appositionAfter(text: string, kinds: NameKinds): Span | undefined {
  const opening = /^\s?,\s+(?:(?:the|a|an|his|her|its|their)\s+)?/i.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const end = start + (END_OF_APPOSITION.exec(text.slice(start))?.index ?? text.length - start);
  const words = text.slice(start, end).split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 16) return undefined;
  // “…, the ministers for health and transport”: the next of a list, not what he is.
  if (words.slice(0, 3).some((word) => word.endsWith('s') && isRoleNoun(word.slice(0, -1), kinds))) return undefined;
  const isRole = words.slice(0, 7).some((word) => isRoleNoun(word, kinds) && !/^\p{Lu}.*['’]s$/u.test(word));
  const head = words[0] ?? '';
  if (
    !isRole ||
    isVerbLike(head, kinds) ||
    /^(?:and|or|but|as|with|who|when|where|said|told|in|on|at|for|to|from|by|during|after)$/i.test(head)
  )
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
  'husband',
  'widow',
  'grandson',
  'granddaughter',
  'boyfriend',
  'girlfriend',
  'coroner',
  'publicist',
]);

function isArticle(word: string): boolean {
  return /^(?:the|a|an|his|her|its|their|this|that)$/i.test(word);
}

function isVerbLike(word: string, kinds: NameKinds): boolean {
  if (SAYING.has(word) || ACTING.has(word) || AUXILIARIES.has(word)) return true;
  return /^\p{Ll}+(?:ed|ing)$/u.test(word) && !TITLE_PARTICIPLES.has(word) && !kinds.isRole(word.toLowerCase());
}

function canHaveOf(word: string | undefined, kinds: NameKinds): boolean {
  return word !== undefined && (/^\p{Lu}/u.test(word) || isRoleNoun(word, kinds));
}
