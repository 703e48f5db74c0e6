import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { parallels, type Parallels } from '../../server/src/analysis/parallels.js';
import { finish } from '../../server/src/analysis/steps.js';
import { testResources } from '../resources.js';

const SENTENCES = [
  'The ferry Aurora left Lisbon at dawn with forty passengers.',
  'Gnomes juggle velvet oboes beside crimson walrus tusks.',
  'A comet over Patagonia startled three shepherds and their llamas.',
  'The bakery on Elm Street sells rye loaves with caraway seeds.',
];
const TEXT = SENTENCES.join('\n\n');

/** One text with all of the sentences, and for each one that tells of other things besides. */
function parallelsOf(): Parallels {
  const others = SENTENCES.map((text, at) => ({ path: `${at}.txt`, text: `${text}\n\n${rest(at)}` }));
  return Corpus.empty(testResources)
    .apply([{ path: 'all.txt', text: TEXT }, ...others])
    .get(parallels);
}

function rest(number: number): string {
  const word = (sentence: number, at: number) =>
    `kel${'bdfgh'[number]}${'aeiou'[at]}${'lmnrstvz'[sentence % 8]}${sentence}`;
  const sentence = (_: unknown, at: number) => `The ${[0, 1, 2, 3, 4].map((one) => word(at, one)).join(' ')} went.`;
  return Array.from({ length: 20 }, sentence).join(' ');
}

function spanOf(...sentences: readonly string[]) {
  return {
    start: TEXT.indexOf(sentences[0] ?? ''),
    end: TEXT.indexOf(sentences.at(-1) ?? '') + (sentences.at(-1)?.length ?? 0),
  };
}

/** What is ready already takes no step. */
function stepsFor(known: Parallels, sentence: string): number {
  return [...known.prepareSpan('all.txt', spanOf(sentence))].length;
}

describe('the sentences in view', () => {
  const [first = '', second = '', third = ''] = SENTENCES;
  const ready = 1;

  it('are ready to be asked about, and no others', () => {
    const known = parallelsOf();
    assert.ok(stepsFor(known, first) > ready);
    assert.equal(stepsFor(known, first), ready);
    assert.ok(stepsFor(known, second) > ready);
  });

  it('need nothing that a question about them has made ready', () => {
    const known = parallelsOf();
    known.at('all.txt', spanOf(third).start);
    assert.equal(stepsFor(known, third), ready);
  });

  it('come from the middle outwards', () => {
    const known = parallelsOf();
    const work = known.prepareSpan('all.txt', spanOf(first, second, third));
    for (let left = stepsFor(parallelsOf(), second); left > 0; left--) work.next();
    assert.equal(stepsFor(known, second), ready);
    assert.ok(stepsFor(known, third) > ready);
  });

  it('are answered as if nobody had made them ready, or asked about another clause before', () => {
    const [ferry = '', gnomes = '', comet = '', bakery = ''] = SENTENCES;
    const joined = `${ferry.slice(0, -1)}, and ${bakery.charAt(0).toLowerCase()}${bakery.slice(1)}`;
    const read = () =>
      Corpus.empty(testResources)
        .apply([
          { path: 'a.txt', text: `${joined} ${gnomes}` },
          { path: 'b.txt', text: `${ferry} ${comet} ${bakery} ${rest(1)}` },
          { path: 'c.txt', text: `${gnomes} ${bakery} ${rest(2)}` },
        ])
        .get(parallels);
    const offsets = [5, joined.length - 5, 20, joined.length + 5];
    const fresh = offsets.map((offset) => read().at('a.txt', offset));
    assert.notDeepEqual(fresh[0], fresh[1], 'each clause has its own counterpart');
    const ready = read();
    finish(ready.prepareSpan('a.txt', { start: 0, end: 50 }));
    for (const known of [ready, read()]) {
      assert.deepEqual(
        offsets.map((offset) => known.at('a.txt', offset)),
        fresh,
      );
    }
  });

  it('may be none', () => {
    assert.deepEqual([...parallelsOf().prepareSpan('none.txt', { start: 0, end: 10 })], []);
    const known = parallelsOf();
    known.at('all.txt', 0);
    assert.deepEqual([...known.prepareSpan('all.txt', { start: NaN, end: NaN })], []);
  });
});
