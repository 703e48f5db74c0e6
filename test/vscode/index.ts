import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/** Runs the suite named in VARIORUM_SUITE inside the extension host; both VS Code hosts call this. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: true, timeout: 30_000 });
  const report = process.env.MOCHA_REPORT_FILE;
  // The hosted VS Code cannot see this process's output; it reads a file instead.
  if (report) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(report, `${format(...args)}\n`);
  mocha.addFile(join(__dirname, `${process.env.VARIORUM_SUITE ?? 'corpus'}.test.js`));
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      // The proof that the suite ran to its end: a host that dies half-way looks like success from outside.
      const result = process.env.MOCHA_RESULT_FILE;
      if (result) writeFileSync(result, JSON.stringify({ failures, stats: runner.stats }));
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}
