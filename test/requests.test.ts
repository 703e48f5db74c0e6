import assert from 'node:assert/strict';
import type { Connection, Hover } from 'vscode-languageserver';
import { answerRequests, type Served } from '../server/src/requests.js';
import { readSettings } from '../server/src/settings.js';
import { SourceFiles } from '../server/src/sourceFiles.js';
import { folderWith } from './folders.js';
import { testResources } from './resources.js';

type Handler = (params: unknown) => unknown;

/** A connection that hands out what is listened with, by the name of the method or of the request. */
function listened(listen: (connection: Connection) => void): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  const recorder = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => recorder(path ? `${path}.${String(name)}` : String(name)),
      apply: (_, __, parameters: unknown[]) => {
        const name = typeof parameters[0] === 'string' ? parameters[0] : path;
        handlers.set(name, parameters.at(-1) as Handler);
      },
    });
  listen(recorder('') as Connection);
  return handlers;
}

const TEXTS = {
  'a.txt': 'Rui Prado, the harbour master, closed the pier.',
  'b.txt': 'The pier was closed by Rui Prado, the harbour master.',
};

describe('a request', () => {
  it('waits for the very large text that is being taken up, and none for another corpus or for what needs no index', async () => {
    let release = (): void => undefined;
    let isLoading = true;
    const busy = new SourceFiles(folderWith(TEXTS), testResources, {
      prepare: () => (isLoading ? Promise.resolve() : new Promise((resolve) => (release = resolve))),
    });
    const other = new SourceFiles(folderWith(TEXTS), testResources);
    await Promise.all([busy.load(), other.load()]);
    isLoading = false;
    const workspace = {
      corpora: [busy, other],
      locate: (uri: string) => {
        const [corpus, path = ''] = uri.split(':');
        return { sources: corpus === 'busy' ? busy : other, path };
      },
      uriOf: (sources: SourceFiles, path: string) => `${sources === busy ? 'busy' : 'other'}:${path}`,
    };
    const handlers = listened((connection) =>
      answerRequests(connection, {
        workspace,
        buffers: new Map(),
        settings: () => readSettings({}),
        capabilities: () => ({}),
      } as unknown as Served),
    );
    const ask = (name: string, uri: string) =>
      handlers.get(name)?.({ textDocument: { uri }, position: { line: 0, character: 1 } });
    const isCard = (answer: unknown) => JSON.stringify((answer as Hover | null)?.contents).includes('Rui Prado');

    assert.ok(isCard(ask('onHover', 'busy:a.txt')), 'nothing is being taken up');
    busy.openBuffer('a.txt', `${TEXTS['a.txt']}\n${'word\n'.repeat(100_001)}`);
    const waiting = ask('onHover', 'busy:a.txt');
    assert.ok(waiting instanceof Promise);
    assert.ok(isCard(ask('onHover', 'other:a.txt')));
    assert.ok(Array.isArray(ask('variorum/sources', 'busy:a.txt')));
    let isAnswered = false;
    void waiting.then(() => (isAnswered = true));
    await new Promise(setImmediate);
    assert.equal(isAnswered, false);
    release();
    assert.ok(isCard(await waiting));
    assert.ok(isCard(ask('onHover', 'busy:a.txt')), 'all is taken up');
  });
});
