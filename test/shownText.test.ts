import assert from 'node:assert/strict';
import type { Derivation } from '../server/src/analysis/corpus.js';
import type { Steps } from '../server/src/analysis/steps.js';
import type { Span } from '../server/src/core/span.js';
import { ShownText } from '../server/src/shownText.js';
import type { SourceFiles } from '../server/src/sourceFiles.js';

/** A corpus whose sentences take as many steps as there are characters; `done` hears of each. */
function corpusOf(done: (step: string) => void, readying?: Promise<void>): SourceFiles {
  const isPrepared = new Set<string>();
  const found = {
    *prepareSpan(path: string, { start, end }: Span) {
      for (let at = start; at < end; at++) {
        assert.ok(isPrepared.has('people'), 'a name in view is hovered over, too');
        assert.ok(isPrepared.has('witnesses'), 'and every answer names its sources');
        done(`${path} ${at}`);
        // Longer than a slice.
        const until = performance.now() + 9;
        while (performance.now() < until);
        yield 0;
      }
    },
  };
  const corpus = {
    get: () => found,
    *prepare({ name }: Derivation<unknown>) {
      isPrepared.add(name);
      yield 0;
    },
  };
  return { readying, corpus } as unknown as SourceFiles;
}

function* nothing(): Steps<void> {
  yield 0;
}

describe('what is in view', () => {
  it('is made ready once nobody waits for an answer', async () => {
    const steps: string[] = [];
    let rest = (): void => undefined;
    const quiet = new Promise<void>((resolve) => (rest = resolve));
    const text = new ShownText(() => quiet, nothing);
    const ready = text.show({
      sources: corpusOf((step) => steps.push(step)),
      path: 'a.txt',
      span: { start: 3, end: 5 },
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(steps, []);
    rest();
    await ready;
    assert.deepEqual(steps, ['a.txt 3', 'a.txt 4']);
  });

  it('is given up for what is in view later', async () => {
    const steps: string[] = [];
    const sources = corpusOf((step) => {
      steps.push(step);
      if (step === 'a.txt 1') later = text.show({ sources, path: 'b.txt', span: { start: 0, end: 1 } });
    });
    const text = new ShownText(() => Promise.resolve(), nothing);
    let later: Promise<void> | undefined;
    await text.show({ sources, path: 'a.txt', span: { start: 0, end: 9 } });
    await later;
    assert.deepEqual(steps, ['a.txt 0', 'a.txt 1', 'b.txt 0']);
  });

  it('is not begun if something else came into view before anybody had the time', async () => {
    const steps: string[] = [];
    const sources = corpusOf((step) => steps.push(step));
    const text = new ShownText(() => new Promise((resolve) => setImmediate(resolve)), nothing);
    const first = text.show({ sources, path: 'a.txt', span: { start: 0, end: 9 } });
    await Promise.all([first, text.show({ sources, path: 'b.txt', span: { start: 0, end: 1 } })]);
    assert.deepEqual(steps, ['b.txt 0']);
  });

  it('goes before other work that nobody waits for, which does not wait for what is given up', async () => {
    const steps: string[] = [];
    const sources = corpusOf((step) => steps.push(step));
    const text = new ShownText(() => Promise.resolve(), nothing);
    const other = async () => {
      await text.ready;
      steps.push('other work');
    };
    void text.show({ sources, path: 'a.txt', span: { start: 0, end: 2 } });
    await other();
    assert.deepEqual(steps, ['a.txt 0', 'a.txt 1', 'other work']);
    const unready = corpusOf((step) => steps.push(step), new Promise(() => undefined));
    void text.show({ sources: unready, path: 'b.txt', span: { start: 0, end: 9 } });
    await text.show({ sources, path: 'c.txt', span: { start: 0, end: 0 } });
    await other();
    assert.deepEqual(steps.slice(3), ['other work']);
  });
  it('is given up when a text is edited', async () => {
    const steps: string[] = [];
    const edited = corpusOf(() => assert.fail('the newer snapshot is another matter')).corpus;
    const before = corpusOf((step) => steps.push(step)).corpus;
    const sources = {
      get corpus() {
        return steps.length < 2 ? before : edited;
      },
    };
    const text = new ShownText(
      () => Promise.resolve(),
      () => assert.fail('nothing further'),
    );
    await text.show({ sources: sources as unknown as SourceFiles, path: 'a.txt', span: { start: 0, end: 9 } });
    assert.deepEqual(steps, ['a.txt 0', 'a.txt 1']);
  });

  it('may need more than its sentences, which then comes after them', async () => {
    const steps: string[] = [];
    const text = new ShownText(
      () => Promise.resolve(),
      function* ({ path, span }) {
        steps.push(`cards of ${path} from ${span.start}`);
        yield 1;
      },
    );
    const sources = corpusOf((step) => steps.push(step));
    await text.show({ sources, path: 'a.txt', span: { start: 1, end: 3 } });
    assert.deepEqual(steps, ['a.txt 1', 'a.txt 2', 'cards of a.txt from 1']);
  });
});
