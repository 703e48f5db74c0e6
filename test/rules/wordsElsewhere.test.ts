import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import type { MatterKind } from '../../server/src/rules/judge.js';
import { placesOf } from '../../server/src/rules/wordsElsewhere.js';
import { testResources } from '../resources.js';

/** How often `text` says what `sentence` says with the words `written`. */
function timesSaid(written: string, sentence: string, kind: MatterKind, text: string): number {
  const corpus = Corpus.empty(testResources).apply([
    { path: 'a.txt', text: sentence },
    { path: 'b.txt', text },
  ]);
  const start = sentence.indexOf(written);
  return placesOf({ path: 'a.txt', start, end: start + written.length }, kind, 'b.txt', corpus).length;
}

describe('what a place says, elsewhere', () => {
  const sentence = 'On Friday the pirates came in two boats, Anna Berg said.';
  it('is a number of the same things', () => {
    assert.equal(timesSaid('two', sentence, 'count', 'They were held for two hours.'), 0);
    assert.equal(timesSaid('two', sentence, 'count', 'They had two guns.\n\nTheir two boats sank.'), 1);
  });
  it('in digits or in words', () => {
    assert.equal(timesSaid('two', sentence, 'count', 'Their 2 boats sank. Two boats were new.'), 2);
  });
  it('is the surname of a person', () => {
    assert.equal(timesSaid('Anna Berg', sentence, 'person', 'Ms Berg laughed.'), 1);
  });
  it('and the words of anything else, no part of a longer one', () => {
    assert.equal(timesSaid('Friday', sentence, 'weekday', 'It was Friday.'), 1);
    assert.equal(timesSaid('Friday', sentence, 'weekday', 'She is no Fridaymaker.'), 0);
  });
});
