import { normalForm, type Token } from '../core/tokens.js';
import { areOnePerson, type Bearer } from './heldPosts.js';
import type { Beside, Judge, Verdict } from './judge.js';
import { areExclusive, areOneOffice, officeOf } from './offices.js';
import { otherPostsIn, preparePosts } from './postsElsewhere.js';
import type { CorpusRule } from './rule.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';
import { surerOf } from './surerOf.js';

const LEAST_MUTUAL = 0.35;
const BOTH = /^(?:two|both)$/;
/** What an office is of: the foreign minister is not the defence minister. */
const FIELDS =
  'foreign|defen[cs]e|finance|interior|justice|health|education|labou?r|trade|transport|energy|agriculture|environment|culture|economy|economics|prime|deputy|vice|former|acting';
const FIELD = new RegExp(`^(?:${FIELDS})$`);

const judge: Judge = (beside) => {
  const { slots, frame } = beside;
  if (frame.mutual < LEAST_MUTUAL) return [];
  const inSlots = [
    ...pairsOfOffices(beside),
    ...slots.flatMap((slot): Verdict[] => {
      if (!slot.a || !slot.b) return [];
      const [a, b] = [soleWord(frame.wordsA, slot.a), soleWord(frame.wordsB, slot.b)];
      if (!a || !b) return [];
      const [x, y] = [officeOf(a.word), officeOf(b.word)];
      const areFields = FIELD.test(normalForm(a.word.text)) && FIELD.test(normalForm(b.word.text));
      const spans = { a: slot.a, b: slot.b };
      if (slot.kind !== 'substituted') return x || areFields ? [{ ...spans, strength: 0 }] : [];
      if (x && y) {
        // “Chairman, president and CEO”: one person has several.
        if (holds(frame.wordsB, x) || holds(frame.wordsA, y)) return [];
        if (isJoined(frame.wordsA, a.index, y) || isJoined(frame.wordsB, b.index, x)) return [];
        if (!areExclusive(x, y)) return [];
        return isOfOneName(beside, a.index, b.index) ? [{ ...spans, strength: 0.75 }] : [];
      }
      // Foreign minister, defence minister.
      const [nextX, nextY] = [frame.wordsA[a.index + 1], frame.wordsB[b.index + 1]];
      if (!areFields || !nextX || !nextY || officeOf(nextX) !== officeOf(nextY) || !officeOf(nextX)) return [];
      return isOfOneName(beside, a.index + 1, b.index + 1) ? [{ ...spans, strength: 0.8 }] : [];
    }),
  ];
  return inSlots.some(({ strength }) => strength > 0) ? inSlots : [...inSlots, ...besideOneName(beside)];
};

/** “The treasurer, Mrs Rigg” and “mayor Pauline Rigg”: wherever they stand in the passages, the name goes with the office. */
function besideOneName({ a, b, frame: { wordsA, wordsB } }: Beside): Verdict[] {
  const there = heldOffices(b, wordsB);
  return heldOffices(a, wordsA).flatMap((own): Verdict[] => {
    const theirs = there.filter((one) => areOnePerson(own, one) && one.isPast === own.isPast);
    const [other] = theirs;
    if (!other || theirs.length > 1) return [];
    if (own.field && other.field && own.office === other.office) {
      if (areOneField(own.field, other.field)) return [];
      return [{ a: own.field, b: other.field, strength: 0.7 }];
    }
    if (own.isPast || !areExclusive(own.office, other.office)) return [];
    if (holds(wordsB, own.office) || holds(wordsA, other.office)) return [];
    return [{ a: own.word, b: other.word, strength: 0.7 }];
  });
}

interface Held extends Bearer {
  readonly word: Token;
  readonly office: string;
  /** “Finance” of “finance minister”. */
  readonly field: Token | undefined;
  /** “The former finance minister”. */
  readonly isPast: boolean;
}

const NAME_BEHIND =
  /^,?\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s)?(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){0,2})/u;
const NAME_BEFORE = new RegExp(
  String.raw`(?<name>(?:\p{Lu}[\p{L}’'-]{1,40}\s)?\p{Lu}[\p{L}’'-]{1,40}),\s(?:(?:the|an?|its|our|their|his|her)\s)?(?:(?:former|chief|managing|general|executive|senior|town|city|county|club|team|party|company|${FIELDS})\s){0,2}$`,
  'u',
);
const NOT_NOW =
  /(?<!\p{L})(?:then|next|future|late|incoming|outgoing|acting|deputy|vice|assistant|once|new)[\s-](?:\p{Ll}+\s)?$/iu;
const PAST = /(?<!\p{L})(?:former|ex)[\s-](?:\p{Ll}+\s)?$/iu;

