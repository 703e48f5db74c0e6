import { chmodSync } from 'node:fs';
import promises, { open } from 'node:fs/promises';

/** Does the work on a disk that is full: every file can be made, and none takes a byte. */
export async function onFullDisk<T>(work: () => Promise<T>): Promise<T> {
  const handle = await open(process.execPath);
  const methods = Object.getPrototypeOf(handle) as { write: unknown; writeFile: unknown };
  await handle.close();
  const { write, writeFile } = methods;
  methods.write = methods.writeFile = () => Promise.reject(failure('ENOSPC'));
  try {
    return await work();
  } finally {
    Object.assign(methods, { write, writeFile });
  }
}

/** Does the work on a disk that was mounted to be read only. */
export async function onReadOnlyDisk<T>(work: () => Promise<T>): Promise<T> {
  const { open: whole, mkdir, rename } = promises;
  const changed = {
    open: (path: string, flags: string) => (flags === 'r' ? whole(path, flags) : Promise.reject(failure('EROFS'))),
    mkdir: () => Promise.reject(failure('EROFS')),
    rename: () => Promise.reject(failure('EROFS')),
  };
  Object.assign(promises, changed);
  try {
    return await work();
  } finally {
    Object.assign(promises, { open: whole, mkdir, rename });
  }
}

/** Does the work while a file or folder has other rights, which hold for root as well. */
export async function withRights<T>(path: string, rights: number, work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(path, rights);
  // Nobody, on every system that has a root.
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path, 0o755);
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
