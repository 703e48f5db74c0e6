import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addUnreadable, folderWith } from '../folders.js';

interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

function variorum(...args: string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  assert.doesNotMatch(stderr, /^ +at /m, 'never a stack trace');
  return { status, out: stdout, error: stderr };
}

interface Checked {
  readonly version: number;
  readonly documents: {
    path: string;
    findings: { rule: string; start: number; end: number; text: string; range: unknown }[];
  }[];
}

describe('a pipe that is closed early', () => {
  it('ends the command without a word', async () => {
    const files = Array.from({ length: 20 }, (_, at) => [`${at}.txt`, 'It was the the end.\n'.repeat(500)] as const);
    const child = spawn(process.execPath, ['dist/cli.js', 'check', folderWith(Object.fromEntries(files))]);
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.destroy();
    await once(child, 'close');
    assert.equal(error, '');
  });
});

describe('variorum check', () => {
  it('leaves out what the ledger decides, and says which of its lines is broken', () => {
    const text = 'It left the the harbour.';
    const line = {
      decision: 'ignored',
      rule: 'repeated-word',
      path: 'a.txt',
      text: 'the the',
      before: 'It left ',
      after: ' harbour.',
    };
    const ledger = `${JSON.stringify(line)}\n{"decision":\n`;
    const folder = folderWith({ 'a.txt': text, 'b.txt': text, 'variorum.decisions.jsonl': ledger });
    const { out, error } = variorum('check', folder, '--format', 'json');
    const { documents } = JSON.parse(out) as Checked;
    assert.deepEqual(
      documents.map(({ findings }) => findings.length),
      [0, 1],
    );
    assert.match(error, /variorum\.decisions\.jsonl:2: not valid JSON/);
  });

  it('gives findings with offsets and lines, and ends with 1', () => {
    const folder = folderWith({ 'a.txt': 'One line.\r\nIt was the the end.\n', 'b.txt': 'Another text.\n' });
    const { status, out, error } = variorum('check', folder, '--format', 'json');
    assert.equal(status, 1);
    assert.equal(error, '');
    const { version, documents } = JSON.parse(out) as Checked;
    assert.equal(version, 1);
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['a.txt', 'b.txt'],
    );
    const [finding] = documents[0]!.findings;
    assert.deepEqual(
      [finding!.rule, finding!.start, finding!.end, finding!.text],
      ['repeated-word', 18, 25, 'the the'],
    );
    assert.deepEqual(finding!.range, { start: { line: 1, character: 7 }, end: { line: 1, character: 14 } });
  });

  it('says so in words as well, as JSON lines and as SARIF', () => {
    const folder = folderWith({ 'a.txt': 'It was the the end.\n', 'b.txt': 'Another text.\n' });
    assert.match(
      variorum('check', folder).out,
      /^a\.txt:1:8 {2}warning {2}.+\[repeated-word\]\n1 finding in 2 sources\n$/s,
    );
    assert.equal((JSON.parse(variorum('check', folder, '--format', 'jsonl').out) as { path: string }).path, 'a.txt');
    const log = JSON.parse(variorum('check', folder, '--format', 'sarif').out) as { runs: { results: unknown[] }[] };
    assert.equal(log.runs[0]!.results.length, 1);
  });

  it('ends with 0 below --fail-on', () => {
    const folder = folderWith({ 'a.txt': 'It was the the end.\n', 'b.txt': 'Another text.\n' });
    assert.equal(variorum('check', folder, '--fail-on', 'error').status, 0);
    assert.equal(variorum('check', folder, '--fail-on', 'never').status, 0);
  });

  it('honours the manifest of the folder, and of a folder inside', () => {
    const folder = folderWith({
      'variorum.json': '{ "rules": { "repeated-word": "off" } }',
      'a.txt': 'It was the the end.\n',
      'b.txt': 'Another text.\n',
      'other/variorum.json': '{ "rules": { "repeated-word": "error" } }',
      'other/c.txt': 'It was the the end.\n',
      'other/d.txt': 'Another text.\n',
    });
    const { documents } = JSON.parse(variorum('check', folder, '--format', 'json').out) as Checked;
    const found = documents.filter(({ findings }) => findings.length > 0).map(({ path }) => path);
    assert.deepEqual(found, ['other/c.txt']);
  });

  it('takes files as well as folders', () => {
    const folder = folderWith({ 'a.text': 'It was the the end.\n', 'b.txt': 'Another text.\n', 'c.txt': 'the the\n' });
    const { documents } = JSON.parse(
      variorum('check', join(folder, 'a.text'), join(folder, 'b.txt'), '--format', 'json').out,
    ) as Checked;
    assert.deepEqual(
      documents.map(({ path, findings }) => [path, findings.length]),
      [
        ['a.text', 1],
        ['b.txt', 0],
      ],
    );
  });
});

