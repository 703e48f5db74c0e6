import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type LogMessageParams,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import type { Resources } from '../../server/src/analysis/resources.js';
import { serve } from '../../server/src/server.js';
import { Traffic } from '../../server/src/traffic.js';
import { folderWith } from '../folders.js';
import { testResources } from '../resources.js';

/** A client of a server in this process, which has these tables. */
class Session {
  readonly logged: string[] = [];
  readonly #streams = [new PassThrough(), new PassThrough()] as const;
  readonly connection = createProtocolConnection(
    new StreamMessageReader(this.#streams[1]),
    new StreamMessageWriter(this.#streams[0]),
  );
  readonly #published: ((published: PublishDiagnosticsParams) => void)[] = [];

  /** Comes once a corpus is read and indexed. */
  readonly indexed = new Promise<void>((resolve) =>
    this.connection.onNotification('variorum/corpusChanged', () => resolve()),
  );

  constructor(resources: Resources) {
    const server = createConnection(
      new StreamMessageReader(this.#streams[0]),
      new StreamMessageWriter(this.#streams[1]),
    );
    const nowhere = { folder: undefined, build: undefined };
    serve(server, resources, new Traffic(), nowhere);
    this.connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      this.logged.push(message);
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (one: PublishDiagnosticsParams) => {
      for (const hear of this.#published) hear(one);
    });
    this.connection.listen();
  }

  /** The findings of the next publication for a text in this version that has some. */
  found(uri: string, version: number): Promise<Diagnostic[]> {
    return new Promise((resolve) => {
      this.#published.push((one) => {
        if (one.uri === uri && one.version === version && one.diagnostics.length > 0) resolve(one.diagnostics);
      });
    });
  }

  async initialize(folder: string): Promise<void> {
    const uri = pathToFileURL(folder).href;
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'test' }],
      capabilities: {},
    });
    await this.connection.sendNotification('initialized', {});
  }

  end(): void {
    this.connection.dispose();
    for (const stream of this.#streams) stream.end();
  }
}

const broken = () => {
  throw new Error('not thought of');
};

describe('a server with a table that is broken', () => {
  const TEXT = 'It was the the recieved end.\n';

  it('loses the findings that need it, says so once for each text, and shows all others', async () => {
    const { speller } = testResources;
    const session = new Session({
      ...testResources,
      speller: {
        isWord: (...args) => speller.isWord(...args),
        isOrdinary: (word) => speller.isOrdinary(word),
        frequency: (word) => speller.frequency(word),
        corrections: broken,
        isRare: () => false,
      },
    });
    const folder = folderWith({ 'variorum.json': '{}', 'a.txt': TEXT, 'b.txt': 'It is over.\n' });
    const uri = pathToFileURL(join(folder, 'a.txt')).href;
    await session.initialize(folder);
    for (let version = 1; version < 5; version++) {
      const text = `${TEXT}${'And more.\n'.repeat(version)}`;
      const found = session.found(uri, version);
      await (version === 1
        ? session.connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId: 'plaintext', version, text },
          })
        : session.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ text }],
          }));
      assert.deepEqual(
        (await found).map(({ code }) => code),
        ['repeated-word'],
      );
    }
    const told = session.logged.filter((message) => message.startsWith('The rule misspelled-word failed on a.txt;'));
    assert.equal(told.length, 1, session.logged.join('\n'));
    assert.match(told[0]!, /not thought of/);
    session.end();
  });

  it('answers what it can where an index cannot be made', async () => {
    const { speller } = testResources;
    const session = new Session({
      ...testResources,
      speller: {
        isWord: broken,
        isOrdinary: broken,
        frequency: broken,
        corrections: (word) => speller.corrections(word),
        isRare: () => false,
      },
    });
    const folder = folderWith({ 'variorum.json': '{}', 'a.txt': TEXT, 'b.txt': 'It is over.\n' });
    const uri = pathToFileURL(join(folder, 'a.txt')).href;
    await session.initialize(folder);
    const found = session.found(uri, 1);
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: TEXT },
    });
    assert.ok((await found).some(({ code }) => code === 'repeated-word'));
    const symbols = await session.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    assert.ok(Array.isArray(symbols));
    await session.indexed;
    const sources = JSON.stringify(await session.connection.sendRequest('variorum/sources', {}));
    assert.ok(sources.includes('b.txt'), 'all texts are there');
    assert.ok(
      session.logged.some((message) => /^The (?:index of|rule) .* failed/.test(message)),
      session.logged.join('\n'),
    );
    session.end();
  });
});
