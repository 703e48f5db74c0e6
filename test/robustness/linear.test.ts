import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { kindredSentences } from '../../server/src/analysis/kindredSentences.js';
import { parallels } from '../../server/src/analysis/parallels.js';
import { quotationMatches } from '../../server/src/analysis/quotationMatches.js';
import { finish } from '../../server/src/analysis/steps.js';
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

const PLACES = ['Lisbon', 'Porto', 'Faro', 'Braga', 'Evora'];
const QUOTED = '“We will rebuild the old harbour wall before the storms come,” she told reporters on 14 March 2023.';

/** Two sources of `count` lines each. */
function twoTexts(count: number, line: (index: number, source: number) => string): Corpus {
  const changes = [0, 1].map((source) => ({
    path: `${source}.txt`,
    text: Array.from({ length: count }, (_, index) => line(index, source)).join('\n'),
  }));
  return Corpus.empty(testResources).apply(changes);
}

// Here, too, what holds everything against all that is like it does not end before the timeout.
describe('two texts that say one thing over and over', function () {
  this.timeout(60_000);

  const quotations: Readonly<Record<string, (index: number, source: number) => string>> = {
    'in the same words': (_, source) => (source > 0 ? QUOTED.replace('old', 'new') : QUOTED),
    'in nearly the same words': (index, source) =>
      `“We counted ${index * 7 + source} of the old ferries in the harbour of ${PLACES[index % 5]} today,” she said.`,
  };
  for (const [how, line] of Object.entries(quotations)) {
    it(`between quotation marks, ${how}`, () => {
      const corpus = twoTexts(2_500, line);
      finish(corpus.get(quotationMatches).prepare(corpus.document('0.txt')!));
    });
  }

  it('in rows of a table', () => {
    const corpus = twoTexts(
      8_000,
      (index, source) =>
        `The team of ${PLACES[index % 5]} beat that of ${PLACES[(index + source) % 4]} by ${index % 17} goals on day ${index}, ` +
        'while the harbour, market, bridge, school, station, library, theatre and museum of the old town stayed closed ' +
        'because heavy snow, strong wind and broken ice had stopped every train, ferry and lorry on the northern coast.',
    );
    const [here, there] = [corpus.document('0.txt')!, corpus.document('1.txt')!];
    for (const paragraph of here.paragraphs) kindredSentences(paragraph, there, testResources);
  });

  it('without an end: a sentence stands against a few of its copies', () => {
    const phrase = 'The treaty of Kolvik was signed in 1648 ';
    const texts = [phrase, phrase.replace('1648', '1684')].map((one) => one.repeat(200));
    const corpus = Corpus.empty(testResources).apply(texts.map((text, at) => ({ path: `${at}.txt`, text })));
    const found = corpus.get(parallels).between('0.txt', '1.txt', 'sentence');
    const perSentence = found.length / new Set(found.map(({ a }) => a.start)).size;
    assert.ok(perSentence > 1 && perSentence <= 16, `${perSentence}`);
  });
});
