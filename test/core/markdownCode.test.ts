import assert from 'node:assert/strict';
import { parse } from '../../server/src/core/document.js';

function paragraphs(text: string, path = 'text.md'): string[] {
  return parse(path, text).paragraphs.map((paragraph) => paragraph.text);
}

describe('code in a Markdown text', () => {
  it('between fences is no paragraph, whatever stands around it', () => {
    const text =
      'The ferry left.\n```sh\nrun the the ferry\n\n    and more\n```\nIt rained.\n\n~~~\n```\n~~~\n````\n```\nrun\n````\nHe slept.';
    assert.deepEqual(paragraphs(text), ['The ferry left.', 'It rained.', 'He slept.']);
    assert.deepEqual(paragraphs(text.replaceAll('\n', '\r\n')), ['The ferry left.', 'It rained.', 'He slept.']);
  });

  it('is text in any other file, and where nothing closes the fence', () => {
    assert.ok(paragraphs('```\nrun the ferry\n```\n', 'text.txt').join(' ').includes('run the ferry'));
    assert.ok(paragraphs('The ferry left.\n```\nIt rained.').join(' ').includes('It rained.'));
    assert.ok(paragraphs('He wrote ```ferry``` here.').join(' ').includes('ferry'));
  });

  it('is indented by four blanks, but neither prose so indented nor a list is code', () => {
    assert.deepEqual(paragraphs('It rained.\n\n    run the ferry\n    stop\n\nHe slept.'), ['It rained.', 'He slept.']);
    assert.deepEqual(paragraphs('It rained.\n\n\trun the ferry\n'), ['It rained.']);
    assert.deepEqual(paragraphs('It rained.\n\n    The ferry left at dawn.\n'), [
      'It rained.',
      'The ferry left at dawn.',
    ]);
    assert.deepEqual(paragraphs('- one\n\n    more of one\n\nIt rained.'), ['- one', 'more of one', 'It rained.']);
    assert.deepEqual(paragraphs('    the ferry left\nat dawn'), ['the ferry left\nat dawn']);
  });
});
