import assert from 'node:assert/strict';
import { Corpus, type Change } from '../../server/src/analysis/corpus.js';
import { parallels } from '../../server/src/analysis/parallels.js';
import { PassageIndex } from '../../server/src/analysis/passageIndex.js';
import { passageKeysOf } from '../../server/src/analysis/passageKeys.js';
import { Postings } from '../../server/src/analysis/postings.js';
import { stemsFor } from '../../server/src/analysis/stems.js';
import { finish } from '../../server/src/analysis/steps.js';
import { parse } from '../../server/src/core/document.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

describe('postings', () => {
  it('hold what was added and not removed, through growth and reuse', () => {
    const random = randomFrom(5);
    const postings = new Postings();
    const kept = new Map<number, number[]>();
    const room = new Int32Array(50);
    for (let step = 0; step < 30_000; step++) {
      const key = random.below(4000) * 7919;
      const owners = kept.get(key) ?? [];
      if (owners.length > 0 && random.below(3) === 0) postings.remove(key, owners.pop()!);
      else if (owners.length < 50) {
        const owner = random.below(1000);
        owners.push(owner);
        postings.add(key, owner);
      }
      kept.set(key, owners);
    }
    for (const [key, owners] of kept) {
      const count = postings.read(key, room);
      assert.deepEqual(Array.from(room.subarray(0, count)).sort(), [...owners].sort());
    }
    assert.equal(
      postings.size,
      [...kept.values()].reduce((sum, owners) => sum + owners.length, 0),
    );
  });

  it('hold nothing that was removed before they are laid in order', () => {
    const postings = new Postings();
    for (let owner = 0; owner < 8; owner++) postings.add(owner % 2, owner);
    for (const owner of [1, 4]) postings.remove(owner % 2, owner);
    finish(postings.settle());
    const room = new Int32Array(8);
    assert.deepEqual(Array.from(room.subarray(0, postings.read(0, room))).sort(), [0, 2, 6]);
    assert.deepEqual(Array.from(room.subarray(0, postings.read(1, room))).sort(), [3, 5, 7]);
  });

  it('say so where a key has more owners than there is room for', () => {
    const postings = new Postings();
    for (let owner = 0; owner < 5; owner++) postings.add(1, owner);
    assert.equal(postings.read(1, new Int32Array(4)), -1);
    assert.equal(postings.read(1, new Int32Array(5)), 5);
  });
});

describe('keys of a passage', () => {
  const keysOf = (text: string) => {
    const [paragraph] = parse('a.txt', text).paragraphs;
    assert.ok(paragraph);
    return Array.from(passageKeysOf(paragraph, stemsFor(testResources)).keys);
  };

  it('are the pairs of the eight rarest stems of a sentence', () => {
    const rare = 'Zephyr quartz gnomes juggle velvet oboes beside crimson walrus tusks.';
    assert.equal(keysOf(rare).length, 28);
    assert.deepEqual(keysOf(`So it was that the ${rare}`).sort(), keysOf(rare).sort());
    assert.equal(keysOf('Zephyr quartz gnomes.').length, 3);
  });
});

const STORY = `The ferry Aurora left Lisbon at dawn with forty passengers. Rui Prado, the harbour master, closed the northern pier on Friday. Divers from Porto will inspect the damaged hull.`;

