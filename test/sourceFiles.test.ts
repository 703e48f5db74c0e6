import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Derivation } from '../server/src/analysis/corpus.js';
import type { Steps } from '../server/src/analysis/steps.js';
import { inSlices } from '../server/src/slices.js';
import { SourceFiles } from '../server/src/sourceFiles.js';
import { Workspace } from '../server/src/workspace.js';
import { folderWith } from './folders.js';
import { testResources } from './resources.js';

async function read(folder: string, options = {}): Promise<SourceFiles> {
  const sources = new SourceFiles(folder, testResources, options);
  await sources.load();
  return sources;
}

const pathsIn = (sources: SourceFiles) => [...sources.corpus.documents.keys()];

describe('a folder as a corpus', () => {
  it('is read recursively, with .gitignore, without what is no text', async () => {
    const folder = folderWith({
      'b.txt': 'B',
      'a.md': 'A',
      'deep/c.txt': 'C',
      'page.html': '<p>',
      '.gitignore': 'private/\n*.tmp.txt\n',
      'private/d.txt': 'D',
      'x.tmp.txt': 'X',
      'deep/.gitignore': '!kept.tmp.txt\n',
      'deep/kept.tmp.txt': 'K',
      'node_modules/m/readme.md': 'M',
    });
    assert.deepEqual(pathsIn(await read(folder)), ['a.md', 'b.txt', 'deep/c.txt', 'deep/kept.tmp.txt']);
  });

  it('leaves a folder with a manifest of its own to that corpus', async () => {
    const folder = folderWith({ 'a.txt': 'A', 'other/variorum.json': '{}', 'other/b.txt': 'B' });
    assert.deepEqual(pathsIn(await read(folder)), ['a.txt']);
    assert.deepEqual(pathsIn(await read(join(folder, 'other'))), ['b.txt']);
  });

  it('survives links in a circle, dangling links and files that are no text', async () => {
    const folder = folderWith({
      'a.txt': 'A',
      'deep/b.txt': 'B',
      'image.txt': Uint8Array.of(0x89, 0, 1, 0),
    });
    symlinkSync('..', join(folder, 'deep', 'up'));
    symlinkSync('nowhere', join(folder, 'gone.txt'));
    symlinkSync('itself.txt', join(folder, 'itself.txt'));
    const sources = await read(folder);
    assert.deepEqual(
      sources.problems.map(({ path }) => path),
      ['image.txt', 'itself.txt'],
    );
    assert.equal(sources.problems[0]?.message, 'not a text file (it holds NUL bytes)');
    assert.equal(sources.problems[1]?.message, 'links in a circle');
    assert.deepEqual(pathsIn(sources), ['a.txt', 'deep/b.txt']);
  });

  it('follows links within the folder and none that lead out of it', async () => {
    const outside = folderWith({ 'secret.txt': 'S', 'more/secret.txt': 'S', 'variorum.json': '{"sources": ["*.md"]}' });
    const folder = folderWith({ 'a.txt': 'A', 'deep/b.txt': 'B', 'deep/deeper/c.txt': 'C' });
    symlinkSync('a.txt', join(folder, 'same.txt'));
    symlinkSync('deep/deeper', join(folder, 'above'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
    symlinkSync(join(outside, 'more'), join(folder, 'more'));
    symlinkSync(join(outside, 'variorum.json'), join(folder, 'variorum.json'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'variorum.decisions.jsonl'));
    const sources = await read(folder);
    assert.deepEqual(pathsIn(sources), ['a.txt', 'deep/b.txt', 'deep/deeper/c.txt', 'same.txt']);
    assert.equal(sources.manifestText, undefined);
    assert.equal(sources.ledgerText, undefined);
    assert.deepEqual(
      sources.problems.map(({ path }) => path),
      ['more', 'secret.txt', 'variorum.decisions.jsonl', 'variorum.json'],
    );
    for (const { message } of sources.problems) assert.match(message, /^a link that leads out of the folder/);
  });

  it('does not follow a file that is replaced by a link after it was listed', async () => {
    const outside = folderWith({ 'secret.txt': 'S' });
    const folder = folderWith({ 'a.txt': 'A' });
    const sources = await read(folder);
    rmSync(join(folder, 'a.txt'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'a.txt'));
    sources.openBuffer('a.txt', 'typed');
    await sources.closeBuffer('a.txt');
    assert.deepEqual(pathsIn(sources), []);
  });

  it('finds every nested corpus once, though links lead back up', async () => {
    const folder = folderWith({ 'variorum.json': '{}', 'nested/variorum.json': '{}', 'nested/a.txt': 'A' });
    symlinkSync('..', join(folder, 'nested', 'up'));
    symlinkSync('nested', join(folder, 'again'));
    const workspace = new Workspace(testResources, () => () => Promise.resolve());
    const { added } = await workspace.discover([folder], () => Promise.resolve([]));
    assert.deepEqual(
      added.map(({ root }) => root),
      [folder, join(folder, 'nested')],
    );
  });

  it('takes names with a colon as they are', async () => {
    const folder = folderWith({ 'a.txt': 'A' });
    symlinkSync('b: c.txt', join(folder, 'b: c.txt'));
    assert.deepEqual((await read(folder)).problems, [{ path: 'b: c.txt', message: 'links in a circle' }]);
  });

  it('follows what happens on disk', async () => {
    const folder = folderWith({ 'a.txt': 'A', 'b.txt': 'B' });
    const sources = await read(folder);
    const kept = sources.corpus.document('b.txt');
    writeFileSync(join(folder, 'a.txt'), 'A2');
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new', 'c.txt'), 'C');
    await sources.refresh(['a.txt', 'new']);
    assert.equal(sources.corpus.document('a.txt')?.text, 'A2');
    assert.deepEqual(pathsIn(sources), ['a.txt', 'b.txt', 'new/c.txt']);
    renameSync(join(folder, 'new'), join(folder, 'newer'));
    rmSync(join(folder, 'a.txt'));
    await sources.refresh(['a.txt', 'new', 'newer']);
    assert.deepEqual(pathsIn(sources), ['b.txt', 'newer/c.txt']);
    assert.equal(sources.corpus.document('b.txt'), kept, 'what did not change is the same object');
  });

  it('lets a buffer stand over its file until it is closed', async () => {
    const folder = folderWith({ 'a.txt': 'on disk' });
    const sources = await read(folder);
    sources.openBuffer('a.txt', 'in the editor');
    assert.equal(sources.corpus.document('a.txt')?.text, 'in the editor');
    writeFileSync(join(folder, 'a.txt'), 'changed on disk');
    await sources.refresh(['a.txt']);
    assert.equal(sources.corpus.document('a.txt')?.text, 'in the editor');
    await sources.closeBuffer('a.txt');
    assert.equal(sources.corpus.document('a.txt')?.text, 'changed on disk');
    sources.openBuffer('unsaved.txt', 'not on disk yet');
    assert.deepEqual(pathsIn(sources), ['a.txt', 'unsaved.txt']);
    await sources.closeBuffer('unsaved.txt');
    assert.deepEqual(pathsIn(sources), ['a.txt']);
  });

  it('names the texts that a rule has failed on, until they change', async () => {
    const folder = folderWith({ 'a.txt': 'one', 'b.txt': 'two' });
    const sources = new SourceFiles(folder, testResources);
    await sources.load();
    sources.leaveUnchecked('a.txt', 'repeated-word');
    sources.leaveUnchecked('a.txt', 'altered-quotation');
    assert.deepEqual(sources.problems, [{ path: 'a.txt', message: 'without repeated-word, altered-quotation' }]);
    sources.openBuffer('b.txt', 'another');
    assert.equal(sources.problems.length, 1);
    sources.openBuffer('a.txt', 'another');
    assert.deepEqual(sources.problems, []);
  });

  it('takes a changed manifest at once', async () => {
    const folder = folderWith({ 'variorum.json': '{}', 'a.txt': 'A', 'b.txt': 'B' });
    const sources = await read(folder);
    writeFileSync(join(folder, 'variorum.json'), '{ "exclude": ["b.txt"], "words": ["Kumsusan"] }');
    await sources.refresh(['variorum.json']);
    assert.deepEqual(pathsIn(sources), ['a.txt']);
    assert.ok(sources.corpus.manifest.words.has('Kumsusan'));
  });

  it('answers from open buffers until all is read and prepared, and then has what was typed meanwhile', async () => {
    const folder = folderWith({ 'a.txt': 'A on disk', 'b.txt': 'B', 'c.txt': 'C' });
    let begin = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begin = resolve));
    let finish = (): void => undefined;
    const prepared: string[][] = [];
    const sources = new SourceFiles(folder, testResources, {
      prepare: (corpus) => {
        prepared.push([...corpus.documents.keys()]);
        begin();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    sources.openBuffer('a.txt', 'A in the editor');
    const loading = sources.load();
    await hasBegun;
    sources.openBuffer('c.txt', 'C in the editor');
    sources.openBuffer('a.txt', 'A, edited on');
    assert.deepEqual(pathsIn(sources), ['a.txt', 'c.txt']);
    assert.equal(sources.corpus.document('a.txt')?.text, 'A, edited on');
    finish();
    await loading;
    assert.deepEqual(prepared, [['a.txt', 'b.txt', 'c.txt']]);
    assert.deepEqual(pathsIn(sources), ['a.txt', 'b.txt', 'c.txt']);
    assert.equal(sources.corpus.document('a.txt')?.text, 'A, edited on');
    assert.equal(sources.corpus.document('c.txt')?.text, 'C in the editor');
  });

  it('makes a very large text ready as it was last typed, and is ready then', async () => {
    const prepared: (string | undefined)[] = [];
    const released: (() => void)[] = [];
    let isLoading = true;
    const sources = new SourceFiles(folderWith({ 'a.txt': 'A', 'b.txt': 'B' }), testResources, {
      prepare: (corpus) => {
        if (isLoading) return Promise.resolve();
        prepared.push(corpus.document('a.txt')?.text.slice(0, 6));
        return new Promise((resolve) => released.push(resolve));
      },
    });
    const readying = () => sources.readying;
    await sources.load();
    isLoading = false;
    sources.openBuffer('b.txt', 'B in the editor');
    assert.equal(readying(), undefined, 'a short text is ready at once');
    const large = 'word\n'.repeat(100_001);
    sources.openBuffer('a.txt', `First ${large}`);
    const first = readying();
    assert.ok(first);
    sources.openBuffer('a.txt', `Second ${large}`);
    assert.equal(readying(), first, 'who waits, waits for the last state');
    released[0]?.();
    await new Promise(setImmediate);
    assert.equal(readying(), first);
    released[1]?.();
    await first;
    assert.deepEqual(prepared, ['First ', 'Second']);
    assert.equal(readying(), undefined);
  });

  it('takes changes one after the other: what was read first never counts last', async () => {
    const folder = folderWith({ 'a.txt': 'as it was', 'b.txt': 'B' });
    let begin = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begin = resolve));
    let finish = (): void => undefined;
    const isOver = new Promise<void>((resolve) => (finish = resolve));
    const sources = new SourceFiles(folder, testResources, {
      prepare: () => {
        begin();
        return isOver;
      },
    });
    const loading = sources.load();
    await hasBegun;
    writeFileSync(join(folder, 'a.txt'), 'as it is');
    rmSync(join(folder, 'b.txt'));
    const refreshing = sources.refresh(['a.txt', 'b.txt']);
    // Time enough to overtake, if it could.
    await read(folder);
    finish();
    await Promise.all([loading, refreshing]);
    assert.deepEqual(pathsIn(sources), ['a.txt']);
    assert.equal(sources.corpus.document('a.txt')?.text, 'as it is');
  });

  for (const moment of ['before it has begun', 'in the middle of it']) {
    it(`ends its work when nobody wants it any more: ${moment}`, async () => {
      const folder = folderWith({ 'a.txt': 'A' });
      let begin = (): void => undefined;
      const hasBegun = new Promise<void>((resolve) => (begin = resolve));
      const sources = new SourceFiles(folder, testResources, {
        prepare: (_, signal) => {
          begin();
          return inSlices(endless(), signal);
        },
      });
      const loading = sources.load();
      if (moment === 'in the middle of it') await hasBegun;
      sources.dispose();
      await loading;
      assert.deepEqual(pathsIn(sources), []);
    });
  }

  it('keeps what is derived when only words and severities change', async () => {
    const folder = folderWith({ 'variorum.json': '{}', 'a.txt': 'A', 'b.txt': 'B' });
    const sources = await read(folder);
    let times = 0;
    const counted: Derivation<number> = { name: 'counted', derive: (_, previous) => previous?.value ?? ++times };
    assert.equal(sources.corpus.get(counted), 1);
    writeFileSync(join(folder, 'variorum.json'), '{ "words": ["Kumsusan"], "rules": { "repeated-word": "off" } }');
    await sources.refresh(['variorum.json']);
    assert.equal(sources.corpus.get(counted), 1);
    assert.ok(sources.corpus.manifest.words.has('Kumsusan'));
    writeFileSync(join(folder, 'variorum.json'), '{ "people": { "Kim": false } }');
    await sources.refresh(['variorum.json']);
    assert.equal(sources.corpus.get(counted), 2);
  });

  it('takes in hundreds of files at once', async () => {
    const folder = folderWith({ 'a.txt': 'A' });
    const sources = await read(folder);
    sources.openBuffer('007.txt', 'in the editor');
    const names = Array.from({ length: 250 }, (_, at) => `${String(at).padStart(3, '0')}.txt`);
    for (const name of names) writeFileSync(join(folder, name), name);
    await sources.refresh(names);
    assert.deepEqual(pathsIn(sources), [...names, 'a.txt']);
    assert.equal(sources.corpus.document('007.txt')?.text, 'in the editor');
    for (const name of names) rmSync(join(folder, name));
    await sources.refresh(names);
    assert.deepEqual(pathsIn(sources), ['007.txt', 'a.txt']);
  });
});

function* endless(): Steps<void> {
  for (;;) yield 0;
}
