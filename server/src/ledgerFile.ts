import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readInside } from './insideFolder.js';
import { reasonOf } from './sourceFolder.js';
import { LEDGER_NAME, type Decision } from './rules/decisions.js';

/** Adds a decision at the end of the ledger; every other line stays byte for byte. Called only for a reader's action. */
export async function addDecision(root: string, decision: Decision): Promise<void> {
  const text = await readLedgerText(root);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  await replaceFile(join(root, LEDGER_NAME), `${text}${gap}${JSON.stringify(decision)}${lineEnd}`);
}

/** Takes out the first line that reads `source`. @returns false where there is none. */
export async function removeDecision(root: string, source: string): Promise<boolean> {
  const lines = (await readLedgerText(root)).split('\n');
  const at = lines.findIndex((line) => line.replace(/\r$/, '') === source);
  if (at < 0) return false;
  lines.splice(at, 1);
  await replaceFile(join(root, LEDGER_NAME), lines.join('\n'));
  return true;
}

async function readLedgerText(root: string): Promise<string> {
  try {
    return (await readInside(root, LEDGER_NAME)).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new Error(`${LEDGER_NAME} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Writes beside and renames over: a crash in between loses nothing. Where it fails, nothing is left beside. Nobody can
 * know the name beforehand and lay a link there that leads out of the folder.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new Error(`${basename(path)} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}
