// Runs the suites of test/vscode in a real VS Code: over a corpus, over a folder that is none, and with the packaged
// extension installed; those named as arguments, or all. Desktop VS Code if VSCODE_EXECUTABLE_PATH names one, or where the hosted one does not run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { installBrowser, installHost } from './host/install.mjs';
import { emptyExtension, hostFolder, projectFolder } from './host/paths.mjs';
import { installVsix } from './host/server.mjs';
import { stories } from './bench/stories.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'variorum-vscode-'));
const isHosted = !process.env.VSCODE_EXECUTABLE_PATH && process.platform === 'linux' && process.arch === 'x64';

async function executable() {
  if (process.env.VSCODE_EXECUTABLE_PATH) return path.resolve(process.env.VSCODE_EXECUTABLE_PATH);
  if (!isHosted) return downloadAndUnzipVSCode(process.env.VSCODE_VERSION);
  installHost();
  installBrowser();
  return path.join(hostFolder, 'code-shim.mjs');
}

/** The seeds or other sources, copied: a test may change them. */
function corpusFolder(name, source = 'seeds') {
  const folder = path.join(scratch, name);
  cpSync(path.join(projectFolder, source), folder, { recursive: true });
  return folder;
}

function plainFolder() {
  const folder = path.join(scratch, 'plain');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'README.md'), '# Code\n\nIt was the the end of Vladimir Putin.\n');
  writeFileSync(path.join(folder, 'notes.txt'), 'They recieve it from President Anna Kowalska.\n');
  return folder;
}

/** Twenty invented texts of about 100 kB, every five of one story. */
function longTexts() {
  const folder = path.join(scratch, 'long');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'variorum.json'), '{}');
  for (const [name, text] of stories(20, 120_000)) writeFileSync(path.join(folder, name), text);
  return folder;
}

function install(vscode, vsix) {
  const extensions = path.join(scratch, 'extensions');
  mkdirSync(extensions);
  if (isHosted) console.log(installVsix(vsix, extensions));
  else {
    const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscode);
    const { status } = spawnSync(cli, [...args, '--extensions-dir', extensions, '--install-extension', vsix], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`the package could not be installed (${status})`);
  }
  return extensions;
}

async function run(vscode, suite, folder, { extension = projectFolder, extensions } = {}) {
  console.log(`\n— ${suite}: ${path.basename(folder)} —`);
  const userData = path.join(scratch, `user-${suite}-${path.basename(folder)}`);
  await runTests({
    vscodeExecutablePath: vscode,
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(projectFolder, 'out/test/vscode/index'),
    extensionTestsEnv: { VARIORUM_SUITE: suite },
    launchArgs: [
      folder,
      `--user-data-dir=${userData}`,
      ...(extensions ? [`--extensions-dir=${extensions}`] : ['--disable-extensions']),
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ],
  });
}

function packaged() {
  const vsix = path.join(projectFolder, 'out', 'variorum.vsix');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'package'], {
    cwd: projectFolder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the extension could not be packaged\n${stdout}${stderr}`);
  return vsix;
}

try {
  const vscode = await executable();
  const suites = {
    corpus: () => run(vscode, 'corpus', corpusFolder('corpus')),
    reading: () => run(vscode, 'reading', corpusFolder('reading')),
    sample: () => run(vscode, 'sample', corpusFolder('sample', 'samples/lighthouse')),
    views: () => run(vscode, 'views', corpusFolder('views', 'samples/lighthouse')),
    plain: () => run(vscode, 'plain', plainFolder()),
    packaged: () =>
      run(vscode, 'packaged', corpusFolder('packaged'), {
        extension: emptyExtension,
        extensions: install(vscode, packaged()),
      }),
  };
  // They take long, and run only when they are asked for.
  const figures = {
    'figures-plain': () => run(vscode, 'figures', plainFolder()),
    'figures-seeds': () => run(vscode, 'figures', corpusFolder('seeds')),
    'figures-long': () => run(vscode, 'figures', longTexts()),
  };
  const wanted = process.argv.slice(2);
  for (const suite of wanted.length > 0 ? wanted : Object.keys(suites)) await { ...suites, ...figures }[suite]();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
