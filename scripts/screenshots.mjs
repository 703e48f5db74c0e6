// Photographs the real thing for the README: docs/images/*.png, from a copy of the seeds in the hosted VS Code.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './host/browser.mjs';
import { installBrowser, installHost } from './host/install.mjs';
import { projectFolder } from './host/paths.mjs';
import { startServer, workbenchUrl } from './host/server.mjs';
import { Workbench } from './host/workbench.mjs';

const images = path.resolve(process.argv[2] ?? path.join(projectFolder, 'docs', 'images'));
const scratch = mkdtempSync(path.join(tmpdir(), 'variorum-screenshots-'));
const folder = path.join(scratch, 'seeds');
const RADIO = '003_f2a5394b45cfa237.txt';
const CTN = '000_b4a0a099eddaae10.txt';

const settings = {
  'workbench.colorTheme': process.env.THEME ?? 'Default Light Modern',
  'editor.fontSize': 15,
  'editor.lineHeight': 1.5,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
};

async function photograph(workbench) {
  const shot = async (name) => {
    const file = path.join(images, `${name}.png`);
    await workbench.page.screenshot({ path: file });
    console.log(path.relative(projectFolder, file));
  };

  await workbench.page.locator('.squiggly-info').first().waitFor({ timeout: 30_000 });
  await workbench.command('Problems: Focus on Problems View');
  await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.openFile(RADIO);
  await workbench.goTo(19);
  await workbench.hover('Universtiy', 'no dictionary');
  await shot('typo');

  await workbench.command('View: Toggle Panel Visibility');
  await workbench.openFile(CTN);
  await workbench.goTo(25);
  await workbench.hover('Andrei Belousov', 'Named in');
  await shot('person');

  await workbench.command('Focus on People View');
  const people = workbench.page.locator('.pane', { hasText: 'People' }).locator('.monaco-list-row');
  await people.filter({ hasText: 'Vladimir Putin' }).first().click();
  await people.filter({ hasText: 'Quotations' }).first().waitFor();
  await people.filter({ hasText: 'Quotations' }).first().click();
  await people.filter({ hasText: 'firmly supporting' }).first().waitFor();
  await shot('people');

  await workbench.openFile(CTN);
  await workbench.goTo(13);
  await workbench.click('oppose');
  await workbench.command('Peek Definition');
  await workbench.page.locator('.peekview-widget .monaco-editor .view-line').first().waitFor();
  await workbench.page.locator('.peekview-widget .monaco-list-row').first().waitFor();
  await shot('parallels');
}

let server;
let browser;
try {
  installHost();
  installBrowser();
  mkdirSync(images, { recursive: true });
  cpSync(path.join(projectFolder, 'seeds'), folder, { recursive: true });
  server = await startServer({ settings });
  const opened = await openBrowser({ width: 1280, height: 800, scale: 1.5, reducedMotion: 'reduce' });
  browser = opened.browser;
  await opened.page.goto(
    workbenchUrl({ port: server.port, folder, extension: projectFolder, open: path.join(folder, RADIO) }),
  );
  await photograph(new Workbench(opened.page));
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  await browser
    ?.contexts()[0]
    ?.pages()[0]
    ?.screenshot({ path: path.join(tmpdir(), 'variorum-screenshot-failed.png') });
  process.exitCode = 1;
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
}
