// Invented news stories, each retold by several sources: the same facts in other words, another order, some left out,
// and now and then a paper that prints the text of another. Each story has words of its own, as stories have.
// Deterministic: the same seed gives the same corpus on every machine.
import { generator } from '../random.mjs';
import { ADJECTIVES, NOUNS, VERBS } from './lexicon.mjs';

const SYLLABLES =
  'ka lo mer tan bri sol ved ran ost hel mi dor pra nel gus fin tor eda jor lun vas kir bel ota rin sky mar den'.split(
    ' ',
  );
const OFFICES =
  'mayor governor minister director professor general judge chairman ambassador engineer spokesman lawyer'.split(' ');
const BODIES = 'Council Ministry Institute Agency Union Commission Society Board'.split(' ');
const MONTHS = 'January March April June August September October December'.split(' ');
/** Of the facts of a story, and of the sources that print another’s text with few changes. */
const FACTS_KEPT = 0.8;
const COPIES = 0.15;

function randomFrom(seed) {
  const next = generator(seed);
  const below = (limit) => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)] };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const article = (word) => (/^[aeiou]/.test(word) ? 'an' : 'a');

function nameFrom(random) {
  const word = () =>
    capital(random.pick(SYLLABLES) + random.pick(SYLLABLES) + (random.next() < 0.3 ? random.pick(SYLLABLES) : ''));
  return `${word()} ${word()}`;
}

const some = (random, count, make) => Array.from({ length: count }, make);

/** People, places and the words that this story turns on. */
function storyFrom(random) {
  const place = () =>
    capital(random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(['burg', 'ville', 'holm', 'port']));
  const places = some(random, 5, place);
  return {
    people: some(random, 6, () => ({ name: nameFrom(random), office: random.pick(OFFICES) })),
    places,
    bodies: some(random, 3, () => `${random.pick(places)} ${capital(random.pick(NOUNS))} ${random.pick(BODIES)}`),
    nouns: some(random, 40, () => random.pick(NOUNS)),
    verbs: some(random, 25, () => random.pick(VERBS)),
    adjectives: some(random, 20, () => random.pick(ADJECTIVES)),
  };
}

