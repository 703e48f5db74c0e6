/** Between a word for a bound and its date: “since the early summer of”. */
const PART = String.raw`(?:(?:the|about|around|at least|early|late|mid|spring|summer|autumn|fall|winter|beginning|start|middle|end|of)[ -]){0,5}`;
const BOUND = new RegExp(
  String.raw`\b(?:(?<first>since|from|after)|(?<last>through|until|till|before|by)) ${PART}$`,
  'i',
);
/** Characters before a date in which its bound is said. */
const REACH = 80;

/**
 * Whether of two dates one begins what is said and the other ends it: “in office since 2020” and “no upturn before the spring
 * of 2025”.
 * @param a what stands before the one in its text
 * @param b what stands before the other
 */
export function areOtherBounds(a: string, b: string): boolean {
  const [own, theirs] = [boundIn(a), boundIn(b)];
  return own !== undefined && theirs !== undefined && own !== theirs;
}

function boundIn(before: string): 'first' | 'last' | undefined {
  const groups = BOUND.exec(before.slice(-REACH))?.groups;
  return groups && (groups.first === undefined ? 'last' : 'first');
}
