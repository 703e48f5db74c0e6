import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const A = `-- a.txt --
“The future of the harbour, and with that the future of the island, is at stake,” she said.
`;
const B = `-- b.txt --
“The future of the harbour, and with it the future of the island, is at stake,” she said.
`;
const C = `-- c.txt --
“The future of the harbour, and the future of the island, is at stake,” she said.
`;

function severities(source: string) {
  return findingsOf(readFixture(source), ['altered-quotation']).map(({ path, finding }) => [path, finding.severity]);
}

describe('a quotation that each source renders in its own words', () => {
  it('is a hint where no two of them agree', () => {
    const found = severities(A + B + C);
    assert.deepEqual([...new Set(found.map(([path]) => path))], ['a.txt', 'b.txt', 'c.txt']);
    assert.deepEqual([...new Set(found.map(([, severity]) => severity))], ['hint']);
  });
  it('is none where only two differ in one place', () => {
    assert.deepEqual(severities(A + B), [
      ['a.txt', 'information'],
      ['b.txt', 'information'],
    ]);
  });

  const SAID = ['ferry', 'harbour', 'lighthouse', 'market', 'school', 'library', 'bridge'];
  const speech = (path: string, render: (thing: string, index: number) => string, said = SAID) =>
    `-- ${path} --\n${said.map((thing, index) => `“${render(thing, index)}” she said of it on day ${index}.`).join('\n')}\n`;
  const printed = (thing: string) => `The old ${thing} of our island must be open again before the winter comes.`;
  const altered = (thing: string) => printed(thing).replace('must', 'will');

  it('is a hint between two texts that print most quotations otherwise', () => {
    const found = severities(speech('a.txt', printed) + speech('b.txt', altered));
    assert.equal(found.length, 2 * SAID.length);
    assert.deepEqual([...new Set(found.map(([, severity]) => severity))], ['hint']);
  });
  it('is more where they have too few in common for that to show', () => {
    for (const [count, severity] of [
      [5, 'information'],
      [6, 'hint'],
    ] as const) {
      const said = SAID.slice(0, count);
      const found = severities(speech('a.txt', printed, said) + speech('b.txt', altered, said));
      assert.equal(found.length, 2 * count);
      assert.deepEqual([...new Set(found.map(([, one]) => one))], [severity]);
    }
  });
  it('is more where the two print half of them alike', () => {
    const half = (thing: string, index: number) => (index < 3 ? altered(thing) : printed(thing));
    const said = SAID.slice(0, 6);
    const found = severities(speech('a.txt', printed, said) + speech('b.txt', half, said));
    assert.deepEqual([...new Set(found.map(([, severity]) => severity))], ['information']);
  });
  it('is more where the two print most of them alike', () => {
    const some = (thing: string, index: number) => (index < 3 ? altered(thing) : printed(thing));
    const found = severities(speech('a.txt', printed) + speech('b.txt', some));
    assert.deepEqual([...new Set(found.map(([, severity]) => severity))], ['information']);
  });
  it('is a hint though two others agree, where these print most quotations otherwise too', () => {
    const other = (thing: string, index: number) =>
      index < 5 ? printed(thing).replace('must', 'shall') : printed(thing);
    const found = severities(speech('a.txt', altered) + speech('b.txt', printed) + speech('c.txt', other));
    assert.ok(found.filter(([path]) => path === 'a.txt').length >= SAID.length);
    assert.deepEqual([...new Set(found.map(([, severity]) => severity))], ['hint']);
  });
  it('is more where two others agree', () => {
    const c = speech('c.txt', printed).replaceAll('she said of it', 'were her words');
    const found = severities(speech('a.txt', altered) + speech('b.txt', printed) + c);
    assert.ok(found.length >= SAID.length);
    assert.deepEqual([...new Set(found.map(([path, severity]) => `${path} ${severity}`))], ['a.txt information']);
  });
});
