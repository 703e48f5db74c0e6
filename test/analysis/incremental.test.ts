import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { copyIndex } from '../../server/src/analysis/copyIndex.js';
import { Corpus, type Change, type Derivation } from '../../server/src/analysis/corpus.js';
import { parallels } from '../../server/src/analysis/parallels.js';
import { repeatedLines } from '../../server/src/analysis/repeatedLines.js';
import { lineages } from '../../server/src/analysis/lineages.js';
import { people } from '../../server/src/analysis/people.js';
import { restoredCorpus, saveIndexes, type SavedIndexes } from '../../server/src/analysis/savedIndexes.js';
import { quotationIndex } from '../../server/src/analysis/quotationIndex.js';
import { quotedPhrases } from '../../server/src/analysis/quotedPhrases.js';
import { finish } from '../../server/src/analysis/steps.js';
import { unlistedWords } from '../../server/src/analysis/unlistedWords.js';
import { vocabulary } from '../../server/src/analysis/vocabulary.js';
import { parse, placed } from '../../server/src/core/document.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { runRules } from '../../server/src/rules/runRules.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

const seeds: Change[] = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path, text: readFileSync(`seeds/${path}`, 'utf8') }));

const indexes: readonly Derivation<unknown>[] = [people, parallels, vocabulary, unlistedWords, quotedPhrases];

/** Everything a reader could see of a corpus, as plain data. */
function everythingIn(corpus: Corpus) {
  return [...corpus.documents.values()].map((document) => ({
    path: document.path,
    paragraphs: document.paragraphs.map(({ text }) => text),
    offsets: document.offsets,
    people: corpus
      .get(people)
      .in(document.path)
      .map(({ person, mention }) => [person.name, mention.start, mention.end]),
    parallels: [0, 0.3, 0.6, 0.9].map((part) =>
      corpus.get(parallels).at(document.path, Math.floor(part * document.text.length)),
    ),
    findings: runRules(allRules, {
      document,
      corpus,
      setting: (rule) => rule.severity,
      onFailure: (rule, path, error) => {
        throw new Error(`${rule.code} threw on ${path}`, { cause: error });
      },
    }).map(({ rule, start, end, message }) => [rule.code, start, end, message]),
  }));
}

describe('a corpus prepared in steps', () => {
  it('equals one that is asked at once, also after work that was broken off', () => {
    const atOnce = Corpus.empty(testResources).apply(seeds);
    const inSteps = Corpus.empty(testResources).apply(seeds);
    for (const derivation of indexes) {
      const brokenOff = inSteps.prepare(derivation);
      assert.ok(!brokenOff.next().done, `${derivation.name} is made in one step`);
      brokenOff.next();
      finish(inSteps.prepare(derivation));
    }
    assert.deepEqual(everythingIn(inSteps), everythingIn(atOnce));
  });
});

describe('a large text', () => {
  const text = Array.from(
    { length: 400 },
    (_, at) => `On day ${at} “the harbour is closed”, Anna Berg of Kolvik said.`,
  );
  const large = [...seeds, { path: 'large.txt', text: text.join('\n\n') }];

  it('is taken up in many steps, when it is read and when it comes to other texts', () => {
    const read = Corpus.empty(testResources).apply(large);
    const before = Corpus.empty(testResources).apply(seeds);
    for (const index of indexes) before.get(index);
    const opened = before.apply(large.slice(-1));
    for (const index of indexes.filter((one) => one !== unlistedWords)) {
      for (const corpus of [read, opened]) {
        const count = [...corpus.prepare(index)].length;
        assert.ok(count >= text.length, `${index.name}: ${count} steps for ${text.length} paragraphs`);
      }
    }
  });

  it('may be edited before it is taken up', () => {
    let corpus = Corpus.empty(testResources).apply(seeds);
    for (const index of indexes) corpus.get(index);
    for (const line of ['', 'The ferry of Kolvik sank.', 'The ferry of Kolvik, said Carl Moe, sank.']) {
      corpus = corpus.apply([{ path: 'large.txt', text: [...text, line].join('\n\n') }]);
      for (const index of indexes) {
        const steps = corpus.prepare(index);
        for (let step = 0; step < 50; step++) steps.next();
      }
    }
    const scratch = Corpus.empty(testResources).apply([...corpus.documents.values()]);
    assert.deepEqual(indexesOf(corpus), indexesOf(scratch));
  });
});

