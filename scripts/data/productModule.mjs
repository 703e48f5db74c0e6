// Bundles modules of the server, so that a script derives its tables with the very code that will read them.
import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** @param sources paths from the project's folder; @returns the exports of these modules, bundled as one */
export function productModule(...sources) {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-module-'));
  const outfile = path.join(folder, 'module.cjs');
  const mainFields = ['module', 'main'];
  const contents = sources.map((source) => `export * from './${source}';`).join('\n');
  const stdin = { contents, resolveDir: process.cwd() };
  buildSync({ stdin, bundle: true, platform: 'node', mainFields, outfile, logLevel: 'warning' });
  return require(outfile);
}

/** Reads a committed table, as server/src/resources.ts does. */
export function readTable(name) {
  const bytes = readFileSync(path.join('server/data', name));
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}
