import type { Span } from './span.js';

const WORDS = /\b(?:updated|published|posted|modified|GMT|BST|UTC|EST|EDT)\b/i;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const PARTS = new RegExp(
  String.raw`\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.?m\.?|\d+(?:st|nd|rd|th)?|at|by|on|et|pt|first|last)\b`,
  'gi',
);
/** What happens to people and ships, and to no page. */
const EVENT =
  /\b(?:born|died|dies|dead|killed|married|buried|baptised|baptized|crowned|elected|founded|built|sank|lost|fell|signed|began|ended|opened|closed|arrested|launched)\b/i;
/** More words than this beside a date, and something is said. */
const MOST_WORDS = 2;
/** The same where a page says when it was published: “By Anna Berg, Kolvik Herald. Last updated on”. */
const MOST_BESIDE = 8;

const DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS})|(?:${MONTHS}) \d{1,2}(?:st|nd|rd|th)?),? [12]?\d{3}`;
const DATED = new RegExp(String.raw`^(?<where>.{1,100}), ${DAY}\.?$`, 'i');
const NAMED = /^(?:on|aboard|board|at|near|off|from|in|the|of|\p{Lu}[\p{L}.’'-]*)$/u;

/** “On board the Grey Goose, Port Lund, 4th March 1896”: places and a date, as a letter begins. */
function isLetterHead(text: string): boolean {
  const words = DATED.exec(text)?.groups?.where?.split(/,? /);
  return words?.every((word) => NAMED.test(word.toLowerCase()) || NAMED.test(word)) ?? false;
}

/** Whether a passage says when a page was published or a letter written, and nothing of what happened. */
export function isPublicationStamp(text: string): boolean {
  if (text.length > 200 || !/\d/.test(text) || EVENT.test(text)) return false;
  if (isLetterHead(text.trim())) return true;
  const others = text.replace(PARTS, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others <= MOST_WORDS || (others <= MOST_BESIDE && WORDS.test(text));
}

/** Characters before the date of a dateline. */
const LONGEST_PLACE = 60;

/** Before a date that opens a report without a place. A date alone before a dash may head an entry of a chronicle. */
const LABEL = /^\s*(?:date|dated|filed|posted|published|updated)\b:?\s*$/i;

/** Whether a date opens a report and says when it was filed: “HARLOW BAY, Kolvik, March 14 (NNP) –”, “date 2021-03-14 (NNP) –”. */
export function isInDateline(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  return (
    before.length <= LONGEST_PLACE &&
    (/^\p{Lu}{2}/u.test(before) || LABEL.test(before)) &&
    !/[.!?]\s+\p{Lu}\p{Ll}/u.test(before) &&
    /^,?\s*(?:\([^()]{1,40}\)\s*)?(?:[–—]|-+\s)/.test(text.slice(end, end + 60))
  );
}
