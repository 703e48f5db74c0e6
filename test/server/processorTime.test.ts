import assert from 'node:assert/strict';
import { processorTime } from '../../server/src/processorTime.js';

/** What the system says, in ms. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('the clock of the processor', () => {
  it('goes with what the process works, and never ahead of it', () => {
    const [start, shown] = [used(), processorTime()];
    let last = shown;
    while (used() - start < 100) {
      const now = processorTime();
      assert.ok(now >= last && now <= used(), `${now} after ${last}`);
      last = now;
    }
    assert.ok(last - shown >= 50, `${last - shown} ms of 100 are seen`);
  });
});
