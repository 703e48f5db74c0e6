import assert from 'node:assert/strict';
import { sequenceOf } from '../../server/src/core/substitutability.js';
import { testResources } from '../resources.js';

const { wordVectors, wordRelations, substitutability, collocations } = testResources;
const rank = (word: string) => wordVectors.rank(word);

describe('word relations', () => {
  it('link words that a thesaurus lists together, in either order', () => {
    assert.ok(wordRelations.areLinked(rank('filibuster'), rank('veto')));
    assert.ok(wordRelations.areLinked(rank('veto'), rank('filibuster')));
    assert.ok(!wordRelations.areLinked(rank('filibuster'), rank('banana')));
    assert.ok(wordRelations.overlap(rank('pressure'), rank('stress')) > 0.05);
  });

  it('know good synonyms, and do not take all neighbours for them', () => {
    assert.ok(wordRelations.areSynonyms(rank('hamper'), rank('hinder')));
    assert.ok(!wordRelations.areSynonyms(rank('filibuster'), rank('veto')));
    assert.ok(!wordRelations.areLinked(-1, rank('veto')));
  });
});

describe('substitutability', () => {
  const prefers = (text: string, word: string, other: string) => {
    const sequence = sequenceOf(text, wordVectors);
    const expected = substitutability.expected(sequence, sequence.starts.indexOf(text.indexOf(word)));
    return substitutability.fit(expected, rank(word)) > substitutability.fit(expected, rank(other));
  };

  it('prefers the word of a fixed expression to its neighbours', () => {
    assert.ok(prefers('The government imposed economic sanctions on the country.', 'sanctions', 'endorsements'));
    assert.ok(prefers('They met for the first time in ten years.', 'time', 'season'));
  });

  it('reads names, numbers and marks as kinds', () => {
    const { ids } = sequenceOf('The people of Russia, 140 million.', wordVectors);
    assert.deepEqual(
      [...ids].filter((id) => id < 0),
      [-5, -2, -4, -3],
    );
  });
});

describe('collocations', () => {
  const association = (a: string, b: string) => collocations.association(rank(a), rank(b));

  it('tell what is said from what would mean the same', () => {
    assert.ok(association('heavy', 'rains') > 1);
    assert.ok(association('police', 'officers') > association('police', 'officials') + 1);
    assert.ok(association('peace', 'talks') > 2);
  });

  it('read a pair in its order', () => {
    assert.ok(association('officers', 'police') < association('police', 'officers') - 1);
  });

  it('know that common words do not stand together, and nothing of rare ones', () => {
    assert.ok(association('the', 'were') < -3);
    assert.ok(Math.abs(association('ponderous', 'rains')) < 0.1);
    assert.ok(Math.abs(association('heavy', 'violin')) < 0.5);
  });

  it('say nothing of what is no word of the table', () => {
    assert.equal(collocations.association(-4, rank('people')), 0);
    assert.equal(collocations.association(rank('people'), -5), 0);
  });
});
