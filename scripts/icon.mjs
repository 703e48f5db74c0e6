// Draws client/images/icon.png from icon.svg, with the browser that the screenshots use.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './host/browser.mjs';
import { installBrowser, installHost } from './host/install.mjs';
import { projectFolder } from './host/paths.mjs';

const images = path.join(projectFolder, 'client', 'images');
installHost();
installBrowser();
const { browser, page } = await openBrowser({ width: 256, height: 256, scale: 1 });
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(path.join(images, 'icon.svg'), 'utf8')}`,
);
await page.screenshot({ path: path.join(images, 'icon.png'), omitBackground: true });
await browser.close();
