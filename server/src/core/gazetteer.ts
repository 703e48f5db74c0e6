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

/** Reads `places.txt`: a line for each country and division, with its code (“US.CA.037”), its names, and its towns. */
export function gazetteerFrom(read: ReadTable): Gazetteer {
  /** Codes of the regions that a name is that of, and of those that a town of the name lies in. */
  const regions = new Map<string, readonly string[]>();
  const towns = new Map<string, readonly string[]>();
  const add = (to: Map<string, readonly string[]>, name: string, code: string) => {
    const known = to.get(name);
    to.set(name, known ? [...known, code] : [code]);
  };
  for (const line of new TextDecoder().decode(read('places.txt.gz')).split('\n')) {
    const [code = '', names = '', ...own] = line.split('\t');
    for (const name of names.split('|')) add(regions, name, code);
    for (const name of own) add(towns, name, code);
  }
  const codesOf = (name: string) => [...(regions.get(name) ?? []), ...(towns.get(name) ?? [])];
  return {
    has: (name) => codesOf(foldPlace(name)).length > 0,
    liesIn(inner, outer) {
      const [a, b] = [foldPlace(inner), foldPlace(outer)];
      const around = regions.get(b) ?? [];
      return (
        (towns.get(a) ?? []).some((code) => around.some((one) => isInside(code, one))) ||
        (regions.get(a) ?? []).some((code) => around.some((one) => code !== one && isInside(code, one)))
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
