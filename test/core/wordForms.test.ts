import assert from 'node:assert/strict';
import { baseOf, endingOf, inflected } from '../../server/src/core/wordForms.js';

describe('word forms', () => {
  const words = new Set(
    'watch hope hop carry press stop program organize organized make crisis business impose'.split(' '),
  );
  const isWord = (word: string) => words.has(word);

  it('takes an ending off where a word remains', () => {
    const forms = 'watched watching hoped hopping carries carried presses stopped business'.split(' ');
    assert.deepEqual(
      forms.map((form) => baseOf(form, isWord)),
      'watch watch hope hop carry carry press stop business'.split(' '),
    );
  });

  it('knows irregular forms, and British spellings by the American ones', () => {
    const forms = 'made vetoed was crises programme organised'.split(' ');
    const expected = 'make vetoed be crisis program organize'.split(' ');
    assert.deepEqual(
      forms.map((form) => baseOf(form, isWord)),
      expected,
    );
  });

  it('gives a base the ending of another word', () => {
    assert.deepEqual(
      ['watched', 'challenges', 'went', 'during', 'glass'].map((form) => endingOf(form)),
      ['ed', 's', 'ed', 'ing', ''],
    );
    assert.deepEqual(
      [inflected('impose', 'ing'), inflected('carry', 's'), inflected('stop', 'ed'), inflected('go', 'ed')],
      ['imposing', 'carries', 'stopped', undefined],
    );
  });
});
