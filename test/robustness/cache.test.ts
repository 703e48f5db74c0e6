import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOf, CacheFolder, type CacheLimits } from '../../server/src/cacheFolder.js';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { saveIndexes } from '../../server/src/analysis/savedIndexes.js';
import { finish } from '../../server/src/analysis/steps.js';
import { CacheKeeper } from '../../server/src/cacheKeeper.js';
import { CorpusCache } from '../../server/src/corpusCache.js';
import { prepareIndexes } from '../../server/src/indexing.js';
import { SourceFiles, type Prepare } from '../../server/src/sourceFiles.js';
import { folderWith } from '../folders.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';
import { TestClient } from '../server/client.js';
import { freshFindings, inOrder } from './freshFindings.js';
import { onFullDisk, onReadOnlyDisk, withRights } from './failingDisk.js';
import { seenIn } from './seenIn.js';

const TEXTS = {
  'variorum.json': '{}',
  'a.txt':
    'The ferry Aurora left Lisbon at dawn with forty passengers, said the harbour master, Rui Prado. “Nobody was hurt on the pier,” Prado said on Friday.\n\nDivers from Porto will inspect the the hull.\n',
  'b.txt':
    'With forty passengers the ferry Aurora left Lisbon at dawn, harbour master Rui Prado said. “Nobody was harmed on the pier,” Prado said.\n\nDivers from Porto are to inspect the hull.\n',
  'c.txt': 'The ferry Aurora left Lisbon at dawn with fifty passengers. Maria Alvarez, the captain, did not comment.\n',
  'd.txt':
    'The council of Bergen raised the tax on firewood, said Solveig Dahl. A lone \uD800 and a “recieved” letter.\n',
};

const LIMITS: CacheLimits = { least: 1, corpus: 1e8, all: 1e8 };

interface Session {
  readonly sources: SourceFiles;
  /** What went wrong with the cache, in words. */
  readonly told: string[];
}

/** The folder as a new session reads it, with what an earlier one kept in `cache`. */
async function session(folder: string, cache: string, build = 'build', limits = LIMITS): Promise<Session> {
  const told: string[] = [];
  const prepare: Prepare = (corpus, signal) =>
    prepareIndexes(corpus, signal, {
      onProgress: () => undefined,
      onFailure: (words, error) => told.push(`${words}: ${String(error)}`),
    });
  const kept = new CorpusCache(new CacheFolder(cache, build, limits), folder, (words) => told.push(words));
  const sources = new SourceFiles(folder, testResources, { prepare, cache: kept });
  await sources.load();
  return { sources, told };
}

/** What a reader sees of it. */
const seenOf = ({ sources: { corpus } }: Session) => seenIn(corpus);

const seenCold = async (folder: string) => seenOf(await session(folder, join(folderWith({}), 'none')));

/** A corpus that an earlier session kept, and the one file in which it did. */
async function kept(texts: Record<string, string> = TEXTS) {
  const folder = folderWith(texts);
  const cache = join(folderWith({}), 'cache');
  const first = await session(folder, cache);
  assert.equal(await first.sources.keep(), 'kept');
  const [name] = readdirSync(cache);
  return { folder, cache, file: join(cache, name!), first };
}

/** Whether a session began with what another one had kept: only then is there nothing new to keep. */
const beganWarm = async ({ sources }: Session) => (await sources.keep()) === 'known';