function heldOffices(text: string, words: readonly Token[]): Held[] {
  return words.flatMap((word, index): Held[] => {
    const office = officeOf(word);
    const before = text.slice(Math.max(0, word.start - 60), word.start);
    if (office === undefined || NOT_NOW.test(before)) return [];
    const names =
      NAME_BEHIND.exec(text.slice(word.end, word.end + 60))?.groups?.name ?? NAME_BEFORE.exec(before)?.groups?.name;
    const bearer =
      names
        ?.replace(/(?:['’]s|\.)$/, '')
        .toLowerCase()
        .split(/\s+/) ?? [];
    const surname = bearer.at(-1) ?? '';
    if (surname.length < 3) return [];
    const [field] = words.slice(Math.max(0, index - 1), index).filter(({ text: one }) => isField(one));
    return [
      { word, office, field, isPast: PAST.test(before), surname, given: bearer.length > 1 ? (bearer[0] ?? '') : '' },
    ];
  });
}

/** “Former minister” says nothing of which. */
function isField(text: string): boolean {
  return FIELD.test(normalForm(text)) && !/^(?:deputy|vice|former|acting)$/i.test(text);
}

/** Defence, defense. */
function areOneField(a: Token, b: Token): boolean {
  return (
    normalForm(a.text).replace('nse', 'nce').replace('our', 'or') ===
    normalForm(b.text).replace('nse', 'nce').replace('our', 'or')
  );
}

/** “The two presidents”, “the two leaders”: one of them may be no president. */
function pairsOfOffices({ frame: { wordsA, wordsB } }: Beside): Verdict[] {
  const [a, b] = [officeOfBoth(wordsA), officeOfBoth(wordsB)];
  if (!a || !b) return [];
  return [{ a, b, strength: officeOf(a) === officeOf(b) ? 0 : 0.6 }];
}

function officeOfBoth(words: readonly Token[]): Token | undefined {
  return words.find((word, index) => officeOf(word) && BOTH.test(wordBefore(words, index)));
}

/** “Under secretary”, “undersecretary”. */
function isJoined(words: readonly Token[], at: number, other: string): boolean {
  return wordBefore(words, at) + normalForm(words[at]?.text ?? '') === other;
}

/** Whether the same name stands right before or behind both. */
function isOfOneName({ frame: { wordsA, wordsB } }: Beside, atA: number, atB: number): boolean {
  const names = (words: readonly Token[], at: number) =>
    words
      .slice(Math.max(0, at - 3), /^(?:of|for|to)$/i.test(words[at + 1]?.text ?? '') ? at : at + 4)
      .filter(({ text }) => /^\p{Lu}\p{Ll}{2}/u.test(text) && !officeOf({ text }))
      .map(({ text }) => normalForm(text));
  const there = names(wordsB, atB);
  return names(wordsA, atA).some((name) => there.includes(name));
}

/** Whether a passage names an office, or another word for it. */
function holds(words: readonly Token[], office: string): boolean {
  return words.map(officeOf).some((one) => one !== undefined && (one === office || areOneOffice(one, office)));
}

function soleWord(words: readonly Token[], span: { start: number; end: number }) {
  const index = words.findIndex(({ start, end }) => start === span.start && end === span.end);
  const word = words[index];
  return word && { word, index };
}

function wordBefore(words: readonly Token[], index: number): string {
  return words[index - 1]?.text.toLowerCase() ?? '';
}

export const conflictingRole: CorpusRule = {
  code: 'conflicting-role',
  family: 'conflict',
  summary: 'Somebody holds another office here than in other sources.',
  why: 'Who speaks, and in what office, is half of what a statement is worth.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only different offices in parallel passages, in the same place or beside the same name, and posts beside a name that all others put beside another post (the clerk, the treasurer). “Leader”, “official” and the like contradict no office.',
  examples: {
    valid: [
      '-- a.txt --\n“The deal makes sense,” said Petter Lund, the chief executive of the shipping line of Kolvik.\n-- b.txt --\n“The deal makes sense,” said Petter Lund, the president and chief executive of the shipping line of Kolvik.',
      '-- a.txt --\nPresident Solveig Brandt opened the harbour of Kolvik on Friday.\n-- b.txt --\nThe leader Solveig Brandt opened the harbour of Kolvik on Friday.',
      '-- a.txt --\nThe executive Petter Lund visited the harbour of Kolvik on Friday.\n-- b.txt --\nThe CEO Petter Lund visited the harbour of Kolvik on Friday.',
      '-- a.txt --\nDefence Minister Petter Lund visited the harbour of Kolvik on Friday.\n-- b.txt --\nDefense Minister Petter Lund visited the harbour of Kolvik on Friday.',
    ],
    invalid: [
      '-- a.txt --\n[|Foreign|]{conflicting-role} Minister Petter Lund visited the harbour of Kolvik on Friday.\n-- b.txt --\n[|Defence|]{conflicting-role} Minister Petter Lund visited the harbour of Kolvik on Friday.',
      '-- a.txt --\nThe two [|presidents|]{conflicting-role} last met in September at the port of Kolvik.\n-- b.txt --\nThe two [|leaders|]{conflicting-role} last met in September at the port of Kolvik.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareConflicts(document, corpus, judge);
    yield* preparePosts(document, corpus);
  },
  *check(here, corpus) {
    yield* surerOf([...conflictsIn(here, corpus, judge)], [...otherPostsIn(here, corpus)]);
  },
};
