import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { oppositeAttributesIn } from '../../server/src/rules/oppositeAttributes.js';
import { testResources as resources } from '../resources.js';

function opposites(a: string, b: string): string[] {
  const frame = wordFrame(a, b, [], resources.wordVectors);
  return oppositeAttributesIn({ a, b, slots: [], frame, resources }).map(
    (verdict) => `${a.slice(verdict.a.start, verdict.a.end)} ${b.slice(verdict.b.start, verdict.b.end)}`,
  );
}

describe('words of opposite meaning', () => {
  it('that are said of one noun stand against each other', () => {
    assert.deepEqual(opposites('a wound in his left shoulder', 'the wound was in the right shoulder'), ['left right']);
    assert.deepEqual(opposites('a wound in his left shoulder', 'the wound was in the right leg'), []);
  });
  it('do not where both texts may have one of each', () => {
    assert.deepEqual(opposites('he broke the old record of nine races', 'nine races are a new record'), []);
    assert.deepEqual(opposites('nine boats came the first week', 'nine boats came last week'), []);
  });
  it('do not before a word that only says where', () => {
    assert.deepEqual(opposites('a woman outside the old club was hit', 'a man outside the old club saw it'), []);
  });
  it('may be ends of one row, whatever follows', () => {
    assert.deepEqual(opposites('three lakes, the largest is deep', 'the smallest of three deep lakes'), [
      'largest smallest',
    ]);
  });
});
