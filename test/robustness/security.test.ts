import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lexer, walkTokens, type Token } from 'marked';
import type { MarkupContent } from 'vscode-languageserver';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { people } from '../../server/src/analysis/people.js';
import { escapeMarkdown } from '../../server/src/features/markdown.js';
import { hover } from '../../server/src/features/hover.js';
import { readManifest } from '../../server/src/manifestFile.js';
import { SourceFiles } from '../../server/src/sourceFiles.js';
import { folderWith } from '../folders.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';
import { TestClient } from '../server/client.js';
import { freshSeed } from './freshSeed.js';

/** What a source may hold in the hope that somebody shows it. */
const MARKUP: readonly string[] = [
  ...['[a](command:workbench.action.quit)', '![a](https://a.b/c.png)', '<https://a.b>', 'https://a.b/c', 'www.a.bc'],
  ...[
    '[a]: command:b',
    '[a][b]',
    '[a](<command:b> "c")',
    '](command:b)',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '\\[',
    '<',
    '>',
  ],
  ...['<a href="command:b">c</a>', '<img src=x onerror=y>', '<!-- -->', '&lt;b&gt;', '&#91;', '<script>x</script>'],
  ...[
    '`',
    '```',
    '~~~',
    '**',
    '__',
    '_',
    '~~',
    '# ',
    '- ',
    '1. ',
    '> ',
    '| a | b |',
    '$(bug)',
    '\n\n',
    '\n    ',
    '  \n',
  ],
  ...[
    'a@b.cd',
    'mailto:a@b.cd',
    'javascript:x',
    'command:b',
    'file:///etc/passwd',
    '[x](file:///etc/passwd)',
    '\t',
    '\0',
  ],
];

const STORY =
  'The harbour minister, Anna Kowalska, met Tom Okafor of Lisbon on Friday. “The old port will be open before the ' +
  'winter,” Anna Kowalska told reporters. Tom Okafor, the mayor, said that 40 ferries were there.\n';

describe('what a source holds is shown as words', () => {
  const seed = freshSeed();

  it(`and never becomes a link, a picture, markup or a command (random seed ${seed})`, () => {
    const { below, pick } = randomFrom(seed);
    let links = 0;
    const markup = () => Array.from({ length: 1 + below(3) }, () => pick(MARKUP)).join(pick(['', ' ']));
    const hostile = (text: string) =>
      text.replace(/[ ,.“”]/g, (mark) => (below(12) > 0 ? mark : pick([mark + markup(), markup() + mark, markup()])));
    for (let round = 0; round < 60; round++) {
      const paths = ['a', 'b', 'c'].map((name) => `${name}${below(2) ? markup().replace(/[/\0]/g, '') : ''}.txt`);
      const told = [STORY, hostile(STORY), hostile(STORY.replace('old', 'new').replace('40', '90'))];
      const manifest = readManifest(
        JSON.stringify({
          witnesses: { [paths[0]!]: { siglum: markup(), title: markup() } },
          people: { 'Anna Kowalska': { about: markup(), same: [markup()] }, [markup()]: { about: markup() } },
        }),
      ).manifest;
      const corpus = Corpus.empty(testResources, manifest).apply(paths.map((path, at) => ({ path, text: told[at] })));
      const uriOf = (path: string) => pathToFileURL(`/sources/${path}`).href;
      const ours = paths.map(uriOf);
      for (const document of corpus.documents.values()) {
        const named = corpus.get(people).in(document.path);
        const places = [...named.map(({ mention }) => mention.start), ...Array.from({ length: 8 }, () => below(400))];
        for (const offset of places) {
          const found = hover({ corpus, uriOf }, document, Math.min(offset, document.text.length), 'markdown', true);
          if (!found) continue;
          const { value } = found.contents as MarkupContent;
          void walkTokens(lexer(value), (token) => {
            const wrong = whatIsWrong(token, ours);
            if (wrong !== undefined)
              assert.fail(`${wrong}\n${value}\n${JSON.stringify(Object.fromEntries(corpus.documents))}`);
            if (token.type === 'link') links++;
          });
        }
      }
    }
    assert.ok(links > 500, `${links} links, all of them ours`);
  });

  it('in one line', () => assert.equal(escapeMarkdown('one\n\n    two\t\r\nthree'), 'one two three'));

  it('and the client trusts nothing of it', () => {
    const files = readdirSync('client/src').map((name) => readFileSync(join('client/src', name), 'utf8'));
    assert.ok(
      files.some((text) => text.includes('MarkdownString')),
      'nothing shows Markdown any more',
    );
    for (const text of files)
      assert.doesNotMatch(text, /isTrusted|supportHtml|supportThemeIcons|rehype|createWebviewPanel/);
  });
});

