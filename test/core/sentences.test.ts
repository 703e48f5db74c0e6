import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from '../../server/src/core/document.js';
import { sentencesOf } from '../../server/src/core/sentences.js';
import { shift } from '../../server/src/core/span.js';

function sentences(text: string): string[] {
  const document = parse('text.txt', text);
  return document.paragraphs
    .flatMap((p, i) => sentencesOf(p).map((s) => shift(s, document.offsets[i]!)))
    .map((s) => text.slice(s.start, s.end));
}

describe('sentences', () => {
  const cases: Record<string, string[]> = {
    'Mr. Smith went to Washington. He met Dr. Jones.': ['Mr. Smith went to Washington.', 'He met Dr. Jones.'],
    'J. K. Rowling wrote it.': ['J. K. Rowling wrote it.'],
    'Lt. Gen. H. R. McMaster spoke. He sat.': ['Lt. Gen. H. R. McMaster spoke.', 'He sat.'],
    'It cost $3.5 million. Prices rose 2.1 per cent.': ['It cost $3.5 million.', 'Prices rose 2.1 per cent.'],
    'He spoke of “justice.”. Then he left.': ['He spoke of “justice.”.', 'Then he left.'],
    'On Jan. 5 he left. On Feb. 6 he returned.': ['On Jan. 5 he left.', 'On Feb. 6 he returned.'],
    'It was late\nand cold in the\nharbour. He left.': ['It was late\nand cold in the\nharbour.', 'He left.'],
    'It begins at 4:30 p.m. ET on Friday. It ends at 6 p.m. He left.': [
      'It begins at 4:30 p.m. ET on Friday.',
      'It ends at 6 p.m.',
      'He left.',
    ],
    'A headline\nThe text begins.': ['A headline', 'The text begins.'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.deepEqual(sentences(text), expected));
  }
  it('that do not end are cut between words', () => {
    const text = 'stone river house under the morning '.repeat(500).trim();
    const found = sentences(text);
    assert.equal(found.join(' '), text);
    assert.ok(found.every((sentence) => sentence.length <= 2000 && /^\w/.test(sentence)));
  });
  it('without a blank are cut between characters', () => {
    const text = '😀'.repeat(3001);
    const found = sentences(text);
    assert.equal(found.join(''), text);
    assert.ok(found.every((sentence) => !/^[\udc00-\udfff]/.test(sentence)));
  });
  it('gold of the seeds', () => {
    const gold = JSON.parse(readFileSync('test/gold/sentences.json', 'utf8')) as Record<string, { text: string }[]>;
    for (const file of readdirSync('seeds').filter((f) => f.endsWith('.txt'))) {
      assert.deepEqual(
        sentences(readFileSync(`seeds/${file}`, 'utf8')),
        gold[file.slice(0, 3)]!.map((s) => s.text),
      );
    }
  });
});
