import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { wordLikeness } from '../../server/src/analysis/wordLikeness.js';
import { collate } from '../../server/src/core/collate.js';
import { areRivals as mayBeTwo, nameMatter } from '../../server/src/rules/nameMatter.js';
import { readFixture } from '../fixture.js';
import { testResources as resources } from '../resources.js';

const matter = nameMatter('name');

function beside(a: string, b: string) {
  return { a, b, slots: [], frame: wordFrame(a, b, [], resources.wordVectors), resources };
}

/** Whether the first names of two sentences can be held against each other. */
function areRivals(a: string, b: string): boolean {
  const [one] = matter.itemsIn(a, resources);
  const [other] = matter.itemsIn(b, resources);
  assert.ok(one && other);
  return matter.areComparable(one, other, beside(a, b));
}

describe('kinds of names', () => {
  it('a given name and a surname are a person, weighed by weights of their own', () => {
    const text = 'it was sold by Anna Lund to Fjordline';
    const kinds = matter.itemsIn(text, resources).map((item) => matter.kindOf(item, beside(text, text)));
    assert.deepEqual(kinds, ['person', 'name']);
  });
});

describe('a person', () => {
  const town = 'it was sold in autumn, after Anna Lund left';
  it('is named by both surnames where a hyphen joins them', () => {
    const text = 'it was sold by Anna Lund-Berg of Kolvik';
    assert.deepEqual(
      matter.itemsIn(text, resources).map(({ start, end }) => text.slice(start, end)),
      ['Anna Lund-Berg', 'Kolvik'],
    );
  });
  it('stands for no town', () => {
    assert.ok(!areRivals(town, 'it was sold in autumn, after Vancouver left'));
    assert.ok(areRivals(town, 'it was sold in autumn, after Berg left'));
  });
  it('stands for no team', () => {
    assert.ok(!areRivals(town, 'it was sold in autumn, after the Kolvik Mariners left'));
    assert.ok(!areRivals(town, 'it was sold in autumn, after the 1961 Dallas Mariners left'));
    assert.ok(areRivals('it was sold by the Kolvik Herald', 'it was sold by the Stavern Tribune'));
  });
  it('stands for nobody who is called by an epithet', () => {
    assert.ok(!areRivals('it was sold by Anna Lund who left', 'it was sold by the Black Swan who left'));
    assert.ok(areRivals('it was sold by Anna Lund who left', 'it was sold by Eva Simons who left'));
  });
});

describe('a town', () => {
  const places = nameMatter('place');
  const areRivalPlaces = (a: string, b: string) => {
    const [one, other] = [places.itemsIn(a, resources).at(-1), places.itemsIn(b, resources).at(-1)];
    assert.ok(one && other);
    return places.areComparable(one, other, beside(a, b));
  };
  it('stands for a division that may hold it only where the rest is much the same', () => {
    const fell = (where: string) =>
      `a bridge, two barns and the roof of an old mill were hit by a drone at night in ${where}`;
    const told = (where: string) => `two channels said that the bridge in ${where} had been destroyed by a strike`;
    assert.ok(areRivalPlaces(fell('Kolvik'), fell('Stavern Oblast')));
    assert.ok(!areRivalPlaces(fell('Kolvik'), told('Stavern Oblast')));
    assert.ok(areRivalPlaces(fell('Kolvik'), told('Stavern')));
  });
});

describe('a given name alone', () => {
  const founded = (who: string) => `in 2001 ${who} helped to found the school`;
  it('stands for nobody who may have the surname', () => {
    assert.ok(!areRivals(founded('Evan'), founded('Nash')));
  });
  it('stands for another given name, and a surname for another', () => {
    assert.ok(areRivals(founded('Evan'), founded('Petra')));
    assert.ok(areRivals(founded('Nash'), founded('Lund')));
    assert.ok(areRivals(founded('Evan'), founded('Robert Nash')));
  });
});

describe('a place', () => {
  const places = nameMatter('place');
  const areHeld = (a: string, b: string) => {
    const [[one], [other]] = [places.itemsIn(a, resources), places.itemsIn(b, resources)];
    assert.ok(one && other);
    const slots = collate(a, b, wordLikeness(resources));
    return places.areComparable(one, other, {
      ...beside(a, b),
      slots,
      frame: wordFrame(a, b, slots, resources.wordVectors),
    });
  };
  it('where somebody is from stands for none of something else', () => {
    const suspects = 'the two were among seven Portland suspects who helped the rebels';
    assert.ok(!areHeld(suspects, 'the two were among seven who helped the rebels in the war in Afghanistan'));
    assert.ok(areHeld(suspects, 'the two were among seven suspects in Seattle who helped the rebels'));
    assert.ok(areHeld(suspects, 'the two were among seven men who were suspects in Seattle'));
  });
  it('that is a house of the state stands for no town', () => {
    const given = (where: string) => `she gave it away while she lived at ${where} for the four years`;
    assert.ok(!areHeld(given('Government House'), given('Yarralumla')));
    assert.ok(areHeld(given('Kolvik House'), given('Yarralumla')));
    assert.ok(areHeld(given('Government House'), given('Kolvik House')));
  });
});

