// Bundles the extension, the language server and the command line into dist/, with the data they read.
//   --tests       also bundles every test into out/test/
//   --production  minified, without source maps
//   --watch       again at each change
'use strict';
const esbuild = require('esbuild');
const { createHash } = require('node:crypto');
const {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const path = require('node:path');
const { gunzipSync, gzipSync } = require('node:zlib');

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'warning',
  // The ES module builds of some libraries are what bundles well; CommonJS ones hide dynamic requires.
  mainFields: ['module', 'main'],
};

const bundles = [
  { ...common, entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...common, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist' },
  // What the server starts in a thread.
  { ...common, entryPoints: { indexer: 'server/src/indexWorker.ts' }, outdir: 'dist' },
  // `variorum check` must start fast: the language server is a bundle of its own, loaded only by `variorum lsp`.
  {
    ...common,
    entryPoints: { cli: 'server/src/cliMain.ts' },
    outdir: 'dist',
    external: ['./server.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** Everything below `folder` whose path ends with `ending`, with `/`. */
function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith(ending));
}

function testBundle() {
  const suites = [...filesBelow('test', '.test.ts'), ...filesBelow('test/vscode', 'index.ts')];
  return {
    ...common,
    entryPoints: suites,
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'mocha', 'typescript', 'esbuild'],
  };
}

const DICTIONARIES = ['@cspell/dict-en_us/en_US', '@cspell/dict-en-gb-mit/en_GB'];

/**
 * Dictionaries come from their packages; our own tables are committed in server/data. The packages' text form takes
 * a third of a second to read, its binary form a hundredth.
 */
async function copyData() {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist/data', { recursive: true });
  const { decodeTrie, encodeITrieToBTrie } = await import('cspell-trie-lib');
  for (const name of DICTIONARIES) {
    const trie = decodeTrie(gunzipSync(readFileSync(`node_modules/${name}.trie.gz`)));
    const packed = gzipSync(encodeITrieToBTrie(trie), { level: 9 });
    writeFileSync(`dist/data/${path.basename(name)}.btrie.gz`, packed);
  }
  for (const file of readdirSync('server/data')) {
    if (!file.endsWith('.md')) copyFileSync(path.join('server/data', file), path.join('dist/data', file));
  }
}

/** What is kept on disk of a corpus is of use to the same code and tables alone; this tells them apart. */
function writeBuild() {
  const hash = createHash('sha256');
  const files = ['server/src/core', 'server/src/analysis', 'server/data'].flatMap((folder) => filesBelow(folder, ''));
  for (const file of [...files.sort(), 'package-lock.json']) {
    if (statSync(file).isFile()) hash.update(`${file}\n`).update(readFileSync(file));
  }
  writeFileSync('dist/data/build.txt', hash.digest('hex'));
}

async function main() {
  await copyData();
  writeBuild();
  if (flags.has('--tests')) {
    rmSync('out/test', { recursive: true, force: true });
    bundles.push(testBundle());
  }
  if (flags.has('--watch')) {
    const plugins = [{ name: 'build', setup: ({ onEnd }) => onEnd(writeBuild) }];
    for (const bundle of bundles) await (await esbuild.context({ ...bundle, plugins, logLevel: 'info' })).watch();
  } else {
    await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
