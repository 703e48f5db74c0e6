import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CacheFolder } from '../../server/src/cacheFolder.js';
import { CorpusCache } from '../../server/src/corpusCache.js';
import { prepareIndexes } from '../../server/src/indexing.js';
import { IndexThread } from '../../server/src/indexThread.js';
import { copyIndex } from '../../server/src/analysis/copyIndex.js';
import { quotedPhrases } from '../../server/src/analysis/quotedPhrases.js';
import { vocabulary } from '../../server/src/analysis/vocabulary.js';
import { SourceFiles } from '../../server/src/sourceFiles.js';
import { folderWith } from '../folders.js';
import { testResources } from '../resources.js';
import { seenIn } from './seenIn.js';

const SCRIPT = resolve('dist/indexer.js');
const LIMITS = { least: 1, corpus: 1e8, all: 1e8 };

const TEXTS: Record<string, string> = {
  'variorum.json': '{ "drafts": ["draft.txt"] }',
  'draft.txt': 'A zymurgic draft on the summit, which Putin was to attend.\n',
  ...Object.fromEntries(
    readdirSync('seeds')
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readFileSync(join('seeds', name), 'utf8')]),
  ),
};

/** A session over a folder, whose indexes a thread is to make that runs `script`. */
function session(folder: string, script: string, { cacheFolder, least = 1 }: { cacheFolder?: string; least?: number }) {
  const told: string[] = [];
  /** How far the thread was, each time that it said so. */
  const shares: number[] = [];
  const cache = cacheFolder
    ? new CorpusCache(new CacheFolder(cacheFolder, 'build', LIMITS), folder, (words) => told.push(words))
    : undefined;
  const thread = new IndexThread(script, resolve('dist/data'), { least, memory: 500 });
  const onFailure = (words: string, error: unknown) => told.push(`${words}: ${(error as Error).message}`);
  const onProgress = (share: number) => shares.push(share);
  let isMadeHere = false;
  /** Most texts that were read here. */
  let prepared = 0;
  const sources = new SourceFiles(folder, testResources, {
    cache,
    makeBeside: async (read, signal) => {
      const corpus = await thread.corpusOf(read, cache, signal, { onProgress, onFailure });
      isMadeHere = corpus === undefined;
      return corpus;
    },
    prepare: (corpus, signal) => {
      prepared = Math.max(prepared, corpus.documents.size);
      return prepareIndexes(corpus, signal, { onProgress: () => undefined, onFailure });
    },
  });
  return { sources, told, shares, isMadeHere: () => isMadeHere, prepared: () => prepared };
}

/** What a reader sees of it, and how often a word counts that drafts alone have. */
function seenOf({ corpus }: SourceFiles) {
  return { seen: seenIn(corpus), wordsOfDrafts: corpus.get(vocabulary).count('zymurgic') };
}

let withoutThread: ReturnType<typeof seenOf> | undefined;

/** The same without a thread. */
async function seenHere() {
  const sources = new SourceFiles(folderWith(TEXTS), testResources);
  await sources.load();
  return (withoutThread ??= seenOf(sources));
}

/** What a thread may run instead, once all is read: `parentPort` and `workerData` are at hand. */
const scriptOf = (code: string) =>
  join(folderWith({ 'thread.js': `const { parentPort } = require('node:worker_threads');\n${code}` }), 'thread.js');

