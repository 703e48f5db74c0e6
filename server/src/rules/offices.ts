import { HONORIFICS, OFFICES } from '../core/nameWords.js';
import { normalForm, type Token } from '../core/tokens.js';

/** Words for anybody who leads or speaks, and forms of address: they contradict no office, unless both are said to hold it. */
const GENERAL =
  /^(?:leader|chief|head|official|officer|boss|spokes\w+|representative|mr|mrs|ms|miss|sir|dr|lord|lady|dame|herr|madame|rev|reverend|prof|professor)s?$/;

/** The office that a word names, in small letters and the singular. */
export function officeOf({ text }: Pick<Token, 'text'>): string | undefined {
  const word = normalForm(text).replace(/s$/, '');
  return OFFICES.has(word) || HONORIFICS.has(word) || GENERAL.test(word) ? word : undefined;
}

/** Other words for the same post. */
const SAME: readonly ReadonlySet<string>[] = [
  new Set(['ceo', 'executive', 'director']),
  new Set(['reporter', 'correspondent', 'journalist']),
  new Set(['chairman', 'chairwoman', 'chair', 'chairperson']),
  new Set(['premier', 'minister']),
  new Set(['attorney', 'prosecutor']),
  new Set(['policeman', 'policewoman', 'officer', 'constable']),
  new Set(['rector', 'vicar', 'curate', 'chaplain', 'dean', 'provost']),
  new Set(['secretary', 'clerk', 'registrar', 'recorder']),
  new Set(['judge', 'magistrate', 'justice', 'recorder', 'coroner']),
  new Set(['warden', 'governor', 'bailiff']),
  new Set(['boatswain', 'bosun']),
];

/** Heads of firms and boards, and reporters, are called one or the other. */
export function areOneOffice(a: string, b: string): boolean {
  return SAME.some((words) => words.has(a) && words.has(b));
}

/** Whether nobody is called both; general words contradict none. */
export function areExclusive(x: string, y: string): boolean {
  return (
    x !== y && !areOneOffice(x, y) && !isShortFor(x, y) && !isShortFor(y, x) && !GENERAL.test(x) && !GENERAL.test(y)
  );
}

/** Lt, lieutenant; Gen, general. */
function isShortFor(short: string, long: string): boolean {
  if (short.length > 4 || short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
