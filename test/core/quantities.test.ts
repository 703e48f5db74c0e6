import assert from 'node:assert/strict';
import { areCompatible, quantitiesIn } from '../../server/src/core/quantities.js';

function compatible(one: string, other: string): boolean {
  const [a] = quantitiesIn(one);
  const [b] = quantitiesIn(other);
  assert.ok(a && b, `no quantity in “${a ? other : one}”`);
  return areCompatible(a, b);
}

describe('quantities', () => {
  it('takes a number for another one that was rounded', () => {
    assert.ok(compatible('4,987 crowns', '5,000 crowns'));
    assert.ok(!compatible('4,987 crowns', '6,000 crowns'));
    assert.ok(compatible('2.53 percent', '2.5 percent'));
  });

  // Zero can be divided by ten for ever.
  it('comes to an end with zero', () => {
    assert.ok(compatible('0.4 percent', '0 percent'));
    assert.ok(!compatible('0.9 percent', '0 percent'));
  });
});
