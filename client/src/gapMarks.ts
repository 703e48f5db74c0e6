import * as vscode from 'vscode';

/**
 * Says where a source does not have a passage. An inlay hint and no decoration: its words wrap with the line, and a
 * screen reader finds them.
 */
export class GapMarks implements vscode.InlayHintsProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  readonly #gaps = new Map<string, { readonly at: vscode.Position; readonly siglum: string }>();

  constructor(context: vscode.ExtensionContext) {
    const languages = ['plaintext', 'markdown'];
    context.subscriptions.push(vscode.languages.registerInlayHintsProvider(languages, this));
  }

  set({ uri }: vscode.TextDocument, at: vscode.Position, siglum: string): void {
    this.#gaps.set(uri.toString(), { at, siglum });
    this.#changed.fire();
  }

  clear({ uri }: vscode.TextDocument): void {
    if (this.#gaps.delete(uri.toString())) this.#changed.fire();
  }

  provideInlayHints({ uri }: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const gap = this.#gaps.get(uri.toString());
    if (!gap || !range.contains(gap.at)) return [];
    const hint = new vscode.InlayHint(gap.at, `not in ${gap.siglum}`);
    hint.paddingLeft = hint.paddingRight = true;
    hint.tooltip = `${gap.siglum} does not have this passage.`;
    return [hint];
  }
}