describe('two names of one', () => {
  const agree = (a: string, b: string) => {
    const [textA, textB] = [`it was sold by ${a}, they`, `it was sold by ${b}, they`];
    const [[one], [other]] = [matter.itemsIn(textA, resources), matter.itemsIn(textB, resources)];
    return matter.agree(one!, other!, beside(textA, textB));
  };
  it('are told apart by no apostrophe and no short form', () => {
    assert.ok(agree('Eugene O’Neill', 'Eugene ONeills'));
    assert.ok(agree('Hal Lund', 'Harold W. Lund Jr'));
    assert.ok(!agree('Hal Lund', 'Henry Berg'));
  });
  it('are those of one country', () => {
    assert.ok(agree('Britain', 'UK'));
    assert.ok(!agree('Britain', 'Norway'));
  });
});

describe('a site and a town', () => {
  it('are two names of what is there', () => {
    assert.ok(!areRivals('charges against a Grossmont College student', 'charges against a Vancouver student'));
    assert.ok(areRivals('charges against Grossmont College', 'charges against Vancouver'));
  });
});

describe('those who are called after their people', () => {
  const places = nameMatter('place');
  const areTwo = (a: string, b: string) => {
    const [[one], [other]] = [places.itemsIn(a, resources), places.itemsIn(b, resources)];
    return places.areComparable(one!, other!, beside(a, b));
  };
  it('are no places', () => {
    assert.ok(!areTwo('the old ferry went to Latinos', 'the old ferry went to Hispanics'));
    assert.ok(areTwo('the old ferry went to Athens', 'the old ferry went to Dublin'));
  });
});

describe('the house of a government', () => {
  it('stands for its head, and so is compared with nobody', () => {
    assert.ok(!areRivals('money was sought in autumn by the White House', 'money was sought in autumn by Berg'));
    assert.ok(areRivals('money was sought in autumn by the Lund Fund', 'money was sought in autumn by Berg'));
  });
});

describe('two places of one story', () => {
  const areTwo = (told: string) => {
    const sentence = (where: string) => `Fourteen passengers of the ferry were treated for burns in [|${where}|].`;
    const { corpus, marks } = readFixture(
      `-- a.txt --\n${sentence('Brygga')} ${told}\n-- b.txt --\n${sentence('Kolvik')}\n`,
    );
    assert.ok(marks[0] && marks[1]);
    return mayBeTwo(marks[0], marks[1], corpus);
  };
  it('are one where the text puts one into the other', () => {
    assert.ok(!areTwo('The clinic is in the Brygga ward of Kolvik.'));
    assert.ok(!areTwo('The clinic is in Brygga, an old part of Kolvik.'));
  });
  it('and two where it lists them', () => {
    assert.ok(areTwo('There are clinics in Brygga and in Kolvik.'));
    assert.ok(areTwo('There are clinics in Brygga or near Kolvik.'));
  });
});

describe('a place that ends with what sort of place it is', () => {
  const isStated = (name: string, there: string, kind: 'place' | 'name' = 'place') => {
    const [one] = matter.itemsIn(`the ice held as far as ${name}, he wrote`, resources);
    assert.ok(one);
    return nameMatter(kind).isStatedIn(one, there, [], beside(there, there), [one]);
  };
  it('is not stated by another of that sort', () => {
    assert.ok(!isStated('Kolvik Stairs', 'the river froze from the bridge to Castle Stairs'));
  });
  it('is stated by what tells it from others of that sort, wherever that stands', () => {
    assert.ok(isStated('Kolvik Stairs', 'the river froze from the bridge to Kolvik Wharf'));
    assert.ok(isStated('Castle Stairs', 'the river froze from the bridge to Castle Wharf'));
    assert.ok(isStated('Kolvik Lauvsnes', 'the river froze from the bridge to Larvik Lauvsnes'));
    assert.ok(isStated('Mount Cook', 'the river froze as far as Aoraki Cook'));
  });
  it('and a name of another kind is stated by its last word', () => {
    assert.ok(isStated('Kolvik Award', 'the river froze from the bridge to the Castle Award', 'name'));
  });
});

