import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { COMMANDS } from '../../server/src/features/codeActions.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { folderWith } from '../folders.js';
import { randomFrom } from '../random.js';
import { TestClient } from '../server/client.js';
import { freshFindings, inOrder } from './freshFindings.js';
import { freshSeed } from './freshSeed.js';

const TEXTS: Readonly<Record<string, string>> = {
  'a.txt':
    'The the ferry left the harbour of Lisbon at dawn with 40 passengers on board, said Maria Alvarez.\n' +
    'It was the the end of a long night , and the captain went home.\n',
  'b.txt':
    'At dawn the ferry left the harbour of Lisbon with 90 passengers on board, said Maria Alvarez.\n' +
    '“We will rebuild the old harbour wall together,” she told reporters.\n',
  'c.md': '# The ferry\n\nShe said that they wo n’t rebuild the the wall.\n',
};

const STEPS = 4000;

describe('a session with a client that knows no rules', () => {
  const seed = freshSeed();

  it(`ends with the server alive and its findings those of a fresh start (random seed ${seed})`, async () => {
    const random = randomFrom(seed);
    const { below, pick } = random;
    const folder = folderWith({ 'variorum.json': '{}', ...TEXTS });
    const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
    const names = Object.keys(TEXTS);
    const client = await TestClient.start(folder);
    const { connection } = client;

    const words = [
      'the the ',
      ' ,',
      'Lisbon',
      '“',
      '\n',
      '\r\n',
      '😀',
      '',
      '3, 000',
      'x'.repeat(500),
      ...Object.values(TEXTS),
    ];
    const odd = [undefined, null, -1, 1.5, 1e9, 'x', {}, [], true, NaN];
    const line = () => (below(6) ? below(4) : pick(odd));
    const position = () => (below(8) ? { line: line(), character: line() } : pick(odd));
    const range = () => (below(8) ? { start: position(), end: position() } : pick(odd));
    const uri = () =>
      below(8)
        ? uriOf(pick(names))
        : pick([uriOf('none.txt'), 'untitled:x', 'git:/a.txt', 'file:', '%', '', uriOf('../x.txt')]);
    const textDocument = () => (below(12) ? { uri: uri(), version: below(50) } : pick(odd));
    const notify = (method: string, params: unknown) => void connection.sendNotification(method, params as object);
    const sendRaw = (content: string) => client.sendRaw(`Content-Length: ${content.length}\r\n\r\n${content}`);
    const answers: Promise<unknown>[] = [];
    const ask = (method: string, params: unknown) =>
      void answers.push(connection.sendRequest(method, params as object).catch(() => undefined));

    const argument = () =>
      below(3)
        ? { uri: uri(), code: pick(['repeated-word', 'x']), text: pick(words), word: pick(words), range: range() }
        : pick(odd);

    const places = ['hover', 'definition', 'implementation', 'references', 'documentHighlight', 'prepareRename'];
    const wholes = [
      'documentSymbol',
      'foldingRange',
      'semanticTokens/full',
      'codeLens',
      'selectionRange',
      'codeAction',
    ];
    const own = [
      'sources',
      'status',
      'passages',
      'nearest',
      'reading',
      'versions',
      'disagreements',
      'people',
      'person',
    ];
    const steps: (() => void)[] = [
      () =>
        notify('textDocument/didOpen', {
          textDocument: { uri: uri(), languageId: 'plaintext', version: 1, text: below(9) ? pick(words) : pick(odd) },
        }),
      () => {
        const changes = Array.from({ length: below(4) }, () => ({
          ...(below(3) ? { range: range() } : {}),
          text: below(12) ? pick(words) : pick(odd),
        }));
        notify('textDocument/didChange', {
          textDocument: textDocument(),
          contentChanges: below(9) ? changes : pick(odd),
        });
      },
      () => notify('textDocument/didClose', { textDocument: textDocument() }),
      () => notify('textDocument/didSave', { textDocument: textDocument() }),
      () => ask(`textDocument/${pick(places)}`, { textDocument: textDocument(), position: position(), context: {} }),
      () => ask(`textDocument/rename`, { textDocument: textDocument(), position: position(), newName: pick(words) }),
      () =>
        ask(`textDocument/${pick(wholes)}`, {
          textDocument: textDocument(),
          range: range(),
          positions: [position()],
          context: { diagnostics: [] },
        }),
      () => ask(`variorum/${pick(own)}`, { textDocument: textDocument(), position: position(), range: range() }),
      () => ask(`variorum/${pick([...own, 'nonsense'])}`, pick(odd)),
      () => notify('variorum/shown', below(8) ? { textDocument: textDocument(), range: range() } : pick(odd)),
      () => ask('workspace/symbol', { query: below(4) ? pick(words) : pick(odd) }),
      () => ask('workspace/executeCommand', { command: pick(['variorum.nonsense', '']), arguments: [pick(odd)] }),
      () => ask('workspace/executeCommand', { command: pick(Object.values(COMMANDS)), arguments: [argument()] }),
      () => notify(pick(['$/setTrace', 'nonsense', 'initialized', 'window/workDoneProgress/cancel']), pick(odd)),
      // Of what is asked, was answered long ago, or never was asked.
      () => notify('$/cancelRequest', pick([{ id: below(500) }, { id: answers.length }, ...odd])),
      () => notify('workspace/didChangeConfiguration', below(2) ? { settings: pick(odd) } : pick(odd)),
      () => notify('workspace/didChangeWorkspaceFolders', { event: { added: below(2) ? [] : pick(odd), removed: [] } }),
      () => ask('initialize', pick(odd)),
      () => {
        writeFileSync(join(folder, pick(names)), pick(words));
        notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(), type: below(4) }] });
      },
      () => {
        rmSync(join(folder, pick(names)), { force: true });
        notify('workspace/didChangeWatchedFiles', { changes: below(4) ? [{ uri: uri(), type: 3 }] : pick(odd) });
      },
      // Two requests of one id, and an id that is in use.
      () => {
        const id = pick([below(500), 'one', -1, null]);
        const params = { textDocument: { uri: uri() }, position: { line: 0, character: below(50) } };
        for (const method of pick([places, wholes, ['shutdown?', 'hover']])) {
          sendRaw(JSON.stringify({ jsonrpc: '2.0', id, method: `textDocument/${method}`, params }));
        }
      },
      () =>
        sendRaw(
          pick([
            '',
            'nonsense',
            '{"jsonrpc":"2.0"}',
            '[]',
            'null',
            '{"id":{},"method":7}',
            '{"method":"exit',
            '{"jsonrpc":"2.0","id":77,"result":null}',
            '{"jsonrpc":"2.0","id":"x","error":{"code":"?"}}',
          ]),
        ),
    ];
    for (let step = 0; step < STEPS; step++) {
      pick(steps)();
      // Now and then the server gets to answer: what it says and when is part of the game.
      if (below(25) === 0) await answers.at(-1);
    }
    await Promise.all(answers);

    for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
    // What commands wrote of findings and words.
    writeFileSync(join(folder, 'variorum.json'), '{}');
    rmSync(join(folder, 'variorum.decisions.jsonl'), { force: true });
    const all = [...names, 'variorum.json', 'variorum.decisions.jsonl'].map((name) => ({ uri: uriOf(name), type: 2 }));
    for (const name of [...names, 'none.txt']) await client.close(uriOf(name));
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: all });
    for (const [name, text] of Object.entries(TEXTS)) await client.open(uriOf(name), text);
    const fresh = freshFindings(folder);
    for (const name of names) {
      await client.diagnostics(uriOf(name), (found, version) => version === 1 && inOrder(found) === fresh.get(name));
    }
    assert.equal(await client.stop(), 0);
  });
});

