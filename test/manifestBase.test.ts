import assert from 'node:assert/strict';
import { applyEdits } from 'jsonc-parser';
import { baseEdits } from '../server/src/manifestBase.js';

const withBase = (text: string, base: string | undefined) => applyEdits(text, baseEdits(text, base));

describe('the base text in a manifest', () => {
  it('is added at the beginning; comments and layout stay', () =>
    assert.equal(
      withBase('{\n\t// ours\n\t"sources": ["*.txt"]\n}\n', 'a.txt'),
      '{\n\t"base": "a.txt",\n\t// ours\n\t"sources": ["*.txt"]\n}\n',
    ));
  it('is replaced where it stands', () =>
    assert.equal(
      withBase('{ "base": "a.txt", /* all */ "words": [] }', 'b.txt'),
      '{ "base": "b.txt", /* all */ "words": [] }',
    ));
  it('is taken out', () =>
    assert.equal(withBase('{\n  "base": "a.txt",\n  "words": []\n}', undefined), '{\n  "words": []\n}'));
  it('keeps the line ends', () =>
    assert.equal(withBase('{\r\n  "words": []\r\n}', 'a.txt'), '{\r\n  "base": "a.txt",\r\n  "words": []\r\n}'));
  it('changes nothing where nothing has to change', () => {
    assert.deepEqual(baseEdits('{ "base": "a.txt" }', 'a.txt'), []);
    assert.deepEqual(baseEdits('{}', undefined), []);
  });
});