describe('a corpus that was kept', () => {
  it('is the same in the next session, and in one file that others cannot read', async () => {
    const { folder, cache, file, first } = await kept();
    const next = await session(folder, cache);
    assert.ok(await beganWarm(next));
    assert.deepEqual(seenOf(next), seenOf(first));
    assert.ok(seenOf(next).some(({ findings }) => findings.length > 1));
    assert.deepEqual(next.told, []);
    assert.deepEqual(readdirSync(cache), [file.slice(cache.length + 1)]);
    if (process.platform === 'win32') return;
    assert.deepEqual([statSync(cache).mode & 0o777, statSync(file).mode & 0o777], [0o700, 0o600]);
  });

  for (const [what, change] of Object.entries({
    changed: (folder: string) =>
      writeFileSync(join(folder, 'b.txt'), TEXTS['b.txt'].replace('Rui Prado', 'Rui Prada').replace('harmed', 'hurt')),
    added: (folder: string) => writeFileSync(join(folder, 'e.txt'), TEXTS['a.txt'].replace('forty', 'ninety')),
    removed: (folder: string) => rmSync(join(folder, 'a.txt')),
    renamed: (folder: string) => renameSync(join(folder, 'a.txt'), join(folder, 'z.txt')),
    'given the name of another': (folder: string) => {
      renameSync(join(folder, 'a.txt'), join(folder, 'spare.txt'));
      renameSync(join(folder, 'b.txt'), join(folder, 'a.txt'));
      renameSync(join(folder, 'spare.txt'), join(folder, 'b.txt'));
    },
    'all others': (folder: string) => {
      for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(folder, `${name}.txt`), `All is new in ${name}.`);
    },
  })) {
    it(`when texts are ${what} meanwhile, is as if read anew, then and later`, async () => {
      const { folder, cache } = await kept();
      change(folder);
      for (let time = 0; time < 2; time++) {
        const next = await session(folder, cache);
        assert.deepEqual(seenOf(next), await seenCold(folder));
        assert.equal(await next.sources.keep(), time === 0 ? 'kept' : 'known');
        assert.deepEqual(next.told, []);
      }
    });
  }

  it('counts open buffers as they are', async () => {
    const { folder, cache } = await kept();
    const { sources } = await session(folder, cache);
    sources.openBuffer('d.txt', TEXTS['a.txt']);
    assert.equal(await sources.keep(), 'kept');
    const next = await session(folder, cache);
    assert.deepEqual(seenOf(next), await seenCold(folder));
  });

  it('is kept no longer once a newer state overtakes it, and leaves nothing behind', async () => {
    const { folder, cache, file } = await kept();
    const before = readFileSync(file);
    const { sources } = await session(folder, cache);
    sources.openBuffer('a.txt', TEXTS['b.txt']);
    const keeping = sources.keep();
    sources.openBuffer('a.txt', TEXTS['c.txt']);
    assert.equal(await keeping, 'overtaken');
    assert.deepEqual(readdirSync(cache).length, 1);
    assert.deepEqual(readFileSync(file), before);
  });

  it('is kept whole or not at all, whenever a newer state comes', async () => {
    const cache = join(folderWith({}), 'cache');
    const folder = new CacheFolder(cache, 'build', LIMITS);
    const corpus = Corpus.empty(testResources).apply([{ path: 'a.txt', text: TEXTS['a.txt'] }]);
    const indexes = finish(saveIndexes(corpus, () => true))!;
    const texts = new Map([...corpus.documents].map(([path, { text }]) => [path, text]));
    const write = (isWanted: () => boolean) => folder.write('corpus', 'manifest', texts, indexes, isWanted);
    const sizes: number[] = [];
    const isWanted = () => sizes.push(statSync(join(cache, readdirSync(cache)[0]!)).size) > 0;
    assert.equal(await write(isWanted), true);
    assert.equal(sizes.at(-1), statSync(join(cache, readdirSync(cache)[0]!)).size, 'asked when all is written');
    rmSync(cache, { recursive: true });
    assert.ok(sizes.length > 2, `${sizes.length}`);
    for (let never = 1; never <= sizes.length; never++) {
      let count = 0;
      assert.equal(await write(() => ++count !== never), false, `${never} of ${sizes.length}`);
      assert.deepEqual(readdirSync(cache), []);
    }
  });

  it('is made anew by another version and under another manifest, which is said once', async () => {
    const { folder, cache } = await kept();
    const newer = await session(folder, cache, 'another build');
    assert.deepEqual(newer.told, ['The cache is of no use, and is made anew: made by another version.']);
    assert.equal(await newer.sources.keep(), 'kept');
    writeFileSync(join(folder, 'variorum.json'), '{ "drafts": ["a.txt"] }');
    const drafted = await session(folder, cache, 'another build');
    assert.deepEqual(drafted.told, ['The cache is of no use, and is made anew: made under another manifest.']);
    assert.deepEqual(seenOf(drafted), await seenCold(folder));
    writeFileSync(join(folder, 'variorum.json'), '{}');
    assert.ok(await beganWarm(await session(folder, cache, 'another build')));
    writeFileSync(join(folder, 'variorum.json'), '{ "words": ["recieved"] }');
    const worded = await session(folder, cache, 'another build');
    assert.deepEqual(seenOf(worded), await seenCold(folder));
    assert.ok(await beganWarm(worded));
  });

  it('that vanished is none', async () => {
    const { folder, cache, file } = await kept();
    rmSync(file);
    const next = await session(folder, cache);
    assert.deepEqual(next.told, []);
    assert.equal(await next.sources.keep(), 'kept');
  });

  it('may be kept by two windows at once', async () => {
    const { folder, cache } = await kept();
    const windows = await Promise.all([session(folder, cache), session(folder, cache)]);
    for (const [at, { sources }] of windows.entries()) sources.openBuffer('d.txt', `Window ${at} was here.`);
    assert.deepEqual(await Promise.all(windows.map(({ sources }) => sources.keep())), ['kept', 'kept']);
    const next = await session(folder, cache);
    assert.deepEqual(next.told, []);
    assert.deepEqual(seenOf(next), await seenCold(folder));
    assert.equal(readdirSync(cache).length, 1);
  });
});

