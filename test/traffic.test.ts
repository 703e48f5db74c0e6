import assert from 'node:assert/strict';
import { Traffic } from '../server/src/traffic.js';

/** Waits until it is quiet; while it does, a message comes in every `every` ms, `messages` times. @returns ms waited. */
async function waitBeside(every: number, messages: number, rest: 'quiet' | 'lull' = 'quiet'): Promise<number> {
  let now = 0;
  let left = messages;
  const traffic = new Traffic({
    now: () => now,
    pause: (ms) => {
      const next = left > 0 ? (messages - left + 1) * every : Infinity;
      now = Math.min(now + ms, next);
      if (now === next) {
        left--;
        traffic.note();
      }
      return Promise.resolve();
    },
  });
  if (messages > 0) traffic.note();
  await traffic[rest]();
  return now;
}

describe('work that nobody waits for', () => {
  it('begins at once where no message ever came', async () => {
    assert.equal(await waitBeside(100, 0), 0);
  });

  it('begins once a pause is longer than between two keys', async () => {
    assert.equal(await waitBeside(120, 2), 390);
    assert.equal(await waitBeside(200, 1), 150);
  });

  it('begins sooner where somebody soon may', async () => {
    assert.equal(await waitBeside(40, 2, 'lull'), 130);
    assert.equal(await waitBeside(120, 2, 'lull'), 50);
  });

  it('waits for an answer that somebody waits for, and a little longer', async () => {
    let now = 0;
    let answer: () => void = () => undefined;
    const traffic = new Traffic({
      now: () => now,
      pause: async (ms) => {
        now += ms;
        if (now === 200) answer();
        // What waits for the answer hears of it in a later turn.
        await new Promise(setImmediate);
      },
    });
    const answering = traffic.answering(new Promise<void>((resolve) => (answer = resolve)));
    await traffic.lull();
    assert.equal(now, 250);
    await answering;
  });

  it('gets its turn beside an answer that never comes', async () => {
    let now = 0;
    const traffic = new Traffic({ now: () => now, pause: (ms) => Promise.resolve((now += ms)) });
    void traffic.answering(new Promise(() => undefined));
    await traffic.lull();
    assert.equal(now, 1000);
  });

  it('gets its turn beside a client that never rests', async () => {
    assert.equal(await waitBeside(10, 10_000), 1000);
  });
});
