import assert from 'node:assert/strict';
import { unlistedIn } from '../../server/src/analysis/unlistedWords.js';
import { breaksOf } from '../../server/src/core/brokenWords.js';
import { calendarDatesIn } from '../../server/src/core/calendarDates.js';
import { isWebFurniture } from '../../server/src/core/furniture.js';
import { nonProseSpans } from '../../server/src/core/nonProse.js';
import { quotationsOf } from '../../server/src/core/quotations.js';
import { tokensIn } from '../../server/src/core/tokens.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { testResources } from '../resources.js';

const LENGTH = 300_000;

// Each was quadratic somewhere once. At this length whatever is more than linear does not end before the timeout.
describe('a paragraph that is one thing over and over', function () {
  this.timeout(60_000);
  const { speller } = testResources;

  for (const unit of ['a', '中', "a'", '1-', 'a-', '-.', 's ’ ', '“a ', 'ab,', '  a']) {
    it(JSON.stringify(unit), () => {
      const paragraph = { text: unit.repeat(LENGTH / unit.length) };
      tokensIn(paragraph.text);
      nonProseSpans(paragraph.text);
      calendarDatesIn(paragraph.text);
      isWebFurniture(paragraph);
      quotationsOf(paragraph);
      breaksOf(paragraph);
      unlistedIn(paragraph, speller, 'both');
      for (const rule of allRules) if (rule.scope === 'paragraph') Array.from(rule.check(paragraph));
    });
  }

  it('and a word that never ends is none', () => {
    const word = 'form'.repeat(LENGTH);
    assert.equal(speller.isWord(word), false);
    assert.deepEqual(unlistedIn({ text: `The ${word} left.` }, speller, 'both'), []);
  });
});
