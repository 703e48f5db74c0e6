import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus, type Change } from '../../server/src/analysis/corpus.js';
import { parallels, type Parallel } from '../../server/src/analysis/parallels.js';
import { placed } from '../../server/src/core/document.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

const seeds: Change[] = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path, text: readFileSync(`seeds/${path}`, 'utf8') }));
const others = seeds.slice(1).map(({ path }) => path);

/** A long text: one source between paragraphs that no source has. */
function longText(random: ReturnType<typeof randomFrom>): string {
  const words = (seeds[1]?.text ?? '').match(/\p{Ll}{4,}/gu)!;
  const sentence = () => `The ${Array.from({ length: 12 }, () => random.pick(words)).join(' ')}.`;
  const filler = () => Array.from({ length: 130 }, () => `${sentence()} ${sentence()} ${sentence()} ${sentence()}`);
  return [...filler(), seeds[0]!.text, ...filler()].join('\n\n');
}

/** Weights are those of before the edit: what is on the border between two relations may be called the other. */
function placesOf({ a, b }: Parallel): string {
  return [a.start, a.end, b.path, b.start, b.end].join(' ');
}

describe('an edited paragraph of a long text', () => {
  it('runs parallel to what it does in the whole', () => {
    const random = randomFrom(3);
    let corpus = Corpus.empty(testResources).apply([...seeds.slice(1), { path: 'long.txt', text: longText(random) }]);
    assert.ok(corpus.get(parallels).isLong('long.txt'));
    for (const other of others) corpus.get(parallels).between('long.txt', other, 'sentence');
    let compared = 0;
    for (let edit = 0; edit < 12; edit++) {
      const { text, paragraphs, offsets } = corpus.document('long.txt')!;
      const index = Math.floor(paragraphs.length / 2) - 12 + 2 * edit;
      const at = text.indexOf(' ', offsets[index]! + Math.floor(paragraphs[index]!.text.length / 2));
      const edited = corpus.apply([{ path: 'long.txt', text: `${text.slice(0, at)} indeed${text.slice(at)}` }]);
      const here = placed(edited.document('long.txt')!, index);
      const found = edited.get(parallels).ofParagraph(here, others);
      for (const other of others) {
        const inWhole = edited
          .get(parallels)
          .between('long.txt', other, 'sentence')
          .filter(({ a }) => here.start <= a.start && a.start < here.end);
        assert.deepEqual(found.get(other)?.map(placesOf), inWhole.map(placesOf), `${other}, paragraph ${index}`);
        compared += inWhole.length;
      }
      corpus = edited;
    }
    assert.ok(compared > 10, `${compared} parallels compared`);
  });

  it('waits for the whole where that was never aligned', () => {
    const corpus = Corpus.empty(testResources).apply([
      ...seeds.slice(1),
      { path: 'long.txt', text: longText(randomFrom(4)) },
    ]);
    assert.equal(corpus.get(parallels).ofParagraph(placed(corpus.document('long.txt')!, 50), others).size, 0);
  });
});
