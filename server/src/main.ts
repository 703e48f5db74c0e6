import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadResources } from './resources.js';
import { serve } from './server.js';

// `--stdio`, `--node-ipc`, `--socket=…` on the command line say how the client talks to us.
serve(createConnection(ProposedFeatures.all), loadResources(join(__dirname, 'data')));
