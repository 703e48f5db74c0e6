import { SourceFiles } from '../../server/src/sourceFiles.js';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import type { View } from '../../server/src/features/toProtocol.js';
import { findingsAlone } from '../../server/src/rules/currentFindings.js';
import { NO_DECISIONS } from '../../server/src/rules/decisions.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { addUnreadable, folderWith } from '../folders.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';
import { askEverything } from './askEverything.js';
import { withRights } from './failingDisk.js';
import { freshSeed } from './freshSeed.js';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Random = ReturnType<typeof randomFrom>;

const STORY =
  'The ferry left the harbour of Lisbon at dawn with 40 passengers on board, said the captain, Maria Alvarez. ' +
  '“We will rebuild the old harbour wall together,” she told reporters on 14 March 2023.';

/** Pieces of which texts are put together that nobody would write. */
const PIECES: readonly string[] = [
  ...STORY.split(/(?<=\s)/),
  ...'“ ” ‘ ’ " \' « » ( ) [ ] < > … . , ; : ! ? - – — / \\ | * _ # ` @ & % $ € = + ~ ^ ½'.split(' '),
  ...[' ', '  ', '\n', '\n\n', '\r\n', '\r', '\t', '\u00a0', '\u2028', '\u3000', '\u200b', '\u00ad', '\ufeff', '\0'],
  ...['😀', '👩‍👩‍👧', 'e\u0301', '\u0301', 'שלום', '\u202e', 'عربي', '中文', 'ﬁ', 'ß', 'İ', '\ud800', '\udc00', '\uffff'],
  ...[
    'Mr. ',
    'U.S. ',
    '3,000 ',
    '1.5 million ',
    '12:30 ',
    'not ',
    'the the ',
    'don?t ',
    'â€™',
    'wo n’t ',
    'com- mittee ',
  ],
  ...[
    'https://a.b/c ',
    'a@b.cd ',
    '</p>',
    '&amp;',
    '[a](command:b)',
    '---\n',
    'title: x\n',
    '# ',
    '> ',
    '```\n',
    '| a | b |\n',
  ],
];

function wildText(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    if (random.below(3) > 0) text += random.pick(PIECES);
    else if (random.below(2) > 0) text += String.fromCodePoint(random.below(0x3000));
    else text += String.fromCodePoint(random.below(0x11_0000));
  }
  return text;
}

/** The same text, with pieces put in, taken out and exchanged: sources of one story. */
function retold(text: string, random: Random): string {
  let told = text;
  for (let times = 0; times < 6; times++) {
    const at = random.below(told.length + 1);
    told = told.slice(0, at) + random.pick(PIECES) + told.slice(at + random.below(4));
  }
  return told;
}

describe('texts that nobody would write', () => {
  const seed = freshSeed();

  it(`are read, judged and shown, whatever stands in them (random seed ${seed})`, () => {
    const random = randomFrom(seed);
    for (let round = 0; round < 12; round++) {
      const wild = random.below(2) > 0 ? wildText(random, random.below(600)) : `${STORY}\n`.repeat(1 + random.below(3));
      const texts = { 'a.txt': wild, 'b.txt': retold(wild, random), 'c.md': retold(wild, random) };
      const changes = Object.entries(texts).map(([path, text]) => ({ path, text }));
      try {
        askEverything(Corpus.empty(testResources).apply(changes), random.below);
      } catch (error) {
        throw new Error(JSON.stringify(texts), { cause: error });
      }
    }
  });

  it(`are read from any bytes (random seed ${seed})`, async () => {
    const random = randomFrom(seed);
    for (let round = 0; round < 5; round++) {
      const files: Record<string, Uint8Array> = {};
      for (const name of ['a.txt', 'b.md', 'variorum.json', 'variorum.decisions.jsonl', '.gitignore']) {
        const mark = random.pick([[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc3], [0]]);
        const limit = random.pick([256, 128, 64]);
        files[name] = Uint8Array.from([
          ...mark,
          ...Array.from({ length: random.below(400) }, () => random.below(limit)),
        ]);
      }
      const sources = new SourceFiles(folderWith(files), testResources);
      await sources.load();
      askEverything(sources.corpus, random.below);
    }
  });
});

/** Sentences of words that are none, without a line end. */
function longLine(length: number): string {
  const { pick, below } = randomFrom(2);
  const syllables = 'ba ter mon li ra ver son ti ga den por lu mis tan ke rol'.split(' ');
  const words = Array.from({ length: 3000 }, () => pick(syllables) + pick(syllables) + pick(syllables));
  let text = '';
  while (text.length < length) text += `The ${Array.from({ length: 5 + below(20) }, () => pick(words)).join(' ')}. `;
  return text;
}

