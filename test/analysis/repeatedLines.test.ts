import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { repeatedLines } from '../../server/src/analysis/repeatedLines.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

/** Texts of words that only some of them use, so that most are unlike. */
function body(random: ReturnType<typeof randomFrom>, kind: number): string {
  const word = () =>
    `${'bcdfgklmnprst'[kind]}${['aleno', 'irupa', 'omade', 'ucila'][random.below(4)]}${'abcdefghij'[random.below(10)]}`;
  return Array.from({ length: 60 }, word).join(' ').repeat(2);
}

const LINES = ['The Harbour Gazette Online', 'News for all our islands', 'Printed by the brothers Lund'];

describe('lines that unlike texts repeat', () => {
  it('are the same after random edits as found from nothing', () => {
    const random = randomFrom(5);
    const texts = new Map<string, string>();
    let corpus = Corpus.empty(testResources);
    let seen = 0;
    for (let step = 0; step < 300; step++) {
      const path = `${random.below(9)}.txt`;
      const text = `${random.pick(LINES)}\n\n${body(random, random.below(7))}\n\n${random.pick(LINES)}`;
      if (random.below(6) === 0) texts.delete(path);
      else texts.set(path, text);
      corpus = corpus.apply([{ path, text: texts.get(path) }]);
      if (random.below(3) === 0) continue;
      const scratch = Corpus.empty(testResources).apply([...texts].map(([path, text]) => ({ path, text })));
      for (const one of texts.keys()) {
        const found = corpus.get(repeatedLines).in(one);
        seen += found.length;
        assert.deepEqual(found, scratch.get(repeatedLines).in(one), `${one} after step ${step}`);
      }
    }
    assert.ok(seen > 100, `only ${seen} lines were furniture`);
  });
});