/** What happened, before anybody tells it. */
function factFrom(random, story) {
  const [n, m, k] = some(random, 3, () => random.pick(story.nouns));
  const [v, w] = some(random, 2, () => random.pick(story.verbs));
  const [a, b] = some(random, 2, () => random.pick(story.adjectives));
  return {
    ...{ n, m, k, v, w, a, b },
    who: random.pick(story.people),
    other: random.pick(story.people),
    place: random.pick(story.places),
    body: random.pick(story.bodies),
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
      `${f.who.name}, the ${f.who.office}, ${f.v}ed the ${f.a} ${f.n} in ${f.place} on ${f.day} ${f.month} and ${f.w}ed ${f.number} ${f.m}s.`,
    (f) =>
      `On ${f.month} ${f.day} the ${f.a} ${f.n} of ${f.place} was ${f.v}ed by ${f.who.office} ${f.who.name}, who also ${f.w}ed ${f.number} ${f.m}s.`,
    (f) =>
      `In ${f.place}, ${f.number} ${f.m}s were ${f.w}ed and ${article(f.a)} ${f.a} ${f.n} ${f.v}ed, according to ${f.who.name}.`,
  ],
  [
    (f) => `“We have ${f.v}ed every ${f.n} that the ${f.m} needs,” ${f.who.name} told reporters in ${f.place}.`,
    (f) =>
      `${capital(f.who.office)} ${f.who.name} said in ${f.place}: “We have ${f.v}ed every ${f.n} that the ${f.m} needs.”`,
    (f) => `Every ${f.n} that the ${f.m} needed had been ${f.v}ed, ${f.who.name} assured those who asked.`,
  ],
  [
    (f) =>
      `The ${f.body} has ${f.v}ed ${f.number} ${f.n}s since ${f.year}, most of them for the ${f.b} ${f.m} near ${f.place}.`,
    (f) =>
      `Since ${f.year}, ${f.number} ${f.n}s have been ${f.v}ed by the ${f.body}, chiefly because of the ${f.b} ${f.m}.`,
    (f) => `It was the ${f.body} that ${f.v}ed them: ${f.number} ${f.n}s in all, first in ${f.year}.`,
  ],
  [
    (f) =>
      `Critics of the ${f.n} call it ${f.a}, but ${f.who.name} ${f.v}ed that ${article(f.m)} ${f.m} without ${article(f.k)} ${f.k} would be ${f.b}.`,
    (f) =>
      `${f.who.name} ${f.v}ed the ${f.a} ${f.n} against its critics: no ${f.m} lasts without ${article(f.k)} ${f.k}.`,
    (f) =>
      `Without ${article(f.k)} ${f.k} the ${f.m} would stay ${f.b}, ${f.who.name} argued, whatever is said of the ${f.n}.`,
  ],
  [
    (f) =>
      `A court in ${f.place} ${f.v}ed the ${f.n} after the ${f.m}s of ${f.other.name} had been ${f.w}ed for ${f.number} days.`,
    (f) =>
      `After ${f.number} days in which the ${f.m}s of ${f.other.name} were ${f.w}ed, judges in ${f.place} ${f.v}ed the ${f.n}.`,
    (f) => `The ${f.n} was ${f.v}ed by a court; ${f.other.name} had ${f.w}ed ${f.m}s there for ${f.number} days.`,
  ],
  [
    (f) => `People in ${f.place} still speak of the ${f.a} ${f.n} of ${f.year}, which ${f.v}ed the ${f.m} for good.`,
    (f) =>
      `In ${f.year} ${article(f.a)} ${f.a} ${f.n} ${f.v}ed the ${f.m} of ${f.place} for good, as many there recall.`,
    (f) => `The ${f.m} never got over the ${f.n} of ${f.year}, people in ${f.place} say.`,
  ],
  [
    (f) => `Neither the ${f.n} nor the ${f.b} ${f.m} will be ${f.v}ed before ${f.month}, the ${f.body} announced.`,
    (f) =>
      `The ${f.body} made it known that until ${f.month} no ${f.n} would be ${f.v}ed, and the ${f.m} would not either.`,
    (f) => `Not before ${f.month} will the ${f.b} ${f.m} be ${f.v}ed, nor the ${f.n}; so the ${f.body} has decided.`,
  ],
  [
    (f) =>
      `${f.who.name} met ${f.other.name} in ${f.place} and ${f.v}ed a plan under which ${f.number} ${f.a} ${f.n}s are to be ${f.w}ed.`,
    (f) =>
      `A plan to have ${f.number} ${f.a} ${f.n}s ${f.w}ed came out of the meeting of ${f.who.name} with ${f.other.name} in ${f.place}.`,
    (f) =>
      `When ${f.who.name} and ${f.other.name} met, they agreed on ${f.number} ${f.n}s, all of them to be ${f.w}ed.`,
  ],
  [
    (f) =>
      `How the ${f.k} came to be ${f.v}ed is not known; ${article(f.n)} ${f.n} was found beside it on ${f.day} ${f.month}.`,
    (f) =>
      `${capital(article(f.n))} ${f.n} turned up next to the ${f.k} on ${f.month} ${f.day}, though nobody knows who ${f.v}ed it.`,
    (f) => `Nobody can say who ${f.v}ed the ${f.k}, beside which ${article(f.n)} ${f.n} was discovered.`,
  ],
  [
    (f) =>
      `For the ${f.m}s of ${f.place} this means ${f.a} ${f.n}s, and ${f.b} ones at that, as ${f.other.name} ${f.v}ed.`,
    (f) => `${f.other.name} ${f.v}ed what follows for ${f.place}: its ${f.m}s must expect ${f.a} and ${f.b} ${f.n}s.`,
    (f) => `${capital(f.a)} and ${f.b} ${f.n}s await the ${f.m}s, if ${f.other.name} is right.`,
  ],
];

/**
 * `count` sources of about `size` characters; every five tell one story. About one word in two thousand is misspelt, so
 * that the rules have something to find.
 * @returns pairs of file name and text.
 */
export function stories(count, size, seed = 1) {
  const random = randomFrom(seed);
  const files = [];
  while (files.length < count) {
    const number = files.length / 5;
    const story = storyFrom(random);
    const facts = some(random, Math.ceil(size / 100), () => factFrom(random, story));
    let text = '';
    for (let source = 0; source < 5 && files.length < count; source++) {
      const isCopy = source > 0 && random.next() < COPIES;
      text = isCopy ? edited(text, random) : retell(facts, size, random);
      files.push([`story-${String(number).padStart(5, '0')}-${'abcde'[source]}.txt`, text]);
    }
  }
  return files;
}

function retell(facts, size, random) {
  const told = facts.filter(() => random.next() < FACTS_KEPT);
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

/** What a paper does to the text of an agency: it drops a paragraph here and there. */
function edited(text, random) {
  const paragraphs = text.trimEnd().split('\n\n');
  return `${paragraphs.filter(() => random.next() < 0.9).join('\n\n')}\n`;
}

function spoil(sentence, random) {
  if (random.next() > 0.01) return sentence;
  return sentence.replace(/\b([a-z]{3})([a-z])([a-z])([a-z]+)\b/, '$1$3$2$4');
}
