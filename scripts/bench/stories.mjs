// Invented news stories, each retold by several sources: the same facts in other words, another order, some left out.
// Deterministic: the same seed gives the same corpus on every machine.

const SYLLABLES =
  'ka lo mer tan bri sol ved ran ost hel mi dor pra nel gus fin tor eda jor lun vas kir bel ota rin sky mar den'.split(
    ' ',
  );
const NOUNS =
  `bridge harbour school railway dam museum hospital forest mine festival airport stadium library market prison
  reservoir factory lighthouse orchard monastery theatre tunnel refinery university laboratory canal archive observatory
  shipyard quarry pipeline aquarium cathedral vineyard brewery garrison embassy court newspaper orchestra glacier ferry`.split(
    /\s+/,
  );
const GOODS =
  `grain timber medicine copper vaccines cement fuel paintings documents engines fish steel rifles instruments seeds
  turbines wool satellites batteries manuscripts tractors coffee uniforms sandbags generators`.split(/\s+/);
const TROUBLES =
  `flood fire strike blackout landslide epidemic drought collision explosion protest election inquiry lawsuit
  shortage outbreak storm earthquake blockade scandal merger`.split(/\s+/);
const OFFICES = [
  'mayor',
  'governor',
  'minister',
  'director',
  'professor',
  'general',
  'judge',
  'chairman',
  'ambassador',
  'engineer',
];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'September', 'October', 'December'];
const ADJECTIVES =
  `cautious sudden northern costly quiet fragile crowded remote ancient temporary disputed coastal unusual
  severe promising secret modest bitter urgent narrow`.split(/\s+/);

/** Numbers from a seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)] };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

function nameFrom(random) {
  const word = () =>
    capital(random.pick(SYLLABLES) + random.pick(SYLLABLES) + (random.next() < 0.3 ? random.pick(SYLLABLES) : ''));
  return `${word()} ${word()}`;
}

/** What happened, before anybody tells it. */
function factFrom(random, story) {
  return {
    who: random.pick(story.people),
    noun: random.pick(NOUNS),
    other: random.pick(NOUNS),
    goods: random.pick(GOODS),
    trouble: random.pick(TROUBLES),
    adjective: random.pick(ADJECTIVES),
    place: random.pick(story.places),
    number: 3 + random.below(900),
    day: 1 + random.below(28),
    month: random.pick(MONTHS),
    year: 1950 + random.below(74),
    kind: random.below(KINDS.length),
  };
}

// Each kind of fact in three wordings.
const KINDS = [
  [
    (f) =>
      `${f.who.name}, the ${f.who.office} of ${f.place}, said on ${f.day} ${f.month} that the ${f.adjective} ${f.trouble} had damaged the ${f.noun} and left ${f.number} people without ${f.goods}.`,
    (f) =>
      `After the ${f.trouble}, ${f.number} residents had no ${f.goods}, and the ${f.noun} was badly hit, according to ${f.who.office} ${f.who.name}, who spoke in ${f.place} on ${f.month} ${f.day}.`,
    (f) =>
      `The ${f.noun} at ${f.place} suffered in the ${f.adjective} ${f.trouble}; ${f.number} people went without ${f.goods}, ${f.who.name} reported.`,
  ],
  [
    (f) =>
      `“We will rebuild the ${f.noun} before the ${f.other} opens again,” ${f.who.name} told reporters in ${f.place}.`,
    (f) =>
      `${capital(f.who.office)} ${f.who.name} promised in ${f.place}: “We will rebuild the ${f.noun} before the ${f.other} opens again.”`,
    (f) => `The ${f.noun} would be rebuilt before the ${f.other} reopened, ${f.who.name} promised.`,
  ],
  [
    (f) =>
      `The shipment of ${f.goods} reached ${f.place} in ${f.year} and was stored beside the ${f.noun}, where ${f.number} crates were counted.`,
    (f) => `In ${f.year} inspectors counted ${f.number} crates of ${f.goods} next to the ${f.noun} in ${f.place}.`,
    (f) =>
      `${f.number} crates of ${f.goods} arrived at ${f.place} in ${f.year}, and workers kept them near the ${f.noun}.`,
  ],
  [
    (f) =>
      `A court in ${f.place} ruled that the ${f.adjective} contract for the ${f.noun} was void because the ${f.other} had never been inspected.`,
    (f) =>
      `Because nobody had inspected the ${f.other}, judges in ${f.place} declared the contract for the ${f.noun} invalid.`,
    (f) =>
      `The contract for the ${f.adjective} ${f.noun} is void, a court in ${f.place} decided, since the ${f.other} was not inspected.`,
  ],
  [
    (f) =>
      `Residents of ${f.place} remember the ${f.trouble} of ${f.year}, when the old ${f.noun} closed and trade in ${f.goods} came to a halt.`,
    (f) =>
      `In ${f.year} a ${f.trouble} shut the old ${f.noun} of ${f.place} and stopped the trade in ${f.goods}, as residents recall.`,
    (f) =>
      `The ${f.trouble} of ${f.year} ended the trade in ${f.goods} and closed the ${f.noun}, people in ${f.place} remember.`,
  ],
];

/**
 * `count` sources of about `size` characters; every five tell one story. About one word in two thousand is misspelt,
 * and now and then a quotation is altered, so that the rules have something to find.
 * @returns pairs of file name and text.
 */
export function stories(count, size, seed = 1) {
  const random = randomFrom(seed);
  const files = [];
  while (files.length < count) {
    const number = files.length / 5;
    const story = {
      people: Array.from({ length: 6 }, () => ({ name: nameFrom(random), office: random.pick(OFFICES) })),
      places: Array.from({ length: 4 }, () =>
        capital(random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(['burg', 'ville', 'holm', 'port'])),
      ),
    };
    const facts = Array.from({ length: Math.ceil(size / 110) }, () => factFrom(random, story));
    for (let source = 0; source < 5 && files.length < count; source++) {
      files.push([`story-${String(number).padStart(5, '0')}-${'abcde'[source]}.txt`, retell(facts, size, random)]);
    }
  }
  return files;
}

function retell(facts, size, random) {
  const told = facts.filter(() => random.next() < 0.8);
  // Some facts change places, as editors move them.
  for (let at = 1; at < told.length; at++) {
    if (random.next() < 0.15) [told[at - 1], told[at]] = [told[at], told[at - 1]];
  }
  const paragraphs = [];
  let paragraph = [];
  let length = 0;
  for (const fact of told) {
    const sentence = spoil(random.pick(KINDS[fact.kind])(fact), random);
    paragraph.push(sentence);
    length += sentence.length + 1;
    if (paragraph.length > 1 + random.below(3)) {
      paragraphs.push(paragraph.join(' '));
      paragraph = [];
    }
    if (length >= size) break;
  }
  if (paragraph.length > 0) paragraphs.push(paragraph.join(' '));
  return `${paragraphs.join('\n\n')}\n`;
}

function spoil(sentence, random) {
  if (random.next() > 0.01) return sentence;
  return sentence.replace(/\b([a-z]{3})([a-z])([a-z])([a-z]+)\b/, '$1$3$2$4');
}
