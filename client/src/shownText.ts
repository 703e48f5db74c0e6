import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isSource } from './isSource';

/** In ms, after which the reader has stopped scrolling. */
const PAUSE = 100;

/** Tells the server which lines are in view, so that what is likely asked of them is ready. */
export class ShownText {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    context.subscriptions.push(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#schedule(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#schedule(editor)),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    );
  }

  /** Tells of the text in front, after something else than its view has changed. */
  refresh(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor) this.#schedule(editor);
  }

  #schedule(editor: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(editor), PAUSE);
  }

  async #tell({ document, visibleRanges }: vscode.TextEditor): Promise<void> {
    const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
    if (!first || !last || !isSource(document) || !this.client.isRunning()) return;
    const range = this.client.code2ProtocolConverter.asRange(new vscode.Range(first.start, last.end));
    await this.client.sendNotification('variorum/shown', { textDocument: { uri: document.uri.toString() }, range });
  }
}
