import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import type { ReadingPlace, ReadingPlaces } from '../../server/src/features/parallelReading';
import type { SourceRow } from '../../server/src/features/sourceList';
import { GapMarks } from './gapMarks';

interface Update {
  /** From the question to the marks in the other columns. */
  readonly milliseconds: number;
  /** Sigla of the sources that do not have the passage. */
  readonly gaps: readonly string[];
  /** The text whose column the others followed. */
  readonly leader: vscode.Uri;
}

const { One, Two, Three, Four, Five } = vscode.ViewColumn;
const COLUMNS: readonly vscode.ViewColumn[] = [One, Two, Three, Four, Five];
const MOST_COLUMNS = COLUMNS.length;
/** After a column has come to where we moved it, its scrolling is still ours for so long; in milliseconds. */
const ECHO = 250;
/** A column that has not come there by now was never moved, or the reader has taken it elsewhere; in milliseconds. */
const LONGEST_WAY = 3000;

/** Where we moved a column. What it scrolls on its way there says nothing of what the reader wants. */
interface Move {
  readonly to: vscode.Range;
  readonly at: number;
  arrivedAt?: number;
}

/**
 * Sources in columns. The cursor or the scrolling in one brings the parallel passage into view in the others, with
 * passage and word marked, and gaps said. Ordinary editors: closing one only leaves the others.
 */
