import { foldSpelling } from '../core/spellings.js';
import { COUNTRIES, PORTFOLIOS, ROLE_FILLERS, ROLE_STATUS } from '../core/roleWords.js';

/** The wording of a role, taken apart: “deputy defence minister of Norway”. */
export interface RoleWording {
  /** What it is: minister. */
  readonly head: string;
  /** Deputy, former. */
  readonly status: ReadonlySet<string>;
  /** Countries and other proper names: Norway; a people counts as its country. */
  readonly names: readonly string[];
  /** What it is for: defence. */
  readonly portfolios: ReadonlySet<string>;
  /** All its words but fillers and status, folded. */
  readonly words: readonly string[];
}

const cache = new Map<string, RoleWording>();

export function roleWording(text: string): RoleWording {
  let wording = cache.get(text);
  if (!wording) {
    if (cache.size > 10_000) cache.clear();
    cache.set(text, (wording = read(text)));
  }
  return wording;
}

function read(text: string): RoleWording {
  const flat = text
    .replace(/\bUnited States\b/g, 'US')
    .replace(/\bUnited Kingdom\b/g, 'UK')
    .replace(/\bUnited Nations\b/g, 'UN');
  const found = flat.match(/(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*/gu) ?? [];
  const all = found.map((word) => {
    const lower = word.toLowerCase().replace(/['’]s?$/, '');
    return { folded: COUNTRIES[lower] ?? foldSpelling(lower), isName: /^\p{Lu}/u.test(word), isOf: OF.test(lower) };
  });
  const of = all.findIndex(({ isOf }, index) => isOf && index > 0);
  const head = (of > 0 ? all[of - 1] : all.at(-1))?.folded ?? '';
  const told = all.filter(({ folded }) => !ROLE_FILLERS.has(folded) && !ROLE_STATUS.has(folded));
  const isTitle = ({ folded }: { folded: string }) => folded === head || PORTFOLIOS.has(folded);
  return {
    head: singular(head),
    status: new Set(all.map(({ folded }) => folded).filter((word) => ROLE_STATUS.has(word))),
    names: told.filter((word) => word.isName && !isTitle(word)).map(({ folded }) => folded),
    portfolios: new Set(told.map(({ folded }) => folded).filter((word) => PORTFOLIOS.has(word))),
    words: told.map(({ folded }) => (folded === head ? singular(folded) : folded)),
  };
}

const OF = /^(?:of|for|in|at|to|on|from|with|by)$/;

/** One of several: “leaders”, said of two. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** “Korea” and “Korean”, “Norway” and “Norwegian”. */
export function isSameWord(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4));
}

/** Whether all that `a` says is said by `b` as well. */
export function saysNoMore(a: RoleWording, b: RoleWording): boolean {
  return haveSameStatus(a, b) && a.words.every((word) => b.words.some((other) => isSameWord(word, other)));
}

/** Whether both cannot be right of one person at one time: “defence minister” and “foreign minister”. */
export function exclude(a: RoleWording, b: RoleWording): boolean {
  if (a.head !== b.head) return false;
  const rest = (from: RoleWording, other: RoleWording) =>
    from.words.every((word) => other.words.some((one) => isSameWord(word, one)));
  if (!haveSameStatus(a, b)) return rest(a, b) || rest(b, a);
  const [inA, inB] = [[...a.portfolios], [...b.portfolios]];
  if (inA.length > 0 && inB.length > 0 && !inA.some((word) => b.portfolios.has(word))) return true;
  return a.names.length > 0 && b.names.length > 0 && !a.names.some((word) => b.names.some((x) => isSameWord(word, x)));
}

function haveSameStatus(a: RoleWording, b: RoleWording): boolean {
  return a.status.size === b.status.size && [...a.status].every((word) => b.status.has(word));
}
