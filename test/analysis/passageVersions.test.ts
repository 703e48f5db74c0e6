import assert from 'node:assert/strict';
import { disagreementsIn } from '../../server/src/analysis/disagreements.js';
import { inWordsOf, passageVersions } from '../../server/src/analysis/passageVersions.js';
import { readFixture } from '../fixture.js';
import { testResources } from '../resources.js';

const TWO = `
-- a.txt --
The harbour master Rui Prado closed the northern pier of Velden on Friday. A storm had torn eleven boats from their moorings.
-- b.txt --
The harbour master, Rui Prado, closed the southern pier of Velden on Friday.

A storm had torn eleven boats from their moorings.
`;

describe('versions of a passage', () => {
  it('have one sentence a line, the text at hand first', () => {
    const { corpus } = readFixture(TWO);
    const { length } = corpus.document('a.txt')!.text;
    assert.deepEqual(
      passageVersions(corpus, 'a.txt', { start: 0, end: length }, false).map(({ place, text }) => [place.path, text]),
      [
        [
          'a.txt',
          'The harbour master Rui Prado closed the northern pier of Velden on Friday.\nA storm had torn eleven boats from their moorings.',
        ],
        [
          'b.txt',
          'The harbour master, Rui Prado, closed the southern pier of Velden on Friday.\nA storm had torn eleven boats from their moorings.',
        ],
      ],
    );
  });

  it('can leave dialect, case and punctuation out, and nothing else', () => {
    const inWords = (base: string, other: string) => inWordsOf(base, other, { resources: testResources });
    assert.equal(
      inWords('He said the harbour, closed since May, was safe.', 'He said the Harbor closed since May was unsafe!'),
      'He said the harbour, closed since May, was unsafe!',
    );
    assert.equal(inWords('They recognise it.', 'They recognize it'), 'They recognise it.');
    assert.equal(inWords('', 'Alone.'), 'Alone.');
  });
});

describe('disagreement', () => {
  it('counts lineages, not files', () => {
    const { corpus } = readFixture(TWO);
    const { text } = corpus.document('a.txt')!;
    // Two copies of one text are one lineage, and do not disagree with each other.
    const lines = disagreementsIn(corpus, 'a.txt').map(
      ({ start, end, lineages }) => `${text.slice(start, end)} ${lineages}`,
    );
    assert.ok(lines.length <= 1, lines.join());
  });
});
