import assert from 'node:assert/strict';
import { wordedSentences } from '../../server/src/analysis/wordedSentences.js';
import { contextMeaning } from '../../server/src/rules/contextMeaning.js';
import { contextSigns, sharedAround, type InSentence } from '../../server/src/rules/contextSigns.js';
import { testResources as resources } from '../resources.js';

/** The first number of a text, in its sentence. */
function numberIn(text: string): InSentence {
  const start = text.search(/\d/);
  const span = { start, end: start + 2 };
  const sentence = wordedSentences({ text }, resources).find((one) => one.start <= start && start < one.end);
  assert.ok(sentence);
  return { span, sentence };
}

describe('the words around two places', () => {
  it('are alike in meaning where they say the same in other words', () => {
    const likeness = (a: string, b: string) => contextMeaning(numberIn(a), numberIn(b), resources.wordVectors);
    const own = 'The vessel sank with 24 sailors on board.';
    assert.ok(likeness(own, 'A ship went down, and 24 seamen drowned.') > 0.3);
    assert.ok(likeness(own, 'The court fined him 24 pounds for the noise.') < 0.15);
    assert.equal(likeness(own, own), 1);
  });
  it('count the more, the nearer they stand', () => {
    const near = (a: string, b: string) => contextSigns(numberIn(a), numberIn(b)).near ?? 0;
    const own = 'It hired 24 cellarmen.';
    assert.ok(
      near(own, 'We hired 24 good cellarmen.') > near(own, 'We hired cellarmen who sang, drank and swore: 24 in all.'),
    );
  });
  it('are those of the sentences before and behind, too', () => {
    const around = (a: string, b: string) => sharedAround(numberIn(a), numberIn(b), resources);
    assert.ok(around('The brewery burned. It took 24 hours.', 'It cost 30 crowns. The brewery burned down.') > 0.3);
    assert.equal(around('The brewery burned. It took 24 hours.', 'It cost 30 crowns. The school is safe.'), 0);
  });
});
