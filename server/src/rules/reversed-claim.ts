import { weightOf } from '../analysis/wordFrame.js';
import { areOpposites } from '../core/opposites.js';
import { normalForm, type Token } from '../core/tokens.js';
import type { Beside, Check, Judge, Verdict } from './judge.js';
import { isSaidOfOne, oppositeAttributesIn } from './oppositeAttributes.js';
import { isToldOnce, oppositeCoursesIn } from './oppositeCourses.js';
import type { CorpusRule } from './rule.js';
import { conflictsIn, prepareConflicts } from './sourceConflicts.js';

/** Share of what the longer passage says that both must have: “not controlled by” and “independent of” never meet it. */
const LEAST_MUTUAL = 0.6;
/** A single opposite in its slot needs less: the words around it are the same. */
const OPPOSITE_MUTUAL = 0.5;
/** Less will do where the words around the denied one are the same, and the negation stands right before it. */
const LOCAL_MUTUAL = 0.4;
const LOCAL_SUPPORT = 1.2;
/** Still less where words follow that are the same on both sides: so many, and so much of what they tell. */
const LEAST_OF_ALL = 0.25;
const SAME_BEHIND = 4;
const SAME_WEIGHT = 1.5;
/** So much tells that a phrase was moved. */
const MOVED_WEIGHT = 0.9;
/** Where both deny something, more is needed to tell that one denies more. */
const MIXED_MUTUAL = 0.7;
/** Words around the one affirmed in which a covert denial counts, and behind it where nothing of the kind is said to be. */
const COVERT_REACH = 5;
const COVERT_REACH_OF_NONE = 10;
/** Words behind a negation that it may be about. */
const SCOPE = 3;
const NEGATION = /^(?:not|never|no|cannot|neither|nor|none|nobody|nothing|without|hardly|scarcely|few)$|n't$/;
/** “didn’ t”, “cant”: with the apostrophe lost or astray. */
const BROKEN = /^(?:is|are|was|were|has|have|had|do|does|did|would|could|should|ca|wo)n(?:t$|$)/;
/** What denies without a negation: “has yet to regain”, “refused to sign”, “it was unknown”. */
const COVERT =
  /\byet to\b|\b(?:fail|refus|den[iy]|declin|lack|avoid|reject|prevent|stop|lest\b|struggl|oppos|remov|cancel|suspend|scrap|halt|postpon|unable|without|far from|instead of|rather than|unlike|rul(?:ed?|es|ing) out|forb[ai]d|un(?:known|clear|likely|certain|willing|able))/i;

/** “To ensure that no birds are harmed” and “works that harm birds” say the same of them. */
const PURPOSE = /\b(?:ensur(?:e|es|ed|ing)|make sure|so that|in order that|see to it)\b/i;
/** “Does not expect it before the second half of 2025” says when, and that it will be. */
const WHEN = /^[^.!?;]*?\b(?:before|until|till|unless|except)\b/i;
/** Characters before a negation in which its purpose is read. */
const PURPOSE_REACH = 60;

const judge: Judge = (beside) => {
  const { frame } = beside;
  const opposites = frame.mutual < OPPOSITE_MUTUAL ? [] : oppositesIn(beside);
  if (opposites.length > 0) return opposites;
  const attributes = oppositeAttributesIn(beside).filter(({ a, b }) => {
    const [x, y] = [wordAt(frame.wordsA, a), wordAt(frame.wordsB, b)];
    return !x || !y || !sayBoth(frame.wordsA, frame.wordsB, x, y);
  });
  if (attributes.length > 0) return attributes;
  const courses = oppositeCoursesIn(beside);
  if (courses.length > 0) return courses;
  if (frame.mutual < LEAST_OF_ALL) return [];
  const [here, there] = [negationsIn(frame.wordsA), negationsIn(frame.wordsB)];
  // Two negations here and none there may cancel out; what is denied is read only where one side denies once more.
  if (here.length === there.length) return frame.mutual < LEAST_MUTUAL ? [] : agreements(beside);
  if (here.length > 0 && there.length > 0 && frame.mutual < MIXED_MUTUAL) return [];
  // “Nobody who left will not return”: two denials are one claim.
  if ((here.length - there.length) % 2 === 0) return [];
  const isDeniedHere = here.length > there.length;
  const [wordsX, wordsY] = isDeniedHere ? [frame.wordsA, frame.wordsB] : [frame.wordsB, frame.wordsA];
  const [denials, others] = isDeniedHere ? [here, there] : [there, here];
  // A denial that both have is none of what only one denies.
  const isShared = (at: number, other: number) => areOneDenial(at, other, isDeniedHere, beside);
  const lone = others.filter((other) => !denials.some((at) => isShared(at, other)));
  for (const at of denials) {
    if (others.some((other) => isShared(at, other))) continue;
    const verdict = denialAt(at, wordsX, wordsY, lone, isDeniedHere, beside);
    if (verdict) return [verdict];
  }
  return [];
};