describe('two who are said to speak', () => {
  it('say two things where the sentences share little', () => {
    assert.ok(
      !areRivals('keep away from the old ferry, said Anna Lund', 'the hull will hold until May, said Carl Berg'),
    );
  });
  it('stand for each other where the sentences share most', () => {
    assert.ok(
      areRivals('keep away from the old ferry, said Anna Lund', 'keep away from the old ferry, said Carl Berg'),
    );
  });
  it('stand for each other where both hold the one office', () => {
    const [one, other] = ['keep away from the old ferry, said', 'the hull will hold until May, said'];
    assert.ok(areRivals(`${one} Anna Lund, the harbour master`, `${other} Carl Berg, harbour master of Kolvik`));
    assert.ok(!areRivals(`${one} Anna Lund, the harbour master`, `${other} Carl Berg, the finance minister`));
    assert.ok(!areRivals(`${one} Anna Lund, a councilwoman`, `${other} Carl Berg, a councilwoman`));
  });
  it('and two who act stand for each other in any case', () => {
    assert.ok(areRivals('the old ferry was bought by Anna Lund', 'the hull was mended for a crown by Carl Berg'));
  });
});

describe('a place and another that it lies in', () => {
  const places = nameMatter('place');
  const [town, country] = ['the riot was in Athens', 'the riot was in Greece'];
  const both = { ...beside(town, country) };
  const [athens] = places.itemsIn(town, resources);
  const [greece] = places.itemsIn(country, resources);
  it('say the same', () => {
    assert.ok(places.agree(athens!, greece!, both));
    assert.ok(places.agree(greece!, athens!, beside(country, town)));
  });
  it('bear each other out one way: who says the town says the country', () => {
    assert.ok(places.coversAll!(greece!, athens!, both));
    assert.ok(!places.coversAll!(athens!, greece!, both));
  });
  it('state each other beside a third', () => {
    const there = 'houses were left in Norway and the United Arab Emirates';
    const [dubai] = places.itemsIn('houses were left in Dubai', resources);
    assert.ok(places.isStatedIn(dubai!, there, places.itemsIn(there, resources), both, [dubai!]));
  });
  it('do not state each other where the region is that of another town', () => {
    const [athens] = places.itemsIn('riots were reported in Athens', resources);
    const isStated = (there: string) =>
      places.isStatedIn(athens!, there, places.itemsIn(there, resources), beside(there, there), [athens!]);
    assert.ok(isStated('riots were reported in Greece'));
    assert.ok(!isStated('riots were reported in Dublin, Greece'));
    assert.ok(isStated('riots were reported in Norway, Greece and Oman'));
  });
  it('are not compared where a square may be in the town, unless the sentences share most', () => {
    const areCompared = (a: string, b: string) => {
      const [[one], [other]] = [places.itemsIn(a, resources), places.itemsIn(b, resources)];
      return places.areComparable(one!, other!, beside(a, b));
    };
    assert.ok(!areCompared('pupils held a vigil in Torget Square', 'the police kept a crowd away in Athens'));
    const most = 'thirty silent pupils of the old harbour school held a candlelit vigil for the drowned pilot in';
    assert.ok(areCompared(`${most} Torget Square`, `${most} Athens`));
    assert.ok(!areCompared('a mother was shot in Brooklyn', 'the jury watched a gang in Manhattan'));
    assert.ok(areCompared('a mother was shot in Brooklyn', 'the jury watched a gang in Oslo'));
  });
});

describe('two places of one story', () => {
  const places = nameMatter('place');
  const areCompared = (a: string, b: string) => {
    const [[one], [other]] = [places.itemsIn(a, resources), places.itemsIn(b, resources)];
    return places.areComparable(one!, other!, beside(a, b));
  };
  it('are not compared where one is some of many', () => {
    assert.ok(areCompared('cables failed in Oslo', 'a slow line was mended in Athens'));
    assert.ok(!areCompared('cables failed in Oslo and Dublin', 'a slow line was mended in Athens'));
    assert.ok(!areCompared('cables failed in Oslo', 'a slow line was mended in Athens and Dublin'));
  });
  it('are not compared where they are told of other days', () => {
    assert.ok(areCompared('cables failed in Oslo in June', 'a slow line was mended in Athens in June'));
    assert.ok(!areCompared('cables failed in Oslo in June', 'a slow line was mended in Athens in March'));
  });
  it('are compared in sentences that share most, lists and days or not', () => {
    const most = 'thirty silent pupils of the old harbour school held a candlelit vigil for the drowned pilot in';
    assert.ok(areCompared(`${most} Oslo and Dublin`, `${most} Athens and Dublin`));
    assert.ok(areCompared(`${most} Oslo in June`, `${most} Athens in March`));
  });
});
