// Runs the tools that a reader might pick instead over the texts of the bench:  npm run bench:beside -- [sources …]
// cspell and harper.js check, sim_text (Debian: similarity-tester) finds what is copied. The first two come from the
// registry into a temporary folder; a tool that cannot be had is said to be missing. It judges nothing: the tools look
// for different things.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { stories } from './stories.mjs';

const SIZE = 5000;
/** What Node 20 runs. */
const CSPELL = '9.8.0';
const HARPER = '2.10.0';
const LONGEST = 10 * 60_000;

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 2)) {
  console.error('usage: npm run bench:beside -- [sources …], each a number from 2');
  process.exit(2);
}

const cli = path.resolve('dist/cli.js');
const lines = (output) => output.split('\n').filter((line) => line !== '').length;

/** Where a package lies after npm has put it there; undefined where it cannot. */
function installed(home, name, version) {
  const { status } = spawnSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `${name}@${version}`]);
  return status === 0 ? path.join(home, 'node_modules', name) : undefined;
}

/** Seconds on the clock and of the processor, children included; undefined where the command does not run. */
function timed([command, ...args], cwd) {
  const run = ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" 2>/dev/null', 'bash', command, ...args];
  const { stdout, stderr, status } = spawnSync('bash', run, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: LONGEST,
  });
  const [wall, user, system] = (stderr ?? '').trim().split('\n').at(-1).split(' ').map(Number);
  // Those that check end with 1 where they have found something, and one that breaks off prints nothing.
  return status === 0 || (status === 1 && stdout !== '')
    ? { wall, processor: user + system, output: stdout }
    : undefined;
}

const HARPER_RUN = `
import { readdirSync, readFileSync } from 'node:fs';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
const linter = new LocalLinter({ binary });
for (const name of readdirSync(process.argv[2])) {
  for (const lint of await linter.lint(readFileSync(process.argv[2] + '/' + name, 'utf8'))) {
    console.log(name, lint.span().start, lint.message().replaceAll('\\n', ' '));
  }
}`;

/** Each with the command that runs it over a folder, and what the lines are that it prints. */
function tools(home) {
  const cspell = installed(home, 'cspell', CSPELL);
  const harper = installed(home, 'harper.js', HARPER);
  const harperRun = path.join(home, 'harper.mjs');
  writeFileSync(harperRun, HARPER_RUN);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const sim = spawnSync('sim_text', ['-v'], { encoding: 'utf8' });
  const simBuild = /[Bb]uild [^,\n]+/.exec(`${sim.stdout}${sim.stderr}`)?.[0] ?? '';
  const { execPath } = process;
  return [
    {
      name: `variorum check ${version}`,
      says: 'findings',
      command: (folder) => [execPath, cli, 'check', '--format', 'jsonl', folder],
    },
    {
      name: `cspell ${CSPELL}`,
      says: 'unknown words',
      command:
        cspell && ((folder) => [execPath, `${cspell}/bin.mjs`, '--no-progress', '--no-summary', `${folder}/*.txt`]),
    },
    {
      name: `harper.js ${HARPER}`,
      says: 'lints',
      command: harper && ((folder) => [execPath, harperRun, folder]),
    },
    {
      name: `variorum parallels ${version}`,
      says: 'pairs of sentences',
      command: (folder) => [execPath, cli, 'parallels', '--format', 'jsonl', folder],
    },
    {
      name: `sim_text ${simBuild}`,
      says: 'common runs',
      command: sim.error ? undefined : (folder) => ['sim_text', '-n', '-s', '-T', '-R', folder],
    },
  ];
}

const home = mkdtempSync(path.join(tmpdir(), 'variorum-beside-'));
try {
  const all = tools(home);
  console.log(`${cpus()[0]?.model ?? 'processor'}, ${cpus().length} cores; Node ${process.versions.node}`);
  console.log(`sources of ${SIZE / 1000} kB; every run begins with nothing in memory\n`);
  console.log('| sources | tool | seconds | of the processor | words a second | says |');
  console.log('| ---: | :--- | ---: | ---: | ---: | :--- |');
  for (const count of sizes.length > 0 ? sizes : [100]) {
    const folder = path.join(home, String(count));
    mkdirSync(folder);
    let words = 0;
    for (const [name, text] of stories(count, SIZE)) {
      writeFileSync(path.join(folder, name), text);
      words += text.split(/\s+/).length;
    }
    for (const { name, says, command } of all) {
      const found = command && timed(command(folder), home);
      const cells = found
        ? [
            found.wall.toFixed(1),
            found.processor.toFixed(1),
            Math.round(words / found.wall),
            `${lines(found.output)} ${says}`,
          ]
        : ['', '', '', command ? 'did not end well' : 'missing'];
      console.log(`| ${[count, name, ...cells].join(' | ')} |`);
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
