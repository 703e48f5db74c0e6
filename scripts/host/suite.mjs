// Runs a compiled test suite inside the extension host of the hosted VS Code.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './server.mjs';

/** @returns the suite's exit code: 0 only if it ran to its end with at least one test and no failure. */
export async function runSuite({
  extension,
  tests,
  folder,
  extensionsFolder,
  settings,
  disableExtensions,
  seconds = 300,
}) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'variorum-suite-'));
  // The report travels through a file: the workbench's own log channel is full of other messages.
  const report = path.join(scratch, 'report.log');
  const result = path.join(scratch, 'result.json');
  writeFileSync(report, '');
  const stopPrinting = printAsItGrows(report);
  const messages = [];
  let server;
  let browser;
  let timer;
  try {
    const env = { MOCHA_REPORT_FILE: report, MOCHA_RESULT_FILE: result };
    server = await startServer({ settings, extensionsFolder, env });
    const opened = await openBrowser();
    browser = opened.browser;
    const { page } = opened;
    const code = await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the suite gave no result in ${seconds} s`)), seconds * 1000);
      page.on('crash', () => reject(new Error('the workbench page crashed')));
      browser.on('disconnected', () => reject(new Error('the browser went away')));
      const start = async () => {
        // The workbench calls these two when it runs tests: the hooks of VS Code's own browser tests.
        await page.exposeFunction('codeAutomationLog', (type, args) => messages.push(`${type}: ${args.join(' ')}`));
        await page.exposeFunction('codeAutomationExit', resolve);
        await page.goto(workbenchUrl({ port: server.port, folder, extension, tests, disableExtensions }));
      };
      start().catch(reject);
    });
    // When the extension host dies the page still reports 0. Only a result file proves that the suite ran to its end.
    if (!existsSync(result)) {
      console.error(`the suite did not run to its end (the workbench said ${code})`);
      console.error(
        messages
          .filter((line) => !/^(info|debug|trace):/.test(line))
          .slice(-10)
          .join('\n')
          .slice(0, 6000),
      );
      return code || 70;
    }
    const { stats } = JSON.parse(readFileSync(result, 'utf8'));
    if (stats.tests === 0) console.error('the suite ran no test');
    return stats.tests === 0 ? 71 : code;
  } catch (error) {
    console.error(error.message);
    console.error(`${server?.log().slice(-2000) ?? ''}\n${messages.slice(-10).join('\n').slice(0, 4000)}`);
    return 1;
  } finally {
    clearTimeout(timer);
    await browser?.close().catch(() => undefined);
    await server?.stop();
    stopPrinting();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function printAsItGrows(file) {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(65_536);
  const print = () => {
    for (let read; (read = readSync(descriptor, buffer)) > 0;)
      process.stdout.write(Buffer.from(buffer.subarray(0, read)));
  };
  const timer = setInterval(print, 100);
  return () => {
    clearInterval(timer);
    print();
    closeSync(descriptor);
  };
}

// 'exit' handlers end what was started; a signal alone would not run them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
