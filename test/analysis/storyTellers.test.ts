import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { nearestStrangers, nearestTellers } from '../../server/src/analysis/storyTellers.js';
import { testResources } from '../resources.js';

const first =
  'The council of Kolvik closed the old pier on Friday after divers had found holes in eleven of its piles. Boats land their crab at Stavern until the autumn, when the piles are to be mended.';
/** One story: a text, a copy of it, two that tell it in other words, and one of these as a draft. */
const texts = [
  { path: 'a.txt', text: first },
  { path: 'copy.txt', text: `${first} Rain fell.` },
  {
    path: 'draft.txt',
    text: 'Divers had found holes in eleven piles of the pier of Kolvik, so the council closed it on Friday; crab is landed at Stavern until autumn.',
  },
  {
    path: 'near.txt',
    text: 'On Friday the old pier of Kolvik was closed by the council: divers found eleven piles with holes. Until they are mended in autumn, boats land at Stavern.',
  },
  {
    path: 'next.txt',
    text: 'Crab boats must land at Stavern. Eleven piles of the old pier at Kolvik have holes, divers say, and the council closed it on Friday until the autumn.',
  },
];
const corpus = Corpus.empty(testResources, { ...emptyManifest, isDraft: (path) => path === 'draft.txt' }).apply(texts);
const pathsOf = (found: readonly { readonly path: string }[]) => found.map(({ path }) => path).sort();

describe('the nearest tellers of a story', () => {
  it('are the other texts, its copies among them, and no drafts', () => {
    assert.deepEqual(pathsOf(nearestTellers('a.txt', 9, corpus)), ['copy.txt', 'near.txt', 'next.txt']);
  });
  it('are no strangers where they are copies', () => {
    assert.deepEqual(pathsOf(nearestStrangers('a.txt', 9, corpus)), ['near.txt', 'next.txt']);
  });
  it('are as many as are asked for, of those that are wanted', () => {
    assert.equal(nearestTellers('a.txt', 1, corpus).length, 1);
    assert.equal(nearestStrangers('a.txt', 1, corpus).length, 1);
    assert.deepEqual(pathsOf(nearestStrangers('a.txt', 1, corpus, (path) => path === 'next.txt')), ['next.txt']);
  });
});