describe('what cannot run gets a clear line', () => {
  const lines: [string, () => Result, number, RegExp][] = [
    ['no command', () => variorum(), 2, /^variorum: which command\?.*\n$/],
    ['an unknown command', () => variorum('chekc'), 2, /^variorum: unknown command "chekc".*\n$/],
    ['an unknown option', () => variorum('check', '--fast'), 2, /^variorum: unknown option '--fast'\n$/],
    [
      'an unknown format',
      () => variorum('check', '--format', 'xml'),
      2,
      /^variorum: --format must be one of .*"xml"\n$/,
    ],
    [
      'a path that is not there',
      () => variorum('check', '/no/such/folder'),
      2,
      /^variorum: \/no\/such\/folder: no such file or folder\n$/,
    ],
    [
      'a file of pairs that is not there',
      () => variorum('parallels', '--pairs', 'none.tsv'),
      2,
      /^variorum: none\.tsv: no such file/,
    ],
    ['an empty folder', () => variorum('check', folderWith({})), 0, /^variorum: .*: no texts found/],
    [
      'a folder with one text',
      () => variorum('check', folderWith({ 'a.txt': 'One.' })),
      0,
      /only one text, nothing to compare it with\n$/,
    ],
    [
      'a binary file',
      () => variorum('check', folderWith({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': Uint8Array.of(0, 1, 2, 3, 4) })),
      0,
      /^variorum: c\.txt: not a text file \(it holds NUL bytes\)\n$/,
    ],
    [
      'a broken manifest',
      () =>
        variorum('check', folderWith({ 'variorum.json': '{\n "sources": [,\n}', 'a.txt': 'One.', 'b.txt': 'Two.' })),
      2,
      /^variorum: variorum\.json:2: not valid JSON.*; read with the defaults$/m,
    ],
    [
      'an unknown key of the manifest',
      () => variorum('check', folderWith({ 'variorum.json': '{"sauces": []}', 'a.txt': 'One.', 'b.txt': 'Two.' })),
      0,
      /^variorum: variorum\.json:1: unknown key "sauces"\n$/,
    ],
  ];
  for (const [name, act, status, line] of lines) {
    it(name, () => {
      const result = act();
      assert.match(result.error, line);
      assert.equal(result.status, status);
    });
  }

  it('a file that cannot be read, beside one that can', () => {
    const folder = folderWith({ 'b.txt': 'the the', 'c.txt': 'Three.' });
    addUnreadable(folder, 'a.txt');
    const { status, error } = variorum('check', ...['a', 'b', 'c'].map((name) => join(folder, `${name}.txt`)));
    assert.match(error, /^variorum: a\.txt: cannot be read: .+\n$/);
    assert.equal(status, 1);
  });
});

describe('variorum people and parallels', () => {
  const text =
    'President Anna Kowalska opened the new bridge over the Vistula on Monday. “It is safe,” Kowalska said.\n';

  it('give their JSON shapes', () => {
    const folder = folderWith({ 'a.txt': text, 'b.txt': `On Tuesday it rained.\n\n${text}` });
    const people = JSON.parse(variorum('people', folder, '--format', 'json').out) as {
      people: {
        name: string;
        mentions: { path: string; start: number; end: number; text: string }[];
        quotations: unknown[];
      }[];
    };
    const [anna] = people.people;
    assert.equal(anna!.name, 'Anna Kowalska');
    assert.deepEqual(anna!.mentions[0], { text: 'Anna Kowalska', path: 'a.txt', start: 10, end: 23 });
    assert.deepEqual(anna!.quotations, [
      { text: 'It is safe,', path: 'a.txt', start: 75, end: 86 },
      { text: 'It is safe,', path: 'b.txt', start: 98, end: 109 },
    ]);
    assert.equal(
      variorum('people', folder).out,
      [
        'Anna Kowalska: 4 mentions in 2 sources',
        '  as Anna Kowalska ×2, Kowalska ×2',
        '  President (a.txt, b.txt)',
        '  “It is safe,” (a.txt)',
        '  “It is safe,” (b.txt)',
        '',
      ].join('\n'),
    );
    const lines = variorum('parallels', folder, '--format', 'jsonl').out.trim().split('\n');
    const [first] = lines.map(
      (line) =>
        JSON.parse(line) as {
          a: { path: string; start: number };
          b: { path: string; start: number };
          relation: string;
        },
    );
    assert.deepEqual(
      [first!.a.path, first!.a.start, first!.b.path, first!.b.start, first!.relation],
      ['a.txt', 0, 'b.txt', 23, 'verbatim'],
    );
  });

  it('compare only the pairs asked for', () => {
    const folder = folderWith({ 'a.txt': text, 'b.txt': text, 'c.txt': text, 'pairs.tsv': 'a.txt\tc.txt\n' });
    const { out } = variorum('parallels', folder, '--pairs', join(folder, 'pairs.tsv'), '--format', 'jsonl');
    const paths = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { b: { path: string } }).b.path);
    assert.deepEqual([...new Set(paths)], ['c.txt']);
  });

  it('help and version', () => {
    assert.match(variorum('--help').out, /variorum check/);
    assert.match(variorum('--version').out, /^\d+\.\d+\.\d+\n$/);
  });
});
