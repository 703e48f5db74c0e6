import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { buildOf } from './cacheFolder.js';
import { IndexThread } from './indexThread.js';
import { loadResources } from './resources.js';
import { serve } from './server.js';
import { Traffic } from './traffic.js';

// `--stdio`, `--node-ipc`, `--socket=…` on the command line say how the client talks to us.
const traffic = new Traffic();
const connection = createConnection(ProposedFeatures.all, {
  messageStrategy: {
    handleMessage(message, next) {
      traffic.note();
      return next(message);
    },
  },
});
// The reader's session outlives what we forgot to catch; it is told all the same.
process.on('unhandledRejection', (error) => {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
const { cache } = parseArgs({ strict: false, options: { cache: { type: 'string' } } }).values;
const data = join(__dirname, 'data');
serve(
  connection,
  loadResources(data),
  traffic,
  { folder: typeof cache === 'string' ? cache : undefined, build: buildOf(data) },
  new IndexThread(join(__dirname, 'indexer.js'), data),
);
