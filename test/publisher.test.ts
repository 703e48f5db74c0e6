import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { Publisher } from '../server/src/publisher.js';
import { allRules } from '../server/src/rules/allRules.js';
import type { Severity } from '../server/src/rules/rule.js';
import { readSettings, type Settings } from '../server/src/settings.js';
import { SourceFiles } from '../server/src/sourceFiles.js';
import { eachStepIsASlice } from './eachStepIsASlice.js';
import { folderWith } from './folders.js';
import { testResources } from './resources.js';

/** All rules but these are off. */
function only(levels: Readonly<Record<string, Severity>>): Settings['rules'] {
  return { ...Object.fromEntries(allRules.map(({ code }) => [code, 'off'] as const)), ...levels };
}

/** The next round of findings of an open text, of all rules that `levels` does not turn off. */
async function published(
  text: string,
  levels: Readonly<Record<string, Severity>>,
  meanwhile: (sources: SourceFiles) => void = () => undefined,
  onFound: (path: string, sent: number, isAwaited: boolean) => void = () => undefined,
): Promise<Diagnostic[][]> {
  const sources = new SourceFiles(folderWith({ 'variorum.json': '{}' }), testResources);
  await sources.load();
  sources.openBuffer('a.txt', text);
  const rules = only(levels);
  let isAsked = false;
  const settings: Settings = {
    ...readSettings({}),
    // What is asked of each rule while its findings are put together.
    get rules() {
      if (!isAsked) meanwhile(sources);
      isAsked = true;
      return rules;
    },
  };
  const sent: Diagnostic[][] = [];
  let isAwaited = false;
  let end: (work: Promise<void>) => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const publisher = new Publisher(sources, {
    settings: () => settings,
    uriOf: (path) => path,
    versionOf: () => 1,
    publish: (uri, diagnostics) => {
      if (uri === 'a.txt') sent.push(diagnostics);
    },
    onFailure: ({ code }, _, error) => assert.fail(`${code}: ${String(error)}`),
    onFound: ({ path }) => onFound(path, sent.length, isAwaited),
    quiet: () => Promise.resolve(),
    answering: async (work) => {
      isAwaited = true;
      await work;
      isAwaited = false;
    },
    beside: (work) => end(work),
  });
  publisher.schedule('a.txt');
  await ended;
  return sent;
}

describe('what is published of a text', () => {
  it('are the gravest findings, where it has more than anybody reads, and that there are more', async () => {
    const text = `${'It was the the end.\n\n'.repeat(5005)}It was over,, he said.`;
    const [sent = []] = await published(text, { 'repeated-word': 'information', 'doubled-punctuation': 'error' });
    const [last, notice] = sent.slice(-2);
    assert.equal(sent.length, 5001);
    assert.equal(last?.code, 'doubled-punctuation', 'the gravest is the last of the text');
    assert.equal(sent[4998]?.range.start.line, 2 * 4998, 'and the rest are the first ones');
    assert.match(notice?.message as string, /^5,006 findings in this text; only the 5,000 gravest are shown\./);
  });

  it('is all of it, and no such notice, where it has as many as are shown', async () => {
    const [sent = []] = await published('It was the the end.\n\n'.repeat(5000), { 'repeated-word': 'information' });
    assert.equal(sent.length, 5000);
    assert.ok(sent.every(({ code }) => code === 'repeated-word'));
  });

  it('goes out before work is begun that comes after it, as what somebody waits for', async () => {
    const heard: string[] = [];
    const listen = (path: string, sent: number, isAwaited: boolean) =>
      heard.push(`${path}, sent ${sent}, ${isAwaited ? 'awaited' : 'beside'}`);
    await published('It was the the end.', { 'repeated-word': 'error' }, undefined, listen);
    assert.deepEqual(heard, ['a.txt, sent 1, awaited']);
  });

  it('is nothing of a text that changes while its findings are put together', async () => {
    const sent = await published('It was the the end.', { 'repeated-word': 'error' }, (sources) =>
      sources.openBuffer('a.txt', 'It was the end.'),
    );
    assert.deepEqual(
      sent.map(({ length }) => length),
      [0],
      'what is sent is of the text as it now stands',
    );
  });
});

