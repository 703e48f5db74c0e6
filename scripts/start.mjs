// The main job: builds, prints the findings of the seeds, and opens them in VS Code with the extension. Desktop VS Code
// if there is one, else the hosted one at the address it prints. --once ends as soon as the workbench answers.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installHost } from './host/install.mjs';
import { projectFolder } from './host/paths.mjs';
import { startServer, workbenchUrl } from './host/server.mjs';

const isOnce = process.argv.includes('--once') || process.env.CI === 'true';
const seeds = path.join(projectFolder, 'seeds');

function run(command, args, accepted = [0]) {
  const { status, error } = spawnSync(command, args, { cwd: projectFolder, stdio: 'inherit' });
  if (error || !accepted.includes(status))
    throw new Error(`${command} ${args.join(' ')} failed (${error?.message ?? status})`);
}

function desktopVSCode() {
  const named = process.env.VSCODE_EXECUTABLE_PATH ?? 'code';
  return spawnSync(named, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
    ? named
    : undefined;
}

async function serveHosted() {
  installHost();
  const server = await startServer({ port: Number(process.env.PORT ?? 0) });
  const first = path.join(seeds, '003_f2a5394b45cfa237.txt');
  const url = workbenchUrl({ port: server.port, folder: seeds, extension: projectFolder, open: first });
  const { status } = await fetch(`http://localhost:${server.port}/`);
  if (status !== 200) throw new Error(`the hosted VS Code answered ${status}`);
  console.log(`\nThe seeds are open in VS Code, with Variorum, at\n\n  ${url}\n`);
  if (isOnce) return server.stop();
  console.log('Ctrl-C ends it.');
  const end = () => void server.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

try {
  run(process.execPath, ['esbuild.js']);
  console.log('\nvariorum check seeds\n');
  run(process.execPath, ['dist/cli.js', 'check', 'seeds'], [0, 1]);
  const desktop = desktopVSCode();
  if (desktop) {
    run(desktop, [`--extensionDevelopmentPath=${projectFolder}`, seeds]);
    console.log('\nThe seeds are open in VS Code, with Variorum.');
  } else await serveHosted();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
