import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
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
serve(connection, loadResources(join(__dirname, 'data')), traffic);