describe('documents near a sentence', () => {
  const nearestOf = (text: string, others: Readonly<Record<string, string>>) => {
    const index = new PassageIndex(stemsFor(testResources));
    const own = parse('own.txt', text);
    for (const document of [own, ...Object.entries(others).map(([path, other]) => parse(path, other))]) {
      finish(index.replace(document.path, undefined, document, { all: true, paths: new Set() }));
    }
    const [paragraph] = own.paragraphs;
    assert.ok(paragraph);
    return index.nearUnit('own.txt', paragraph, 0);
  };

  it('share more than one pair of its rare words', () => {
    const others = {
      'chance.txt': 'A walrus of crimson plush sat on the counter of the bakery.',
      'copy.txt': 'Beside a crimson walrus the gnomes played oboes.',
    };
    assert.deepEqual(nearestOf('Gnomes juggle oboes beside crimson walrus tusks.', others), ['copy.txt']);
  });

  it('share three pairs behind the nearest four: two are chance where so many share as much', () => {
    const text = 'Gnomes juggle velvet oboes beside crimson walrus tusks of quartz.';
    const six = (other: string) => Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.txt`, other]));
    assert.equal(nearestOf(text, six('A crimson walrus without tusks.')).length, 6);
    const nearest = ['0.txt', '1.txt', '2.txt', '3.txt'];
    assert.deepEqual(nearestOf(text, six('A crimson walrus. Another walrus has tusks.')), nearest);
  });

  it('share all that it has, where that is one pair', () => {
    assert.deepEqual(nearestOf('The crimson walrus.', { 'b.txt': 'A crimson walrus.' }), ['b.txt']);
  });
});

describe('partners', () => {
  it('eighty versions of one report find each other', () => {
    const changes: Change[] = Array.from({ length: 80 }, (_, at) => ({
      path: `${at}.txt`,
      text: STORY.replace('forty', `${at + 20}`),
    }));
    const corpus = Corpus.empty(testResources).apply(changes);
    assert.equal(corpus.get(parallels).partnersOf('7.txt').length, 79);
    assert.ok(corpus.get(parallels).at('7.txt', 80).length >= 16);
  });

  it('what too many hold is boilerplate, until fewer hold it', () => {
    const path = (at: number) => `${at}.txt`;
    const all = Corpus.empty(testResources).apply(
      Array.from({ length: 200 }, (_, at) => ({ path: path(at), text: `${STORY} Number ${at}.` })),
    );
    assert.deepEqual(all.get(parallels).partnersOf(path(7)), []);
    const gone = Array.from({ length: 100 }, (_, at) => ({ path: path(at + 100), text: undefined }));
    assert.equal(all.apply(gone).get(parallels).partnersOf(path(7)).length, 99);
  });

  it('neighbours kept across edits are those of a corpus built anew', () => {
    const random = randomFrom(11);
    const words = 'pier ferry crane harbour diver storm Lisbon Porto Prado Aurora hull anchor tide Friday Monday'.split(
      ' ',
    );
    const sentence = () => `${Array.from({ length: 12 }, () => random.pick(words)).join(' ')} ${random.below(90)}. `;
    const texts = new Map(
      Array.from({ length: 12 }, (_, at) => [`${at}.txt`, `${sentence()}${sentence()}\n\n${sentence()}`]),
    );
    const changesOf = () => [...texts].map(([path, text]) => ({ path, text }));
    let corpus = Corpus.empty(testResources).apply(changesOf());
    for (let step = 0; step < 60; step++) {
      const path = random.pick([...texts.keys()]);
      const text = texts.get(path)!;
      const at = random.below(text.length);
      const edited =
        random.below(4) === 0
          ? `${text}\n\n${sentence()}`
          : `${text.slice(0, at)} ${random.pick(words)} ${text.slice(at)}`;
      texts.set(path, edited);
      corpus = corpus.apply([{ path, text: edited }]);
      const anew = Corpus.empty(testResources).apply(changesOf().reverse());
      for (const one of texts.keys()) {
        assert.deepEqual(
          corpus.get(parallels).partnersOf(one),
          anew.get(parallels).partnersOf(one),
          `step ${step}, ${one}`,
        );
      }
    }
  });

  it('texts about other things have no parallels', () => {
    const corpus = Corpus.empty(testResources).apply([
      { path: 'a.txt', text: STORY },
      {
        path: 'b.txt',
        text: 'On Friday the council of Bergen raised the tax on firewood. Three bakers moved to the square behind the mill, and a choir sang at dawn.',
      },
    ]);
    assert.deepEqual(corpus.get(parallels).between('a.txt', 'b.txt', 'sentence'), []);
    assert.deepEqual(corpus.get(parallels).between('a.txt', 'b.txt', 'passage'), []);
  });

  it('odd texts are survived', () => {
    const odd = [
      '',
      ' \n\n ',
      '\u0000\uD800',
      '“'.repeat(500),
      'a '.repeat(20_000),
      '1,2,3;'.repeat(3000),
      '語'.repeat(4000),
    ];
    const corpus = Corpus.empty(testResources).apply(odd.map((text, at) => ({ path: `${at}.txt`, text })));
    for (const a of corpus.documents.keys()) {
      corpus.get(parallels).at(a, 1);
      for (const b of corpus.documents.keys()) corpus.get(parallels).between(a, b, 'sentence');
    }
  });
});
