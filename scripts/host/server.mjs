// Runs the VS Code server of the npm package code-server: a real workbench with a real Node extension host.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostNode, serverMain } from './paths.mjs';

/** User settings of every hosted run: quiet, private, without what a reader never asked for. */
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'window.restoreWindows': 'none',
  'remote.autoForwardPorts': false,
  'git.enabled': false,
};

/** Starts the server on the loopback; resolves once it listens. `port` 0: any free one. */
export async function startServer({ settings = {}, extensionsFolder, env = {}, port = 0 } = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'variorum-host-'));
  // This server keeps the user's settings on its own disk, not in the browser.
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const args = [
    serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data, '--telemetry-level', 'off'],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    ...['--disable-update-check', '--disable-getting-started-override'],
    // Without this flag a built server silently ignores the extension to develop and the tests to run.
    '--enable-smoke-test-driver',
    ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
  ];
  const childEnv = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}', // no gallery, no network
    XDG_RUNTIME_DIR: data, // its sockets go with its data
    ...env,
  };
  for (const name of ['NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI', 'ELECTRON_RUN_AS_NODE']) delete childEnv[name];
  // A process group of its own: extension host and language servers must end with it.
  const child = spawn(hostNode, args, { env: childEnv, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const killAll = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', killAll);
  let log = '';
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the VS Code server did not start in 60 s\n${log}`)), 60_000);
    const read = (chunk) => {
      log = (log + chunk).slice(-20_000);
      const found = /Web UI available at http:\/\/localhost:(\d+)/.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}\n${log}`)));
  });
  return {
    port: address,
    log: () => log,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
        await gone;
        clearTimeout(hard);
      }
      killAll();
      process.off('exit', killAll);
      rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Installs a packaged extension into `extensionsFolder`, as a user's VS Code would. */
export function installVsix(vsix, extensionsFolder) {
  const data = mkdtempSync(path.join(tmpdir(), 'variorum-host-install-'));
  const args = ['--server-data-dir', data, '--extensions-dir', extensionsFolder, '--install-extension', vsix];
  try {
    // Its log module is not compiled and says so at length; a failure still throws with all of it.
    return execFileSync(hostNode, [serverMain, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Address of the workbench with this folder, and with an extension under development if one is named. */
export function workbenchUrl({ port, folder, extension, tests, open, disableExtensions }) {
  const remote = (file) => `vscode-remote://localhost:${port}${encodeURI(path.resolve(file))}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (open) payload.push(['openFile', remote(open)]);
  if (disableExtensions) payload.push(['disableExtensions', 'true']);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder) query.set('folder', path.resolve(folder));
  else query.set('ew', 'true');
  return `http://localhost:${port}/?${query}`;
}
