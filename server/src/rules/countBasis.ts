import { isWordOf } from '../analysis/wordedSentences.js';
import type { Quantity } from '../core/quantities.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { baseOf } from '../core/wordForms.js';
import { PLURAL } from '../core/writtenNumbers.js';
import { areComplements } from './complements.js';
import { FALL, FALLS, RISE, RISES } from './courseWords.js';
import type { Beside } from './judge.js';

/**
 * Whether two numbers are given on one basis, as far as the words around each say: for the same unit of time or the same
 * thing (a week, a game), both as a level or both as a change, both of now or both of a year before, and as shares of one
 * group, not of what is left of it. “Wages rose 5 percent” does not contradict “wages rose to 8 percent of all costs”.
 */
export function areOnOneBasis(a: Quantity, b: Quantity, texts: Texts): boolean {
  const [own, theirs] = [basisOf(a, texts.a), basisOf(b, texts.b)];
  return (
    !areOthers(own.rate, theirs.rate) &&
    !areOthers(own.course, theirs.course) &&
    own.isOfBefore === theirs.isOfBefore &&
    (a.unit !== '%' || b.unit !== '%' || areOfOneGroup(own.group, theirs.group, texts)) &&
    !areComplements(a, b, texts)
  );
}

/** The two sentences or passages. */
type Texts = Pick<Beside, 'a' | 'b' | 'resources'>;

interface Basis {
  /** What it is for one of: `week` of “a week”, “weekly”. */
  readonly rate: string | undefined;
  readonly course: 'change' | 'level' | undefined;
  /** Of an earlier period that the text compares with. */
  readonly isOfBefore: boolean;
  /** Words for what it is a share of. */
  readonly group: readonly string[];
}

/** Characters beside a number in which its basis is said. */
const REACH = 70;

function basisOf({ start, end }: Quantity, text: string): Basis {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  return {
    rate: rateIn(before, behind),
    course: courseIn(before, behind),
    isOfBefore: BEFORE_IT.test(before) || HEADED.test(text.slice(0, start)) || BEHIND_IT.test(behind),
    group: groupOf(start, behind, text),
  };
}

/** Both are known, and not the same. */
function areOthers<T>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

const QUALIFIED = String.raw`(?:about|around|nearly|almost|over|some|roughly|just|only|up to|at least|more than|less than|an? (?:estimated|average|further|additional|total)|another)`;
/** Right before a number, its sign and what qualifies it. */
const HERE = String.raw`(?:\s${QUALIFIED}){0,2}\s[$£€¥]?$`;

const PERIODS: Readonly<Record<string, string>> = { daily: 'day', annual: 'year', annually: 'year' };
const FOR_EACH =
  /^(?:\s?%|\s\p{L}+){0,2}[\s-](?:an?|per|each|every)[\s-](second|minute|hour|day|night|week|month|quarter|season|year|decade|game|match|person|head|household|share|barrel|ounce|pound|gallon|liter|litre|ton|tonne|mile|unit)s?\b(?!\s(?:ago|earlier|before|later|after|old))/iu;
const ADVERB_BEHIND = /^(?:\s?%|\s\p{L}+)?\s(hourly|daily|nightly|weekly|monthly|quarterly|annually|yearly)\b/iu;
const ADJECTIVE_BEFORE = new RegExp(
  String.raw`\b(hourly|daily|nightly|weekly|monthly|quarterly|annual|yearly)(?:\s\p{Ll}+){0,3}${HERE}`,
  'iu',
);

function rateIn(before: string, behind: string): string | undefined {
  const noun = FOR_EACH.exec(behind)?.[1];
  if (noun !== undefined) return noun.toLowerCase();
  const word = (ADVERB_BEHIND.exec(behind)?.[1] ?? ADJECTIVE_BEFORE.exec(before)?.[1])?.toLowerCase();
  return word && (PERIODS[word] ?? word.replace(/ly$/, ''));
}

const MOVED = new RegExp(String.raw`\b(?:${RISES}|${FALLS})(?:\s(?:by|of|a|an|another|\p{L}+ly)){0,2}${HERE}`, 'iu');
const MOVE_BEHIND = new RegExp(String.raw`^(?:\s?%|[\s-]\p{L}+){1,2}\s(?:${RISE}|${FALL})\b`, 'iu');
const LEVEL = new RegExp(String.raw`\b(?:to|at|reached|reach|totall?ed|stood at|is|are|was|were)${HERE}`, 'iu');

