import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ErrorCodes,
  type CodeAction,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type Range,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { folderWith } from '../folders.js';
import { TestClient } from './client.js';

const HARBOUR =
  'The ferry left the harbour of Lisbon at dawn with forty passengers on board, said the captain, Maria Alvarez.\n';
const FERRY = 'At dawn the ferry left the harbour of Lisbon with forty passengers on board, the port office said.\n';

describe('the server over stdio', () => {
  let client: TestClient;
  let folder: string;
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;

  beforeEach(() => {
    folder = folderWith({ 'variorum.json': '{}', 'a.txt': HARBOUR, 'b.txt': FERRY });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('publishes findings with the version they belong to, fresh after an edit, gone after closing', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), HARBOUR.replace('the harbour', 'the the harbour'));
    const [finding] = await client.diagnostics(uri('a.txt'), (found) => found.length > 0);
    assert.equal(finding?.code, 'repeated-word');
    assert.equal(finding.source, 'Variorum');
    assert.match(finding.codeDescription!.href, /#repeated-word$/);
    const version = await client.change(uri('a.txt'), HARBOUR);
    await client.diagnostics(uri('a.txt'), (found, published) => published === version && found.length === 0);
    await client.change(uri('a.txt'), HARBOUR.replace('at dawn', 'at at dawn'));
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    await client.close(uri('a.txt'));
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
  });

  it('offers the suggestion as an edit of this version', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), HARBOUR.replace('the harbour', 'the the harbour'));
    const diagnostics = await client.diagnostics(uri('a.txt'), (found) => found.length > 0);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri('a.txt') },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    assert.equal(actions[0]?.title, 'Replace with “the”');
    assert.deepEqual(actions[0].edit?.documentChanges, [
      { textDocument: { uri: uri('a.txt'), version: 1 }, edits: [{ range: diagnostics[0]!.range, newText: 'the' }] },
    ]);
  });

  it('lists people, one of them with what is below, and all of them to copy', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), HARBOUR.replace('the harbour', 'the the harbour'));
    await client.diagnostics(uri('a.txt'), (found) => found.length > 0);
    const list = await client.connection.sendRequest<{
      total: number;
      people: { name: string; sources: number; mentions: number; uri: string; range: Range }[];
    }>('variorum/people', {});
    assert.deepEqual(
      list.people.map(({ name, sources, mentions }) => [name, sources, mentions]),
      [['Maria Alvarez', 1, 1]],
    );
    const place = { textDocument: { uri: list.people[0]!.uri }, position: list.people[0]!.range.start };
    const details = await client.connection.sendRequest<{ roles: unknown[]; sources: { uri: string }[] }>(
      'variorum/person',
      place,
    );
    assert.equal(details.roles.length, 1);
    const rows = await client.connection.sendRequest<{ text: string }[]>('variorum/personMentions', {
      ...place,
      source: details.sources[0]!.uri,
    });
    assert.equal(rows.length, 1);
    const text = await client.connection.sendRequest<string>('variorum/peopleText', { format: 'csv' });
    assert.match(text, /^name,.*\r\nMaria Alvarez,captain,1,1,/);
    const nowhere = { ...place, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest('variorum/person', nowhere), null);
  });

  it('forgets a finding that the reader ignores, until it is restored', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), HARBOUR.replace('the harbour', 'the the harbour'));
    const diagnostics = await client.diagnostics(uri('a.txt'), (found) => found.length > 0);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri('a.txt') },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    const ignore = actions.find(({ title }) => title.startsWith('Ignore this finding'));
    await client.connection.sendRequest('workspace/executeCommand', ignore!.command!);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
    const [item] =
      await client.connection.sendRequest<{ isStale: boolean; source: string; ledger: string }[]>('variorum/decisions');
    assert.equal(item?.isStale, false);
    assert.equal(readFileSync(join(folder, 'variorum.decisions.jsonl'), 'utf8'), `${item.source}\n`);
    await client.connection.sendRequest('variorum/restoreFinding', { uri: item.ledger, source: item.source });
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
  });

  const addWord = (word: string) =>
    client.connection.sendRequest('workspace/executeCommand', {
      command: 'variorum.addCorpusWord',
      arguments: [{ uri: uri('a.txt'), word }],
    });

  it('adds a word to the manifest by an edit of the client, over what is typed there and not saved', async () => {
    const workspace = { applyEdit: true, workspaceEdit: { documentChanges: true } };
    client = await TestClient.start(folder, { capabilities: { workspace } });
    await client.open(uri('a.txt'), HARBOUR.replace('harbour', 'harbuor'));
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    await client.open(uri('variorum.json'), '{\n  // ours\n  "words": ["tern"]\n}\n', 'jsonc');
    await addWord('Alvarezt');
    assert.deepEqual(client.asked, [
      {
        documentChanges: [
          {
            textDocument: { uri: uri('variorum.json'), version: 1 },
            edits: [
              {
                range: { start: { line: 2, character: 18 }, end: { line: 2, character: 18 } },
                newText: ', "Alvarezt"',
              },
            ],
          },
        ],
      },
    ]);
    assert.equal(readFileSync(join(folder, 'variorum.json'), 'utf8'), '{}');
  });

  it('writes the word itself where the client makes no edits', async () => {
    const text = HARBOUR.replace('harbour', 'harbuor');
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), text);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    await addWord('harbuor');
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
    assert.match(readFileSync(join(folder, 'variorum.json'), 'utf8'), /harbuor/);
  });

  it('says nothing of a text outside every corpus', async () => {
    folder = folderWith({ 'README.md': 'the the\n', 'a.txt': HARBOUR });
    client = await TestClient.start(folder);
    await client.open(uri('README.md'), 'the the\n', 'markdown');
    assert.equal(await client.at<Hover | null>('hover', uri('README.md'), 'the the\n', 'the'), null);
    assert.deepEqual(
      await client.at<Location[] | null>('references', uri('README.md'), 'the the\n', 'the', {
        context: { includeDeclaration: true },
      }),
      null,
    );
  });

  it('finds a manifest that is written later, and lets go when it is taken away', async () => {
    folder = folderWith({ 'a.txt': 'It was the the end.\n', 'b.txt': FERRY });
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), 'It was the the end.\n');
    writeFileSync(join(folder, 'variorum.json'), '{}');
    const changed = (type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('variorum.json'), type }],
      });
    await changed(1);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    rmSync(join(folder, 'variorum.json'));
    await changed(3);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
  });

  it('reports a broken manifest where it is broken, and reads on with the defaults', async () => {
    writeFileSync(join(folder, 'variorum.json'), '{ "sources": [, }');
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), 'It was the the end.\n');
    const [problem] = await client.diagnostics(uri('variorum.json'), (found) => found.length > 0);
    assert.match(problem!.message as string, /not valid JSON/);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
  });

  it('takes a changed setting at once', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), 'It was the the end.\n');
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    client.configuration = { rules: { 'repeated-word': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
  });

  it('says how the first reading goes', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), 'It was the the end.\n');
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1);
    // Rules that need no other source speak at once; by the answer to this the reading is over.
    client.configuration = { rules: { 'repeated-word': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(uri('a.txt'), (found) => found.length === 0);
    assert.equal(client.progress[0], 'begin');
    assert.equal(client.progress.at(-1), 'end');
  });

  it('says so ten times a second at most, however many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 800 }, (_, at) => [`${at}.txt`, FERRY]));
    const started = performance.now();
    client = await TestClient.start(folderWith({ 'variorum.json': '{}', ...many }));
    await client.indexed;
    const tenths = Math.floor((performance.now() - started) / 100);
    assert.ok(client.progress.length > 2, 'begin, what is done, end');
    assert.ok(client.progress.length <= 3 + tenths, `${client.progress.length} in ${tenths} tenths of a second`);
  });

  it('takes in files that others write, and lets go of those they delete', async () => {
    client = await TestClient.start(folder);
    const text = 'They met at Cambridge Universtiy in spring.\n';
    await client.open(uri('a.txt'), text);
    const changed = (name: string, type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] });
    writeFileSync(join(folder, 'c.txt'), 'The University opened its doors.\n');
    await changed('c.txt', 1);
    const evidence = (found: readonly Diagnostic[]) =>
      found.flatMap(({ relatedInformation }) => relatedInformation ?? []).map(({ location }) => location.uri);
    const [typo] = await client.diagnostics(uri('a.txt'), (found) => evidence(found).length > 0);
    assert.deepEqual(evidence([typo!]), [uri('c.txt')]);
    rmSync(join(folder, 'c.txt'));
    await changed('c.txt', 3);
    await client.diagnostics(uri('a.txt'), (found) => found.length === 1 && evidence(found).length === 0);
  });

  it('reads the sources though the client refuses all that it is asked for', async () => {
    client = await TestClient.start(folder, {
      refuses: true,
      capabilities: {
        window: { workDoneProgress: true },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    });
    const text = 'They met at Cambridge Universtiy in spring.\n';
    writeFileSync(join(folder, 'c.txt'), 'The University opened its doors.\n');
    await client.open(uri('a.txt'), text);
    // Evidence from another source: the first reading is over.
    await client.diagnostics(uri('a.txt'), ([typo]) => (typo?.relatedInformation ?? []).length > 0);
  });

  it('follows workspace folders that come and go', async () => {
    const other = folderWith({ 'variorum.json': '{}', 'x.txt': 'It was the the end.\n', 'y.txt': FERRY });
    const otherUri = pathToFileURL(join(other, 'x.txt')).href;
    client = await TestClient.start(folder);
    await client.open(otherUri, 'It was the the end.\n');
    const event = (added: string[], removed: string[]) => {
      const named = (path: string) => ({ uri: pathToFileURL(path).href, name: 'folder' });
      return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map(named), removed: removed.map(named) },
      });
    };
    await event([other], []);
    await client.diagnostics(otherUri, (found) => found.length === 1);
    await event([], [other]);
    await client.diagnostics(otherUri, (found) => found.length === 0);
  });

  it('is initialized once, and stays as it was where a client asks for it again', async () => {
    client = await TestClient.start(folder);
    const text = HARBOUR.replace('the harbour', 'the the harbour');
    await client.open(uri('a.txt'), text);
    for (const params of [{ capabilities: {} }, { capabilities: {}, workspaceFolders: [] }]) {
      const again = client.connection.sendRequest('initialize', params);
      await assert.rejects(again, { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' });
    }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    const version = await client.change(uri('a.txt'), `${text}\n`);
    await client.diagnostics(uri('a.txt'), (found, published) => published === version && found.length > 0);
    assert.ok(await client.at('hover', uri('a.txt'), text, 'Alvarez'));
  });

  it('survives unknown methods and positions past the end', async () => {
    client = await TestClient.start(folder);
    await client.open(uri('a.txt'), HARBOUR);
    await assert.rejects(client.connection.sendRequest('textDocument/nonsense', {}));
    await assert.rejects(
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uri('a.txt') },
        position: { line: 'x' },
      }),
    );
    const past = { textDocument: { uri: uri('a.txt') }, position: { line: 1000, character: 1000 } };
    assert.equal(await client.connection.sendRequest('textDocument/hover', past), null);
    await client.open('untitled:Untitled-1', 'the the');
    await client.open('git:/x/a.txt?ref', 'the the');
  });
});

