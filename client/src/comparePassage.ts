import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { VersionRow } from '../../server/src/readingRequests';

const SCHEME = 'variorum-passage';
/** Their own language: package.json wraps its lines in diff editors, whatever the reader's other diffs do. */
const LANGUAGE = 'variorum-passage';

/** What is compared: asked again with and without the accidentals. */
interface Compared {
  readonly document: string;
  readonly range: { readonly start: vscode.Position; readonly end: vscode.Position };
}

/** All versions of a passage beside the one at hand, in VS Code's own diff editors, one sentence a line. */
export class PassageComparison implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #texts = new Map<string, string>();
  #compared: Compared | undefined;
  #isSubstantive = false;
  #count = 0;

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    context.subscriptions.push(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.commands.registerCommand('variorum.comparePassage', () => this.#compare()),
      vscode.commands.registerCommand('variorum.compareSubstantiveOnly', () => this.#switch(true)),
      vscode.commands.registerCommand('variorum.compareEverything', () => this.#switch(false)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async #compare(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!this.client.isRunning()) return;
    if (!editor) {
      vscode.window.setStatusBarMessage('$(info) Put the cursor into a passage of a source first', 4000);
      return;
    }
    const { start, end } = editor.selection;
    this.#compared = { document: editor.document.uri.toString(), range: { start, end } };
    this.#count++;
    const versions = await this.#versions();
    if (versions.length < 2) {
      vscode.window.setStatusBarMessage('$(info) No other source has this passage', 3000);
      return;
    }
    const pairs = this.#put(versions);
    for (const uri of pairs.flat()) {
      // Before a diff editor asks for its settings.
      await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), LANGUAGE);
    }
    const title = `This passage: ${versions.map(({ siglum }) => siglum).join(', ')}`;
    const [only] = pairs;
    if (pairs.length === 1 && only) await vscode.commands.executeCommand('vscode.diff', ...only, title);
    else
      await vscode.commands.executeCommand(
        'vscode.changes',
        title,
        pairs.map(([base, other]) => [other, base, other]),
      );
  }

  async #switch(isSubstantive: boolean): Promise<void> {
    this.#isSubstantive = isSubstantive;
    await vscode.commands.executeCommand('setContext', 'variorum.substantiveOnly', isSubstantive);
    for (const uri of this.#put(await this.#versions()).flat()) this.#changed.fire(uri);
  }

  async #versions(): Promise<readonly VersionRow[]> {
    if (!this.#compared) return [];
    const { document, range } = this.#compared;
    return this.client.sendRequest<VersionRow[]>('variorum/versions', {
      textDocument: { uri: document },
      range: { start: plain(range.start), end: plain(range.end) },
      substantiveOnly: this.#isSubstantive,
    });
  }

  /**
   * The first version beside each of the others. Texts of one comparison keep their addresses, so that an open editor
   * shows them anew; both sides of a pair have one path, or the editor calls the second a renamed file.
   */
  #put([base, ...others]: readonly VersionRow[]): (readonly [vscode.Uri, vscode.Uri])[] {
    if (!base) return [];
    return others.map((other) => {
      const put = ({ siglum, text }: VersionRow) => {
        const path = `/beside ${base.siglum}/${other.siglum}`;
        const uri = vscode.Uri.from({ scheme: SCHEME, path, query: `${this.#count} ${siglum}` });
        this.#texts.set(uri.toString(), text);
        return uri;
      };
      return [put(base), put(other)] as const;
    });
  }
}

function plain({ line, character }: vscode.Position) {
  return { line, character };
}
