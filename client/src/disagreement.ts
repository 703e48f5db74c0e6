import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Shade } from '../../server/src/readingRequests';
import { isSource } from './isSource';

const KEY = 'variorum.showsDisagreement';
const LEVELS = [1, 2, 3] as const;
const LINES = ['dotted', 'dashed', 'double'] as const;
const LANES = [vscode.OverviewRulerLane.Right, vscode.OverviewRulerLane.Center, vscode.OverviewRulerLane.Full] as const;

/**
 * Where other lineages read otherwise: one, two, or three and more, told by the line below the words, by bars in the
 * gutter and by the lane of the overview ruler, never by hue alone.
 */
export class Disagreement {
  readonly #words = LEVELS.map((_, index) =>
    vscode.window.createTextEditorDecorationType({
      borderColor: new vscode.ThemeColor('variorum.disagreement'),
      borderStyle: LINES[index] ?? 'dotted',
      borderWidth: index === 2 ? '0 0 3px 0' : '0 0 1px 0',
      overviewRulerColor: new vscode.ThemeColor('variorum.disagreement'),
      overviewRulerLane: LANES[index] ?? vscode.OverviewRulerLane.Right,
    }),
  );
  readonly #lines = LEVELS.map((level) =>
    vscode.window.createTextEditorDecorationType({
      dark: { gutterIconPath: bars(level, '#d4d4d4') },
      light: { gutterIconPath: bars(level, '#333333') },
      gutterIconSize: 'contain',
    }),
  );
  #timer: NodeJS.Timeout | undefined;
  isShown: boolean;

  constructor(
    private readonly client: LanguageClient,
    private readonly context: vscode.ExtensionContext,
  ) {
    this.isShown = context.workspaceState.get(KEY, false);
    context.subscriptions.push(
      ...this.#words,
      ...this.#lines,
      vscode.commands.registerCommand('variorum.toggleDisagreement', () => this.#toggle()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.schedule()),
      vscode.workspace.onDidChangeTextDocument(() => this.schedule()),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    );
  }

  /** After a pause in typing; nothing at all while it is off. */
  schedule(): void {
    if (!this.isShown) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.show(), 300);
  }

  async show(): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) await this.#showIn(editor);
  }

  async #toggle(): Promise<void> {
    this.isShown = !this.isShown;
    await this.context.workspaceState.update(KEY, this.isShown);
    await this.show();
  }

  async #showIn(editor: vscode.TextEditor): Promise<void> {
    const { uri, version } = editor.document;
    if (!isSource(editor.document) || !this.client.isRunning()) return;
    const found = this.isShown
      ? await this.client.sendRequest<Shade[]>('variorum/disagreements', { textDocument: { uri: uri.toString() } })
      : [];
    if (editor.document.version !== version) return;
    const ofLine = new Map<number, number>();
    for (const { range, lineages } of found) {
      ofLine.set(range.start.line, Math.max(ofLine.get(range.start.line) ?? 0, Math.min(3, lineages)));
    }
    for (const [index, level] of LEVELS.entries()) {
      const words = found.filter(({ lineages }) => Math.min(3, lineages) === level);
      const [style, line] = [this.#words[index], this.#lines[index]];
      if (style) editor.setDecorations(style, words.map(option));
      const lines = [...ofLine].filter(([, most]) => most === level).map(([at]) => new vscode.Range(at, 0, at, 0));
      if (line) editor.setDecorations(line, lines);
    }
  }
}

function option({ range: { start, end }, lineages }: Shade): vscode.DecorationOptions {
  return {
    range: new vscode.Range(start.line, start.character, end.line, end.character),
    hoverMessage: lineages === 1 ? '1 other lineage reads otherwise.' : `${lineages} other lineages read otherwise.`,
  };
}

/** One, two or three bars. */
function bars(count: number, colour: string): vscode.Uri {
  const each = Array.from(
    { length: count },
    (_, index) => `<rect x="4" y="${11 - index * 4}" width="8" height="2.5"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="${colour}">${each.join('')}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
