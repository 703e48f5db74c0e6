import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus, type Change } from '../../server/src/analysis/corpus.js';
import { parallels, type Parallel } from '../../server/src/analysis/parallels.js';
import { readFixture } from '../fixture.js';
import { REST_OF_REPORT } from '../longReport.js';
import { testResources } from '../resources.js';

const seeds: Change[] = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path: `${path.slice(0, 3)}.txt`, text: readFileSync(`seeds/${path}`, 'utf8') }));
const corpus = Corpus.empty(testResources).apply(seeds);
const paths = seeds.map(({ path }) => path);

interface GoldPair {
  readonly a: { file: string; start: number; end: number; sid: string };
  readonly b: { file: string; start: number; end: number; sid: string };
  readonly relation: string;
  readonly primary: boolean;
  readonly doubtful: boolean;
}
const gold = JSON.parse(readFileSync('test/gold/parallels.json', 'utf8')) as GoldPair[];

function isFound({ a, b }: GoldPair): boolean {
  return corpus
    .get(parallels)
    .between(`${a.file}.txt`, `${b.file}.txt`, 'sentence')
    .some((found) => found.a.start < a.end && a.start < found.a.end && found.b.start < b.end && b.start < found.b.end);
}

function isOf({ a, b }: Parallel, pair: GoldPair): boolean {
  return (
    `${pair.a.file}.txt` === a.path &&
    `${pair.b.file}.txt` === b.path &&
    pair.a.start < a.end &&
    a.start < pair.a.end &&
    pair.b.start < b.end &&
    b.start < pair.b.end
  );
}

const words = ({ path, start, end }: Parallel['a'], of: Corpus) => of.document(path)!.text.slice(start, end);

describe('parallel passages of the seeds', () => {
  for (const [relation, least] of [
    ['verbatim', 1],
    ['near-verbatim', 1],
    ['paraphrase', 0.95],
  ] as const) {
    it(`${relation}: ${least * 100} % of the pairs`, () => {
      const pairs = gold.filter((pair) => pair.relation === relation && pair.primary && !pair.doubtful);
      const missed = pairs.filter((pair) => !isFound(pair)).map(({ a, b }) => `${a.sid} ${b.sid}`);
      assert.ok(missed.length <= pairs.length * (1 - least), `missed ${missed.join(', ')}`);
    });
  }

  it('finds little that is no parallel', () => {
    const all = paths.flatMap((a) =>
      paths.filter((b) => b > a).flatMap((b) => corpus.get(parallels).between(a, b, 'sentence')),
    );
    const wrong = all.filter((found) => !gold.some((pair) => isOf(found, pair)));
    assert.ok(wrong.length <= all.length * 0.12, `${wrong.length} of ${all.length}`);
  });

  it('F1 of 0.8 over all pairs, those that share one claim of several and those in conflict included', () => {
    const wanted = gold.filter((pair) => pair.primary && !pair.doubtful);
    const right = wanted.filter(isFound).length;
    const all = paths.flatMap((a) =>
      paths.filter((b) => b > a).flatMap((b) => corpus.get(parallels).between(a, b, 'sentence')),
    );
    const wrong = all.filter((found) => !gold.some((pair) => isOf(found, pair))).length;
    assert.ok((2 * right) / (right + wrong + wanted.length) >= 0.8, `${right} right, ${wrong} wrong`);
  });

  it('what the counterpart of a sentence is, does not depend on how it was asked for', () => {
    for (const path of paths) {
      for (let offset = 0; offset < corpus.document(path)!.text.length; offset += 97) {
        for (const { b, score } of corpus.get(parallels).at(path, offset)) {
          const same = corpus.get(parallels).between(path, b.path, 'sentence');
          assert.ok(
            same.some((one) => one.b.start === b.start && one.b.end === b.end && one.score === score),
            `${path}@${offset} → ${b.path}@${b.start}`,
          );
        }
      }
    }
  });

  it('is the same from both sides', () => {
    for (const a of paths) {
      for (const b of paths) {
        const there = corpus.get(parallels).between(a, b, 'sentence');
        const back = corpus
          .get(parallels)
          .between(b, a, 'sentence')
          .map((one) => ({ ...one, a: one.b, b: one.a }));
        assert.deepEqual(
          new Set(there.map((one) => JSON.stringify(one))),
          new Set(back.map((one) => JSON.stringify(one))),
        );
      }
    }
  });

  it('does not depend on the order of the documents, nor on their names', () => {
    const renamed = (path: string) => `${9 - Number(path[2])}-${path}`;
    const other = Corpus.empty(testResources).apply(
      seeds.toReversed().map(({ path, text }) => ({ path: renamed(path), text })),
    );
    for (const a of paths) {
      for (const b of paths) {
        const strip = ({ a: x, b: y, score }: Parallel) => [x.start, x.end, y.start, y.end, score];
        assert.deepEqual(
          other.get(parallels).between(renamed(a), renamed(b), 'sentence').map(strip),
          corpus.get(parallels).between(a, b, 'sentence').map(strip),
        );
      }
    }
  });

  it('hardly depends on what else lies in the folder', () => {
    const strangers = Array.from({ length: 30 }, (_, at) => ({
      path: `z${at}.txt`,
      text: `The village fair number ${at} drew farmers, bakers and a brass band to the meadow. Rain fell on stall ${at * 7}.\n`.repeat(
        3,
      ),
    }));
    const among = corpus.apply(strangers);
    for (const a of paths) {
      for (const b of paths) {
        assert.deepEqual(
          among.get(parallels).between(a, b, 'sentence'),
          corpus.get(parallels).between(a, b, 'sentence'),
        );
      }
    }
  });
});