describe('the server on the seeds', function () {
  let client: TestClient;
  const folder = join(process.cwd(), 'seeds');
  const [path000, path003] = ['000_b4a0a099eddaae10.txt', '003_f2a5394b45cfa237.txt'] as const;
  const texts = { a: readFileSync(join(folder, path000), 'utf8'), d: readFileSync(join(folder, path003), 'utf8') };
  const uris = { a: pathToFileURL(join(folder, path000)).href, d: pathToFileURL(join(folder, path003)).href };

  before(async () => {
    client = await TestClient.start(folder);
    await client.open(uris.d, texts.d);
    await client.diagnostics(uris.d, (found) => found.some(({ code }) => code === 'misspelled-word'));
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('shows who Andrei Belousov is, from all sources', async () => {
    const card = await client.at<Hover>('hover', uris.a, texts.a, 'Belousov');
    const { value } = card.contents as { value: string };
    assert.match(value, /\*\*Andrei Belousov\*\*/);
    assert.match(value, /defen[cs]e minister/);
    assert.match(value, /Named in 4 of 5 sources/);
    assert.ok(value.split('\n').length <= 15);
  });

  it('goes from a person to where the sources introduce them', async () => {
    const [link] = await client.at<LocationLink[]>('definition', uris.d, texts.d, 'Mr Kim met'.slice(3));
    assert.ok(link);
    const { start, end } = link.originSelectionRange!;
    assert.equal(end.character - start.character, 3);
  });

  it('goes from a passage to its parallels, one for each source', async () => {
    const links = await client.at<LocationLink[]>('definition', uris.a, texts.a, 'performance and pay a visit');
    assert.ok(links.length >= 1);
    assert.equal(new Set(links.map(({ targetUri }) => targetUri)).size, links.length);
    assert.ok(links.every(({ targetUri }) => targetUri !== uris.a));
  });

  it('lists all mentions of a person', async () => {
    const context = { includeDeclaration: true };
    const mentions = await client.at<Location[]>('references', uris.a, texts.a, 'Lavrov', { context });
    assert.equal(new Set(mentions.map(({ uri }) => uri)).size, 4);
    const here = await client.at<unknown[]>('documentHighlight', uris.a, texts.a, 'Lavrov');
    assert.equal(here.length, 1);
  });

  it('lists passages of a text and people of the corpus', async () => {
    const symbols: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: uris.a },
    });
    assert.ok(symbols.some(({ name }) => name === 'Accusations of Arms Deals'));
    const people: WorkspaceSymbol[] = await client.connection.sendRequest('workspace/symbol', { query: 'blsv' });
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Andrei Belousov'],
    );
  });
});

describe('a client that goes away without a word', () => {
  it('takes the server with it', async () => {
    const client = await TestClient.start(undefined);
    await client.vanish();
  });
});
