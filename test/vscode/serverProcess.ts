import { readdirSync, readFileSync } from 'node:fs';

/** Language servers that this extension host has started, by process; on Linux, which tells without a further one. */
export function servers(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || !read(pid, 'cmdline').includes('server.js')) return false;
    return read(pid, 'status').includes(`PPid:\t${process.pid}\n`);
  });
}

/** Processor time of a process so far, in hundredths of a second. */
export function processorTime(pid: string): number {
  // The name in brackets may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function read(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // it has ended since
  }
}
