// Headless Chromium, driven by playwright-core, which downloads nothing.
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromiumPath, hostFolder } from './paths.mjs';

export async function openBrowser({ width = 1280, height = 800, scale = 1, reducedMotion } = {}) {
  const { chromium } = createRequire(path.join(hostFolder, 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    // --no-sandbox: containers and root have none.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(reducedMotion ? { reducedMotion } : {}),
  });
  return { browser, page: await context.newPage() };
}