/** A publisher of these open texts, in each of which a word is repeated, and what it sends: the path, with how many findings. */
async function watched(
  paths: readonly string[],
  onSent: (publisher: Publisher) => void = () => undefined,
  scope = 'open',
) {
  const onDisk = { 'variorum.json': '{}', '0.txt': 'It was the the end.' };
  const sources = new SourceFiles(folderWith(onDisk), testResources);
  await sources.load();
  for (const path of paths) sources.openBuffer(path, 'It was the the end.');
  const sent: string[] = [];
  /** Texts whose findings were put together, whether or not they were news. */
  const looked: string[] = [];
  const begun: ((round: Promise<void>) => void)[] = [];
  const publisher = new Publisher(sources, {
    settings: () => ({ ...readSettings({ diagnostics: { scope } }), rules: only({ 'repeated-word': 'error' }) }),
    uriOf: (path) => path,
    versionOf: (path) => {
      looked.push(path);
      return 1;
    },
    publish: (uri, diagnostics) => {
      if (uri === 'variorum.json') return;
      sent.push(`${uri} ${diagnostics.length}`);
      onSent(publisher);
    },
    onFailure: ({ code }, _, error) => assert.fail(`${code}: ${String(error)}`),
    onFound: () => undefined,
    quiet: () => Promise.resolve(),
    answering: (work) => work,
    beside: (work) => begun.shift()?.(work),
  });
  /** Comes back with what the next round has sent. */
  const nextRound = async () => {
    await new Promise<void>((resolve) => begun.push((round) => void round.then(resolve)));
    return sent.splice(0);
  };
  return { publisher, sources, nextRound, looked };
}

/** Does something once. */
function once(work: (publisher: Publisher) => void): (publisher: Publisher) => void {
  let isDone = false;
  return (publisher) => {
    if (isDone) return;
    isDone = true;
    work(publisher);
  };
}

describe('a round of checks', () => {
  it('begins with the texts that were edited', async () => {
    const { publisher, nextRound, looked } = await watched(['a.txt', 'b.txt', 'c.txt']);
    publisher.ready();
    publisher.schedule('c.txt');
    assert.deepEqual(await nextRound(), ['c.txt 1', 'a.txt 1', 'b.txt 1']);
    assert.deepEqual(
      looked.filter((path) => path !== 'variorum.json'),
      ['c.txt', 'c.txt', 'a.txt', 'b.txt'],
    );
    publisher.dispose();
  });

  it('does open texts before those that are not, where the reader wants both', async () => {
    const { publisher, nextRound } = await watched(['a.txt', 'b.txt'], undefined, 'corpus');
    publisher.ready();
    assert.deepEqual(await nextRound(), ['a.txt 1', 'b.txt 1', '0.txt 1']);
    publisher.dispose();
  });

  it('is broken off between two texts by a newer one, which does the rest', async () => {
    for (const edited of [[], ['a.txt', 'b.txt']]) {
      const newer = once((publisher) => publisher.schedule());
      const { publisher, nextRound } = await watched(['a.txt', 'b.txt'], newer);
      publisher.ready();
      for (const path of edited) publisher.schedule(path);
      assert.deepEqual(await nextRound(), ['a.txt 1']);
      assert.deepEqual(await nextRound(), ['b.txt 1']);
      publisher.dispose();
    }
  });

  it('is broken off where nobody wants the corpus any more, and what was sent is taken back', async () => {
    const { publisher, nextRound } = await watched(
      ['a.txt', 'b.txt'],
      once((gone) => gone.dispose()),
    );
    publisher.ready();
    assert.deepEqual(await nextRound(), ['a.txt 1', 'a.txt 0']);
  });

  it('takes back what was sent of a text that is open no longer', async () => {
    const { publisher, sources, nextRound } = await watched(['a.txt', 'b.txt']);
    publisher.ready();
    assert.deepEqual(await nextRound(), ['a.txt 1', 'b.txt 1']);
    await sources.closeBuffer('a.txt');
    publisher.schedule();
    assert.deepEqual(await nextRound(), ['a.txt 0']);
    publisher.dispose();
  });

  it('is broken off at its next slice by a change of the text, and nothing is sent of it', async () => {
    const sources = new SourceFiles(folderWith({ 'variorum.json': '{}' }), testResources);
    await sources.load();
    sources.openBuffer('a.txt', 'It was the the end.\n\n'.repeat(20));
    const rounds: Promise<void>[] = [];
    const sent: Diagnostic[][] = [];
    let slices = 0;
    let hasBegun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (hasBegun = resolve));
    const publisher = new Publisher(sources, {
      settings: () => ({ ...readSettings({}), rules: only({ 'repeated-word': 'error', 'conflicting-date': 'error' }) }),
      uriOf: (path) => path,
      versionOf: () => 1,
      publish: (uri, diagnostics) => {
        if (uri === 'a.txt') sent.push(diagnostics);
      },
      onFailure: ({ code }, _, error) => assert.fail(`${code}: ${String(error)}`),
      onFound: () => undefined,
      answering: (work) => work,
      quiet: () => {
        if (++slices === 1) {
          sources.openBuffer('a.txt', 'It was the end.');
          publisher.schedule('a.txt');
        }
        return Promise.resolve();
      },
      beside: (work) => {
        rounds.push(work);
        hasBegun();
      },
    });
    await eachStepIsASlice(async () => {
      publisher.ready();
      await first;
      await rounds[0];
    });
    assert.equal(slices, 1, 'no slice of the older round follows');
    assert.deepEqual(sent, []);
    publisher.dispose();
  });
});