describe('a damaged cache', () => {
  for (const seed of [31, 32]) {
    it(`never shows: bytes changed at random places (random seed ${seed})`, async () => {
      const { folder, cache, file, first } = await kept();
      const sound = readFileSync(file);
      const random = randomFrom(seed);
      const wanted = seenOf(first);
      let refused = 0;
      for (let time = 0; time < 60; time++) {
        const bytes = Buffer.from(sound);
        // The prefix and the table are small against the rest.
        const from = random.pick([0, 0, bytes.length - 4000, random.below(bytes.length)]);
        for (let more = random.below(3); more >= 0; more--) {
          const at = Math.min(bytes.length - 1, from + random.below(64));
          bytes[at] = bytes[at]! ^ (1 + random.below(255));
        }
        writeFileSync(file, bytes);
        const next = await session(folder, cache);
        assert.deepEqual(seenOf(next), wanted);
        assert.ok(next.told.length <= 1, next.told.join('\n'));
        refused += next.told.length;
      }
      assert.ok(refused > 40, `${refused} of 60 were noticed`);
    });
  }

  it('never shows: a file of another format, or none of ours', async () => {
    const { folder, cache, file, first } = await kept();
    const sound = readFileSync(file);
    const [newer, foreign] = [Buffer.from(sound), Buffer.from(sound)];
    newer.writeUInt32LE(newer.readUInt32LE(8) + 1, 8);
    foreign.write('SQLite 3', 'latin1');
    for (const bytes of [newer, foreign]) {
      writeFileSync(file, bytes);
      const next = await session(folder, cache);
      assert.deepEqual(next.told, ['The cache is of no use, and is made anew: another format.']);
      assert.deepEqual(seenOf(next), seenOf(first));
    }
  });

  it('never shows: cut off anywhere', async () => {
    const { folder, cache, file, first } = await kept();
    const sound = readFileSync(file);
    const wanted = seenOf(first);
    for (const length of [0, 1, 8, 63, 64, 65, 1000, sound.length / 2, sound.length - 1].map(Math.floor)) {
      writeFileSync(file, sound);
      truncateSync(file, length);
      const next = await session(folder, cache);
      assert.equal(next.told.length, 1, `${length} of ${sound.length} bytes`);
      assert.deepEqual(seenOf(next), wanted);
    }
    const next = await session(folder, cache);
    assert.equal(await next.sources.keep(), 'kept', 'and is made anew');
    assert.ok(await beganWarm(await session(folder, cache)));
  });
});

