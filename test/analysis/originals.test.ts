import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { sharedContext } from '../../server/src/analysis/sharedContext.js';
import { tellersWords } from '../../server/src/analysis/tellersWords.js';
import { wordedSentences } from '../../server/src/analysis/wordedSentences.js';
import { chanceOfOriginal, isOriginal, type OriginalSigns } from '../../server/src/core/originalModel.js';
import { chanceOfStray, isStray, mayHaveStrays, type StraySigns } from '../../server/src/core/strayModel.js';
import { testResources } from '../resources.js';

const sentenceOf = (text: string) => wordedSentences({ text }, testResources)[0]!;

describe('what two places have in common', () => {
  const between = (a: string, b: string) => {
    const [x, y] = [sentenceOf(a), sentenceOf(b)];
    const at = ({ words }: typeof x) => words.findIndex(({ text }) => /^(?:gang|crew)$/.test(text));
    return sharedContext(x, at(x), y, at(y));
  };
  const weight = (a: string, b: string) => between(a, b).weight;

  it('is the words around them, wherever the sentences go on to', () => {
    const alike = weight('Soon the gang launched a raft.', 'Before dawn a tired crew launched its only raft.');
    assert.ok(alike > 0.8, String(alike));
    assert.equal(weight('Soon the gang launched a raft.', 'Before dawn two of his crew slept.'), 0);
  });
  it('is more the nearer they are, and less on the other side or where they drift apart', () => {
    const near = weight('The gang launched rafts.', 'A crew launched boats.');
    const further = weight('The gang hastily and bravely launched rafts.', 'A crew quickly but calmly launched boats.');
    const apart = weight('The gang launched rafts.', 'A crew, after two hours of waiting, launched boats.');
    const turned = weight('The gang launched rafts.', 'Boats were launched, crew on deck.');
    assert.ok(
      near > further && further > apart && near > turned && turned > 0,
      `${near} ${further} ${apart} ${turned}`,
    );
  });
  it('is the word right before and the one right after', () => {
    const touching = (a: string, b: string) => between(a, b).touching;
    assert.equal(touching('The gang launched rafts.', 'Today the crew launched boats.'), 2);
    assert.equal(touching('The gang launched rafts.', 'Today the crew slept.'), 1);
    assert.equal(touching('The gang launched rafts.', 'Today crew slept.'), 0);
    assert.equal(touching('Today the gang', 'Today his crew'), 0, 'nothing stands behind either');
  });
});

describe('the words of other tellers', () => {
  const documents = (...texts: string[]) => [
    ...Corpus.empty(testResources)
      .apply(texts.map((text, index) => ({ path: `${index}.txt`, text })))
      .documents.values(),
  ];
  const wordIn = (text: string) => sentenceOf(text).words.at(-1)!;
  const related = (word: string, ...texts: string[]) =>
    tellersWords(documents(...texts), testResources)
      .relatedTo(wordIn(`Here stood a ${word}`))
      .map(({ base }) => base);

  it('are related by a thesaurus or by their use, not by being the same', () => {
    const found = related('skipper', 'The captain slept.', 'A skipper ate bread while the sailors sang of a violin.');
    assert.ok(found.includes('captain') && found.includes('sailor'), found.join());
    for (const none of ['skipper', 'violin', 'bread']) assert.ok(!found.includes(none), none);
  });
  it('are those of the texts that are there now', () => {
    const [first, second, third] = documents('The captain slept.', 'He ate.', 'The commander slept.');
    const basesBeside = (...all: (typeof first)[]) =>
      tellersWords(all as [], testResources)
        .relatedTo(wordIn('Here stood a skipper'))
        .map(({ base }) => base);
    assert.deepEqual(basesBeside(first, second), ['captain']);
    assert.deepEqual(basesBeside(first, third).sort(), ['captain', 'commander']);
    assert.equal(tellersWords([first!], testResources), tellersWords([first!], testResources));
  });
});

describe('the chance that a word stood there', () => {
  const signs: OriginalSigns = {
    slot: undefined,
    areLinked: true,
    areSynonyms: false,
    cosine: 0.4,
    haveOneForm: true,
    gap: 1,
    companyGap: 0.1,
    collocationGap: 0.5,
    context: 1,
    touching: 1,
    likeness: 0.3,
    inOwnText: 0,
    rarity: 7,
    links: 4,
  };
  const chance = chanceOfOriginal(signs);

  it('rises with all that speaks for it, and falls where a thesaurus lists much under it', () => {
    const more = {
      slot: 1,
      areSynonyms: true,
      cosine: 0.6,
      gap: 2,
      companyGap: 0.3,
      collocationGap: 2,
      context: 2,
      touching: 2,
      likeness: 0.6,
    };
    for (const [sign, value] of Object.entries(more)) {
      assert.ok(chanceOfOriginal({ ...signs, [sign]: value }) > chance, sign);
    }
    const less = { areLinked: false, haveOneForm: false, links: 6 };
    for (const [sign, value] of Object.entries(less)) {
      assert.ok(chanceOfOriginal({ ...signs, [sign]: value }) < chance, sign);
    }
  });
  it('is no reason to tell of a word that is not related, however likely', () => {
    assert.ok(isOriginal(signs, 0.9) && !isOriginal(signs, 0.3));
    assert.ok(isOriginal({ ...signs, areLinked: false }, 0.9));
    assert.ok(!isOriginal({ ...signs, areLinked: false, cosine: 0.2 }, 0.9));
  });
});

describe('the chance that a program put a word there', () => {
  const signs: StraySigns = {
    spinning: 6,
    isUsedElsewhere: false,
    isRepeated: false,
    rarity: 8,
    oddness: 0.3,
    bestNeighbour: 2,
    company: 0.1,
    collocation: 0,
    bestCollocation: 1,
    toldCompany: 0.1,
    belonging: 0.3,
    relatives: 2,
    departure: undefined,
    original: 0,
  };
  const chance = chanceOfStray(signs);

  it('is small where the text seems hardly spun, whatever the word', () => {
    const sure = { ...signs, bestNeighbour: 8, company: -0.2, belonging: 0, original: 1 };
    assert.ok(chanceOfStray(sure) > 0.9);
    assert.ok(chanceOfStray({ ...sure, spinning: 1 }) < 0.5);
    assert.deepEqual([1, 1.5, 2.5].map(mayHaveStrays), [false, false, true]);
  });
  it('rises with a word that may have stood there, and with one that others use less', () => {
    assert.ok(chanceOfStray({ ...signs, original: 0.4 }) > chance + 0.05);
    assert.ok(chanceOfStray({ ...signs, isUsedElsewhere: true }) < chance);
    assert.ok(
      chanceOfStray({ ...signs, company: 0.3 }) < chance && chanceOfStray({ ...signs, belonging: 0.5 }) < chance,
    );
  });
  it('needs to be less where a reading can be told', () => {
    assert.deepEqual(
      [0.7, 0.8].map((one) => isStray(one, false)),
      [false, true],
    );
    assert.deepEqual(
      [0.6, 0.7].map((one) => isStray(one, true)),
      [false, true],
    );
  });
});
