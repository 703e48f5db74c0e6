import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

/** A note and a long report that have one sentence in common; what is found in it. */
function found(there: string, here: string): string[] {
  const fixture = readFixture(`
-- note.txt --
The old ferryman has been found guilty at last. ${here} A neighbour called it a good day.
-- report.txt --
${there}
The bench needed two hours. Its chairman spoke in a low voice and looked at nobody.
Customs men had watched the boathouse for months before they opened its door. Behind it stood forty barrels of spirit, covered with nets.
The defence had asked for mercy. It pointed to the widow next door, whom he had fed through two winters.
Nobody knows who bought the spirit. The ledger that was found under a plank names people by their boats only.
The prosecutor thinks that the inn had most of it. The innkeeper denies that, and says his barrels come by train.
Trade on the fjord has changed since the bridge was built. Lorries carry in an hour what took the boats a day.
The boathouse will be sold. Two fishermen have made offers, and the parish would like to store its chairs there.
On the quay the sentence was hardly talked about. Herring had come in overnight, and every hand was needed.
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