describe('a header that is none', () => {
  for (const header of ['', 'Content-Type: x', 'Content-Length: many', 'nonsense']) {
    it(`${JSON.stringify(header)} costs a message or two, and not the session`, async () => {
      const client = await TestClient.start(folderWith({ 'variorum.json': '{}', ...TEXTS }));
      client.sendRaw(`${header}\r\n\r\n`);
      const asked = { isAnswered: false };
      // What is in one piece with the header may be read only with the next.
      while (!asked.isAnswered) {
        const request = client.connection.sendRequest('variorum/status', {});
        void request.then(() => (asked.isAnswered = true));
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.equal(await client.stop(), 0);
    });
  }

  it('though all that follows is lost by a wrong length, ends with the client', async () => {
    for (const length of [-20, 1e9]) {
      const client = await TestClient.start(folderWith({ 'variorum.json': '{}', ...TEXTS }));
      client.sendRaw(`Content-Length: ${length}\r\n\r\n`);
      await client.vanish();
    }
  });
});

describe('edits', () => {
  let client: TestClient;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const [CLEAN, ERRANT] = ['It was the end of the night.\n', 'It was the the end of the night.\n'];

  beforeEach(async () => {
    folder = folderWith({ 'variorum.json': '{}', 'a.txt': CLEAN, 'b.txt': CLEAN });
    client = await TestClient.start(folder);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('in a burst: the last one has the last word', async () => {
    await client.open(uriOf('a.txt'), CLEAN);
    for (let times = 0; times < 200; times++) void client.change(uriOf('a.txt'), `${ERRANT}${'more\n'.repeat(times)}`);
    const last = await client.change(uriOf('a.txt'), CLEAN);
    await client.diagnostics(uriOf('a.txt'), (found, version) => version === last && found.length === 0);
  });

  it('typed letter by letter, some in one message, and undone in the same steps', async () => {
    await client.open(uriOf('a.txt'), CLEAN);
    const typed = 'the the 😀 “the the” ';
    let version = 1;
    const send = (edits: readonly [from: number, to: number, text: string][]) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf('a.txt'), version: ++version },
        contentChanges: edits.map(([from, to, text]) => ({
          range: { start: { line: 0, character: 7 + from }, end: { line: 0, character: 7 + to } },
          text,
        })),
      });
    for (let at = 0; at < typed.length; at += 3) {
      // Changes of one message count one after the other.
      await send([0, 1, 2].map((more) => [at + more, at + more, typed.charAt(at + more)]));
    }
    const whole = CLEAN.slice(0, 7) + typed + CLEAN.slice(7);
    const [first, second] = [7, whole.lastIndexOf('the the')];
    const found = await client.diagnostics(
      uriOf('a.txt'),
      (all, published) => published === version && all.filter(({ code }) => code === 'repeated-word').length === 2,
    );
    const starts = found.filter(({ code }) => code === 'repeated-word').map(({ range }) => range.start.character);
    assert.deepEqual(
      starts.map(
        (start) =>
          whole.slice(start).startsWith('the ') && [first, second].some((at) => at === start || at + 4 === start),
      ),
      [true, true],
    );
    for (let at = typed.length; at > 0; at--) await send([[at - 1, at, '']]);
    await client.diagnostics(uriOf('a.txt'), (all, published) => published === version && all.length === 0);
  });

  it('of a megabyte that is pasted and undone', async () => {
    await client.open(uriOf('a.txt'), ERRANT);
    await client.diagnostics(uriOf('a.txt'), (found) => found.length === 1);
    const lines = Array.from({ length: 20_000 }, (_, at) => `Line ${at} of a list that somebody pasted.\n`);
    await client.change(uriOf('a.txt'), ERRANT + lines.join(''));
    const last = await client.change(uriOf('a.txt'), ERRANT);
    await client.diagnostics(uriOf('a.txt'), (found, version) => version === last && found.length === 1);
  });

  it('of a hundred files at once, renamed and deleted ones among them', async () => {
    client.configuration = { diagnostics: { scope: 'corpus' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const names = Array.from({ length: 100 }, (_, at) => `${at}.txt`);
    const tell = (changed: readonly string[], type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changed.map((name) => ({ uri: uriOf(name), type })),
      });
    for (const name of names) writeFileSync(join(folder, name), ERRANT);
    await tell(names, 1);
    for (const name of names) await client.diagnostics(uriOf(name), (found) => found.length === 1);
    for (const name of names.slice(0, 50)) writeFileSync(join(folder, name), CLEAN);
    for (const name of names.slice(50, 75)) rmSync(join(folder, name));
    for (const name of names.slice(75)) renameSync(join(folder, name), join(folder, `new-${name}`));
    await tell([...names, ...names.slice(75).map((name) => `new-${name}`)], 2);
    for (const name of names) await client.diagnostics(uriOf(name), (found) => found.length === 0);
    for (const name of names.slice(75)) await client.diagnostics(uriOf(`new-${name}`), (found) => found.length === 1);
  });

  it('that cannot be written: the reader is told, and the finding stays', async () => {
    await client.open(uriOf('a.txt'), ERRANT);
    const diagnostics = await client.diagnostics(uriOf('a.txt'), (found) => found.length === 1);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriOf('a.txt') },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    // Whatever keeps a file from being written; a folder in its place does so even for root.
    mkdirSync(join(folder, 'variorum.decisions.jsonl'));
    const ignore = actions.find(({ title }) => title.startsWith('Ignore this finding'));
    const told = new Promise<{ message: string }>((resolve) => {
      client.connection.onRequest('window/showMessageRequest', (shown: { message: string }) => {
        resolve(shown);
        return null;
      });
    });
    await client.connection.sendRequest('workspace/executeCommand', ignore!.command!);
    assert.match((await told).message, /^Variorum: variorum\.decisions\.jsonl cannot be read: is a folder$/);
    const version = await client.change(uriOf('a.txt'), `${ERRANT}\n`);
    await client.diagnostics(uriOf('a.txt'), (found, published) => published === version && found.length === 1);
  });
});

