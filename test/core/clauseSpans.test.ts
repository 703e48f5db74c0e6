import assert from 'node:assert/strict';
import { clauseSpans } from '../../server/src/core/clauseSpans.js';

function clauses(text: string): string[] {
  return clauseSpans(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end).trim());
}

describe('clauses', () => {
  for (const expected of [
    ['Anna Lund was born on April 22, 1923.'],
    ['The ferry, 48,', 'sank in June, 1998,', 'off Kolvik.'],
    ['On Friday,', '12 boats sank,', 'the mayor said.'],
    ['It cost 1,200 crowns,', 'the owners said.'],
  ]) {
    it(expected.join(' / '), () => assert.deepEqual(clauses(expected.join(' ')), expected));
  }
});
