import assert from 'node:assert/strict';
import { roleGroups } from '../../server/src/analysis/roleGroups.js';

/** Groups of roles given as "path role"; a group that differs is marked with ≠. */
function groups(...roles: string[]): string[] {
  const places = roles.map((role, start) => {
    const at = role.indexOf(' ');
    return { path: role.slice(0, at), start, end: start + 1, text: role.slice(at + 1) };
  });
  return roleGroups(places).map(
    ({ text, roles: own, differs }) => `${differs ? '≠ ' : ''}${text}: ${own.map(({ path }) => path).join(', ')}`,
  );
}

describe('roles that say the same', () => {
  const cases: [string[], string[]][] = [
    [['a defence minister', 'b defense minister'], ['defence minister: a, b']],
    [['a Russian President', 'b president of Russia', 'c Russia’s president'], ['president of Russia: a, b, c']],
    [
      ['a US president', 'b American president', 'c president of the United States'],
      ['president of the United States: a, b, c'],
    ],
    [['a new defence minister', 'b defence minister', 'c minister'], ['new defence minister: a, b, c']],
    [
      ['a North Korean leader', 'b leader of North Korea', 'c supreme leader'],
      ['leader of North Korea: a, b', 'supreme leader: c'],
    ],
    [
      ['a defence minister', 'b foreign minister'],
      ['≠ defence minister: a', '≠ foreign minister: b'],
    ],
    [
      ['a defence minister', 'a foreign minister'],
      ['defence minister: a', 'foreign minister: a'],
    ],
    [
      ['a head of the agency', 'b deputy head of the agency'],
      ['≠ deputy head of the agency: b', '≠ head of the agency: a'],
    ],
    [
      ['a Norwegian captain', 'b Danish captain'],
      ['≠ Danish captain: b', '≠ Norwegian captain: a'],
    ],
    [
      ['a spokesman', 'b mayor'],
      ['mayor: b', 'spokesman: a'],
    ],
    [
      ['a former mayor', 'b mayor of Lisbon'],
      ['≠ former mayor: a', '≠ mayor of Lisbon: b'],
    ],
    [
      ['a minister', 'b defence minister', 'b health minister'],
      ['defence minister: b', 'health minister: b', 'minister: a'],
    ],
  ];
  for (const [roles, wanted] of cases) it(roles.join(' | '), () => assert.deepEqual(groups(...roles), wanted));
});
