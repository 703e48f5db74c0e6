import type { ReadTable } from './readTable.js';

/** Countries, their divisions, and towns. A name may be that of several places: of all of them nothing more is known. */
export interface Gazetteer {
  has(name: string): boolean;
  /** Whether a place called `inner` lies in a country or a division called `outer`. */
  liesIn(inner: string, outer: string): boolean;
  /** Whether both are known, and no place of the one name shares its country’s first division with one of the other. */
  areApart(a: string, b: string): boolean;
}

/** Names as the table has them: in lower case, without marks on letters and points. */
export function foldPlace(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʻ]/g, "'")
    .replace(/[.\-\s]+/g, ' ')
    .trim();
}

/**
 * Reads `places.txt`: a line for each name, in the order of UTF-16, with the codes of the regions that it is that of
 * (“US.CA.037”, “|” between) and of those that a town of the name lies in. The lines are searched, not taken apart:
 * of eighty thousand names a corpus has a few hundred.
 */
export function gazetteerFrom(read: ReadTable): Gazetteer {
  const lines = new TextDecoder().decode(read('places.txt.gz'));
  const known = new Map<string, Codes>();
  const find = (name: string): Codes => {
    let codes = known.get(name);
    if (!codes) known.set(name, (codes = codesIn(lines, name)));
    return codes;
  };
  const codesOf = (name: string) => {
    const { regions, towns } = find(name);
    return [...regions, ...towns];
  };
  return {
    has: (name) => codesOf(foldPlace(name)).length > 0,
    liesIn(inner, outer) {
      const [a, b] = [foldPlace(inner), foldPlace(outer)];
      const around = find(b).regions;
      const { regions, towns } = find(a);
      return (
        towns.some((code) => around.some((one) => isInside(code, one))) ||
        regions.some((code) => around.some((one) => code !== one && isInside(code, one)))
      );
    },
    areApart(a, b) {
      const [own, theirs] = [a, b].map((name) => codesOf(foldPlace(name)));
      if (!own?.length || !theirs?.length) return false;
      return own.every((code) =>
        theirs.every((other) => {
          const [x, y] = [firstDivisionOf(code), firstDivisionOf(other)];
          return !isInside(x, y) && !isInside(y, x);
        }),
      );
    },
  };
}

interface Codes {
  readonly regions: readonly string[];
  readonly towns: readonly string[];
}

const NOWHERE: Codes = { regions: [], towns: [] };

/** Of a folded name, by binary search in the sorted `lines`. */
function codesIn(lines: string, name: string): Codes {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = lines.lastIndexOf('\n', middle - 1) + 1;
    const end = lines.indexOf('\n', middle);
    const [found = '', regions = '', towns = ''] = lines.slice(start, end).split('\t');
    if (found === name) return { regions: codesFrom(regions), towns: codesFrom(towns) };
    if (found < name) low = end + 1;
    else high = start;
  }
  return NOWHERE;
}

function codesFrom(field: string): readonly string[] {
  return field === '' ? [] : field.split('|');
}

function isInside(code: string, region: string): boolean {
  return code === region || code.startsWith(`${region}.`);
}

/** Of the United Kingdom the counties: England is a country. */
function firstDivisionOf(code: string): string {
  return code
    .split('.')
    .slice(0, code.startsWith('GB.') ? 3 : 2)
    .join('.');
}
