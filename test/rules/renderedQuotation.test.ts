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
});
