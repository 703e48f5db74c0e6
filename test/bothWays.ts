import assert from 'node:assert/strict';
import type { Check } from '../server/src/rules/judge.js';
import { readFixture } from './fixture.js';

/** Asks a check of the two places that two texts mark; it must say the same with the texts in the other order. */
export function bothWays(check: Check): (here: string, there: string) => boolean {
  return (here, there) => {
    const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
    const [mark, other] = marks;
    assert.ok(mark && other);
    const isSo = check(mark, other, corpus);
    assert.equal(check(other, mark, corpus), isSo);
    return isSo;
  };
}