export class ParallelReading {
  readonly #styles = {
    passage: vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('variorum.parallelPassage'),
      // Themes of high contrast have no background for it.
      border: '1px dashed',
      borderColor: new vscode.ThemeColor('variorum.parallelPassageBorder'),
      overviewRulerColor: new vscode.ThemeColor('variorum.parallelWord'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }),
    word: vscode.window.createTextEditorDecorationType({
      border: '1px solid',
      borderColor: new vscode.ThemeColor('variorum.parallelWord'),
      backgroundColor: new vscode.ThemeColor('variorum.parallelWordBackground'),
      fontWeight: 'bold',
    }),
  };
  readonly #gaps: GapMarks;
  #sources = new Map<string, string>();
  readonly #moves = new Map<vscode.TextEditor, Move>();
  #wanted: { editor: vscode.TextEditor; position: vscode.Position } | undefined;
  #isAsking = false;
  /** Columns scroll while they open; nobody reads in them yet. */
  #isOpening = false;
  /** The others show what was scrolled to, not what the cursor is at. */
  #followsScroll = false;
  readonly #updated = new vscode.EventEmitter<Update>();
  /** After the other columns followed. */
  readonly onDidUpdate = this.#updated.event;

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    this.#gaps = new GapMarks(context);
    context.subscriptions.push(
      ...Object.values(this.#styles),
      vscode.commands.registerCommand('variorum.readInParallel', (one?: SourceRow, selected?: SourceRow[]) =>
        this.#start(selected ?? (one ? [one] : [])),
      ),
      vscode.commands.registerCommand('variorum.stopReadingInParallel', () => this.#stop()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#follow(editor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#followScroll(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document) this.#follow(editor);
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#forgetClosed()),
    );
  }

  async #start(chosen: readonly SourceRow[]): Promise<void> {
    if (!this.client.isRunning()) return;
    const editor = vscode.window.activeTextEditor;
    const all = await this.client.sendRequest<SourceRow[]>('variorum/sources');
    // Beside the walkthrough no source is at hand: the first one is as good as any.
    const atHand = all.find(({ uri }) => uri === editor?.document.uri.toString()) ?? all[0];
    const uris = chosen.length > 1 ? chosen.map(({ uri }) => uri) : await this.#pick(chosen[0]?.uri ?? atHand?.uri);
    if (!uris || uris.length < 2) return;
    const columns = uris.slice(0, MOST_COLUMNS);
    this.#sources = new Map(columns.map((uri) => [uri, all.find((one) => one.uri === uri)?.siglum ?? 'this source']));
    const at = editor?.document.uri.toString() === columns[0] ? editor?.selection.active : undefined;
    await vscode.commands.executeCommand('vscode.setEditorLayout', {
      orientation: 0,
      groups: columns.map(() => ({ size: 1 / columns.length })),
    });
    this.#isOpening = true;
    try {
      await this.#open(columns, at);
      await vscode.commands.executeCommand('setContext', 'variorum.isReadingInParallel', true);
      const first = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === columns[0]);
      if (!first) return;
      const cursor = first.selection.active;
      // Narrow columns wrap: what was in view may be so no longer.
      first.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      await this.#update(first, cursor);
    } finally {
      this.#isOpening = false;
    }
  }

  async #open(columns: readonly string[], at: vscode.Position | undefined): Promise<void> {
    for (const [index, uri] of columns.entries()) {
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
        viewColumn: COLUMNS[index] ?? vscode.ViewColumn.Active,
        preserveFocus: index > 0,
        preview: false,
        ...(index === 0 && at ? { selection: new vscode.Range(at, at) } : {}),
      });
    }
  }

  /** The text at hand and those the reader picks, the nearest first and up to three of them picked already. */
  async #pick(from: string | undefined): Promise<string[] | undefined> {
    if (!from) return undefined;
    const near = await this.client.sendRequest<{ uri: string; siglum: string }[]>('variorum/nearest', {
      textDocument: { uri: from },
    });
    if (near.length === 0) {
      vscode.window.setStatusBarMessage('$(info) No other source to read beside this one', 4000);
      return undefined;
    }
    if (near.length === 1) return [from, ...near.map(({ uri }) => uri)];
    const items = near.map(({ uri, siglum }, index) => ({
      label: siglum,
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      picked: index < 2,
      uri,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title: 'Read in Parallel',
      placeHolder: `Sources to read beside this one, the nearest first (at most ${MOST_COLUMNS - 1})`,
    });
    return picked && [from, ...picked.map(({ uri }) => uri)];
  }

  get isReading(): boolean {
    return this.#sources.size > 0;
  }

  #stop(): void {
    this.#sources.clear();
    this.#wanted = undefined;
    for (const editor of vscode.window.visibleTextEditors) this.#clear(editor);
    void vscode.commands.executeCommand('setContext', 'variorum.isReadingInParallel', false);
  }

  /** One column less; with one left, reading in parallel has ended. */
  #forgetClosed(): void {
    if (this.#sources.size === 0) return;
    const columns = this.#columns();
    for (const editor of this.#moves.keys()) if (!columns.includes(editor)) this.#moves.delete(editor);
    if (columns.length < 2 && !columns.some(({ document }) => !this.#sources.has(document.uri.toString()))) {
      const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => this.#isColumn(input));
      if (open.length < 2) this.#stop();
    }
  }

  #isColumn(input: unknown): boolean {
    return input instanceof vscode.TabInputText && this.#sources.has(input.uri.toString());
  }

  #columns(): vscode.TextEditor[] {
    return vscode.window.visibleTextEditors.filter(({ document }) => this.#sources.has(document.uri.toString()));
  }

  #follow(editor: vscode.TextEditor): void {
    if (this.#sources.size === 0 || this.#isOpening || editor !== vscode.window.activeTextEditor) return;
    this.#followsScroll = false;
    this.#want(editor, editor.selection.active);
  }

  #followScroll(editor: vscode.TextEditor): void {
    if (this.#sources.size === 0 || this.#isOpening || this.#isMoving(editor)) return;
    const [visible] = editor.visibleRanges;
    if (!visible) return;
    const isCursorInView = editor === vscode.window.activeTextEditor && visible.contains(editor.selection.active);
    if (isCursorInView) {
      // Scrolled back.
      if (this.#followsScroll) this.#follow(editor);
      return;
    }
    this.#followsScroll = true;
    const line = Math.floor((visible.start.line * 2 + visible.end.line) / 3);
    this.#want(editor, firstTextAt(editor.document, line));
  }

  #isMoving(editor: vscode.TextEditor): boolean {
    const move = this.#moves.get(editor);
    if (!move) return false;
    const now = performance.now();
    // As long as it shows what we brought into view, nothing is to be followed, whatever moves it.
    if (editor.visibleRanges.some((visible) => visible.contains(move.to.start))) {
      move.arrivedAt ??= now;
      return true;
    }
    return move.arrivedAt !== undefined ? now - move.arrivedAt < ECHO : now - move.at < LONGEST_WAY;
  }

  /** One question at a time; of those in between only the last is asked. */
  #want(editor: vscode.TextEditor, position: vscode.Position): void {
    if (!this.#sources.has(editor.document.uri.toString())) return;
    this.#wanted = { editor, position };
    if (!this.#isAsking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      for (let wanted = this.#wanted; wanted; wanted = this.#wanted) {
        this.#wanted = undefined;
        await this.#update(wanted.editor, wanted.position);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #update(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
    if (!this.client.isRunning()) return;
    const started = performance.now();
    const { document } = editor;
    const others = this.#columns().filter((one) => one !== editor && one.document !== document);
    const found = await this.client.sendRequest<ReadingPlaces | null>('variorum/reading', {
      ...this.client.code2ProtocolConverter.asTextDocumentPositionParams(document, position),
      sources: others.map((one) => one.document.uri.toString()),
    });
    if (this.#sources.size === 0) return;
    this.#moves.delete(editor);
    const gaps: string[] = [];
    editor.setDecorations(this.#styles.passage, found ? [toRange(found.origin)] : []);
    editor.setDecorations(this.#styles.word, wordAt(document, position));
    this.#gaps.clear(document);
    for (const other of others) {
      const uri = other.document.uri.toString();
      const place = found?.places.find((one) => one.uri === uri);
      if (!place || place.isGap) gaps.push(this.#sources.get(uri) ?? '');
      this.#show(other, place);
    }
    this.#updated.fire({ milliseconds: performance.now() - started, gaps, leader: document.uri });
  }

  #show(editor: vscode.TextEditor, place: ReadingPlace | undefined): void {
    this.#clear(editor);
    const siglum = this.#sources.get(editor.document.uri.toString()) ?? 'this source';
    if (!place || place.isGap) {
      const at = place ? toRange(place.range).end : (editor.visibleRanges[0]?.start ?? new vscode.Position(0, 0));
      // Behind the line, where it moves no text.
      const { end } = editor.document.lineAt(Math.min(at.line, editor.document.lineCount - 1)).range;
      this.#gaps.set(editor.document, place ? at : end, siglum);
      if (place) this.#reveal(editor, new vscode.Range(at, at));
      return;
    }
    const range = toRange(place.range);
    editor.setDecorations(this.#styles.passage, [range]);
    editor.setDecorations(this.#styles.word, place.word ? [toRange(place.word)] : []);
    this.#reveal(editor, range);
  }

  #reveal(editor: vscode.TextEditor, range: vscode.Range): void {
    // That it is in view already may be out of date: an earlier move may be on its way.
    this.#moves.set(editor, { to: range, at: performance.now() });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #clear(editor: vscode.TextEditor): void {
    for (const style of Object.values(this.#styles)) editor.setDecorations(style, []);
    this.#gaps.clear(editor.document);
  }
}

function wordAt(document: vscode.TextDocument, position: vscode.Position): vscode.Range[] {
  const word = document.getWordRangeAtPosition(position, /(?<![\p{L}\p{M}\p{N}’'-])[\p{L}\p{M}\p{N}’'-]+/u);
  return word ? [word] : [];
}

/** The first line with text from here on. */
function firstTextAt(document: vscode.TextDocument, line: number): vscode.Position {
  for (let at = line; at < document.lineCount; at++) {
    const { isEmptyOrWhitespace, firstNonWhitespaceCharacterIndex } = document.lineAt(at);
    if (!isEmptyOrWhitespace) return new vscode.Position(at, firstNonWhitespaceCharacterIndex);
  }
  return new vscode.Position(line, 0);
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
