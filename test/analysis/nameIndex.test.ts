import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { people } from '../../server/src/analysis/people.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

type Random = ReturnType<typeof randomFrom>;

const GIVEN = ['Anna', 'Volodymyr', 'Vladimir', 'Kim', 'B.', 'Bob', 'Robert', 'Oreb', 'Will', 'Paris'];
const SURNAME = ['Kowalska', 'Zelensky', 'Zelenskyy', 'Jong Un', 'Jong Il', 'Brekke', 'Walsh', 'Apple', 'Tanuk', 'May'];
const BEFORE = ['President ', 'Mr ', 'Mrs ', 'in ', 'the ', 'said ', 'his father, ', 'minister ', ''];
const AFTER = [
  ' said so',
  ', 34, left',
  '’s shares fell',
  ' Square',
  ' and Anna Kowalska met',
  ', the coach, won',
  ' spoke',
];

/** A sentence about somebody who may also be a place, a firm or a word. */
function sentence(random: Random): string {
  const name = random.pick([
    () => `${random.pick(GIVEN)} ${random.pick(SURNAME)}`,
    () => random.pick(SURNAME),
    () => random.pick(GIVEN),
    () => random.pick(SURNAME).toLowerCase(),
  ])();
  const opening = random.pick(['Then ', 'On Monday ', 'Later that day it was clear that ', '']);
  return `${opening}${random.pick(BEFORE)}${name}${random.pick(AFTER)}.`;
}

function paragraphs(random: Random): string[] {
  return Array.from({ length: 1 + random.below(4) }, () =>
    Array.from({ length: 1 + random.below(3) }, () => sentence(random)).join(' '),
  );
}

/** Everything a reader could see of the people, as plain data. */
function everyoneIn(corpus: Corpus) {
  const all = corpus.get(people).all.map(({ name, names, roles, mentions }) => ({ name, names, roles, mentions }));
  const rivals = [...corpus.documents.keys()].map((path) =>
    corpus
      .get(people)
      .in(path)
      .map(({ person, rival, mention }) => `${mention.start} ${person.name} (${rival?.name})`),
  );
  return { all, rivals };
}

function corpusOf(texts: ReadonlyMap<string, readonly string[]>): Corpus {
  const changes = [...texts].map(([path, parts]) => ({ path, text: parts.join('\n\n') }));
  return Corpus.empty(testResources).apply(changes);
}

describe('names, incrementally', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`150 random edits equal from scratch, seed ${seed}`, () => {
      const random = randomFrom(seed);
      const texts = new Map(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, paragraphs(random)]));
      let corpus = corpusOf(texts);
      let mentions = 0;
      for (let step = 0; step < 150; step++) {
        const path = random.pick([...texts.keys()]);
        const parts = [...texts.get(path)!];
        const at = random.below(parts.length);
        const kind = random.below(10);
        if (kind === 0 && texts.size > 8) texts.delete(path);
        else if (kind === 1) texts.set(`new-${random.below(4)}.txt`, paragraphs(random));
        else if (kind === 2 && parts.length > 1) texts.set(path, parts.toSpliced(at, 1));
        else if (kind < 6) texts.set(path, parts.toSpliced(at, 0, sentence(random)));
        else texts.set(path, parts.with(at, sentence(random)));
        const before = new Set(corpus.documents.keys());
        const changes = [...texts].map(([name, rest]) => ({ path: name, text: rest.join('\n\n') }));
        for (const name of before) if (!texts.has(name)) corpus = corpus.apply([{ path: name, text: undefined }]);
        corpus = corpus.apply(changes);
        // Some snapshots are never asked, so that the next builds on an older one.
        if (step % 3 === 0) continue;
        const found = everyoneIn(corpus);
        assert.deepEqual(found, everyoneIn(corpusOf(texts)), `after step ${step} (${path})`);
        mentions = Math.max(mentions, found.all.length);
      }
      assert.ok(mentions > 10, 'the texts must name people');
    });
  }

  it('an earlier snapshot still answers for itself', () => {
    const first = Corpus.empty(testResources).apply([{ path: 'a.txt', text: 'President Anna Kowalska spoke.' }]);
    const before = first.get(people);
    const second = first.apply([{ path: 'a.txt', text: 'President Bruno Kowalski spoke.' }]);
    assert.deepEqual(
      second.get(people).all.map(({ name }) => name),
      ['Bruno Kowalski'],
    );
    assert.deepEqual(
      before.all.map(({ name }) => name),
      ['Anna Kowalska'],
    );
    // Two successors of one snapshot: only one can take its index over.
    const other = first.apply([{ path: 'b.txt', text: 'Mrs Kowalska spoke.' }]);
    assert.equal(other.get(people).all[0]?.mentions.length, 2);
  });
});
