/** Between a word for a bound and its date: “since the early summer of”. */
const PART = String.raw`(?:(?:the|about|around|at least|early|late|mid|spring|summer|autumn|fall|winter|beginning|start|middle|end|of)[ -]){0,5}`;
const BOUND = new RegExp(
  String.raw`\b(?:(?<first>since|from|after)|(?<last>through|until|till|before|by)) ${PART}$`,
  'i',
);
/** “4 percent more than in 2023”, “compared with the 31 of 2023”: a date that another one is held against. */
const BASIS = new RegExp(
  String.raw`\b(?:than|compared (?:with|to)|against|versus|(?:up|down) from)(?: the| its| their| an?)?(?: [\d.,]+)?(?: \p{Ll}+)? ?(?:in|of|for|during)? ?${PART}$`,
  'iu',
);
/** Characters before a date in which its bound is said. */
const REACH = 80;

/**
 * Whether of two dates one begins what is said and the other ends it, “in office since 2020” and “no upturn before the spring
 * of 2025”, or one alone is of an earlier time that the text compares with.
 * @param a what stands before the one in its text
 * @param b what stands before the other
 */
export function areOtherBounds(a: string, b: string): boolean {
  const [own, theirs] = [boundIn(a), boundIn(b)];
  if (own === 'basis' || theirs === 'basis') return own !== theirs;
  return own !== undefined && theirs !== undefined && own !== theirs;
}

function boundIn(before: string): 'first' | 'last' | 'basis' | undefined {
  if (BASIS.test(before.slice(-REACH))) return 'basis';
  const groups = BOUND.exec(before.slice(-REACH))?.groups;
  return groups && (groups.first === undefined ? 'last' : 'first');
}