describe('incremental equals from scratch', () => {
  for (const seed of [1, 2, 3]) {
    it(`100 random edits, seed ${seed}`, () => {
      const random = randomFrom(seed);
      const texts = new Map(seeds.map(({ path, text }) => [path, text!]));
      let corpus = Corpus.empty(testResources).apply(seeds);
      const edited = new Set<string>();
      for (let step = 0; step < 100; step++) {
        const change = randomChange(texts, random);
        if (change.text === undefined) texts.delete(change.path);
        else texts.set(change.path, change.text);
        edited.add(change.path);
        corpus = corpus.apply([change]);
        if (step % 10 !== 9) continue;
        const scratch = Corpus.empty(testResources).apply([...texts].reverse().map(([path, text]) => ({ path, text })));
        assert.deepEqual(everythingIn(corpus), everythingIn(scratch), `after step ${step} (${change.path})`);
      }
      assert.ok(edited.size >= 5, 'the edits must reach every document');
    });
  }

  it('two snapshots may follow one, and the one before keeps what it says', () => {
    const before = Corpus.empty(testResources).apply(seeds);
    const known = everythingIn(before);
    const [{ path, text = '' }] = seeds as [Change];
    const emptied = before.apply([{ path, text: 'Nothing is left.' }]);
    everythingIn(emptied);
    assert.deepEqual(everythingIn(before), known);
    const again = before.apply([{ path, text: `${text}\n` }]);
    const scratch = Corpus.empty(testResources).apply([...seeds, { path, text: `${text}\n` }]);
    assert.deepEqual(everythingIn(again), everythingIn(scratch));
  });

  it('an edit renews one paragraph and keeps the rest', () => {
    const before = Corpus.empty(testResources).apply(seeds);
    const [{ path, text }] = seeds as [Change];
    const after = before.apply([{ path, text: text!.replace('commended', 'praised') }]);
    const kept = before
      .document(path)!
      .paragraphs.filter((paragraph) => after.document(path)!.paragraphs.includes(paragraph));
    assert.equal(kept.length, before.document(path)!.paragraphs.length - 1);
    for (const { path: other } of seeds.slice(1)) assert.equal(after.document(other), before.document(other));
  });
});

describe('packing beside requests', () => {
  const corpusOfSeeds = () => Corpus.empty(testResources).apply(seeds);

  it('gives the same when words are asked for between the steps', () => {
    const corpus = corpusOfSeeds();
    for (const index of [...indexes, copyIndex, repeatedLines]) corpus.get(index);
    const restored = inLaterSession(corpus);
    const expected = finish(saveIndexes(inLaterSession(corpus), () => true));
    const words = wordsOf(corpus).reverse();
    const steps = saveIndexes(restored, () => true);
    for (let step = steps.next(), asked = 0; ; step = steps.next()) {
      if (step.done) {
        assert.deepEqual(inOrder(step.value), inOrder(expected));
        break;
      }
      // What is asked for is unpacked, and lies elsewhere from then on.
      restored.get(unlistedWords).pathsOf(words[asked++ % words.length] ?? '');
    }
  });

  it('gives up what a later snapshot took over', () => {
    const corpus = corpusOfSeeds();
    corpus.get(vocabulary);
    const steps = corpus.save(vocabulary);
    assert.ok(!steps.next().done);
    corpus.apply([{ path: '000.txt', text: 'Another text.' }]).get(vocabulary);
    assert.equal(finish(steps), undefined);
  });

  it('goes on in steps with an index that was begun', () => {
    const corpus = corpusOfSeeds();
    corpus.prepare(copyIndex).next();
    saveIndexes(corpus, () => true).next();
    assert.ok(!corpus.prepare(copyIndex).next().done, 'made at once');
  });
});

/** Packed words have no order of their own: rows by their words. */
function inOrder(saved: SavedIndexes | undefined) {
  return Array.from(saved ?? [], ([name, packed]) => {
    const { words, first, items, ...rest } = packed;
    if (!Array.isArray(words) || !(first instanceof Int32Array) || !(items instanceof Int32Array))
      return [name, packed];
    const rows = words.map((word, row) => [word, ...items.subarray(first[row], first[row + 1])].join(' '));
    return [name, { ...rest, rows: rows.sort() }];
  });
}

