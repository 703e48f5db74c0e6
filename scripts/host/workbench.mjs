/** Drives the workbench as a reader would: palette, mouse, keyboard. Waits for what is to be seen, never for a time. */
export class Workbench {
  constructor(page) {
    this.page = page;
  }

  /** Runs a command by its title in the palette; `asks`: the command opens a list of its own. */
  async command(title, { asks = false } = {}) {
    await this.#pick(`>${title}`, 'F1', true, asks);
  }

  async openFile(name) {
    await this.#pick(name, 'Control+P');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  async goTo(line) {
    await this.#pick(`:${line}`, 'Control+G', false);
  }

  /** Points at a word until a hover with `expected` stands there. */
  async hover(words, expected) {
    const { x, y } = await this.#middleOf(words);
    await this.page.mouse.move(5, 5);
    await this.page.mouse.move(x, y, { steps: 5 });
    await this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first().waitFor();
    await this.#settle();
  }

  async click(words) {
    const { x, y } = await this.#middleOf(words);
    await this.page.mouse.click(x, y);
  }

  async #pick(text, keys = 'F1', hasList = true, asks = false) {
    await this.page.keyboard.press(keys);
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    if (hasList) {
      const wanted = text.replace(/^>/, '');
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first().waitFor();
    }
    await this.page.keyboard.press('Enter');
    if (!asks) await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The middle of a word on the screen, in pixels. */
  async #middleOf(words) {
    const find = (wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { x, y, width, height } = range.getClientRects()[0];
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return undefined;
    };
    await this.page.waitForFunction(find, words);
    await this.#settle();
    return (await this.page.waitForFunction(find, words)).jsonValue();
  }

  /** Until nothing is drawn any more: two frames alike. */
  async #settle() {
    for (let last, now; ; last = now) {
      now = (await this.page.screenshot()).toString('base64');
      if (now === last) return;
    }
  }
}
