#!/usr/bin/env node
// Takes the command line of a desktop VS Code and runs its tests in the hosted one, so that runTests of
// @vscode/test-electron drives both.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runSuite } from './suite.mjs';

const flags = new Map();
const folders = [];
for (const argument of process.argv.slice(2)) {
  const flag = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (flag) flags.set(flag[1], flag[2] ?? true);
  else folders.push(argument);
}
if (!flags.has('extensionTestsPath')) {
  console.error('this shim only runs tests (--extensionTestsPath)');
  process.exit(2);
}
const userData = flags.get('user-data-dir');
const settingsFile = userData && path.join(userData, 'User', 'settings.json');
process.exit(
  await runSuite({
    extension: flags.get('extensionDevelopmentPath'),
    tests: flags.get('extensionTestsPath'),
    folder: folders[0],
    extensionsFolder: flags.get('extensions-dir'),
    settings: settingsFile && existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : undefined,
    disableExtensions: flags.has('disable-extensions'),
  }),
);
