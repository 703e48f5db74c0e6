import assert from 'node:assert/strict';
import { digitsOf, digitSlipBetween, tellingDigits } from '../../server/src/core/digitSlips.js';

describe('a slip between two numbers', () => {
  for (const [a, b, slip] of [
    ['18,412', '18,912', 'substitution'],
    ['18,412', '14,812', 'transposition'],
    ['53.8', '58.3', 'transposition'],
    ['18,412', '18,412', undefined],
    ['18,412', '81,214', undefined],
    // Not neighbours.
    ['18,412', '12,418', undefined],
    // Two digits, each another one.
    ['18,412', '18,953', undefined],
    ['18,412', '1,841', undefined],
  ] as const) {
    it(`${a}, ${b}: ${slip ?? 'none'}`, () => assert.equal(digitSlipBetween(digitsOf(a), digitsOf(b)), slip));
  }
});

describe('digits that tell something', () => {
  for (const [written, digits] of [
    ['35,000', 2],
    ['35,080', 4],
    ['0.05', 1],
    ['100', 1],
    ['0', 0],
  ] as const) {
    it(`of ${written}: ${digits}`, () => assert.equal(tellingDigits(digitsOf(written)), digits));
  }
});
