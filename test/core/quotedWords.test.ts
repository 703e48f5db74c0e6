import assert from 'node:assert/strict';
import { quotedWords } from '../../server/src/core/quotedWords.js';

const folded = (text: string) =>
  quotedWords(text)
    .map((word) => word.folded)
    .join(' ');

describe('the folding of quotations', () => {
  const same: [string, string][] = [
    ['We’re not going', 'we are not going'],
    ['I wo n’t go', 'I won’t go'],
    ['We ’ll see', 'We will see'],
    ['They can not stay', 'They can’t stay'],
    ['It’s been long', 'It has been long'],
    ['It’s late', 'It is late'],
    ['Well, um, let’s go', 'Well, let us go'],
    ['I’m gonna win', 'I am going to win'],
    ['organised defence', 'organized defense'],
    ['eleven men', '11 men'],
    ['twenty-four hours', '24 hours'],
    ['11, 000 crates', '11,000 crates'],
    ['11 thousand crates', 'eleven thousand crates'],
    ['$5 million', 'five million dollars'],
    ['5% of them', 'five per cent of them'],
    ['the eleventh hour', 'the 11th hour'],
    ['on May 11th', 'on May 11'],
    ['on the 3rd of June', 'on the 3 of June'],
    ['at 6 p.m.', 'at 6:00pm'],
    ['at 6: 00 p.m.', 'at 6 p.m.'],
    ['at 6:41pm', 'at 18:41'],
    ['at 12 a.m.', 'at 00:00'],
    ['at 02:41 GMT', 'at 0241 GMT'],
    ['the neighbourhood', 'the neighborhood'],
    ['the U.S. army', 'the US army'],
    ['salt & pepper', 'salt and pepper'],
    ['the show’s end', 'the shows end'],
    ['it isnt so', 'it isn’t so'],
    ['the travellers', 'the travelers'],
  ];
  for (const [one, other] of same) it(`${one} = ${other}`, () => assert.equal(folded(one), folded(other)));

  const different: [string, string][] = [
    ['We are going', 'We are not going'],
    ['eleven men', 'twelve men'],
    ['11 thousand', '11 million'],
    ['at 6 p.m.', 'at 6 a.m.'],
    ['at 6:41', 'at 18:41'],
    ['at 12 p.m.', 'at 00:00'],
    ['0241 crates', '02:41 crates'],
    ['May 11', 'May 12'],
    ['he can go', 'he cannot go'],
    ['the wont of men', 'the won’t of men'],
  ];
  for (const [one, other] of different) it(`${one} ≠ ${other}`, () => assert.notEqual(folded(one), folded(other)));

  it('keeps the place of every word', () => {
    const text = 'We wo n’t pay $5 million by May 11th, [the firm] said … at 6 p.m.';
    assert.deepEqual(
      quotedWords(text).map(({ folded: word, start, end }) => [word, text.slice(start, end)]),
      [
        ['we', 'We'],
        ['will', 'wo n’t'],
        ['not', 'wo n’t'],
        ['pay', 'pay'],
        ['5000000', '5 million'],
        ['dollars', '$'],
        ['by', 'by'],
        ['may', 'May'],
        ['11', '11th'],
        ['the', 'the'],
        ['firm', 'firm'],
        ['said', 'said'],
        ['at', 'at'],
        ['18:00h', '6 p.m'],
      ],
    );
    const words = quotedWords(text);
    assert.deepEqual(
      words.filter((word) => word.isEditorial).map((word) => word.folded),
      ['the', 'firm'],
    );
    assert.deepEqual(
      words.filter((word) => word.isAfterGap).map((word) => word.folded),
      ['at'],
    );
  });
});
