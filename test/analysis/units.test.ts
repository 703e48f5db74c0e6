import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../server/src/core/document.js';
import { stemsFor } from '../../server/src/analysis/stems.js';
import { mostUnits, unitCount } from '../../server/src/analysis/units.js';
import { testResources } from '../resources.js';

const stems = stemsFor(testResources);

function unitsIn(text: string): number {
  return parse('a.txt', text).paragraphs.reduce((sum, paragraph) => sum + unitCount(paragraph, stems), 0);
}

describe('the most units that a text may have', () => {
  const texts: Record<string, string> = {
    'short sentences': 'He came in. She was out. They left it. All is well. He is in. ',
    fragments: 'No. Yes. Why? Not now.\n\nNo.\n\nYes.\n\nHe did.\n\n',
    'words that only marks beyond ASCII part': 'one—two—three… four…five…six. “one”—“two”—“three.” ',
    'words without spaces': '他来了。她走了。他们都走了。一二三四五。',
    'words of one letter': 'A b c. D e f. G h i. J k l. ',
  };
  for (const [words, text] of Object.entries(texts)) {
    it(`are no fewer than it has: ${words}`, () => {
      const long = text.repeat(40);
      assert.ok(unitsIn(long) > 0);
      assert.ok(mostUnits(parse('a.txt', long)) >= unitsIn(long));
    });
  }

  it('are few enough to tell a short text by', () => {
    for (const name of readdirSync('seeds').filter((one) => one.endsWith('.txt'))) {
      const text = readFileSync(join('seeds', name), 'utf8');
      const most = mostUnits(parse(name, text));
      assert.ok(most >= unitsIn(text) && most <= text.split(/\s+/).length, name);
    }
  });
});