describe('while sources are indexed', () => {
  const story = (at: number) => `${TEXTS['a.txt']!.replace('40', String(at + 2))}\n${TEXTS['b.txt']!.repeat(8)}`;
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, story(at)]));

  /** A manifest for when it counts which texts are shown, and whatever else is found in them does not. */
  const withRules = (...codes: readonly string[]) => {
    const rules = allRules.map(({ code }): [string, string] => [code, codes.includes(code) ? 'warning' : 'off']);
    return JSON.stringify({ rules: Object.fromEntries(rules) });
  };

  it('a server that is killed leaves nothing behind that hinders the next', async () => {
    const folder = folderWith({ 'variorum.json': withRules('repeated-word'), ...files });
    const uri = pathToFileURL(join(folder, '0.txt')).href;
    const killed = await TestClient.start(folder);
    await killed.connection.sendRequest('variorum/sources', {});
    await killed.kill();
    const wanted = freshFindings(folder).get('0.txt');
    const client = await TestClient.start(folder);
    await client.open(uri, files['0.txt']!);
    await client.diagnostics(uri, (found) => inOrder(found) === wanted);
    assert.equal(await client.stop(), 0);
  });

  it('what is renamed, deleted and written anew counts as it is in the end', async () => {
    const some = Object.fromEntries(Object.entries(files).slice(0, 120));
    const folder = folderWith({ 'variorum.json': withRules('repeated-word'), ...some });
    const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
    const client = await TestClient.start(folder);
    client.configuration = { diagnostics: { scope: 'corpus' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.open(uriOf('0.txt'), files['0.txt']!);
    const tell = (...changed: readonly (readonly [name: string, type: number])[]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changed.map(([name, type]) => ({ uri: uriOf(name), type })),
      });
    for (let at = 0; at < 30; at += 3) {
      const [gone, moved, changed, now] = [`${at}.txt`, `${at + 1}.txt`, `${at + 2}.txt`, `now-${at}.txt`];
      rmSync(join(folder, gone));
      renameSync(join(folder, moved), join(folder, now));
      writeFileSync(join(folder, changed), 'It was the end of the night.\n');
      await tell([gone, 3], [moved, 3], [now, 1], [changed, 2]);
      // The server takes each in while it still indexes.
      await client.connection.sendRequest('variorum/status', {});
    }
    await client.close(uriOf('0.txt'));
    const moved = Array.from({ length: 10 }, (_, at) => `now-${3 * at}.txt`);
    const kept = Object.keys(some).filter((name) => parseInt(name) >= 30);
    await client.showsOnly([...moved, ...kept].map(uriOf));
    assert.equal(await client.stop(), 0);
  });

  it('a promise that somebody forgot to wait for ends nothing', async () => {
    const forgets = join(process.cwd(), 'test/robustness/forgottenPromise.cjs');
    const folder = folderWith({ 'variorum.json': '{}', ...files });
    const client = await TestClient.start(folder, { args: ['--require', forgets, 'dist/cli.js', 'lsp', '--stdio'] });
    await client.connection.sendRequest('variorum/sources', {});
    assert.equal(await client.stop(), 0);
  });

  it('a client that is gone takes the server with it', async () => {
    const client = await TestClient.start(folderWith({ 'variorum.json': '{}', ...files }));
    await client.connection.sendRequest('variorum/sources', {});
    await client.vanish();
  });

  it('a client that is killed takes the server with it, though its pipes stay open', async () => {
    const parent = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const folder = folderWith({ 'variorum.json': '{}', ...files });
    const client = await TestClient.start(folder, { processId: parent.pid });
    await client.connection.sendRequest('variorum/sources', {});
    parent.kill('SIGKILL');
    assert.equal(await client.ended, 1);
  });

  it('a client that says exit without shutdown ends the server with status 1', async () => {
    const client = await TestClient.start(folderWith({ 'variorum.json': '{}', ...files }));
    await client.connection.sendNotification('exit');
    assert.equal(await client.ended, 1);
  });
});