describe('tellers of one story', () => {
  it('are retellings, not a text about something else that has one passage in common', () => {
    const [first, ...rest] = seeds;
    const quoted = (first?.text ?? '').split('\n').find(({ length }) => length > 100 && length < 200) ?? '';
    const recipe = [
      'Peel the onions, cut them finely and let them soften in butter over a low flame.',
      'Meanwhile beat six eggs with a little milk, grate the cheese and chop the parsley.',
      'Line the tin with the pastry and prick it all over with a fork before you fill it.',
      'Bake until the top is golden, then leave it to stand so that it can be sliced.',
      'It keeps for two days in a cool larder and is as good cold as it is warm.',
      'Serve with a salad of bitter leaves, walnuts and the last pears of the garden.',
      'My grandmother wrapped the leavings in the newspaper of the day, which read as follows.',
    ];
    const menu = { path: 'recipe.txt', text: [...recipe, quoted].join('\n\n') };
    const known = Corpus.empty(testResources)
      .apply([...seeds, menu])
      .get(parallels);
    assert.ok(known.partnersOf(first!.path).includes('recipe.txt'));
    assert.ok(!known.tellersOf(first!.path).includes('recipe.txt'));
    assert.ok(!known.tellersOf('recipe.txt').includes(first!.path));
    for (const { path } of rest) assert.ok(known.tellersOf(first!.path).includes(path), path);
  });
});

describe('the counterpart of a sentence', () => {
  const check = (source: string) => {
    const fixture = readFixture(source);
    const { path, offset } = fixture.cursor!;
    const found = fixture.corpus
      .get(parallels)
      .at(path, offset)
      .map(({ b }) => `${b.path} ${words(b, fixture.corpus)}`);
    assert.deepEqual(found.sort(), fixture.marks.map((mark) => `${mark.path} ${mark.text}`).sort());
  };

  it('word for word and reworded, one in each source', () =>
    check(`
-- a.txt --
The ferry Aurora left the harbour of Lisbon at dawn <|>with forty passengers on board. The captain waved to the crowd on the quay. Nobody had expected the storm that followed in the afternoon.
-- b.txt --
[|The ferry Aurora left the harbour of Lisbon at dawn with forty passengers on board.|] Its captain waved to the crowd that stood on the quay. The storm that followed in the afternoon had been expected by nobody.
-- c.txt --
[|At dawn, carrying forty passengers, the ferry Aurora departed from Lisbon harbour.|] On the quay a crowd saw the captain wave. A storm came in the afternoon which nobody expected.
`));

  it('none where no other source has it', () =>
    check(`
-- a.txt --
The ferry Aurora left the harbour of Lisbon at dawn with forty passengers on board. <|>Its cook had baked three hundred almond biscuits.
-- b.txt --
The ferry Aurora left the harbour of Lisbon at dawn with forty passengers on board. The weather was fine.
`));

  it('none in a text about something else', () =>
    check(`
-- a.txt --
The council voted on <|>Monday to close the old library on Mill Street, and the mayor said the decision was final.
-- b.txt --
Three hikers were found on Sunday near the summit, cold but unhurt, after a search that lasted two nights.
`));

  it('the clause that runs parallel, not the claim beside it', () =>
    check(`
-- a.txt --
The ferry Aurora left Lisbon at dawn with forty passengers. The harbour master Rui Prado closed the northern pier on <|>Friday, while bakers complained of the price of rye. Divers will inspect the hull.
-- b.txt --
With forty passengers the ferry Aurora left Lisbon at dawn. [|On Friday the northern pier was closed by harbour master Rui Prado.|] The hull will be inspected by divers.
`));

  it('of a note of few sentences, in a long report that tells most things otherwise', () =>
    check(`
-- note.txt --
The old ferryman of Kolvik has been found guilty at last. <|>Arne Brandt was sentenced on Friday morning to nine years in prison and a fine of 485 crowns. A neighbour called it a good day.
-- report.txt --
[|The smuggler Arne Brandt was sentenced on Friday morning to nine years in prison and a fine of 485 crowns for the cargoes that he had brought ashore since the war.|]
${REST_OF_REPORT}
`));
});
