import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith } from '../folders.js';
import { TestClient } from '../server/client.js';

const GUARD = join(process.cwd(), 'test/robustness/noSockets.cjs');
const FORBIDDEN = 86;

const HARBOUR =
  'The ferry left the harbour of Lisbon at dawn, said the captain, Maria Alvarez. See https://example.com/ferry.\n';

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--require', GUARD, ...args], { encoding: 'utf8' });
}

describe('no socket is opened', () => {
  for (const attempt of [
    'require("net").connect(9, "127.0.0.1")',
    'require("net").createServer().listen(0)',
    'require("tls").connect(9, "127.0.0.1")',
    'require("http").get("http://127.0.0.1:9/")',
    'require("https").get("https://127.0.0.1:9/")',
    'require("http2").connect("http://127.0.0.1:9/")',
    'require("dgram").createSocket("udp4")',
    'require("dns").lookup("localhost", () => 0)',
    'require("dns").promises.lookup("localhost")',
    'fetch("http://127.0.0.1:9/")',
    'require("child_process").spawn("true")',
  ]) {
    it(`the guard stops ${attempt}`, () => {
      const { status, stderr } = run('--eval', attempt);
      assert.equal(status, FORBIDDEN, stderr);
      assert.match(stderr, /^forbidden: /);
    });
  }

  for (const command of ['check', 'people', 'parallels']) {
    it(`by variorum ${command}`, () => {
      const folder = folderWith({ 'variorum.json': '{}', 'a.txt': HARBOUR, 'b.md': HARBOUR.replace('dawn', 'noon') });
      const { status, stdout, stderr } = run('dist/cli.js', command, folder);
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.notEqual(stdout, '');
    });
  }

  it('by the server, whatever it is asked', async () => {
    const folder = folderWith({ 'variorum.json': '{}', 'a.txt': HARBOUR, 'b.txt': HARBOUR.replace('dawn', 'noon') });
    const client = await TestClient.start(folder, { args: ['--require', GUARD, 'dist/cli.js', 'lsp', '--stdio'] });
    const uri = pathToFileURL(join(folder, 'a.txt')).href;
    await client.open(uri, HARBOUR.replace('the harbour', 'the the harbour'));
    const diagnostics = await client.diagnostics(uri, (found) => found.length > 0);
    for (const method of ['hover', 'definition', 'implementation', 'references', 'documentHighlight']) {
      for (const words of ['Alvarez', 'harbour', 'example.com']) {
        await client.at(method, uri, HARBOUR, words, { context: { includeDeclaration: true } });
      }
    }
    await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full']) {
      await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } });
    }
    await client.connection.sendRequest('variorum/sources', {});
    await client.connection.sendRequest('variorum/people', {});
    assert.equal(await client.stop(), 0);
  });

  it('and the command line holds nothing that could open one', () => {
    const loaded = [...readFileSync('dist/cli.js', 'utf8').matchAll(/\brequire\("(?:node:)?([\w/]+)"\)/g)];
    const names = new Set(loaded.map(([, name]) => name));
    assert.ok(names.has('fs/promises'), 'the pattern no longer sees what the bundle loads');
    for (const name of ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'child_process', 'vm', 'inspector']) {
      assert.ok(!names.has(name), name);
    }
  });
});
