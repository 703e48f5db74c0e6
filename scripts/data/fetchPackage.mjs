// Installs an npm package into a temporary folder, for the scripts that derive tables from it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @returns the folder with the package's files, its dependencies beside it; no script of theirs is run. */
export function fetchPackage(specifier) {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-data-'));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', folder, ...options, specifier], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(folder, 'node_modules', specifier.slice(0, specifier.lastIndexOf('@')));
}