/** Of lines, names in bold and links to our sources; all else can only come out of a source. */
function whatIsWrong(token: Token, ours: readonly string[]): string | undefined {
  switch (token.type) {
    case 'paragraph':
    case 'text':
    case 'escape':
    case 'strong':
    case 'br':
    case 'space':
      return undefined;
    case 'link': {
      const href = String((token as { href: unknown }).href);
      const uri = href
        .replace(/#L\d+$/, '')
        .replaceAll('%28', '(')
        .replaceAll('%29', ')');
      return ours.includes(uri) ? undefined : `a link to ${href}`;
    }
    default:
      return `${token.type}: ${token.raw}`;
  }
}

describe('what lies in a folder is never run', () => {
  const RUNS = 'require("fs").writeFileSync(require("path").join(__dirname, "ran"), "x");\n';
  const FILES = {
    'variorum.json':
      '{ "sources": ["*.txt", "*.md"], "$schema": "./schema.js", "extends": "./variorum.js", "rules": "./rules.js" }',
    ...Object.fromEntries(
      [
        'variorum.js',
        'schema.js',
        'rules.js',
        'index.js',
        'server.js',
        '.variorumrc.js',
        'node_modules/picomatch/index.js',
      ].map((name) => [name, RUNS]),
    ),
    'package.json': '{ "main": "index.js", "scripts": { "postinstall": "touch ran" } }',
    '.npmrc': 'node-options=--require ./index.js\n',
    'a.md': `---\ntitle: !!js/function 'function () { ${RUNS.trim()} }'\nname: !!js/eval "${RUNS.trim().replaceAll('"', "'")}"\n---\nThe the end. \${process.exit(3)} {{constructor.constructor('return process')()}}\n`,
    'b.txt': `It was the the end. \`touch ran\` $(touch ran); touch ran | touch ran\n`,
    '$(touch ran).txt': 'It was the end.\n',
  };

  for (const command of ['check', 'people', 'parallels']) {
    it(`by variorum ${command}, begun in that folder`, () => {
      const folder = folderWith(FILES);
      const cli = join(process.cwd(), 'dist/cli.js');
      const { status, stderr } = spawnSync(process.execPath, [cli, command, '.'], { cwd: folder, encoding: 'utf8' });
      assert.notEqual(status, null);
      assert.ok(status! < 3, stderr);
      assert.deepEqual(
        readdirSync(folder).sort(),
        [...new Set(Object.keys(FILES).map((name) => name.split('/')[0]!))].sort(),
      );
    });
  }

  it('by the server', async () => {
    const folder = folderWith(FILES);
    const client = await TestClient.start(folder);
    const uri = pathToFileURL(join(folder, 'b.txt')).href;
    await client.open(uri, FILES['b.txt']);
    await client.diagnostics(uri, (found) => found.some(({ code }) => code === 'repeated-word'));
    assert.equal(await client.stop(), 0);
    assert.ok(!readdirSync(folder).includes('ran'));
  });

  it('and no bundle has a word for it', () => {
    for (const name of ['cli', 'server', 'indexer', 'extension']) {
      const code = readFileSync(`dist/${name}.js`, 'utf8');
      assert.match(code, /\brequire\("/, 'the pattern no longer sees what the bundle loads');
      // What is loaded is named in the code, never put together.
      assert.doesNotMatch(
        code,
        /\beval\(|\bnew Function\(|\brequire\("(?:node:)?vm"\)|\brequire\((?!")|\bimport\((?!server\))/,
      );
    }
  });
});

describe('paths that lead out of the folder', () => {
  const secret = 'The secret of Anna Kowalska.\n';

  it('in a manifest or in settings read nothing there', async () => {
    const outer = folderWith({
      'secret.txt': secret,
      'in/a.txt': 'It was the end.\n',
    });
    const folder = join(outer, 'in');
    for (const path of [
      '../**',
      '../secret.txt',
      join(outer, '*.txt'),
      `${outer}/secret.txt`,
      './../secret.txt',
      'x/../../*.txt',
      '/**',
    ]) {
      const manifest = JSON.stringify({
        sources: ['*.txt', path],
        drafts: [path],
        base: path,
        witnesses: { [path]: { siglum: 'S' } },
      });
      const named = new SourceFiles(folder, testResources, { sources: ['*.txt', path] });
      await named.load();
      assert.deepEqual([...named.corpus.documents.keys()], ['a.txt'], path);
      const inside = folderWith({ 'variorum.json': manifest, 'a.txt': 'It was the end.\n' });
      const declared = new SourceFiles(inside, testResources);
      await declared.load();
      assert.deepEqual([...declared.corpus.documents.keys()], ['a.txt'], path);
    }
  });

  it('in what a client says are those of no corpus', async () => {
    const outer = folderWith({
      'secret.txt': secret,
      'in/a.txt': 'It was the the end.\n',
      'in/variorum.json': '{ "sources": ["*.txt", "../*.txt"] }',
    });
    const folder = join(outer, 'in');
    const client = await TestClient.start(folder);
    const base = pathToFileURL(folder).href;
    const uris = [
      `${base}/../secret.txt`,
      `${base}/%2e%2e/secret.txt`,
      `${base}/%2e%2e%2fsecret.txt`,
      `${base}/a.txt/../../secret.txt`,
    ];
    for (const uri of uris) {
      await client.open(uri, secret);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    }
    await client.open(`${base}/a.txt`, 'It was the the end.\n');
    await client.diagnostics(`${base}/a.txt`, (found) => found.length === 1);
    const listed = await client.connection.sendRequest('variorum/sources', {});
    assert.ok(!JSON.stringify(listed).includes('secret'), JSON.stringify(listed));
    for (const uri of uris) {
      const asked = { textDocument: { uri }, position: { line: 0, character: 16 } };
      assert.equal(await client.connection.sendRequest('textDocument/hover', asked), null);
    }
    assert.equal(await client.stop(), 0);
    assert.deepEqual(readdirSync(outer).sort(), ['in', 'secret.txt']);
  });
});
