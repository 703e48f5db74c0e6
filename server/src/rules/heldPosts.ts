import { isSameGiven } from '../analysis/nameMatching.js';
import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { HONORIFICS } from '../core/nameWords.js';
import type { Span } from '../core/span.js';

/** A post that somebody is said to hold beside the name; the span is that of the post in its paragraph. */
export interface HeldPost extends Span, Bearer {
  /** In small letters: “mate” of “second mate”. */
  readonly post: string;
  /** “The deputy governor”. */
  readonly isDeputy: boolean;
  /** The name beside it. */
  readonly name: Span;
}

/** Who is named, in small letters. */
export interface Bearer {
  /** Empty where only the surname stands there. */
  readonly given: string;
  readonly surname: string;
}

export function areOnePerson(a: Bearer, b: Bearer): boolean {
  return a.surname === b.surname && (a.given === '' || b.given === '' || isSameGiven(a.given, b.given));
}

const known = new Facts<Paragraph, readonly HeldPost[]>();

/** Posts of which one holds one at a time on one ship, in one parish, on one board, in one court. Read once. */
export function heldPostsOf(paragraph: Paragraph): readonly HeldPost[] {
  let held = known.get(paragraph);
  if (!held) known.set(paragraph, (held = read(paragraph.text)));
  return held;
}

const POST = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<deputy>deputy|vice|assistant)[\s-])?(?:(?:first|second|third|chief|town|city|county|borough|parish|ship['’]s|prison|castle|club)\s)?(?<post>${[
    'chaplain|rector|vicar|curate|verger|sexton|churchwarden|organist',
    'mate|boatswain|bosun|purser|surgeon|quartermaster|(?<=(?:first|second|third)\\s)officer',
    'treasurer|clerk|registrar|bursar|auditor|chairman|chairwoman|chair|secretary',
    'judge|magistrate|coroner|prosecutor|(?:defen[cs]e)\\s(?:counsel|lawyer)|governor|mayor|provost|bailiff|warden',
    '(?:harbou?r|station|head)[\\s-]?master|headmistress|librarian|curator|(?<=(?:chief|county|town|city|borough)\\s)engineer',
  ].join('|')})(?![\p{L}-])`,
  'giu',
);
/** Of an earlier or later time. */
const NOT_NOW =
  /(?<!\p{L})(?:then|next|future|late|incoming|outgoing|acting|once|new|former|ex|retired|honorary|under|general)[\s-](?:\p{Ll}+\s){0,2}$/iu;
const TITLE = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Rev|Capt|Fr|Ma[iî]tre)\.?\s)?`;
const NAME = String.raw`\p{Lu}[\p{L}’'-]{1,40}(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{1,40})){0,2}`;
const NAME_BEHIND = new RegExp(
  String.raw`^(?:(?:\sof(?:\s(?:the|\p{Lu}[\p{L}’'-]{1,40})){1,4})?,)?\s${TITLE}(?<name>${NAME})`,
  'u',
);
const NAME_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?<name>(?:\p{Lu}\.\s)?${NAME})(?:,\s|\s\()(?:(?:the|an?|its|our|their|his|her)\s)?$`,
  'u',
);
/** Characters beside a post in which the name is looked for. */
const REACH = 60;
const LEAST_SURNAME = 3;

function read(text: string): HeldPost[] {
  return Array.from(text.matchAll(POST)).flatMap(({ 0: written, index, groups }): HeldPost[] => {
    const [start, end] = [index, index + written.length];
    const from = Math.max(0, start - REACH);
    const before = text.slice(from, start);
    const behind = NAME_BEHIND.exec(text.slice(end, end + REACH));
    const found = behind ?? NAME_BEFORE.exec(before);
    const name = found?.groups?.name?.replace(/['’]s$/, '');
    if (!found || name === undefined || NOT_NOW.test(before)) return [];
    const at = (behind ? end : from) + found.index + found[0].indexOf(name);
    const words = name
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => !HONORIFICS.has(word));
    const surname = words.at(-1) ?? '';
    if (surname.length < LEAST_SURNAME) return [];
    return [
      {
        start,
        end,
        post: postOf(groups?.post ?? ''),
        isDeputy: groups?.deputy !== undefined,
        name: { start: at, end: at + name.length },
        given: words.length > 1 ? (words[0] ?? '').replace(/\.$/, '') : '',
        surname,
      },
    ];
  });
}

/** In one word, with one spelling; the second officer of a ship is its second mate. */
function postOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replace('officer', 'mate')
    .replace('defense', 'defence')
    .replace('lawyer', 'counsel')
    .replace('harbor', 'harbour');
}