describe('indexes made in a thread', () => {
  it('are those that would be made here, drafts included', async () => {
    const { sources, told, shares, isMadeHere } = session(folderWith(TEXTS), SCRIPT, {});
    await sources.load();
    assert.ok(!isMadeHere());
    assert.deepEqual(told, []);
    assert.ok(shares.length > 0 && shares.every((share) => share >= 0 && share <= 1));
    // What checks alone ask for is made there as well.
    for (const index of [quotedPhrases, copyIndex]) assert.ok(sources.corpus.knows(index), index.name);
    assert.deepEqual(seenOf(sources), await seenHere());
  });

  it('are kept by it for the next session', async () => {
    const folder = folderWith(TEXTS);
    const cacheFolder = join(folderWith({}), 'cache');
    const first = session(folder, SCRIPT, { cacheFolder });
    await first.sources.load();
    assert.equal(await first.sources.keep(), 'known');
    const next = session(folder, resolve('nobody needs it'), { cacheFolder });
    await next.sources.load();
    assert.deepEqual([...first.told, ...next.told], []);
    assert.deepEqual(seenOf(next.sources), seenOf(first.sources));
  });

  it('are there where the cache cannot be written, which is told', async () => {
    const folder = folderWith(TEXTS);
    // A file stands in the place of the folder.
    const cacheFolder = join(folder, 'variorum.json');
    const { sources, told, isMadeHere } = session(folder, SCRIPT, { cacheFolder });
    await sources.load();
    assert.ok(!isMadeHere());
    assert.equal(told.filter((words) => words.startsWith('The cache cannot be written')).length, 1);
    assert.deepEqual(seenOf(sources), await seenHere());
  });

  it('are not worth a thread where there is little text', async () => {
    const { sources, told, isMadeHere } = session(folderWith(TEXTS), resolve('no such script'), { least: 1e6 });
    await sources.load();
    assert.ok(isMadeHere());
    assert.deepEqual(told, []);
    assert.equal(sources.corpus.documents.size, 6);
  });

  const deaths: Record<string, [script: () => string, told: RegExp]> = {
    'is not there': [() => join(folderWith({}), 'gone.js'), /cannot find module/i],
    'ends while it is sent texts': [() => scriptOf(`parentPort.once('message', () => process.exit(3));`), /code 3/],
    throws: [() => scriptOf(`parentPort.once('message', () => { throw new Error('no more'); });`), /no more/],
    'fails when nobody waits for it': [
      () => scriptOf(`parentPort.once('message', () => { void Promise.reject(new Error('lost')); });`),
      /lost/,
    ],
    'hands over half': [
      () =>
        scriptOf(`
        parentPort.on('message', (message) => {
          if (message !== 'all texts') return;
          const indexes = new Map([['vocabulary', { words: ['one'] }]]);
          parentPort.postMessage({ kind: 'done', indexes, isKept: false });
        });
      `),
      /no numbers/,
    ],
  };
  for (const [death, [script, reason]] of Object.entries(deaths)) {
    it(`are made here where the thread ${death}`, async () => {
      const { sources, told, isMadeHere } = session(folderWith(TEXTS), script(), {});
      await sources.load();
      assert.ok(isMadeHere());
      assert.equal(told.length, 1);
      assert.match(told[0]!, reason);
      assert.deepEqual(seenOf(sources), await seenHere());
    });
  }

  it('are not tried again here where the thread has no memory left: open texts are read, which is told', async () => {
    const folder = folderWith(TEXTS);
    const script = scriptOf(`
      const all = [];
      parentPort.once('message', () => { for (;;) all.push(new Array(1e6).fill(String(all.length))); });
    `);
    const cacheFolder = join(folderWith({}), 'cache');
    const { sources, told, prepared } = session(folder, script, { cacheFolder });
    sources.openBuffer('draft.txt', 'What is typed now.');
    await sources.load();
    assert.deepEqual(
      [...sources.corpus.documents.values()].map(({ text }) => text),
      ['What is typed now.'],
    );
    assert.deepEqual(told, []);
    assert.ok(prepared() <= 1, 'what the thread had no memory for was tried here');
    assert.deepEqual(
      sources.problems.map(({ path }) => path),
      [folder],
    );
    assert.match(sources.tooLarge ?? '', /^6 sources with 0 million characters need more memory than the 500 MB that/);
    assert.equal(await sources.keep(), 'not worth it', 'the open texts are not the corpus');
    // Files that change are still taken in, and a manifest that leaves out most sources helps.
    writeFileSync(join(folder, 'variorum.json'), '{ "sources": ["draft.txt"] }');
    writeFileSync(script, '');
    await sources.refresh(['variorum.json']);
    assert.equal(sources.tooLarge, undefined);
    assert.deepEqual(sources.problems, []);
    assert.equal(await sources.keep(), 'kept');
  });

  it('are given up once nobody wants them, and the thread with them', async () => {
    const ended = join(folderWith({}), 'still there');
    const script = scriptOf(`
      let turns = 0;
      setInterval(() => require('node:fs').writeFileSync(${JSON.stringify(ended)}, String(++turns)), 1);
      parentPort.on('message', () => undefined);
    `);
    const { sources, told } = session(folderWith(TEXTS), script, {});
    const loading = sources.load();
    while (!existsSync(ended)) await new Promise((resolve) => setImmediate(resolve));
    sources.dispose();
    await loading;
    assert.deepEqual(told, []);
    const turns = readFileSync(ended, 'utf8');
    for (let turn = 0; turn < 1000; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(readFileSync(ended, 'utf8'), turns);
  });
});
