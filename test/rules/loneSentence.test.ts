import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';
import { REST_OF_REPORT } from '../longReport.js';

/** A note and a long report that have one sentence in common; what is found in it. */
function found(there: string, here: string): string[] {
  const fixture = readFixture(`
-- note.txt --
The old ferryman has been found guilty at last. ${here} A neighbour called it a good day.
-- report.txt --
${there}
${REST_OF_REPORT}
`);
  return findingsOf(fixture)
    .filter(({ path, finding: { rule } }) => path === 'note.txt' && rule.family === 'conflict')
    .map(({ finding: { rule } }) => rule.code);
}

const sentence = (place: string, fine: number) =>
  `Arne Brandt was sentenced on Friday morning in ${place} to nine years in prison and a fine of ${fine} crowns.`;

describe('a sentence that two texts have in common, and little else', () => {
  it('is held against the other for its numbers', () => {
    assert.deepEqual(found(sentence('Oslo', 485), sentence('Oslo', 425)), ['conflicting-number']);
  });
  it('and not for where it was: two events are told in the same words', () => {
    assert.deepEqual(found(sentence('Oslo', 485), sentence('Bergen', 485)), []);
  });
});
