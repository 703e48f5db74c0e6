import { run } from './cli/cli.js';

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
}).then((status) => {
  // Not process.exit: a pipe may still have to take what was written.
  process.exitCode = status;
});
