import { run } from './cli/cli.js';

// Whoever read the output has seen enough (`variorum parallels … | head`): nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
}).then((status) => {
  // Not process.exit: a pipe may still have to take what was written.
  process.exitCode = status;
});
