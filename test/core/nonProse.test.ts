import assert from 'node:assert/strict';
import { nonProseSpans } from '../../server/src/core/nonProse.js';

describe('what is not prose', () => {
  const marked = (text: string) => nonProseSpans(text).map(({ start, end }) => text.slice(start, end));

  it('is code, tags, addresses, files, hashtags and entities', () => {
    assert.deepEqual(marked('Set `depth` in <b>etc/app/site.conf</b>.'), [
      '`depth`',
      '<b>',
      'etc/app/site.conf',
      '</b>',
    ]);
    assert.deepEqual(marked('See www.example.org/a or HTTPS://example.org.'), [
      'www.example.org/a',
      'HTTPS://example.org.',
    ]);
    assert.deepEqual(marked('Write to ann.lee@example.org'), ['ann.lee@example.org']);
    assert.deepEqual(marked('Bread &amp; milk by @ann, #food'), ['&amp;', '@ann', '#food']);
    assert.deepEqual(marked('It is in Report.PDF and on example.com'), ['Report.PDF', 'example.com']);
  });

  it('is not what people write', () => {
    for (const text of ['The U.S. and the U.K. met at 5 p.m.', 'He won 3-2. She left.', 'a sentence', '']) {
      assert.deepEqual(marked(text), []);
    }
  });
});
