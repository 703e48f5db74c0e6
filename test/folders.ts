import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder with these files, gone when the tests are. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Adds a file that is there but cannot be read, not even by root. */
export function addUnreadable(folder: string, name: string): void {
  if (process.platform === 'linux') symlinkSync('/proc/self/mem', join(folder, name));
  else {
    writeFileSync(join(folder, name), 'locked');
    chmodSync(join(folder, name), 0);
  }
}
