import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Steps } from '../server/src/analysis/steps.js';
import { inSlices } from '../server/src/slices.js';
import { eachStepIsASlice } from './eachStepIsASlice.js';
import { folderWith } from './folders.js';

/** Writes all it is told to a pipe, and then a file, by which one may know that it has. */
const CLIENT = `
  const { writeFileSync, writeSync } = require('node:fs');
  process.stdin.once('data', (requests) => {
    writeSync(1, requests);
    writeFileSync(process.argv[1], '');
  });
`;

function request(id: number): string {
  const content = JSON.stringify({ jsonrpc: '2.0', id, method: 'ask' });
  return `Content-Length: ${content.length}\r\n\r\n${content}`;
}

describe('work in slices', () => {
  for (const count of [1, 5]) {
    it(`lets ${count} requests be answered that came in while a slice was done`, async () => {
      const written = join(folderWith({}), 'written');
      const client = spawn(process.execPath, ['-e', CLIENT, written], { stdio: ['pipe', 'pipe', 'inherit'] });
      const connection = createMessageConnection(
        new StreamMessageReader(client.stdout),
        new StreamMessageWriter(client.stdin),
      );
      let answered = 0;
      connection.onRequest('ask', () => ++answered);
      connection.listen();
      const requests = Array.from({ length: count }, (_, id) => request(id)).join('');
      await new Promise((resolve) => client.stdin.write(requests, resolve));
      function* work(): Steps<number> {
        // Until then the client has had all the time it needs, and we none.
        while (!existsSync(written));
        yield 0;
        return answered;
      }
      let seen = 0;
      await eachStepIsASlice(async () => {
        seen = await inSlices(work(), new AbortController().signal);
      });
      connection.dispose();
      client.kill();
      assert.equal(seen, count);
    });
  }
});