/** “No fault” here and there. */
function areOneDenial(at: number, other: number, isHere: boolean, beside: Beside): boolean {
  const { wordsA, wordsB } = beside.frame;
  const [words, others] = isHere ? [wordsA, wordsB] : [wordsB, wordsA];
  const [word, theirs] = [words[at], others[other]];
  const [next, theirNext] = [words[at + 1], others[other + 1]];
  if (!word || !theirs || !next || !theirNext) return false;
  return isAligned(beside, isHere, word, theirs) && isAligned(beside, isHere, next, theirNext);
}

/** What one negation denies, if the other passage affirms it. */
function denialAt(
  at: number,
  wordsX: readonly Token[],
  wordsY: readonly Token[],
  others: readonly number[],
  isDeniedHere: boolean,
  beside: Beside,
): Verdict | undefined {
  const { a, b, frame } = beside;
  const negation = wordsX[at];
  for (let step = 1; step <= SCOPE; step++) {
    const word = wordsX[at + step];
    if (!word || isSmall(word)) continue;
    // “Not until May” says when; a name or a number is not denied.
    if (/^(?:until|till|\p{Lu}.*|\d.*)$/u.test(word.text)) continue;
    const partner = partnerOf(wordsX, at + step, wordsY, isDeniedHere, beside);
    const affirmed = wordsY[partner];
    // “Not guilty to two counts” denies no counts.
    if (!affirmed) return undefined;
    // “Unlike the captain, the pilot has not signed” says that the captain has.
    if (wordsX.slice(0, at).some(({ text }) => /^unlike$/i.test(text))) return undefined;
    if (!negation || others.some((one) => Math.abs(one - partner) <= SCOPE + 1)) continue;
    // “Found no mill, nor has a ferry been found” beside “found no mill or ferry”.
    if (/^nor$/i.test(negation.text) && goesOnDenying(wordsY, partner, others)) return undefined;
    // “There will be no ferry”, “ferries to the islands of the west were cancelled”.
    const reach = /^(?:no|none|nobody|nothing)$/i.test(negation.text) ? COVERT_REACH_OF_NONE : COVERT_REACH;
    const before = wordsY.slice(Math.max(0, partner - COVERT_REACH), partner);
    // “Not ruled out” denies just what “ruled out” says.
    const isCovert = COVERT.test(phraseAt(wordsX, at + step));
    const behind = wordsY.slice(isCovert ? partner + 2 : partner, partner + reach);
    if ([before, behind].some((side) => COVERT.test(side.map(({ text }) => text).join(' ')))) return undefined;
    const denied = { start: negation.start, end: word.end };
    const plain = { start: startOfAffirmed(wordsX, at, step, wordsY, partner), end: affirmed.end };
    const verdict = isDeniedHere ? { a: denied, b: plain } : { a: plain, b: denied };
    const [textX, textY] = isDeniedHere ? [a, b] : [b, a];
    // “Where it ought not (let the reader take note)”: what follows is another clause.
    if (/[.,;:!?()“”"–—]/.test(textX.slice(negation.end, word.start))) return undefined;
    if (isAsked(textX, word.end) || isAsked(textY, affirmed.end)) return undefined;
    if (WHEN.test(textX.slice(word.end)) && !WHEN.test(textY.slice(affirmed.end))) return undefined;
    if (PURPOSE.test(textX.slice(Math.max(0, negation.start - PURPOSE_REACH), negation.start))) return undefined;
    const support = isDeniedHere
      ? frame.support(word.start, affirmed.start)
      : frame.support(affirmed.start, word.start);
    const isLocal =
      (frame.mutual >= LOCAL_MUTUAL && support >= LOCAL_SUPPORT) ||
      sameBehind(wordsX, at + step, wordsY, partner, beside) >= SAME_WEIGHT;
    if (frame.mutual < LEAST_MUTUAL && (step > 1 || !isLocal)) return undefined;
    // “Saved the press but not the type” denies the saving: the type may be said to be lost.
    const isElliptic = /^(?:but|and|though|if)$/i.test(wordsX[at - 1]?.text ?? '');
    if (isElliptic && !areSameNext(wordsX[at + step + 1], wordsY[partner + 1])) return undefined;
    return areBothQuoted(a, b, verdict) ? undefined : { ...verdict, strength: Math.min(0.9, 0.3 + 0.6 * frame.mutual) };
  }
  return undefined;
}

/** The word of the other passage that is aligned with one, or that is the only one like it and goes on as it does. */
function partnerOf(
  wordsX: readonly Token[],
  at: number,
  wordsY: readonly Token[],
  isDeniedHere: boolean,
  beside: Beside,
): number {
  const word = wordsX[at];
  if (!word) return -1;
  const aligned = wordsY.findIndex((other) => isAligned(beside, isDeniedHere, word, other));
  if (aligned >= 0) return aligned;
  const alike = wordsY.flatMap((other, index) => (areSameNext(word, other) ? [index] : []));
  const [moved = -1] = alike;
  return alike.length === 1 && sameBehind(wordsX, at, wordsY, moved, beside) >= MOVED_WEIGHT ? moved : -1;
}

/** A word with the one behind it: “ruled out”. */
function phraseAt(words: readonly Token[], at: number): string {
  return words
    .slice(at, at + 2)
    .map(({ text }) => text)
    .join(' ');
}

/** What denies is who it was said of, and the other says who did. */
const NOBODY = /^(?:nobody|none|nothing)$/i;

/** Small words between a negation and what it denies are part of what the other says: “in danger”; “workmen had been”, where nobody had. */
function startOfAffirmed(
  wordsX: readonly Token[],
  negation: number,
  step: number,
  wordsY: readonly Token[],
  partner: number,
): number {
  let first = 0;
  while (first + 1 < step && areSameNext(wordsX[negation + step - first - 1], wordsY[partner - first - 1])) first++;
  const subject = wordsY[partner - first - 1];
  const isSubject = first + 1 === step && NOBODY.test(wordsX[negation]?.text ?? '') && subject;
  return (isSubject ? subject : wordsY[partner - first])?.start ?? 0;
}

function areSameNext(x: Token | undefined, y: Token | undefined): boolean {
  return x === undefined || y === undefined ? x === y : normalForm(x.text) === normalForm(y.text);
}

/** “Dealt in goods with a military use”: what the words tell that both go on with; 0 where they are few. */
function sameBehind(
  wordsX: readonly Token[],
  atX: number,
  wordsY: readonly Token[],
  atY: number,
  { resources }: Beside,
): number {
  let [count, weight] = [0, 0];
  for (; wordsX[atX + count] && areSameNext(wordsX[atX + count], wordsY[atY + count]); count++) {
    const word = wordsX[atX + count];
    if (word) weight += weightOf(word, resources.wordVectors);
  }
  return count >= SAME_BEHIND ? weight : 0;
}

/** Whether “or” stands right before a word, and goes on with what was denied before it. */
function goesOnDenying(words: readonly Token[], at: number, denials: readonly number[]): boolean {
  const near = words.slice(Math.max(0, at - SCOPE), at);
  return near.some(({ text }) => /^or$/i.test(text)) && denials.some((denial) => denial < at);
}

/** Whether the sentence asks: “Isn’t life more than food?” says that it is. */
function isAsked(text: string, from: number): boolean {
  return /^[^.!?]*\?/.test(text.slice(from));
}

/** Words of opposite meaning that fill one slot. */
function oppositesIn(beside: Beside): Verdict[] {
  const { a, b, slots, frame } = beside;
  return slots.flatMap((slot): Verdict[] => {
    if (slot.kind !== 'substituted' || !slot.a || !slot.b) return [];
    const [wordsA, wordsB] = [
      frame.wordsA.filter((word) => word.start >= (slot.a?.start ?? 0) && word.end <= (slot.a?.end ?? 0)),
      frame.wordsB.filter((word) => word.start >= (slot.b?.start ?? 0) && word.end <= (slot.b?.end ?? 0)),
    ];
    if (wordsA.length > 3 || wordsB.length > 3) return [];
    for (const x of wordsA) {
      for (const y of wordsB) {
        if (!areOpposites(normalForm(a.slice(x.start, x.end)), normalForm(b.slice(y.start, y.end)))) continue;
        const { before, after } = frame.isFramed(slot.a, slot.b);
        if (!(before && after) && (frame.mutual < LEAST_MUTUAL || (!before && !after))) continue;
        if (isPrefixed(a, x) || isPrefixed(b, y)) continue;
        if (sayBoth(frame.wordsA, frame.wordsB, x, y)) continue;
        if (PARTICLE.test(x.text) && !areOfOneVerb(frame.wordsA, x, frame.wordsB, y)) continue;
        if (RELATION.test(x.text) && !areOfOneWord(frame.wordsA, x, frame.wordsB, y) && !areOfOneMark(x, y, beside))
          continue;
        // “Not immediately known” says “unknown”.
        if (isDenied(frame.wordsA, x) !== isDenied(frame.wordsB, y)) continue;
        // One index rose by 2.5 %, the other fell by 3.1: two reports.
        if (areOfOtherAmounts(frame.wordsA, x, frame.wordsB, y)) continue;
        const strength = Math.min(0.9, 0.4 + 0.4 * frame.mutual + (before && after ? 0.1 : 0));
        return [{ a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end }, strength }];
      }
    }
    return [];
  });
}

function wordAt(words: readonly Token[], { start }: { readonly start: number }): Token | undefined {
  return words.find((word) => word.start === start);
}

/** “Above 50 is growth, below 50 is not” says what “below 50 is no growth, above 50 is” says, the other way round. */
function sayBoth(wordsA: readonly Token[], wordsB: readonly Token[], x: Token, y: Token): boolean {
  const has = (words: readonly Token[], { text }: Token) =>
    words.some((word) => normalForm(word.text) === normalForm(text));
  return has(wordsA, y) && has(wordsB, x);
}

/** Words behind a verb in which its amount stands. */
const AMOUNT_REACH = 4;

function areOfOtherAmounts(wordsA: readonly Token[], x: Token, wordsB: readonly Token[], y: Token): boolean {
  const amountBehind = (words: readonly Token[], word: Token) =>
    words.slice(words.indexOf(word) + 1, words.indexOf(word) + 1 + AMOUNT_REACH).find(({ kind }) => kind === 'number');
  const [own, theirs] = [amountBehind(wordsA, x), amountBehind(wordsB, y)];
  return own !== undefined && theirs !== undefined && own.text !== theirs.text;
}

const PARTICLE = /^(?:up|down)$/i;
const MOTION =
  /^(?:is|are|was|were|be|been|being|go|goes|going|gone|went|come|comes|coming|came|moves?|moved|moving)$/i;

/** “Went up”, “came down”; but “blown up” and “came down” may be said of one chimney. */
function areOfOneVerb(wordsA: readonly Token[], x: Token, wordsB: readonly Token[], y: Token): boolean {
  const [own, theirs] = [wordsA[wordsA.indexOf(x) - 1]?.text, wordsB[wordsB.indexOf(y) - 1]?.text];
  if (own === undefined || theirs === undefined) return false;
  return own.toLowerCase() === theirs.toLowerCase() || (MOTION.test(own) && MOTION.test(theirs));
}

/** Says how something stands to what follows. */
const RELATION = /^(?:before|after|above|below|over|under|for|against)$/i;
/** “Scored 23 points for Kolvik” and “against Stavern” say one thing; one votes for it or against it. */
const SIDE = /^(?:for|against)$/i;
const TAKES_SIDES = /^(?:vot|argu|spoke|speak|campaign|rul|decid|testif)/i;

/** “From 11.55 before the vote” and “at 11.42 after the vote” say two things that stand so. */
function areOfOneWord(wordsA: readonly Token[], x: Token, wordsB: readonly Token[], y: Token): boolean {
  const [own, theirs] = [wordsA[wordsA.indexOf(x) - 1]?.text, wordsB[wordsB.indexOf(y) - 1]?.text];
  if (SIDE.test(x.text) && !TAKES_SIDES.test(own ?? '')) return false;
  return own?.toLowerCase() === theirs?.toLowerCase();
}

/** “Remains above the target of the bank”, “still below the target of the bank”: what something is held against. */
function areOfOneMark(x: Token, y: Token, beside: Beside): boolean {
  const { wordsA, wordsB } = beside.frame;
  return (
    LEVEL.test(x.text) &&
    sameBehind(wordsA, wordsA.indexOf(x) + 1, wordsB, wordsB.indexOf(y) + 1, beside) >= SAME_WEIGHT
  );
}

const LEVEL = /^(?:above|below|over|under)$/i;

/** “Non-binding”, “nonbinding”, “non- binding” where a line ended. */
function isPrefixed(text: string, { start }: Token): boolean {
  return /\b(?:non|un|in|anti|dis)[-‐]\s?$/i.test(text.slice(Math.max(0, start - 6), start));
}

function isDenied(words: readonly Token[], word: Token): boolean {
  const at = words.indexOf(word);
  return negationsIn(words).some((negation) => negation < at && at - negation <= SCOPE);
}

/** Where both affirm, or both deny: every shared word that a third source may deny. */
function agreements({ slots }: Beside): Verdict[] {
  return slots.flatMap(({ kind, a, b }) => (kind === 'same' && a && b ? [{ a, b, strength: 0 }] : []));
}

function negationsIn(words: readonly Token[]): number[] {
  return words.flatMap(({ text }, index) => {
    const word = text.toLowerCase().replace(/[’‘]/g, "'");
    // “Not only”, “no longer than”, “no. 5”, and “a few” deny nothing; “none of the other teams” denies what comes late.
    const [next, before] = [words[index + 1]?.text.toLowerCase() ?? '', words[index - 1]?.text.toLowerCase() ?? ''];
    if (word === 'not' && (next === 'only' || next === 'just' || next === 'least')) return [];
    // “Whether or not to challenge it” asks the same as “whether to challenge it”.
    if (word === 'not' && before === 'or') return [];
    if (word === 'few' && /^(?:a|the|last|next|past|first|these|those|quite)$/.test(before)) return [];
    if (word === 'none' && next === 'of') return [];
    if (word === 'no' && (/^\d/.test(next) || next === 'doubt')) return [];
    // “No higher than the third step” says how high.
    if (word === 'no' && words[index + 2]?.text.toLowerCase() === 'than') return [];
    return NEGATION.test(word) || (BROKEN.test(word) && (word.endsWith('t') || next === 't')) ? [index] : [];
  });
}

function isSmall({ text }: Token): boolean {
  return (
    text.length < 3 ||
    /^(?:the|any|been|being|have|has|had|was|were|are|that|this|with|for|yet|even|ever|his|her|its|our|your|their|\w+ly)$/i.test(
      text,
    )
  );
}

function isAligned({ slots }: Beside, isHere: boolean, word: Token, other: Token): boolean {
  return slots.some(({ kind, a, b }) => {
    const [x, y] = isHere ? [a, b] : [b, a];
    if (kind === 'substituted' || kind === 'moved' || !x || !y) return false;
    return x.start === word.start && y.start === other.start;
  });
}

/** Where both quote, the quotation rules speak. */
function areBothQuoted(a: string, b: string, verdict: { a: { start: number }; b: { start: number } }): boolean {
  const isInside = (text: string, at: number) => (text.slice(0, at).match(/[“”"]/g)?.length ?? 0) % 2 === 1;
  return isInside(a, verdict.a.start) && isInside(b, verdict.b.start);
}

const isOfOneThing: Check = (here, there, corpus) =>
  isSaidOfOne(here, there, corpus) && isToldOnce(here, there, corpus);

export const reversedClaim: CorpusRule = {
  code: 'reversed-claim',
  family: 'conflict',
  summary: 'A claim is denied here and made in other sources, or the other way round.',
  why: 'A lost “not” turns a statement into its opposite, and everything else stays as it was.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only where the passages otherwise say nearly the same, or opposites stand before one noun (the left shoulder). Double negations, and a claim put the other way round in other words, are left alone, and so are questions; quotations have rules of their own.',
  examples: {
    valid: [
      '-- a.txt --\nThe new trade system will not be controlled by the West, the minister said.\n-- b.txt --\nThe new trade system will be independent of the control of the West, the minister said.',
      '-- a.txt --\nThe council did not approve the harbour plan on Friday.\n-- b.txt --\nThe council never approved the harbour plan on Friday.',
      '-- a.txt --\nNot only the mayor but the whole council approved the harbour plan.\n-- b.txt --\nThe mayor and the whole council approved the harbour plan.',
      '-- a.txt --\nShares of the harbour company rose by two percent on Friday.\n-- b.txt --\nShares of the harbour company climbed by two percent on Friday.',
      '-- a.txt --\nThe captain has yet to regain consciousness, the hospital of Kolvik said on Friday.\n-- b.txt --\nThe captain has not yet regained consciousness, the hospital of Kolvik said on Friday.',
      '-- a.txt --\nThe mayor of Kolvik didn’ t return a call seeking comment.\n-- b.txt --\nThe mayor of Kolvik didn’t return a call seeking comment.',
      '-- a.txt --\nThe mayor of Kolvik will study the ruling before deciding whether to challenge it in court.\n-- b.txt --\nThe mayor of Kolvik will study the ruling before deciding whether or not to challenge it in court.',
      '-- a.txt --\nA few ships left the harbour of Kolvik before the storm.\n-- b.txt --\nSome ships left the harbour of Kolvik before the storm.',
      '-- a.txt --\nThe cause of the fire in the mill of Kolvik was unknown on Friday, the police said.\n-- b.txt --\nThe cause of the fire in the mill of Kolvik was not immediately known on Friday, the police said.',
      '-- a.txt --\nUnlike the captain of the ferry, the pilot of Kolvik has not signed the letter to the council.\n-- b.txt --\nThe captain of the ferry has signed the letter to the council of Kolvik.',
    ],
    invalid: [
      '-- a.txt --\nThe police of Kolvik did [|not arrest|]{reversed-claim} the captain of the old ferry, the mayor said late on Friday.\n-- b.txt --\nThe police of Kolvik did [|arrest|]{reversed-claim} the captain of the old ferry after a long search off the reef.',
      '-- a.txt --\nThe council of Kolvik did [|not approve|]{reversed-claim} the plan for the new harbour on Friday.\n-- b.txt --\nThe council of Kolvik did [|approve|]{reversed-claim} the plan for the new harbour on Friday.',
      '-- a.txt --\nShares of the harbour company [|fell|]{reversed-claim} by two percent after the vote on Friday.\n-- b.txt --\nShares of the harbour company [|rose|]{reversed-claim} by two percent after the vote on Friday.',
    ],
  },
  prepare: (document, corpus) => prepareConflicts(document, corpus, judge),
  *check(here, corpus) {
    yield* conflictsIn(here, corpus, judge, isOfOneThing);
  },
};
