import assert from 'node:assert/strict';
import { areCompatible } from '../../server/src/core/compatibleQuantities.js';
import { quantitiesIn } from '../../server/src/core/quantities.js';

function areSame(a: string, b: string): boolean {
  const [one] = quantitiesIn(a);
  const [other] = quantitiesIn(b);
  assert.ok(one && other);
  return areCompatible(one, other);
}

describe('a measure in two units', () => {
  const qualified = (text: string) =>
    quantitiesIn(text).map(({ least, qualifier, bound }) => [least, qualifier, bound]);
  it('is as rough in the one as in the other', () => {
    assert.deepEqual(qualified('in just under two hours and twenty minutes'), [
      [2, 'just under', 'most'],
      [20, 'just under', 'most'],
    ]);
    assert.deepEqual(qualified('about 6 feet, 2 inches high'), [
      [6, 'about', undefined],
      [2, 'about', undefined],
    ]);
  });
  it('is not what stands beside another one', () => {
    assert.deepEqual(qualified('about two hours and twenty boats'), [
      [2, 'about', undefined],
      [20, undefined, undefined],
    ]);
    assert.deepEqual(qualified('after about two hours, 20 minutes later'), [
      [2, 'about', undefined],
      [20, undefined, undefined],
    ]);
  });
});

describe('numbers that may both be true', () => {
  for (const [a, b] of [
    ['4,987 crowns', '5,000 crowns'],
    ['some 20 boats', '23 boats'],
    ['at least three men', 'ten men'],
    ['as many as about 300 men', '200 men'],
    ['at least some 300 men', '500 men'],
    ['more than 5,200 men', 'more than 5,270 men'],
    ['dozens of boats', '36 boats'],
    ['2.53 percent', '2.5 percent'],
    // Zero can be divided by ten for ever.
    ['0.4 percent', '0 percent'],
    ['140 to 150 boats', '145 boats'],
    ['about 300 boats', '330 boats'],
    ['as many as 40 boats', '23 boats'],
    ['three-plus seasons', 'nearly four seasons'],
    ['337 boats', '340 boats'],
    ['14,312 boats', '14,300 boats'],
    ['13,440 boats', '13,400 boats'],
    ['he ran for over three years', 'he ran for eight years'],
    ['she sold it over three years ago', 'she sold it eight years ago'],
    ['a third of the crew', '35 percent of the crew'],
    ['more than half of the crew', '60 percent of the crew'],
    ['over a million crowns', '1.1 million crowns'],
    ['some hundred and twenty men', '120 men'],
  ] as const) {
    it(`${a}, ${b}`, () => assert.ok(areSame(a, b)));
  }
  for (const [a, b] of [
    ['4,987 crowns', '6,000 crowns'],
    ['0.9 percent', '0 percent'],
    ['ten boats', 'seven boats'],
    ['a million crowns', '1.7 million crowns'],
    ['over a hundred men', '60 men'],
    ['13 yards', '10 yards'],
    ['Anna Berg, 20, of Kolvik', 'Anna Berg, 21, of Kolvik'],
    ['up to 83% of it', 'up to 73% of it'],
    ['140 to 150 boats', '140 to 155 boats'],
    ['about 300 boats', 'about 330 boats'],
    ['more than five times the limit', 'more than ten times the limit'],
    ['some five boats', 'ten boats'],
    ['as many as 40 boats', '90 boats'],
    ['2,291 points', '2,290 points'],
    ['155 million crowns', '150 million crowns'],
    ['he paid it over three years', 'he paid it over eight years'],
    ['between $140 million and $150 million', 'between $140 million and $155 million'],
    ['a third of the crew', 'a quarter of the crew'],
    ['two-thirds of the crew', 'three-quarters of the crew'],
    ['half of the crew', '35 percent of the crew'],
  ] as const) {
    it(`not ${a}, ${b}`, () => assert.ok(!areSame(a, b)));
  }
});

