import assert from 'node:assert/strict';
import { wordedSentences } from '../../server/src/analysis/wordedSentences.js';
import { testResources } from '../resources.js';

describe('the base form of a word', () => {
  for (const [american, british] of [
    ['kilometers', 'kilometres'],
    ['theaters', 'theatres'],
    ['organized', 'organised'],
    ['programs', 'programmes'],
  ] as const) {
    it(`is one for ${american} and ${british}`, () => {
      const [a, b] = [american, british].map((word) =>
        wordedSentences({ text: `They saw the ${word} there.` }, testResources)[0]!.words.map(({ base }) => base),
      );
      assert.deepEqual(a, b);
    });
  }
});
