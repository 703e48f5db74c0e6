import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { parse } from '../../server/src/core/document.js';
import { testResources } from '../resources.js';

describe('what changed since an earlier snapshot', () => {
  const first = Corpus.of(
    [parse('a.txt', 'A.'), parse('b.txt', 'B.'), parse('c.txt', 'C.')],
    testResources,
    emptyManifest,
  );
  const chain = [first];
  const become = (path: string, text: string | undefined) => chain.push(chain.at(-1)!.apply([{ path, text }]));
  become('b.txt', 'B 2.');
  become('d.txt', 'D.');
  become('a.txt', undefined);
  chain.push(chain.at(-1)!.withManifest(emptyManifest, true));
  become('d.txt', undefined);
  become('c.txt', 'C 2.');
  become('c.txt', 'C.');

  it('are the texts that are others, come or gone, in order', () => {
    assert.deepEqual(chain.at(-1)!.changedSince(first), ['a.txt', 'b.txt', 'c.txt']);
    assert.deepEqual(chain[3]!.changedSince(first), ['a.txt', 'b.txt', 'd.txt']);
    assert.deepEqual(chain.at(-1)!.changedSince(chain[3]!), ['c.txt', 'd.txt']);
    assert.deepEqual(chain[4]!.changedSince(chain[3]!), []);
    assert.deepEqual(first.changedSince(first), []);
  });

  it('is the same of snapshots that have nothing to do with each other, and after more edits than are remembered', () => {
    const again = Corpus.of(chain.at(-1)!.documents.values(), testResources, emptyManifest);
    assert.deepEqual(again.changedSince(first), ['a.txt', 'b.txt', 'c.txt']);
    assert.deepEqual(first.changedSince(chain.at(-1)!), ['a.txt', 'b.txt', 'c.txt']);
    let last = first;
    for (let edit = 0; edit < 100; edit++) last = last.apply([{ path: 'b.txt', text: `B ${edit}.` }]);
    assert.deepEqual(last.changedSince(first), ['b.txt']);
  });

  it('is found without a look at texts that nobody changed', () => {
    const known = chain.at(-1)!;
    const next = known.apply([{ path: 'b.txt', text: 'B 3.' }]);
    let looked = 0;
    for (const { documents } of [known, next]) {
      const get = documents.get.bind(documents);
      Object.assign(documents, {
        get: (path: string) => (looked++, get(path)),
        [Symbol.iterator]: () => assert.fail(),
      });
    }
    assert.deepEqual(next.changedSince(known), ['b.txt']);
    assert.equal(looked, 2);
  });
});
