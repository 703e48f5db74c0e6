import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { EXTENSION, root } from './editor.js';
import { processorTime, servers } from './serverProcess.js';

interface Source {
  readonly uri: string;
}

interface Exported {
  readonly ready: Promise<void>;
  readonly sources: { getChildren(): Promise<Source[]> };
  readonly reading: {
    readonly onDidUpdate: vscode.Event<{ readonly milliseconds: number; readonly leader: vscode.Uri }>;
  };
}

const MOVES = 40;
const IDLE_SECONDS = 10;

/** Not on the console, which the hosted VS Code does not show. */
function say(line: string): void {
  const report = process.env.MOCHA_REPORT_FILE;
  if (report) appendFileSync(report, `    ${line}\n`);
  else console.log(line);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
}

/** Until the server has done nothing for two seconds, or has not come to rest in 40. */
async function rest(): Promise<string | undefined> {
  const [server] = servers();
  if (server === undefined) return undefined;
  let last = -1;
  for (let tries = 0; tries < 20 && processorTime(server) !== last; tries++) {
    last = processorTime(server);
    await pause(2000);
  }
  return server;
}

/** No tests: what they print goes into docs/measurements.md, and nothing is held to it. */
describe('figures', function () {
  this.timeout(290_000);

  it('of activation, of idling and of columns that follow', async () => {
    const extension = vscode.extensions.getExtension<Exported>(EXTENSION)!;
    const wasActive = extension.isActive;
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const { ready, sources, reading } = await extension.activate();
    const { user, system } = process.cpuUsage(cpu);
    if (!wasActive) {
      const spent = `${(performance.now() - started).toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} of the processor`;
      say(`activation, code loaded and views registered: ${spent}`);
    }
    await ready;
    say(`language servers: ${servers().length}`);
    let all = await sources.getChildren();
    if (all.length === 0 && servers().length === 0) return;
    for (; all.length < 5; all = await sources.getChildren()) await pause(200);

    const columns = all.slice(0, 3);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(columns[0]!.uri));
    await vscode.window.showTextDocument(document);
    await rest();
    await vscode.commands.executeCommand('variorum.readInParallel', columns[0], columns);
    await rest();
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const lines = Array.from({ length: document.lineCount }, (_, line) => line).filter(
      (line) => document.lineAt(line).text.length > 60,
    );
    const seen: number[] = [];
    const followed: number[] = [];
    let selectedAt = NaN;
    const selections = vscode.window.onDidChangeTextEditorSelection(() => (selectedAt = performance.now()));
    const answered: number[] = [];
    for (let move = 0; move < MOVES; move++) {
      // Far away each time: 17 is prime to nearly every number of lines.
      const line = lines[(move * 17) % lines.length]!;
      const at = new vscode.Position(line, 12 + (move % 40));
      const before = performance.now();
      const update = new Promise<number>((resolve) => {
        const listener = reading.onDidUpdate(({ milliseconds }) => {
          listener.dispose();
          resolve(milliseconds);
        });
      });
      editor.selection = new vscode.Selection(at, at);
      editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
      answered.push(await update);
      seen.push(performance.now() - before);
      if (selectedAt > before) followed.push(performance.now() - selectedAt);
      // As a reader rests at each place.
      await pause(300);
    }
    selections.dispose();
    const { path } = root();
    say(`${all.length} sources in ${path.slice(path.lastIndexOf('/') + 1)}, ${MOVES} moves, median / 95th percentile:`);
    say(`  question to marks: ${quantile(answered, 0.5)} / ${quantile(answered, 0.95)} ms`);
    say(`  VS Code tells of the cursor to marks: ${quantile(followed, 0.5)} / ${quantile(followed, 0.95)} ms`);
    say(`  cursor set, by way of the workbench, to marks: ${quantile(seen, 0.5)} / ${quantile(seen, 0.95)} ms`);

    const server = await rest();
    assert.ok(server, 'the server runs');
    const busy = processorTime(server);
    await pause(IDLE_SECONDS * 1000);
    say(`  processor time of the idle server in ${IDLE_SECONDS} s: ${(processorTime(server) - busy) * 10} ms`);
  });
});
