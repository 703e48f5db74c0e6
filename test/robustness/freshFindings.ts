import { spawnSync } from 'node:child_process';
import type { Diagnostic } from 'vscode-languageserver-protocol';

interface Checked {
  readonly documents: { path: string; findings: { rule: string; range: Diagnostic['range'] }[] }[];
}

/** What a start from nothing finds in each text, to compare with what an old session shows. */
export function freshFindings(folder: string): Map<string, string> {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', folder, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { documents } = JSON.parse(stdout) as Checked;
  return new Map(
    documents.map(({ path, findings }) => [path, inOrder(findings.map(({ rule, range }) => ({ code: rule, range })))]),
  );
}

export function inOrder(findings: readonly Pick<Diagnostic, 'code' | 'range'>[]): string {
  return findings
    .map(({ code, range: { start, end } }) => `${code} ${start.line}:${start.character}–${end.line}:${end.character}`)
    .sort()
    .join('\n');
}
