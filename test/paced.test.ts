import assert from 'node:assert/strict';
import { paced } from '../server/src/paced.js';

describe('progress', () => {
  it('is told at once, then ten times a second, with what is true then', () => {
    let now = 5;
    const told: number[] = [];
    const tell = paced(
      (value: number) => told.push(value),
      () => now,
    );
    for (; now <= 305; now += 10) tell(now);
    assert.deepEqual(told, [5, 105, 205, 305]);
  });

  it('that comes more seldom is told each time', () => {
    let now = 0;
    const told: string[] = [];
    const tell = paced(
      (...words: string[]) => told.push(words.join(' ')),
      () => now,
    );
    tell('words', '1');
    now = 100;
    tell('words', '2');
    assert.deepEqual(told, ['words 1', 'words 2']);
  });
});
