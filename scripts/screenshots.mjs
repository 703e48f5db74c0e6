// Photographs the real thing for README and walkthrough: docs/images/*.png, from copies of the seeds and of the sample in
// the hosted VS Code. `node scripts/screenshots.mjs FOLDER [seeds|reading|sample …]` for some of them only; THEME is another
// theme by its name in the list of themes: 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'.
import UPNG from 'upng-js';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './host/browser.mjs';
import { installBrowser, installHost } from './host/install.mjs';
import { projectFolder } from './host/paths.mjs';
import { startServer, workbenchUrl } from './host/server.mjs';
import { Workbench } from './host/workbench.mjs';

const images = path.resolve(process.argv[2] ?? path.join(projectFolder, 'docs', 'images'));
const scratch = mkdtempSync(path.join(tmpdir(), 'variorum-screenshots-'));
const RADIO = '003_f2a5394b45cfa237.txt';
const CTN = '000_b4a0a099eddaae10.txt';

const settings = {
  'editor.fontSize': 15,
  'editor.lineHeight': 1.5,
  'editor.wordWrap': 'on',
  'diffEditor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
};

/** As a reader does: the setting alone is not heeded when this host starts. */
async function chooseTheme({ page }, theme) {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  const listed = page.locator('.quick-input-list .monaco-list-row');
  await listed.nth(2).waitFor();
  await page.locator('.quick-input-widget input').first().fill(theme);
  await listed.nth(1).waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The lines of a view of the side bar. */
function rows({ page }, view) {
  const header = page.locator('.pane-header', { hasText: view });
  return page.locator('.pane', { has: header }).locator('.monaco-list-row');
}

/** Opens columns for what stands at the cursor and the nearest sources. */
async function readInParallel(workbench, columns) {
  const { page } = workbench;
  await workbench.command('Variorum: Read in Parallel', { asks: true });
  await page.locator('.quick-input-title', { hasText: 'Read in Parallel' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  const last = page.locator('.editor-group-container').nth(columns - 1);
  await last.locator('.view-line').first().waitFor();
  await last.locator('[class*="ced-"]').first().waitFor();
}

/** Compares the passage at the cursor, once the differing words are marked. */
async function comparePassage(workbench) {
  await workbench.command('Variorum: Compare This Passage');
  await workbench.page.locator('.multiDiffEntry .view-line').first().waitFor();
  await workbench.page.locator('.multiDiffEntry .char-insert').first().waitFor();
}

/** The list of what can be done about the finding on these words. */
async function openFixes(workbench, words) {
  await workbench.click(words);
  await workbench.command('Quick Fix...');
  await workbench.page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function shot(workbench, name) {
  const file = path.join(images, `${name}.png`);
  // Where this machine keeps its copy of the sources is nobody's business.
  await workbench.page.addStyleTag({ content: '.peekview-title .dirname { display: none }' });
  const png = UPNG.decode(await workbench.page.screenshot());
  // A workbench has few colours; a palette makes the file a third.
  writeFileSync(file, Buffer.from(UPNG.encode(UPNG.toRGBA8(png), png.width, png.height, 64)));
  console.log(path.relative(projectFolder, file));
}

/** Side by side and at a glance: what reading looks like. */
async function photographReading(workbench) {
  const { page } = workbench;
  await page.locator('.squiggly-info').first().waitFor();
  await workbench.command('Focus on Passages View');
  await rows(workbench, 'Passages').first().waitFor();
  await workbench.openFile(CTN);
  await shot(workbench, 'passages');

  await workbench.command('Focus on Findings View');
  await rows(workbench, 'Findings').filter({ hasText: 'altered-quotation' }).click();

  await workbench.goTo(13);
  await openFixes(workbench, 'impede');
  await shot(workbench, 'fixes');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Known difference' }).click();
  await openFixes(workbench, 'justice');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Ignore this finding' }).click();
  await workbench.command('Focus on Decisions View');
  await rows(workbench, 'Decisions').filter({ hasText: 'Ignored' }).waitFor();
  await shot(workbench, 'decisions');

  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile(CTN);
  await workbench.goTo(13);
  await workbench.command('Variorum: Toggle Disagreement at a Glance');
  await page.locator('.cgmr[class*="ced-"]').first().waitFor();
  await workbench.click('oppose');
  await shot(workbench, 'disagreement');
  await workbench.command('Variorum: Toggle Disagreement at a Glance');
  await workbench.click('oppose');
  await comparePassage(workbench);
  await shot(workbench, 'compare');
  await workbench.command('View: Close Editor');

  await workbench.openFile(CTN);
  await workbench.goTo(7);
  await readInParallel(workbench, 3);
  await shot(workbench, 'parallel-1');
  await workbench.goTo(13);
  await workbench.click('impede');
  await page.locator('.editor-group-container').nth(1).getByText('hinder').first().waitFor();
  await shot(workbench, 'parallel-2');
  // The end of the wrapped line, then of the paragraph.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.type(' Here the reader adds a sentence of his own.');
  await page.getByText('not in 003').first().waitFor();
  await shot(workbench, 'parallel-3');
}

/** What the walkthrough shows. */
async function photographSample(workbench) {
  const { page } = workbench;
  await page.locator('.squiggly-info').first().waitFor();
  await workbench.command('Focus on Sources View');
  await rows(workbench, 'Sources').nth(3).waitFor();
  await workbench.openFile('courier.txt');
  await shot(workbench, 'sample');
  await workbench.hover('ligthhouse', 'no dictionary');
  await shot(workbench, 'sample-typo');
  await workbench.hover('Ingrid Solheim', 'Named in');
  await shot(workbench, 'sample-person');
  await openFixes(workbench, 'ligthhouse');
  await shot(workbench, 'sample-fixes');
  await page.keyboard.press('Escape');

  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.click('enough');
  await comparePassage(workbench);
  await shot(workbench, 'sample-compare');
  await workbench.command('View: Close Editor');
  await workbench.openFile('courier.txt');
  await workbench.click('enough');
  await readInParallel(workbench, 3);
  await shot(workbench, 'sample-parallel');
}

async function photograph(workbench) {
  await workbench.page.locator('.squiggly-info').first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.openFile(RADIO);
  await workbench.goTo(19);
  await workbench.hover('Universtiy', 'no dictionary');
  await shot(workbench, 'typo');

  await workbench.command('View: Toggle Panel Visibility');
  await workbench.openFile(CTN);
  await workbench.goTo(25);
  await workbench.hover('Andrei Belousov', 'Named in');
  await shot(workbench, 'person');

  await workbench.command('Focus on People View');
  const people = rows(workbench, 'People');
  await people.filter({ hasText: 'Vladimir Putin' }).first().click();
  await people.filter({ hasText: 'Quotations' }).first().waitFor();
  await people.filter({ hasText: 'Quotations' }).first().click();
  await people.filter({ hasText: 'firmly supporting' }).first().waitFor();

  await workbench.openFile(CTN);
  await workbench.goTo(13);
  await workbench.click('oppose');
  await workbench.command('Peek Definition');
  await workbench.page.locator('.peekview-widget .monaco-editor .view-line').first().waitFor();
  await workbench.page.locator('.peekview-widget .monaco-list-row').first().waitFor();
  await shot(workbench, 'parallels');
}

const rounds = {
  seeds: { source: 'seeds', open: RADIO, photograph },
  reading: { source: 'seeds', open: CTN, photograph: photographReading },
  sample: { source: 'samples/lighthouse', open: 'courier.txt', photograph: photographSample },
};
const wanted = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(rounds);

let server;
let browser;
try {
  installHost();
  installBrowser();
  mkdirSync(images, { recursive: true });
  server = await startServer({ settings });
  const opened = await openBrowser({ width: 1200, height: 750, scale: 1.4, reducedMotion: 'reduce' });
  browser = opened.browser;
  opened.page.setDefaultTimeout(120_000);
  for (const name of wanted) {
    const { source, open, photograph: act } = rounds[name];
    const folder = path.join(scratch, name);
    cpSync(path.join(projectFolder, source), folder, { recursive: true });
    await opened.page.goto(
      workbenchUrl({ port: server.port, folder, extension: projectFolder, open: path.join(folder, open) }),
    );
    const workbench = new Workbench(opened.page);
    if (process.env.THEME) {
      await opened.page.locator('.squiggly-info').first().waitFor();
      await chooseTheme(workbench, process.env.THEME);
    }
    await act(workbench);
  }
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
