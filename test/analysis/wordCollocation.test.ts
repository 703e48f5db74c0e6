import assert from 'node:assert/strict';
import { associationAt, collocationOf } from '../../server/src/analysis/wordCollocation.js';
import { wordedSentences } from '../../server/src/analysis/wordedSentences.js';
import { testResources } from '../resources.js';

const { wordVectors } = testResources;

/** Collocation of the word that stands between bars. */
function collocationIn(marked: string) {
  const { word, sentence } = placeIn(marked);
  return collocationOf(word, sentence, testResources);
}

function placeIn(marked: string) {
  const [sentence] = wordedSentences({ text: marked.replaceAll('|', '') }, testResources);
  const word = sentence!.words.find(({ start }) => start === marked.indexOf('|'));
  return { word: word!, sentence: sentence! };
}

describe('how a word goes with its neighbours', () => {
  it('is good for what is said, and its neighbours in a thesaurus go less well', () => {
    const { own, best } = collocationIn('It was told to two police |officers| who were at work.');
    assert.ok(own > 3 && best < 0, `${own} ${best}`);
  });
  it('is bad where a neighbour in the thesaurus is what is said', () => {
    const { own, best } = collocationIn('It was told to two police |captains| who were at work.');
    assert.ok(own < 1 && best > 1.5, `${own} ${best}`);
  });
  it('counts the word on either side', () => {
    const before = collocationIn('They held peace |talks,| said Jones.').own;
    const both = collocationIn('They held peace |talks| with Jones.').own;
    assert.ok(before > 2 && both > before + 0.5, `${before} ${both}`);
  });
  it('is asked of another word in its place', () => {
    const { word, sentence } = placeIn('It was told to two police |captains| who were at work.');
    assert.ok(associationAt(wordVectors.rank('officers'), word, sentence, testResources) > 3);
  });
  it('is nothing between names and marks', () => {
    assert.equal(collocationIn('In Kolvik, |talks,| said Jones.').own, 0);
  });
});