function courseIn(before: string, behind: string): Basis['course'] {
  if (MOVED.test(before) || MOVE_BEHIND.test(behind)) return 'change';
  return LEVEL.test(before) ? 'level' : undefined;
}

const EARLIER =
  '(?:a|one) (?:year|month|quarter|week) (?:ago|earlier|before)|(?:(?:in|for|during|from) )?(?:the|its) (?:same|year-ago|year-earlier|corresponding|comparable) (?:period|quarter|month|week|time|day)';
/** “Compared with $12 million”, “up from 12 percent”. */
const BEFORE_IT = new RegExp(
  String.raw`\b(?:compared (?:with|to)|versus|(?:up|down) from)(?:\s(?:a|an|the|net|loss|profit|of|just))*${HERE}`,
  'iu',
);
/** Said of its sentence: “A year earlier, it earned”, “compared with the same quarter last year, it earned”. */
const HEADED = new RegExp(String.raw`^(?:compared (?:with|to) )?(?:${EARLIER})\b[^.;]*$`, 'iu');
/** No other number stands between. */
const BEHIND_IT = new RegExp(String.raw`^[^.;\d]*?\b(?:${EARLIER})\b`, 'iu');

const OF_GROUP = /^(?:\s?%|\sper\s?cent)?\sof\s((?:[\p{L}’'-]+\s?){1,6})/iu;
const NO_MEMBER =
  /^(?:the|its|his|her|their|our|all|these|those|an?|such|every|each|about|around|some|more|than|total|overall)$/;
const ENDS_GROUP =
  /^(?:of|in|to|on|at|by|for|with|from|and|or|but|as|is|are|was|were|be|been|have|has|had|who|which|that|will|would|do|does|did|said|say|says)$/;
/** Before the noun group itself: “of all the Lund homes”. */
const FIRST_SMALL = /^(?:(?:the|its|his|her|their|our|all|these|those|an?|such|every|each|total|overall)\s)+/iu;
const LONGEST_GROUP = 3;

/** Of “3 percent of the homes, compared with 5 percent in Lund”, both are shares of homes. */
function groupOf(start: number, behind: string, text: string): string[] {
  const own = groupIn(behind);
  if (own.length > 0 || !/^\s?(?:%|per\s?cent\b)/i.test(behind)) return own;
  const [before = ''] = /(?:%|per\s?cent)\sof\s(?!.*(?:%|per\s?cent)\sof\s)[^.;]*$/iu.exec(text.slice(0, start)) ?? [];
  return /\bcompared (?:with|to)\b/i.test(before) ? groupIn(` ${before}`) : [];
}

function groupIn(behind: string): string[] {
  const phrase = OF_GROUP.exec(behind)?.[1] ?? '';
  // “Of the homes Norwegians own”: a clause begins.
  const [noun = ''] = /^.*?\p{Ll}(?=\s\p{Lu})/u.exec(phrase.replace(FIRST_SMALL, '')) ?? [phrase];
  const words = wordsIn(noun).flatMap(({ text }) => (/['’]s?$/.test(text) ? [] : normalForm(text)));
  const members = words.filter((word) => !NO_MEMBER.test(word));
  const plural = members.find((word) => PLURAL.test(word) && !ENDS_GROUP.test(word));
  if (plural !== undefined) return [plural];
  const end = members.findIndex((word) => ENDS_GROUP.test(word));
  return members.slice(0, end < 0 ? LONGEST_GROUP : Math.min(end, LONGEST_GROUP));
}

/** A thesaurus knows pupils and students for one; women and men stand in the same company, and are two groups. */
function areOfOneGroup(own: readonly string[], theirs: readonly string[], { resources }: Texts): boolean {
  const { wordRelations, wordVectors } = resources;
  const isWord = isWordOf(wordVectors);
  if (own.length === 0 || theirs.length === 0) return true;
  return own.some((word) =>
    theirs.some((other) => {
      const [base, baseOther] = [baseOf(word, isWord), baseOf(other, isWord)];
      const [rank, rankOther] = [wordVectors.rank(base), wordVectors.rank(baseOther)];
      return base === baseOther || (rank >= 0 && rankOther >= 0 && wordRelations.areLinked(rank, rankOther));
    }),
  );
}
