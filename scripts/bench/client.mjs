// A client of the real server over stdio, for measuring.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver-protocol/node',
);

export async function startClient(folder, initializationOptions) {
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (published) => {
    for (const wait of [...waiting]) {
      if (!wait.isWanted(published)) continue;
      waiting.splice(waiting.indexOf(wait), 1);
      wait.resolve(published);
    }
  });
  const indexed = new Promise((resolve) => connection.onNotification('variorum/corpusChanged', resolve));
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    initializationOptions,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      workspace: { workspaceFolders: true },
      textDocument: { hover: { contentFormat: ['markdown'] }, definition: { linkSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    indexed,
    published: (isWanted) => new Promise((resolve) => waiting.push({ isWanted, resolve })),
    /** Resident memory of the server in MB; NaN where the system does not say. */
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
      } catch {
        return NaN;
      }
    },
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
    },
  };
}