describe('the folder of what is kept', () => {
  it('is bounded, by corpus and as a whole: what was used longest ago goes', async () => {
    const { folder, cache, file } = await kept();
    const { size } = statSync(file);
    const other = await session(folderWith(TEXTS), cache, 'build', { ...LIMITS, corpus: 1000 });
    assert.equal(await other.sources.keep(), 'not worth it');
    const limits = { ...LIMITS, all: 2.5 * size };
    const [old, used] = [await kept(), { folder, file }];
    for (const [at, one] of [old.file, used.file].entries()) {
      const inCache = join(cache, one === old.file ? 'old.variorum-cache' : one.slice(cache.length + 1));
      if (one === old.file) renameSync(one, inCache);
      utimesSync(inCache, at, at);
    }
    assert.ok(await beganWarm(await session(folder, cache)));
    utimesSync(join(cache, 'old.variorum-cache'), 5, 5);
    // What is not ours is not ours to count or to take away.
    writeFileSync(join(cache, 'notes.txt'), 'x'.repeat(2 * size));
    utimesSync(join(cache, 'notes.txt'), 1, 1);
    const third = await session(folderWith(TEXTS), cache, 'build', limits);
    assert.equal(await third.sources.keep(), 'kept');
    const left = readdirSync(cache);
    assert.ok(left.includes('notes.txt'));
    assert.equal(left.length, 3);
    assert.ok(!left.includes('old.variorum-cache'));
    assert.ok(left.includes(file.slice(cache.length + 1)), 'what was used a moment ago stays');
  });

  it('keeps small corpora out, and clears away what was never finished a day ago', async () => {
    const { cache, file } = await kept();
    const [fresh, stale, foreign] = ['.1.aa.tmp', '.2.bb.tmp', '.txt'].map((ending) => `${file}${ending}`);
    for (const one of [fresh!, stale!, foreign!]) writeFileSync(one, 'x');
    for (const one of [stale!, foreign!]) utimesSync(one, 1, 1);
    const small = await session(folderWith(TEXTS), cache, 'build', { ...LIMITS, least: 1e5 });
    assert.equal(await small.sources.keep(), 'not worth it');
    assert.equal(await (await session(folderWith(TEXTS), cache)).sources.keep(), 'kept');
    assert.deepEqual(
      [fresh, stale, foreign].map((one) => existsSync(one!)),
      [true, false, true],
    );
  });

  it('that cannot be made costs nothing but a word', async () => {
    const folder = folderWith(TEXTS);
    const blocked = join(folderWith({ file: '' }), 'file', 'cache');
    const next = await session(folder, blocked);
    assert.equal(await next.sources.keep(), 'not worth it');
    assert.deepEqual(next.told, [
      'The cache is of no use, and is made anew: a file stands where a folder should be.',
      'The cache cannot be written: a file stands where a folder should be.',
    ]);
    assert.deepEqual(seenOf(next), await seenCold(folder));
  });

  const troubles: Readonly<Record<string, (cache: string, work: () => Promise<unknown>) => Promise<unknown>>> = {
    'the disk is full': (_, work) => onFullDisk(work),
    'the disk is read-only': (_, work) => onReadOnlyDisk(work),
    'permission denied': (cache, work) => withRights(cache, 0o555, work),
  };
  for (const [reason, having] of Object.entries(troubles)) {
    it(`keeps what it had, and is of use: ${reason}`, async function () {
      if (process.platform === 'win32' && reason === 'permission denied') this.skip();
      const { folder, cache, file, first } = await kept();
      const before = readFileSync(file);
      for (const one of [folder, join(cache, '..'), file]) chmodSync(one, 0o755);
      await having(cache, async () => {
        const next = await session(folder, cache);
        assert.ok(await beganWarm(next));
        assert.deepEqual(seenOf(next), seenOf(first));
        next.sources.openBuffer('a.txt', TEXTS['b.txt']);
        assert.equal(await next.sources.keep(), 'not worth it');
        assert.deepEqual(next.told, [`The cache cannot be written: ${reason}.`]);
      });
      assert.equal(readdirSync(cache).length, 1);
      assert.deepEqual(readFileSync(file), before);
    });
  }

  it('with a file in it that may not be read is none', async function () {
    if (process.platform === 'win32') this.skip();
    const { folder, cache, file, first } = await kept();
    for (const one of [folder, join(cache, '..'), cache]) chmodSync(one, 0o755);
    await withRights(file, 0o000, async () => {
      const next = await session(folder, cache);
      assert.deepEqual(next.told, ['The cache is of no use, and is made anew: permission denied.']);
      assert.deepEqual(seenOf(next), seenOf(first));
    });
  });
});

/** As many words as a corpus must have to be kept. */
const LONG = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => {
    const story = TEXTS[('abcd'.charAt(at % 4) + '.txt') as keyof typeof TEXTS].replace(/\uD800/g, '');
    return [`${at}.txt`, Array.from({ length: 20 }, (_, part) => `${story}Pier ${at * part} was closed.\n`).join('\n')];
  }),
);

/** As many, of which none says anything. */
const MANY_WORDS = Object.fromEntries(
  Array.from({ length: 20 }, (_, text) => [
    `words-${text}.txt`,
    Array.from({ length: 500 }, (__, at) => `Ward ${at * 20 + text} closed.\n`).join(''),
  ]),
);

describe('variorum --cache', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('prints the same without, with and with a full cache, also after kill -9 while it is written', async () => {
    const folder = folderWith(LONG);
    const cache = join(folderWith({}), 'cache');
    mkdirSync(cache);
    const wanted = run('people', folder);
    const killed = spawn(process.execPath, ['dist/cli.js', 'people', folder, '--cache', cache]);
    const watcher = watch(cache, () => killed.kill('SIGKILL'));
    await new Promise((resolve) => killed.once('exit', resolve));
    watcher.close();
    assert.equal(readdirSync(cache).length, 1, 'it had begun to write');
    for (let time = 0; time < 2; time++) assert.deepEqual(run('people', folder, '--cache', cache), wanted);
    assert.ok(readdirSync(cache).some((name) => name.endsWith('.variorum-cache')));
    assert.deepEqual(run('people', folder, '--cache', cache, '--format', 'json').status, 0);
  });
});

