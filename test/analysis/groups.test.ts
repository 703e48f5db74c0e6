import assert from 'node:assert/strict';
import { apparatusOf } from '../../server/src/analysis/apparatus.js';
import { groupAt } from '../../server/src/analysis/groups.js';
import { lineages } from '../../server/src/analysis/lineages.js';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { readFixture } from '../fixture.js';

const STORY = `
-- a.txt --
The ferry Aurora left Lisbon at dawn with forty passengers. The harbour master Rui Prado <|>closed the northern pier on Friday. Divers from Porto will inspect the damaged hull.
-- b.txt --
With forty passengers the ferry Aurora left Lisbon at dawn. On Friday the harbour master Rui Prado closed the southern pier. The damaged hull will be inspected by divers from Porto.
-- c.txt --
At dawn the ferry Aurora, carrying forty passengers, sailed from Lisbon. The harbour master Rui Prado shut the northern pier on Friday. Divers will come from Porto to inspect the damaged hull.
-- d.txt --
The council of Bergen raised the tax on firewood, and three bakers moved their shops to the square behind the mill.
`;

describe('a group of parallel passages', () => {
  const { corpus, cursor } = readFixture(STORY);
  const group = groupAt(corpus, cursor!.path, cursor!.offset);
  const words = ({ path, start, end }: (typeof group)[number]) => corpus.document(path)!.text.slice(start, end);

  it('has one place in each document that tells it, the one asked for first', () => {
    assert.deepEqual(group.map(({ path }) => path).sort(), ['a.txt', 'b.txt', 'c.txt']);
    assert.equal(group[0]!.path, 'a.txt');
    for (const place of group) assert.match(words(place), /Rui Prado/);
  });

  it('is the same group from each of its places', () => {
    for (const place of group) {
      const again = groupAt(corpus, place.path, place.start + 3);
      assert.deepEqual(again.map(({ path }) => path).sort(), ['a.txt', 'b.txt', 'c.txt']);
    }
  });

  it('lists the readings word by word', () => {
    const table = apparatusOf(corpus, group).map(({ readings }) =>
      readings.map(({ text, places }) => `${text || '–'} ${places.map(({ path }) => path[0]).join('')}`).join(' | '),
    );
    assert.ok(table.includes('northern ac | southern b'), table.join('\n'));
    assert.ok(
      table.some((row) => /^closed ab? \| shut c/.test(row)),
      table.join('\n'),
    );
  });

  it('is empty where no other source has the sentence', () => {
    assert.deepEqual(groupAt(corpus, 'd.txt', 5), []);
  });
});

describe('lineages', () => {
  const wire = `The ferry Aurora left Lisbon at dawn with forty passengers on board, the port authority said on Friday. The harbour master
Rui Prado closed the northern pier after a crane fell into the water. Divers from Porto will inspect the damaged hull before the ship may leave the dock again.`;
  const { corpus } = readFixture(`
-- a.txt --
${wire}
-- b.txt --
LISBON – ${wire.replace('port authority', 'harbour office')} Tickets stay valid.
-- c.txt --
A crane fell into the water of Lisbon harbour and damaged the Aurora. Rui Prado, who runs the port, shut its northern pier; divers are on their way from Porto.
`);

  it('a copy with a new head and tail is the same source; a report in other words is another', () => {
    const found = corpus.get(lineages);
    assert.equal(found.of('b.txt'), 'a.txt');
    assert.deepEqual(found.members('a.txt'), ['a.txt', 'b.txt']);
    assert.equal(found.of('c.txt'), 'c.txt');
    assert.equal(found.count(['a.txt', 'b.txt', 'c.txt']), 2);
  });

  it('the manifest has the last word', () => {
    const witnesses = new Map([
      ['a.txt', { lineage: 'wire' }],
      ['c.txt', { lineage: 'wire' }],
    ]);
    const found = corpus.withManifest({ ...emptyManifest, witnesses }).get(lineages);
    assert.deepEqual(found.members('c.txt'), ['a.txt', 'c.txt']);
    assert.equal(found.of('b.txt'), 'b.txt');
    assert.equal(found.count(['a.txt', 'b.txt', 'c.txt']), 2);
  });

  it('what two sources quote makes them no copies of each other', () => {
    const speech = `“We shall rebuild the pier stone by stone, and nobody who lives by the water will pay for what the crane has broken in our harbour,”`;
    const quoting = readFixture(`
-- a.txt --
${speech} Prado promised the crowd.
-- b.txt --
In Lisbon the harbour master was cheered for his words: ${speech}
`);
    assert.equal(quoting.corpus.get(lineages).count(['a.txt', 'b.txt']), 2);
  });
});
