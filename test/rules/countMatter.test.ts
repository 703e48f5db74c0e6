import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { wordLikeness } from '../../server/src/analysis/wordLikeness.js';
import { collate } from '../../server/src/core/collate.js';
import { chanceOfOneThing } from '../../server/src/rules/conflictModel.js';
import { countMatter } from '../../server/src/rules/countMatter.js';
import { rivalsOf } from '../../server/src/rules/slotJudge.js';
import { testResources as resources } from '../resources.js';

function beside(a: string, b: string) {
  const slots = collate(a, b, wordLikeness(resources));
  return { a, b, slots, frame: wordFrame(a, b, slots, resources.wordVectors), resources };
}

/** What the second sentence may have in the place of the number `written` of the first. */
function rivals(written: string, a: string, b: string): string[] {
  const items = { here: countMatter.itemsIn(a, resources), there: countMatter.itemsIn(b, resources) };
  const item = items.here.find(({ start, end }) => a.slice(start, end) === written);
  assert.ok(item);
  return rivalsOf(item, countMatter, items, beside(a, b)).map(({ start, end }) => b.slice(start, end));
}

describe('a number whose digits changed places', () => {
  const isTransposed = (number: string, other: string) => {
    const [a, b] = [`Turnout rose to ${number} on Sunday.`, `On Sunday it was ${other}.`];
    const [[one], [another]] = [countMatter.itemsIn(a, resources), countMatter.itemsIn(b, resources)];
    assert.ok(one && another);
    const { isTransposed: known = 0 } = countMatter.signsOf(one, another, beside(a, b));
    assert.ok(chanceOfOneThing('count', { isTransposed: 1 }) > chanceOfOneThing('count', {}));
    return known === 1;
  };
  it('is known, and speaks for one thing', () => assert.ok(isTransposed('82.1 percent', '81.2 percent')));
  it('is not known of other digits, of another size, nor of two digits, which are alike by chance', () => {
    assert.ok(!isTransposed('82.1 percent', '81.3 percent'));
    assert.ok(!isTransposed('8.12 percent', '81.2 percent'));
    assert.ok(!isTransposed('82 percent', '28 percent'));
  });
});

describe('a number in the place of another', () => {
  it('may be called a part by one of them only where both give the whole', () => {
    const burned = 'A blaze in the oven of the baker burned 43 of the 87 barns.';
    assert.deepEqual(rivals('34', 'Of the 87 barns in the village 34 barns burned.', burned), ['43']);
    assert.ok(!rivals('34', 'Of the 78 barns in the village 34 barns burned.', burned).includes('43'));
    assert.ok(!rivals('34', 'In the village 34 barns were burned.', burned).includes('43'));
    assert.deepEqual(rivals('nine', 'The blaze had nine of the 87 barns.', 'The blaze burned 14 of 87 barns.'), ['14']);
  });
  it('may be known to both of something else', () => {
    const sentence = (rebounds: string) => `Lund had 11 points, ${rebounds} rebounds and six blocks for Kolvik.`;
    assert.deepEqual(rivals('91', sentence('91'), sentence('11')), ['11']);
    assert.deepEqual(rivals('11', 'Lund had 11 points for Kolvik.', 'Lund had 11 rebounds and 14 points.'), []);
  });
  it('is no rounding where the very words stand around it', () => {
    assert.deepEqual(rivals('203', 'He fell 203 feet from the ridge.', 'He fell 200 feet from the ridge.'), ['200']);
    assert.deepEqual(rivals('203', 'He fell 203 feet from the ridge.', 'He slipped and fell 200 feet on Friday.'), []);
    assert.deepEqual(rivals('203', 'He fell 203 feet from the ridge.', 'He fell about 200 feet from the ridge.'), []);
    assert.deepEqual(rivals('4,987', 'It cost 4,987 crowns in all.', 'It cost 5,000 crowns in all.'), []);
  });
  it('is none where it is the sum before it in another currency', () => {
    const damage = 'Damage to the mill was estimated at A$1 million ($1.52 million), they said.';
    const other = 'Damage to the mill was estimated at $3 million, they said.';
    assert.deepEqual(rivals('1.52 million', damage, other), []);
    assert.deepEqual(rivals('1 million', damage, other), ['3 million']);
  });
  it('may stand in brackets where it is no such sum', () => {
    assert.deepEqual(
      rivals(
        '12',
        'The ferry took 90 people (12 children) to Lund.',
        'The ferry took 90 people and 14 children to Lund.',
      ),
      ['14'],
    );
    assert.deepEqual(
      rivals('5', 'The old toll ($5 a day) was paid in Lund.', 'The old toll of $7 a day was paid in Lund.'),
      ['7'],
    );
  });
  it('is a sum in brackets, of two that cannot be in another currency of that name', () => {
    const heist = 'They made off with $2.6 million (six million euros) in jewels, they said.';
    const other = 'They pulled off a two-million-euro heist, they said.';
    assert.deepEqual(rivals('six million', heist, other), ['two-million']);
  });
  it('is none in another measure, though the very words stand around it', () => {
    const mill = (size: string) => `The ${size} mill of Kolvik was sold to the bank on Friday.`;
    assert.deepEqual(rivals('15,800', mill('15,800-metre'), mill('17,000-foot')), []);
    assert.deepEqual(rivals('15,800', mill('15,800-metre'), mill('17,000-metre')), ['17,000']);
  });
  it('is none of a part of them, or of more of them', () => {
    const engines = 'The ferry of Kolvik has four engines of the old type.';
    assert.deepEqual(rivals('four', engines, 'Two of the engines of the ferry were replaced.'), []);
    assert.deepEqual(rivals('four', engines, 'The ferry has two engines of the old type.'), ['two']);
    assert.deepEqual(rivals('three', 'She was married three times.', 'She married two more times after that.'), []);
    assert.deepEqual(rivals('five', 'They saved another five men.', 'They saved six other men.'), ['six']);
  });
  it('may count what is called by another noun', () => {
    assert.deepEqual(
      rivals('81', 'Both officers fired 81 rounds at him.', 'The officers, police said, fired 11 shots.'),
      ['11'],
    );
    assert.deepEqual(rivals('81', 'Both officers fired for 81 hours.', 'The officers fired for 11 minutes.'), []);
    assert.deepEqual(rivals('81', 'Both officers fired 81 rounds at him.', 'The officers fired 11 cooks.'), []);
  });
});

describe('a number that bears another out', () => {
  for (const [a, b, isBorneOut] of [
    ['28,000 boats', '28,000 boats', true],
    ['28,000 boats', 'more than 20,000 boats', false],
    ['310 boats', 'about 300 boats', false],
    ['36 boats', 'dozens of boats', false],
    ['310 boats', '300 boats', false],
    ['300 boats', '310 boats', true],
  ] as const) {
    const nothing = { a: '', b: '', slots: [], frame: wordFrame('', '', [], resources.wordVectors), resources };
    it(`${a}: ${b}${isBorneOut ? '' : ', not so'}`, () => {
      const [one, other] = [a, b].map((words) => countMatter.itemsIn(`They saw ${words} off Kolvik.`, resources)[0]);
      assert.ok(one && other);
      assert.equal(countMatter.coversAll?.(one, other, nothing), isBorneOut);
    });
  }
});