/** The same corpus in a later session: nothing of the earlier one is left but what was packed. */
function inLaterSession(corpus: Corpus): Corpus {
  const saved = structuredClone(finish(saveIndexes(corpus, () => true)))!;
  assert.deepEqual(
    [...saved.keys()],
    [
      'vocabulary',
      'unlistedWords',
      'people',
      'quotationIndex',
      'quotedPhrases',
      'parallels',
      'copyIndex',
      'repeatedLines',
    ],
  );
  const documents = Array.from(corpus.documents.values(), ({ path, text }) => parse(path, text));
  const restored = finish(restoredCorpus(documents, corpus.resources, corpus.manifest, structuredClone(saved)));
  // What is restored is all that was packed, also what would show after many more edits only.
  assert.deepEqual(finish(saveIndexes(restored, () => true)), saved);
  return restored;
}

function wordsOf(corpus: Corpus): string[] {
  return [...new Set([...corpus.documents.values()].flatMap(({ text }) => text.match(/[\p{L}’']+/gu) ?? []))];
}

/** What the indexes say that are asked for single words, people and texts. */
function indexesOf(corpus: Corpus) {
  const words = wordsOf(corpus);
  return {
    words: words.map((word) => [
      word,
      corpus.get(vocabulary).count(word),
      corpus.get(vocabulary).capitals(word),
      corpus.get(vocabulary).documents(word),
      [...corpus.get(unlistedWords).pathsOf(word)].sort(),
      corpus.get(unlistedWords).near(word, 1),
    ]),
    total: corpus.get(vocabulary).total,
    people: corpus.get(people).all.map(({ name, names, mentions, roles }) => ({ name, names, mentions, roles })),
    quotations: [...corpus.documents.keys()].map((path) =>
      corpus
        .get(quotationIndex)
        .in(path)
        .map((one) => [one, corpus.get(quotationIndex).candidates(one)]),
    ),
    unmarked: [...corpus.documents.values()].map((document) =>
      document.paragraphs.map((_, index) => corpus.get(quotedPhrases).unmarkedIn(placed(document, index))),
    ),
    partners: [...corpus.documents.keys()].map((path) => [
      corpus.get(repeatedLines).in(path),
      corpus.get(parallels).partnersOf(path),
      corpus.get(lineages).members(path),
    ]),
  };
}

describe('a corpus restored from what was saved', () => {
  for (const seed of [1, 2]) {
    it(`equals one from scratch, at once and over random edits, seed ${seed}`, () => {
      const random = randomFrom(seed);
      const texts = new Map(seeds.map(({ path, text }) => [path, text!]));
      let corpus = Corpus.empty(testResources).apply(seeds);
      everythingIn(corpus);
      indexesOf(corpus);
      for (let step = 0; step < 24; step++) {
        if (step % 4 === 0) corpus = inLaterSession(corpus);
        const changes = Array.from({ length: random.below(4) }, () => randomChange(texts, random));
        for (const { path, text } of changes) {
          if (text === undefined) texts.delete(path);
          else texts.set(path, text);
          corpus = corpus.apply([{ path, text }]);
        }
        // Most of the time a session ends before everything was asked for again.
        if (step % 4 !== 2) continue;
        const scratch = Corpus.empty(testResources).apply([...texts].reverse().map(([path, text]) => ({ path, text })));
        assert.deepEqual(indexesOf(corpus), indexesOf(scratch), `indexes after step ${step}`);
        assert.deepEqual(everythingIn(corpus), everythingIn(scratch), `findings after step ${step}`);
      }
    });
  }
});

function randomChange(texts: ReadonlyMap<string, string>, random: ReturnType<typeof randomFrom>): Change {
  const path = random.pick([...texts.keys()]);
  const text = texts.get(path)!;
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(40));
  const words = () => text.slice(random.below(text.length)).slice(0, random.below(60));
  switch (random.below(8)) {
    case 0:
      return { path, text: text.slice(0, start) + text.slice(end) };
    case 1:
      return { path, text: `${text.slice(0, start)}\n${text.slice(start)}` };
    case 2:
      return { path: `new-${random.below(3)}.txt`, text: `${words()}\n\n${words()}` };
    case 3:
      return texts.size > 5 ? { path, text: undefined } : { path, text: text + words() };
    case 4:
      return { path, text: text.slice(0, start) + random.pick([...texts.values()]).slice(0, 200) + text.slice(start) };
    case 5:
      return { path, text: `${text}\n\nPress the button to go on reading for free` };
    default:
      return { path, text: text.slice(0, start) + words() + text.slice(end) };
  }
}
