import type { Corpus } from '../analysis/corpus.js';
import { quantitiesIn, type Quantity } from '../core/quantities.js';
import type { Place, Span } from '../core/span.js';
import { FALL, FALLS, RISE, RISES } from './courseWords.js';
import type { Beside, Check, Verdict } from './judge.js';

/** Share of what the longer passage says that both must have, and how much must agree around the two numbers. */
const LEAST_MUTUAL = 0.2;
const LEAST_SUPPORT = 0.6;
const STRENGTH = 0.72;

type Course = 'up' | 'down';

/** A number by which something changes, with the word that says which way. */
interface Change extends Span {
  readonly course: Course;
  readonly quantity: Quantity;
}

/**
 * “Sales were down 11 percent”, “sales rose by 11 percent”, “an 11 percent increase”: one change, told to go up and to go
 * down, however the sentences are worded.
 */
export function oppositeCoursesIn({ a, b, frame }: Beside): Verdict[] {
  if (frame.mutual < LEAST_MUTUAL) return [];
  const [own, theirs] = [changesIn(a), changesIn(b)];
  return own.flatMap((x): Verdict[] => {
    const same = theirs.filter((y) => areOfOneSize(x, y));
    const [y] = same;
    // Who tells two changes of one size may tell either of them first.
    if (!y || same.length > 1 || own.filter((one) => areOfOneSize(one, x)).length > 1 || x.course === y.course)
      return [];
    if (frame.support(x.quantity.start, y.quantity.start) < LEAST_SUPPORT) return [];
    return [{ a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end }, strength: STRENGTH }];
  });
}

function areOfOneSize({ quantity: x }: Change, { quantity: y }: Change): boolean {
  return x.unit === y.unit && x.least === y.least && x.most === y.most;
}

/** Characters beside a number in which its course is said. */
const REACH = 60;
const UNIT = /^(?:[%$£€¥]|.*points?)$/;

function changesIn(text: string): Change[] {
  return quantitiesIn(text).flatMap((quantity): Change[] => {
    if (!UNIT.test(quantity.unit)) return [];
    const found = changeAt(text, quantity);
    return found ? [{ ...found, quantity }] : [];
  });
}

const QUALIFIED = String.raw`(?:\s(?:by|of|about|around|some|nearly|almost|roughly|just|only|over|an?|another|further|\p{L}+ly)){0,3}`;
/** Where somebody moves it; of a number that is no share the same words say how much there is: “raised $5 million”. */
const RAISES = 'gain(?:s|ed)?|rais(?:e[ds]?|ing)';
const LOWERS = 'lost|loses?|cuts?|cutting|reduc(?:e[ds]?|ing)|lower(?:s|ed|ing)?|sank|sunk';
const WAY = String.raw`\b(?:(?<up>${RISES}|${RAISES})|(?<down>${FALLS}|${LOWERS}))`;
/** “Rose 11 percent”, “a fall of 11 percent”. */
const BEFORE = new RegExp(String.raw`${WAY}${QUALIFIED}\s?[$£€¥]?$`, 'iu');
/** “Cut its key rate by 11 points”. */
const BEFORE_BY = new RegExp(
  String.raw`${WAY}(?:\s[\p{L}’'-]+){1,6}\sby(?:\s(?:about|around|some|an?))?\s[$£€¥]?$`,
  'iu',
);
/** “11 percent lower”, “an 11 percent drop”. */
const BEHIND = new RegExp(
  String.raw`^(?:\s?%|[\s-](?:per\s?cent|percentage|points?|million|billion)){0,2}\s(?:(?<up>${RISE}|more|up)|(?<down>${FALL}|less|down))(?![\p{L}-])`,
  'iu',
);

const UNIT_BEHIND = /^(?:\s?%|[\s-](?:per\s?cent|(?:percentage )?points?|million|billion)(?!\p{L}))/iu;

function changeAt(text: string, { start, end }: Span): (Span & { readonly course: Course }) | undefined {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const behind = BEHIND.exec(text.slice(end, end + REACH));
  if (behind) return { start, end: end + behind[0].length, course: courseOf(behind) };
  const found = BEFORE.exec(before) ?? BEFORE_BY.exec(before);
  if (!found) return undefined;
  const unit = UNIT_BEHIND.exec(text.slice(end, end + REACH))?.[0].length ?? 0;
  return { start: from + found.index, end: end + unit, course: courseOf(found) };
}

function courseOf({ groups }: RegExpExecArray): Course {
  return groups?.up === undefined ? 'down' : 'up';
}

/** Unless either text tells a change of that size the other way, too: of another share, of another year. */
export const isToldOnce: Check = (here, there, corpus) => {
  const [own, theirs] = [here, there].map((place) => changeOf(place, corpus));
  if (!own || !theirs || own.course === theirs.course) return true;
  return !tells(here.path, own.number, theirs.course, corpus) && !tells(there.path, theirs.number, own.course, corpus);
};

function changeOf(place: Place, corpus: Corpus) {
  const text = corpus.textAt(place);
  const [change] = changesIn(text);
  return change && { course: change.course, number: text.slice(change.quantity.start, change.quantity.end) };
}

/** A text that has a number more often than this is a table. */
const MOST_PLACES = 50;

function tells(path: string, number: string, course: Course, corpus: Corpus): boolean {
  const text = corpus.document(path)?.text ?? '';
  let at = text.indexOf(number);
  for (let count = 0; at >= 0 && count < MOST_PLACES; count++, at = text.indexOf(number, at + number.length)) {
    if (changeAt(text, { start: at, end: at + number.length })?.course === course) return true;
  }
  return false;
}