describe('what lies in folders', () => {
  const { below } = randomFrom(1);
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const hostile: Record<string, string | Uint8Array> = {
    empty: '',
    'a byte order mark alone': '\ufeff',
    'half a UTF-16 unit': Uint8Array.from([0xff, 0xfe, 0x41]),
    'UTF-16': Buffer.from(`\ufeff${STORY}`, 'utf16le'),
    'UTF-16 without mark': Buffer.from(STORY.replace(/[“”]/g, '"'), 'utf16le'),
    'Windows-1252': latin(`${STORY.replace(/[“”]/g, '"')} \x93caf\xe9\x94`),
    'cut in the middle of a character': Buffer.from(STORY).subarray(0, STORY.indexOf('“') + 1),
    NULs: STORY.replaceAll(' ', '\0'),
    'no line end': STORY,
    'one line of 150 kB': longLine(150_000),
    'a hundred thousand short lines': 'a\n'.repeat(100_000),
    'a letter without end': 'a'.repeat(200_000),
    'line ends of all kinds': STORY.replaceAll(' ', '\r\n').replace('\r\n', '\r').replace('\r\n', '\n\r'),
    emoji: STORY.replaceAll(' ', '👩‍👩‍👧'),
    'combining marks': STORY.replaceAll('e', `e${'\u0301'.repeat(50)}`),
    'right to left': `\u202e${'שלום עולם, אמר משה. '.repeat(40)}`,
    'marks that never close': '“((['.repeat(500) + STORY,
    'front matter that never ends': `---\ntitle: "${STORY.repeat(8)}`,
    'front matter that explodes': `---\na: &a [x]\n${'b: &b [*a,*a,*a,*a]\n'.repeat(30)}---\n${STORY}`,
  };

  for (const [name, content] of Object.entries(hostile)) {
    it(`is read: ${name}`, async () => {
      const folder = folderWith({ 'variorum.json': '{}', 'a.txt': content, 'b.md': content, 'c.txt': `${STORY}\n` });
      const sources = new SourceFiles(folder, testResources);
      await sources.load();
      assert.ok(sources.corpus.document('c.txt'));
      askEverything(sources.corpus, below);
    }).timeout(30_000);
  }

  it('is read: one line of 10 MB', async () => {
    const line = longLine(10_000_000);
    const sources = new SourceFiles(folderWith({ 'a.txt': line, 'c.txt': STORY }), testResources);
    await sources.load();
    const [document, { corpus }] = [sources.corpus.document('a.txt')!, sources];
    assert.equal(document.text.length, line.length);
    const setting = (rule: Rule) => rule.severity;
    const onFailure = (rule: Rule, _: string, error: unknown) => assert.fail(`${rule.code}: ${String(error)}`);
    findingsAlone({ corpus, ledger: NO_DECISIONS }, { document, corpus, setting, onFailure });
    const view: View = { corpus, uriOf: (path) => path };
    hover(view, document, 9_000_000, 'markdown', true);
    definition(view, document, 9_000_000);
    selectionRanges(document, [9_000_000]);
  }).timeout(60_000);

  it('is read: folders a thousand deep, and deeper than any path may be', async () => {
    const folder = folderWith({ 'a.txt': STORY });
    // Only a process that walks down step by step can make these.
    const walk = `const { mkdirSync, writeFileSync } = require('fs');
      for (const [name, depth] of [['d', 1000], ['n'.repeat(250), 20]]) {
        for (let at = 0; at < depth; at++) process.chdir((mkdirSync(name), name));
        writeFileSync('deep.txt', ${JSON.stringify(STORY)});
        process.chdir(process.argv[1]);
      }`;
    try {
      assert.equal(spawnSync(process.execPath, ['--eval', walk, folder], { cwd: folder }).status, 0);
      const sources = new SourceFiles(folder, testResources);
      await sources.load();
      assert.deepEqual([...sources.corpus.documents.keys()], ['a.txt', `${'d/'.repeat(1000)}deep.txt`]);
      assert.deepEqual(
        sources.problems.map(({ message }) => message),
        ['the path is too long'],
      );
    } finally {
      // Nor can Node remove them.
      spawnSync('rm', ['-rf', folder]);
    }
  });

  it('is read: ten thousand files of one line', async () => {
    // VARIORUM_MANY=100000 for as many as a leak may hold.
    const count = Number(process.env.VARIORUM_MANY ?? 10_000);
    const folder = folderWith({});
    for (let at = 0; at < count; at++)
      writeFileSync(join(folder, `${at}.txt`), `${at}: ${STORY.slice(0, 30 + (at % 60))}\n`);
    const sources = new SourceFiles(folder, testResources);
    await sources.load();
    assert.equal(sources.corpus.documents.size, count);
  }).timeout(300_000);

  it('is read: files that grow, and that are replaced, while they are read', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at}: ${STORY}\n`);
    const [old, young] = [lines.join(''), lines.toReversed().join('')];
    const folder = folderWith({ 'grows.txt': old, 'replaced.txt': old });
    const sources = new SourceFiles(folder, testResources);
    const read = sources.load();
    const loading = { isOver: false };
    void read.finally(() => (loading.isOver = true));
    let whole = old;
    for (let at = 0; !loading.isOver || at < 5; at++) {
      const line = `${at}: one more\n`;
      whole += line;
      appendFileSync(join(folder, 'grows.txt'), line);
      writeFileSync(join(folder, 'new'), at % 2 > 0 ? old : young);
      renameSync(join(folder, 'new'), join(folder, 'replaced.txt'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await read;
    // What is read meanwhile is a state that was, whole or cut short at its end.
    assert.ok(whole.startsWith(sources.corpus.document('grows.txt')!.text));
    assert.ok([old, young].includes(sources.corpus.document('replaced.txt')!.text));
    writeFileSync(join(folder, 'replaced.txt'), 'The end.\n');
    await sources.refresh(['grows.txt', 'replaced.txt']);
    assert.equal(sources.corpus.document('grows.txt')?.text, whole);
    assert.equal(sources.corpus.document('replaced.txt')?.text, 'The end.\n');
  });

  it('is read: what is still there of files that vanish while the folder is listed and read', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `${at % 20}/${at}.txt`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, STORY])));
    const sources = new SourceFiles(folder, testResources);
    const loading = { isOver: false };
    const read = sources.load().finally(() => (loading.isOver = true));
    for (let at = 0; at < 10; at++) {
      rmSync(join(folder, `${at}`), { recursive: true });
      if (!loading.isOver) await new Promise((resolve) => setImmediate(resolve));
    }
    await read;
    await sources.refresh(names);
    const left = names.filter((name) => parseInt(name) >= 10).sort();
    assert.deepEqual([...sources.corpus.documents.keys()].sort(), left);
    // One that an editor still had open is not there when it is read again.
    sources.openBuffer('0/0.txt', STORY);
    await sources.closeBuffer('0/0.txt');
    assert.equal(sources.corpus.documents.size, left.length);
    assert.deepEqual(sources.problems, []);
  });

  it('is read but for a folder that may not be, which is named', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({
      'a.txt': STORY,
      'locked/b.txt': STORY,
      'locked/deep/c.txt': STORY,
      'open/d.txt': STORY,
    });
    chmodSync(folder, 0o755);
    const sources = new SourceFiles(folder, testResources);
    await withRights(join(folder, 'locked'), 0o000, () => sources.load());
    assert.deepEqual([...sources.corpus.documents.keys()], ['a.txt', 'open/d.txt']);
    assert.deepEqual(sources.problems, [{ path: 'locked', message: 'permission denied' }]);
    await sources.refresh(['locked']);
    assert.equal(sources.corpus.documents.size, 4);
    assert.deepEqual(sources.problems, []);
  });

  it('is read: folders in folders, many files of one line, names of all kinds, what cannot be read', async () => {
    const deep = `${Array.from({ length: 60 }, (_, at) => `d${at}`).join('/')}/deep.txt`;
    const many = Array.from({ length: 1000 }, (_, at): [string, string] => [
      `many/${at}.txt`,
      `${STORY.slice(0, 30 + (at % 60))}\n`,
    ]);
    const names = [
      'ü 😀.txt',
      'a%20b.txt',
      'a?b#c.txt',
      ' lead.txt',
      'a..txt',
      'back\\slash.txt',
      'quo\'te".txt',
      '-rf.txt',
    ];
    const folder = folderWith({
      ...Object.fromEntries(many),
      ...Object.fromEntries(names.map((name) => [name, STORY])),
      [deep]: STORY,
    });
    addUnreadable(folder, 'locked.txt');
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.txt'));
    const sources = new SourceFiles(folder, testResources);
    await sources.load();
    assert.equal(sources.corpus.documents.size, many.length + names.length + 1);
    assert.ok(sources.corpus.document(deep));
    assert.deepEqual(
      sources.problems.map(({ path }) => path),
      ['locked.txt'],
    );
    const few = sources.corpus.apply(many.slice(20).map(([path]) => ({ path, text: undefined })));
    askEverything(few, below);
  });
});
