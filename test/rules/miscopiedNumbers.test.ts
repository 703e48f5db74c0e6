import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

/** What is told of the numbers of the first text, hints aside; the texts have no sentence in common. */
function told(...lines: string[]): string[] {
  const stories = [
    'The ferry Aurora was late again on Friday. Its captain blamed the fog, and the harbour office of Kolvik agreed with him.',
    'Again the Aurora came in late on Friday. Her captain said it was the fog; so did the harbour office at Kolvik.',
    'Fog held up the ferry Aurora on Friday, according to her captain. At Kolvik the harbour office said the same.',
  ];
  const texts = lines.map((line, at) => `-- ${'abc'.charAt(at)}.txt --\n${stories[at]}\n\n${line}\n`);
  return findingsOf(readFixture(texts.join('')))
    .filter(({ path, finding }) => path === 'a.txt' && finding.rule.code === 'conflicting-number')
    .flatMap(({ finding: { message, severity } }) => (severity === 'hint' ? [] : [message.split(': “')[0]!]));
}

describe('a long number that others have with one slip', () => {
  it('is told however the sentences are worded', () => {
    assert.deepEqual(
      told(
        'In all 1,846 sacks of barley lay in the hold.',
        'Stevedores counted 1,346 sacks, mostly barley.',
        'It carried barley: 1,346 sacks.',
      ),
      ['“1,846” here; “1,346” in c and b'],
    );
  });
  it('is told of two neighbours that changed places', () => {
    assert.deepEqual(
      told(
        'She was sold for £420,000 to a broker in May.',
        'A broker paid £240,000 for her.',
        'The price was £240,000, the broker said.',
      ),
      ['“420,000” here; “240,000” in c and b'],
    );
  });
  it('is told of two neighbours that changed places though both say “about”', () => {
    assert.deepEqual(
      told(
        'We sold approximately 64,000 of these lamps before the fire in May.',
        'About 46,000 lamps were recalled.',
        'Some 46,000 lamps are to be sent back.',
      ),
      ['“64,000” here; “46,000” in b and c'],
    );
  });
  it('is told of five digits and more whatever else the sentences say', () => {
    assert.deepEqual(told('I was one of the 18,412 and have no voice left.', 'A crowd of 14,812 stood on the quay.'), [
      '“18,412” here; “14,812” in b',
    ]);
  });
  it('is told of four digits and more in another order whatever else the sentences say', () => {
    assert.deepEqual(told('The attendance was 7,142.', 'Brass bands played to a crowd of 7,412 on the quay.'), [
      '“7,142” here; “7,412” in b',
    ]);
  });
  it('is told of three digits in another order where hardly another number of the kind is in one text only', () => {
    const offer = 'The lowest tender was £168,000.';
    const spent = 'The owners agreed to spend £186,000 after the fire.';
    assert.deepEqual(told(offer, spent), ['“168,000” here; “186,000” in b']);
    const more = 'A mast cost £7,300, sails £2,150, and the crew had £912.';
    assert.deepEqual(told(`${offer} ${more}`, spent), []);
  });
  const barley = 'When the hatches were opened at noon, 1,846 sacks lay there, and rats ran from the wet barley.';
  const counted = (sacks: string) =>
    `Nobody wanted barley so wet; ${sacks} sacks of cargo went to the pigs of a farmer at Lund.`;
  for (const [name, ...lines] of [
    ['which somebody else has, too', barley, counted('1,346'), 'A smith bought 1,846 sacks for his horses.'],
    ['where the text has the other number as well', `${barley} A farmer took 1,346 eels.`, counted('1,346')],
    ['of another thing', barley, 'Nobody wanted barley so wet; 1,346 barrels of cargo went to the pigs.'],
    ['that takes two slips', barley, counted('1,397')],
    ['that one of them rounded', barley.replace('1,846', '13,440'), counted('13,400')],
    ['that one of them calls rough', barley, counted('about 1,346')],
    [
      'of another size',
      'Thieves of sacks and wet barley cost the town 1.43 million crowns.',
      'One sack of wet barley is 153 crowns.',
    ],
    ['of three digits that one other has in other words', 'The cook baked 346 loaves.', 'Thieves took 846 loaves.'],
    [
      'of prices, which many things have',
      'A compass, all brass and from Oslo, was what he wanted most; near the quay they asked £249 for it.',
      '£299 is little for lanterns: an Oslo dealer at the quay said so of his brass ones.',
    ],
  ] as const) {
    it(`is not told ${name}`, () => assert.deepEqual(told(...lines), []));
  }
});
