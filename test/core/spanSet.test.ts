import assert from 'node:assert/strict';
import { overlaps, type Span } from '../../server/src/core/span.js';
import { SpanSet } from '../../server/src/core/spanSet.js';
import { randomFrom } from '../random.js';

describe('a set of spans', () => {
  it('overlaps what one of them overlaps, and nothing else', () => {
    const { below } = randomFrom(7);
    const span = (longest: number): Span => {
      const start = below(200);
      return { start, end: start + 1 + below(longest) };
    };
    for (let round = 0; round < 50; round++) {
      const spans = Array.from({ length: round % 12 }, () => span(round < 25 ? 60 : 8));
      const set = new SpanSet(spans);
      for (let asked = 0; asked < 40; asked++) {
        const one = span(20);
        assert.equal(
          set.overlaps(one),
          spans.some((other) => overlaps(one, other)),
        );
      }
    }
  });
});