/** Comes back once something in the folder makes it so. */
function until(folder: string, isReached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, look);
    function look() {
      if (!isReached()) return;
      watcher.close();
      resolve();
    }
    look();
  });
}

describe('a server with a cache', () => {
  it('keeps what it read, begins with it, and forgets it when the reader says so', async () => {
    const folder = folderWith({ 'variorum.json': '{}', ...LONG });
    const cache = join(folderWith({}), 'cache');
    mkdirSync(cache);
    const uri = pathToFileURL(join(folder, '0.txt')).href;
    const args = ['dist/cli.js', 'lsp', '--stdio', '--cache', cache];
    const hasFile = () => readdirSync(cache).some((name) => name.endsWith('.variorum-cache'));
    const findings = async (client: TestClient) => {
      await client.open(uri, LONG['0.txt']!);
      const version = await client.change(uri, `${LONG['0.txt']}It was the the end.\n`);
      await client.connection.sendRequest('variorum/sources', {});
      return client.diagnostics(uri, (found, published) => published === version && found.length > 20);
    };

    const first = await TestClient.start(folder, { args });
    await until(cache, hasFile);
    await first.stop();
    const cold = await TestClient.start(folder);
    const wanted = await findings(cold);
    await cold.stop();
    const [name] = readdirSync(cache);
    utimesSync(join(cache, name!), 1, 1);
    const warm = await TestClient.start(folder, { args });
    assert.deepEqual(await findings(warm), wanted);
    assert.ok(statSync(join(cache, name!)).mtimeMs > 1000, 'it was used');
    warm.configuration = { cache: false };
    await warm.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { variorum: { cache: false } },
    });
    await until(cache, () => !hasFile());
    await warm.stop();
  });

  it('shares its folder with another server, and with what a third left that was killed as it wrote', async () => {
    const folder = folderWith({ ...TEXTS, ...MANY_WORDS });
    const cache = join(folderWith({}), 'cache');
    mkdirSync(cache);
    const uri = pathToFileURL(join(folder, 'a.txt')).href;
    const args = ['dist/cli.js', 'lsp', '--stdio', '--cache', cache];
    const isKept = (name: string) => name.endsWith('.variorum-cache');
    const wanted = freshFindings(folder).get('a.txt');
    const showsWhatIsWanted = async (client: TestClient) => {
      await client.open(uri, TEXTS['a.txt']);
      await client.diagnostics(uri, (found) => inOrder(found) === wanted);
    };

    const killed = await TestClient.start(folder, { args });
    await until(cache, () => readdirSync(cache).length > 0);
    await killed.kill();
    assert.equal(readdirSync(cache).length, 1, 'it had begun to write');
    const servers = await Promise.all([1, 2].map(() => TestClient.start(folder, { args })));
    for (const server of servers) await showsWhatIsWanted(server);
    await until(cache, () => readdirSync(cache).some(isKept));
    for (const server of servers) assert.equal(await server.stop(), 0);
    assert.equal(readdirSync(cache).filter(isKept).length, 1);
    const last = await TestClient.start(folder, { args });
    await showsWhatIsWanted(last);
    assert.equal(await last.stop(), 0);
  });

  it('keeps what nobody has yet when its session ends: all that was read, and then what changed', async () => {
    const folder = folderWith({ ...TEXTS, ...MANY_WORDS });
    const cache = join(folderWith({}), 'cache');
    const uri = pathToFileURL(join(folder, 'a.txt')).href;
    const args = ['dist/cli.js', 'lsp', '--stdio', '--cache', cache];
    for (const text of [TEXTS['a.txt'], TEXTS['a.txt'].replace('forty', 'fifty')]) {
      writeFileSync(join(folder, 'a.txt'), text);
      const client = await TestClient.start(folder, { args });
      await client.indexed;
      await client.open(uri, text);
      await client.diagnostics(uri, (found) => found.length > 0);
      assert.equal(await client.stop(), 0);
      const next = await session(folder, cache, buildOf('dist/data'));
      assert.deepEqual(next.told, []);
      assert.ok(await beganWarm(next));
    }
  });

  it('ends its session in time, whatever there is to keep', async () => {
    let asked = 0;
    const keep = () => {
      asked++;
      return new Promise(() => undefined);
    };
    const keeper = new CacheKeeper(
      () => Promise.resolve(),
      () => assert.fail('nothing is kept later'),
    );
    keeper.read({ keep } as unknown as SourceFiles);
    await keeper.end(1);
    assert.equal(asked, 1);
    await keeper.end(1e9);
    assert.equal(asked, 1, 'once');
  });
});