describe('what a number counts', () => {
  it('is not said by a pronoun', () => {
    assert.deepEqual(
      quantitiesIn('They caught 23 pirates and took 12 of them along.').map(({ unit }) => unit),
      ['pirat', ''],
    );
  });
  for (const [text, least, unit] of [
    ['The boy fell 200ft from the ridge.', 200, 'feet'],
    ['The boy fell 1,200ft from the ridge.', 1200, 'feet'],
    ['The boy fell 40 feet from the ridge.', 40, 'feet'],
    ['The patch is for 2.5m users.', 2_500_000, 'user'],
    ['The wave was 5m high.', 5, 'meter'],
    ['The disk has 8GB of room.', 8, 'gb'],
    ['He served 4½ months.', 4.5, 'month'],
    ['They met two plainclothes officers.', 2, 'officer'],
    ['He ran past two Purple Aces defenders.', 2, 'defender'],
    ['They found 13 fully loaded magazines.', 13, 'magazin'],
    ['She led with five rushing TDs.', 5, 'touchdow'],
    ['It will be held on a two-party basis.', 2, 'party'],
    ['They carried seven AK-47s.', 7, 'ak'],
    ['The quake killed 10 persons.', 10, 'people'],
    ['The trade is worth 100 billion USD a year.', 1e11, '$'],
    ['Lund scored 20 Thursday night.', 20, ''],
    ['Lund scored five of Kolvik’s points.', 5, ''],
    ['The boat sank 40 metres off the quay.', 40, 'meter'],
    ['He won with 51 KOs.', 51, 'knockout'],
    ['The deal rose to $184M.', 1.84e8, '$'],
    ['The deal rose to $160MM at last.', 1.6e8, '$'],
    ['The damage was put at $US1 million.', 1e6, '$'],
    ['The damage was put at $A400,000 at last.', 4e5, '$'],
    ['The damage was put at $NZ1.5m.', 1.5e6, '$'],
    ['The deal rose to £20K at last.', 20_000, '£'],
    ['The thieves took a two million-euro necklace.', 2e6, '€'],
    ['A 5.5 -magnitude earthquake hit the island.', 5.5, 'magnitude'],
    ['The quake measured magnitude-5.9 at sea.', 5.9, 'magnitude'],
    ['The island was hit by a 6.1 quake.', 6.1, 'magnitude'],
    ['She lives in the 12200 block of Mill Street.', 12_200, 'block #'],
    ['They hold the No. 5 seed.', 5, 'no. #'],
    ['He circled page 20 of it.', 20, 'page #'],
    ['The survey puts the magnitude at 6.1 so far.', 6.1, 'magnitude'],
    ['A quake with a magnitude of at least 5.9 hit the coast.', 5.9, 'magnitude'],
    ['Film star dies at 91', 91, 'age'],
    ['She was the first doctor under age 40 to sit there.', 40, 'age'],
    ['The yard delivers the Norsk 350 in May.', 350, 'norsk #'],
    ['The flaw is in version 7 of it.', 7, 'version #'],
    ['In all of Kolvik 12 people were hurt.', 12, 'people'],
    ['In Kolvik 12 percent voted.', 12, '%'],
    ['It was signed by 1,300 federal and independent scientists.', 1300, 'scientis'],
    ['They rescued five other bank workers.', 5, 'worker'],
    ['They seized three more automatic rifles.', 3, 'rifl'],
    ['They met two plainclothes police officers.', 2, 'officer'],
    ['They made off with a two-million-euro booty.', 2e6, '€'],
    ['She lost the three bank workers-two women and a man.', 3, 'worker'],
    ['It is worth $140- $150 million a year.', 1.4e8, '$'],
    ['It was a 24- to 30-foot boat.', 24, 'feet'],
    ['Sales should grow 2–4 per cent.', 2, '%'],
    ['The work takes 10-12 weeks.', 10, 'week'],
    ['Some 12 000 people fled.', 12_000, 'people'],
    ['Some 1\u202f200 men fled.', 1200, 'men'],
    ['We were two and twenty.', 22, ''],
    ['The siege took five-and-thirty days.', 35, 'day'],
    ['We sold 46,000 of these lamps.', 46_000, 'lamp'],
    ['She fell in the 61st minute.', 61, 'minut'],
    ['She fell in the twelfth minute.', 12, 'minut'],
    ['It was his third goal.', 3, 'goal nth'],
    ['It was her twenty-first win.', 21, 'win nth'],
    ['They came for the fourth time.', 4, 'time nth'],
    ['They came a fourth time.', 4, 'time nth'],
    ['The boat is 8.3 m long.', 8.3, 'meter'],
    ['They took 61 of the 150 seats.', 61, 'seat'],
    ['It is the third largest yard.', 3, 'largest nth'],
    ['Three-fifths of the crew drowned.', 60, '%'],
    ['A quarter of the crew drowned.', 25, '%'],
    ['Half of the crew drowned.', 50, '%'],
    ['More than half the crew drowned.', 50, '%'],
    ['One in five patients fell ill.', 20, '%'],
    ['Nine out of ten patients fell ill.', 90, '%'],
    ['It was 12°C in Kolvik.', 12, 'degre'],
    ['It was 54 °F in Kolvik.', 54, 'fahrenhei'],
    ['It was 54 degrees Fahrenheit in Kolvik.', 54, 'fahrenhei'],
    ['It was 12 degrees in Kolvik.', 12, 'degre'],
    ['They waited 2 1/2 hours.', 2.5, 'hour'],
    ['They waited two and a half hours.', 2.5, 'hour'],
    ['The deal is worth 3.2 billion pounds.', 3.2e9, '£'],
    ['A parcel weighs 3 pounds.', 3, 'pound'],
    ['They sent a 1,200-strong force.', 1200, 'force'],
    ['The force was 1,200 strong.', 1200, ''],
    ['A woman, 43, was hurt.', 43, 'age'],
  ] as const) {
    it(`stands right behind it: ${text}`, () => {
      assert.deepEqual(
        quantitiesIn(text)
          .slice(0, 1)
          .map((one) => [one.least, one.unit]),
        [[least, unit]],
      );
    });
  }
  it('is read behind a hyphen that stands for a dash, and not in a number or a measure', () => {
    assert.deepEqual(
      quantitiesIn('He lost three workers-two women and a man-in a four-by-four car with twenty-one seats.').map(
        (one) => [one.least, one.unit],
      ),
      [
        [3, 'worker'],
        [2, 'women'],
        [4, ''],
        [21, 'seat'],
      ],
    );
  });
  it('is not asked of a score', () => {
    assert.deepEqual(quantitiesIn('A 91-73 victory brought them to a 38-44 mark.'), []);
  });
  for (const text of [
    'They took a third man along in the third quarter, on Third Street and on 5th Avenue.',
    'They met on the 3rd and the 4th of May.',
    'In the second half half an hour was lost, and a quarter of an hour at the first.',
    'They lost in the first half of the season and the third quarter of 2012.',
    'Anna Berg was in third place for a third party.',
    'He won none in the first quarter of an hour.',
  ]) {
    it(`is not: ${text}`, () => {
      assert.deepEqual(
        quantitiesIn(text).map((one) => text.slice(one.start, one.end)),
        [],
      );
    });
  }
  it('may have a number of its own: four 100-catch seasons', () => {
    assert.deepEqual(
      quantitiesIn('She had four 100-catch seasons.').map((one) => [one.least, one.unit]),
      [
        [4, 'season'],
        [100, 'season'],
      ],
    );
  });
});
