import type { ProperName } from '../core/properNames.js';
import type { Resources } from '../analysis/resources.js';

/**
 * Whether one person may be meant by two names that have no word in common: by the given name alone, as friends and
 * families are, and by the surname (“Inga helped to found it”, “Lund helped to found it”).
 */
export function mayBeHalvesOfOne(a: ProperName, b: ProperName, { nameLists }: Resources): boolean {
  const isGivenOnly = ([word = '']: readonly string[]) => nameLists.given.has(word) && !nameLists.surname.has(word);
  const isSurname = ([word = '']: readonly string[]) => nameLists.surname.has(word);
  if (a.words.length !== 1 || b.words.length !== 1) return false;
  return (isGivenOnly(a.words) && isSurname(b.words)) || (isGivenOnly(b.words) && isSurname(a.words));
}
