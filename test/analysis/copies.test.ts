import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { copyIndex } from '../../server/src/analysis/copyIndex.js';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { lineages } from '../../server/src/analysis/lineages.js';
import { finish } from '../../server/src/analysis/steps.js';
import { winnow } from '../../server/src/analysis/winnow.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path, text: readFileSync(`seeds/${path}`, 'utf8') }));
const [first, second] = seeds as [(typeof seeds)[0], (typeof seeds)[0]];

function copiesIn(corpus: Corpus) {
  return [...corpus.documents.keys()].map((path) => [
    path,
    [...finish(corpus.get(copyIndex).copiesInSteps(path))].sort(),
    corpus.get(lineages).members(path),
  ]);
}

describe('winnowing', () => {
  it('chooses the same number wherever two lists have a window in common, seed 5', () => {
    const random = randomFrom(5);
    const numbers = (count: number) => Array.from({ length: count }, () => random.below(1000));
    for (let round = 0; round < 200; round++) {
      const shared = numbers(4);
      const [a, b] = [0, 1].map(() => [...numbers(random.below(9)), ...shared, ...numbers(random.below(9))]);
      const [chosen, others] = [winnow(Int32Array.from(a!), 4), winnow(Int32Array.from(b!), 4)];
      assert.ok(
        chosen.some((one) => shared.includes(one) && others.includes(one)),
        `round ${round}`,
      );
    }
  });

  it('chooses one place once, one of few, and none of none', () => {
    assert.deepEqual(winnow(Int32Array.of(5, 1, 7, 8, 9, 2), 4), [1, 2]);
    assert.deepEqual(winnow(Int32Array.of(3, 2), 4), [2]);
    assert.deepEqual(winnow(Int32Array.of(), 4), []);
  });
});

describe('copies of one text', () => {
  it('are one lineage, also with a third left out; retellings are none', () => {
    const paragraphs = first.text.split('\n');
    const shortened = paragraphs.filter((_, at) => at % 3 !== 0).join('\n');
    const corpus = Corpus.empty(testResources).apply([first, { path: 'copy.txt', text: shortened }, second]);
    assert.deepEqual(corpus.get(lineages).members('copy.txt'), [first.path, 'copy.txt'].sort());
    assert.ok(corpus.get(lineages).areOne('copy.txt', first.path));
    assert.ok(corpus.get(lineages).areOne(first.path, 'copy.txt'));
    assert.ok(!corpus.get(lineages).areOne(first.path, second.path));
    assert.equal(corpus.get(lineages).count([first.path, 'copy.txt', second.path]), 2);
  });

  it('have much of each other, not a passage', () => {
    const words = first.text.split(/\s+/);
    const random = randomFrom(7);
    const share = (part: number) =>
      words.map((word, at) => (at < part * words.length ? word : random.pick(words))).join(' ');
    const texts = [first, { path: 'fifth.txt', text: share(0.2) }, { path: 'half.txt', text: share(0.5) }];
    const corpus = Corpus.empty(testResources).apply(texts);
    assert.ok(!corpus.get(lineages).areOne('fifth.txt', first.path));
    assert.ok(corpus.get(lineages).areOne('half.txt', first.path));
  });

  it('are told apart by what they do not quote', () => {
    const words = 'we shall keep the harbour open for every ship that comes in from the sea this winter';
    const corpus = Corpus.empty(testResources).apply([
      { path: 'a.txt', text: `“${words},” said the mayor of the town at noon on a bright and windy Monday.` },
      { path: 'b.txt', text: `Nobody had thought that she would say it so soon before the vote: “${words}.”` },
    ]);
    assert.ok(!corpus.get(lineages).areOne('a.txt', 'b.txt'));
  });

  it('are those of a corpus read anew, after random edits, seed 6', () => {
    const random = randomFrom(6);
    const texts = new Map(seeds.map(({ path, text }) => [path, text]));
    let corpus = Corpus.empty(testResources).apply(seeds);
    let found = 0;
    for (let step = 0; step < 40; step++) {
      const from = texts.get(random.pick([...texts.keys()]))!.split('\n');
      const path = random.pick([...seeds.map((one) => one.path), 'x.txt', 'y.txt']);
      const text = random.below(5) === 0 ? undefined : from.filter(() => random.below(10) < 7).join('\n');
      if (text !== undefined) texts.set(path, text);
      else if (texts.size > 2) texts.delete(path);
      else continue;
      corpus = corpus.apply([{ path, text }]);
      const scratch = Corpus.empty(testResources).apply([...texts].map(([path, text]) => ({ path, text })));
      assert.deepEqual(copiesIn(corpus), copiesIn(scratch), `after step ${step}`);
      found += copiesIn(corpus).filter(([, copies]) => copies!.length > 0).length;
    }
    assert.ok(found > 20, `${found} copies compared`);
  });

  it('are told by a snapshot even after the next one took its index over', () => {
    const copy = { path: 'copy.txt', text: first.text };
    const before = Corpus.empty(testResources).apply([first, copy]);
    const made = before.get(copyIndex);
    const after = before.apply([{ path: 'copy.txt', text: second.text }]);
    assert.deepEqual(finish(after.get(copyIndex).copiesInSteps(first.path)), []);
    assert.deepEqual(finish(made.copiesInSteps(first.path)), ['copy.txt']);
  });
});
