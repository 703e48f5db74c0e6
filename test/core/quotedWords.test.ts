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
    ['We shan’t pay', 'We shall not pay'],
    ['It ain’t over', 'It is not over'],
    ['They’ve paid', 'They have paid'],
    ['They cannot stay', 'They can not stay'],
    ['I wanna pay', 'I want to pay'],
    ['I gotta pay', 'I got to pay'],
    ['He’s got two', 'He has got two'],
    ['It’s had its day', 'It has had its day'],
    ['He’d better pay', 'He had better pay'],
    ['the boats’ crew', 'the boats crew'],
    ['it ’ s late, we ’ re late, we ’ ve paid', 'it’s late, we’re late, we’ve paid'],
    ['I ’ m late, he ’ d pay, we ’ ll pay, we can ’ t pay', 'I’m late, he’d pay, we’ll pay, we can’t pay'],
    ['IT’S BEEN LONG', 'it has been long'],
    ['we paid 5.Then we left', 'we paid 5 Then we left'],
    ['room 6: men', 'room 6 men'],
    ['north.5bn men', 'north 5bn men'],
    ['the end.I left', 'the end I left'],
    ['$5mn', '$5 million'],
    ['twenty-ninth day', '29th day'],
    ['twenty men', '20 men'],
    ['two hundred thousand men', '200,000 men'],
    ['two hundred men', '200 men'],
    ['ninety-nine thousand men', '99,000 men'],
    ['1.5 million men', '1,500,000 men'],
    ['3 billion men', '3,000 million men'],
    ['£1.5bn', '£1.5 billion'],
    ['3bn men', '3 bn men'],
    ['2tn men', '2 trillion men'],
    ['$5m and $6k', '$5 million and $6 thousand'],
    ['at 6.30pm', 'at 6:30 p.m.'],
    ['the weak $ again', 'the weak dollars again'],
    ['paid in €', 'paid in euros'],
    ['€$5', 'euros $5'],
    ['£5 and €6', 'five pounds and six euros'],
    ['the 1st, the 2nd and the 3rd day', 'the first, the second and the third day'],
    ['the twenty-first day came', 'the 21st day came'],
    ['the twentieth day came', 'the 20th day came'],
    ...'utc est cdt mst pst bst jst cest'
      .split(' ')
      .map((zone): [string, string] => [`at 0241 ${zone} or so`, `at 02:41 ${zone} or so`]),
    ...'January Feb February March Apr April May June July August Sept September Oct October Nov November Dec December'
      .split(' ')
      .flatMap((month): [string, string][] => [
        [`on ${month} 3rd`, `on ${month} 3`],
        [`the 3rd ${month} came`, `the 3 ${month} came`],
        [`the 3rd of ${month}`, `the 3 of ${month}`],
      ]),
    ...'is are was were do does did has have had could would should'
      .split(' ')
      .map((verb): [string, string] => [`they ${verb}nt`, `they ${verb} not`]),
    ...'it he she that this there here what who where how everyone everybody nobody'
      .split(' ')
      .map((word): [string, string] => [`${word}’s late`, `${word} is late`]),
    ...'i you he she it we they that there who'
      .split(' ')
      .map((word): [string, string] => [`${word}’d pay`, `${word} would pay`]),
    ...'um umm uh uhh er erm hm hmm'.split(' ').map((sound): [string, string] => [`so, ${sound}, we pay`, 'so we pay']),
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
    ['the twenty tenth bells', 'the 30th bells'],
    ['the 3rd man', 'the 3 man'],
    ['the 3rd of men in May', 'the 3 of men in May'],
    ['at 0241 crates', 'at 02:41 crates'],
    ['007 men', '7 men'],
    ['$5', '£5'],
    ['£', '$'],
    ['plan A.Then we left', 'plan AThen we left'],
    ['plan A B', 'plan AB'],
    ['do, n’t', 'don’t'],
    ['11, 250 men', '11,250 men'],
    ['1648, 007 men', '1648007 men'],
    ['11 007 men', '11,007 men'],
    ['room 123: 45', 'room 123:45'],
    ['room 6 45', 'room 6:45'],
    ['6-30pm', '6:30pm'],
    ['123.30pm', '123:30pm'],
    ['1-5bn', '1.5bn'],
    ['the 3rd day May began', 'the 3 day May began'],
    ['five per man', 'five per cent'],
    ['one cent', '%'],
    ['5xy', '6xy'],
    ['twenty eleven', '31'],
    ['twenty ten', '30'],
    ['5m high', '5 million high'],
    ['5xy', '5'],
    ['he can go', 'he cannot go'],
    ['the wont of men', 'the won’t of men'],
  ];
  for (const [one, other] of different) it(`${one} ≠ ${other}`, () => assert.notEqual(folded(one), folded(other)));

  it('has a form for every word', () => assert.equal(folded('\uFF9E'), '\uFF9E'));

  it('knows what is left out by its dots, and what whoever quotes put in by its brackets', () => {
    const words = quotedWords('one] two ... three. Four . . . five … six [seven] eight');
    assert.deepEqual(
      words.filter((word) => word.isAfterGap).map((word) => word.folded),
      ['3', '5', '6'],
    );
    assert.deepEqual(
      words.filter((word) => word.isEditorial).map((word) => word.folded),
      ['7'],
    );
  });

  it('weighs small words, words for anything and names less than others, but no first word for its capital', () => {
    assert.deepEqual(
      quotedWords('Ferries of Kolvik go there early').map(({ weight }) => weight),
      [1, 0.25, 0.4, 0.4, 0.25, 1],
    );
  });

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
