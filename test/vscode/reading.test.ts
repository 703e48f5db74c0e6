import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, EXTENSION, open, rangeOf, root, until } from './editor.js';

const CTN = '000_b4a0a099eddaae10.txt';
const RADIO = '003_f2a5394b45cfa237.txt';

interface Provider<T> {
  getChildren(node?: T): T[] | Promise<T[]>;
  getTreeItem(node: T): vscode.TreeItem;
  readonly onDidChangeTreeData: vscode.Event<unknown>;
}

interface Exported {
  readonly ready: Promise<void>;
  readonly sources: Provider<unknown>;
  readonly passages: Provider<unknown>;
  readonly findings: Provider<unknown> & { groupBy(by: string): void; filter(query: string): void };
  readonly decisions: Provider<unknown>;
  readonly reading: {
    readonly isReading: boolean;
    readonly onDidUpdate: vscode.Event<{ milliseconds: number; gaps: readonly string[]; leader: vscode.Uri }>;
  };
  readonly statusBar: {
    readonly item: vscode.StatusBarItem;
    readonly title: string;
    readonly onDidChange: vscode.Event<void>;
  };
  readonly disagreement: { isShown: boolean };
}

let views: Exported;

async function items<T>(view: Provider<T>, node?: T): Promise<vscode.TreeItem[]> {
  return (await view.getChildren(node)).map((child) => view.getTreeItem(child));
}

function labelOf({ label = '' }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : label.label;
}

function next<T>(event: vscode.Event<T>, isWanted: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      if (!isWanted(value)) return;
      listener.dispose();
      resolve(value);
    });
  });
}

/** Chooses in a list on the screen; no event tells when it is there, so we ask until the command has ended. */
async function accepting(command: Thenable<unknown>): Promise<void> {
  const ended = Promise.resolve(command).then(() => 'ended');
  const accept = async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return 'asked';
  };
  while ((await Promise.race([ended, accept()])) !== 'ended');
}

/** Runs the quick fix of this title on these words. */
async function runAction(document: vscode.TextDocument, words: string, title: string): Promise<void> {
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, words),
  );
  const action = offered.find((one) => one.title === title);
  assert.ok(action?.command, `offered: ${offered.map((one) => one.title).join(', ')}`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
}

async function hints(document: vscode.TextDocument): Promise<unknown[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return found.map(({ label }) => label);
}

function isTypo({ code }: vscode.Diagnostic): boolean {
  return typeof code === 'object' && code.value === 'misspelled-word';
}

function select(editor: vscode.TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, start);
}

describe('reading in VS Code', () => {
  before(async () => {
    const extension = vscode.extensions.getExtension<Exported>(EXTENSION)!;
    const started = performance.now();
    views = await extension.activate();
    console.log(`activated in ${Math.round(performance.now() - started)} ms (0: it was active already)`);
    await views.ready;
    const { document } = await open(RADIO);
    await diagnostics(document.uri, (all) => all.length > 0);
  });

  it('lists sources with siglum and findings', async () => {
    // The first sources are listed while the others are still read.
    let rows = await items(views.sources);
    while (rows.length < 5) {
      await next(views.sources.onDidChangeTreeData);
      rows = await items(views.sources);
    }
    assert.equal(rows.length, 5);
    assert.match(String(rows[3]!.description), /^\d+ findings/);
  });

  it('says in the status bar what there is', async () => {
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => views.statusBar.item.text.includes('finding') || undefined,
    );
    assert.match(views.statusBar.item.text, /^\$\(library\) 5 sources · \d lineages · \d+ findings$/);
  });

  it('says in the status bar what was left unread, in words without icons in the list of actions', async () => {
    const broken = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'broken.txt');
    const { statusBar } = views;
    await vscode.workspace.fs.writeFile(broken, new Uint8Array([65, 0, 66, 0, 0, 1, 2, 0]));
    await until(statusBar.onDidChange, () => statusBar.item.text.endsWith('$(warning) 1 unread') || undefined);
    assert.match(statusBar.title, /^5 sources · \d lineages · \d+ findings · 1 unread$/);
    await vscode.workspace.fs.delete(broken);
    await until(statusBar.onDidChange, () => statusBar.title.endsWith('findings') || undefined);
  });

  it('lists the passages of the story, and who has them', async () => {
    const rows = await items(views.passages);
    const [first] = rows as [vscode.TreeItem];
    assert.match(labelOf(first), /^Russian President/);
    assert.ok(rows.every((row) => labelOf(row).length < 30));
    assert.ok(rows.some(({ description }) => description === 'only here'));
    assert.ok(rows.some(({ label }) => label === 'Not in 000'));
    assert.ok(rows.some(({ description }) => String(description).includes('↕')));
    const [node] = (await views.passages.getChildren()) as [unknown];
    const below = await items(views.passages, node);
    assert.ok(below.every(({ description }) => /^00\d · (present|reworded|moved)$/.test(String(description))));
    await vscode.commands.executeCommand(first.command!.command, ...(first.command!.arguments as unknown[]));
    assert.ok(vscode.window.activeTextEditor!.document.fileName.endsWith(CTN));
  });

  it('groups findings by kind, source and passage, and filters them', async () => {
    const labels = async () => (await items(views.findings)).map(labelOf);
    await until(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics().some(([, all]) => all.some(isTypo)) ? true : undefined,
    );
    views.findings.groupBy('kind');
    assert.ok((await labels()).includes('misspelled-word'));
    views.findings.groupBy('source');
    assert.ok((await labels()).includes(RADIO));
    views.findings.groupBy('passage');
    const passages = await labels();
    assert.ok(passages.every((label) => /, line \d+$/.test(label)));
    const lines = passages.filter((label) => label.startsWith(CTN)).map((label) => Number(label.split(' ').at(-1)));
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
    views.findings.groupBy('kind');
    views.findings.filter('universtiy');
    assert.deepEqual(await labels(), ['misspelled-word']);
    await vscode.commands.executeCommand('variorum.findings.clearFilter');
    assert.ok((await labels()).length > 1);
  });

  it('reads in parallel: the others follow the cursor, an edit, and a closed column', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const editor = await open(CTN);
    select(editor, 'impede');
    const started = next(views.reading.onDidUpdate);
    const leaders = new Set<string>();
    const listener = views.reading.onDidUpdate(({ leader }) => leaders.add(leader.path.split('/').at(-1)!));
    const all = (await views.sources.getChildren()) as { uri: string }[];
    await vscode.commands.executeCommand('variorum.readInParallel', all[0], [all[0], all[2], all[3]]);
    await started;
    assert.equal(views.reading.isReading, true);
    assert.deepEqual(vscode.window.visibleTextEditors.map(({ viewColumn }) => viewColumn).sort(), [1, 2, 3]);
    const [column] = vscode.window.visibleTextEditors.filter(({ document }) => document.fileName.endsWith(CTN));
    const active = await vscode.window.showTextDocument(column!.document, { viewColumn: vscode.ViewColumn.One });
    const times: number[] = [];
    for (const words of ['Vostochny', 'Novak', 'impede', 'Kumsusan', 'deepening', 'Belousov', 'Kirby', 'commended']) {
      const updated = next(views.reading.onDidUpdate);
      select(active, words);
      times.push((await updated).milliseconds);
    }
    times.sort((a, b) => a - b);
    console.log(`other columns followed in ${times.map((time) => Math.round(time)).join(', ')} ms`);
    const seen = vscode.window.visibleTextEditors.find(({ document }) => document.fileName.endsWith(RADIO))!;
    const hinder = next(views.reading.onDidUpdate);
    select(active, 'impede');
    await hinder;
    const target = rangeOf(seen.document, 'hinder');
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, () =>
      seen.visibleRanges.some((range) => range.contains(target)) ? true : undefined,
    );
    const edited = next(views.reading.onDidUpdate);
    await active.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line of the reader.\n\n'));
    await edited;
    const gaps = next(views.reading.onDidUpdate, ({ gaps: found }) => found.length > 0);
    select(active, 'line of the reader');
    assert.deepEqual((await gaps).gaps, ['002', '003']);
    assert.deepEqual(await hints(seen.document), ['not in 003']);
    const filled = next(views.reading.onDidUpdate, ({ gaps: found }) => found.length === 0);
    select(active, 'impede');
    await filled;
    assert.deepEqual(await hints(seen.document), []);
    await vscode.commands.executeCommand('undo');
    // A column that was moved never moves the others in its turn.
    assert.deepEqual([...leaders], [CTN]);
    listener.dispose();
    await vscode.window.showTextDocument(seen.document, { viewColumn: vscode.ViewColumn.Three });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await vscode.window.showTextDocument(active.document, { viewColumn: vscode.ViewColumn.One });
    const still = next(views.reading.onDidUpdate);
    select(vscode.window.activeTextEditor!, 'Novak');
    assert.ok(await still);
    await vscode.commands.executeCommand('variorum.stopReadingInParallel');
    assert.equal(views.reading.isReading, false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('compares a passage in all its versions, and without dialect and punctuation', async () => {
    const editor = await open(CTN);
    select(editor, 'multipolarized');
    await vscode.commands.executeCommand('variorum.comparePassage');
    const version = (siglum: string) =>
      vscode.workspace.textDocuments.find(
        ({ uri }) =>
          uri.scheme === 'variorum-passage' && uri.path === '/beside 000/003' && uri.query.endsWith(` ${siglum}`),
      );
    const other = await until(vscode.workspace.onDidOpenTextDocument, () => version('003'));
    assert.match(version('000')!.getText(), /multipolarized/);
    // Sentences are long: both sides wrap them, whatever the reader's diffs of code do.
    const settings = vscode.workspace.getConfiguration('', other);
    assert.equal(settings.get('diffEditor.wordWrap'), 'on');
    assert.equal(vscode.workspace.getConfiguration('').get('diffEditor.wordWrap'), 'inherit');
    assert.match(other.getText(), /multipolarised/);
    assert.equal(other.getText().trim().split('\n').length, 1);
    await vscode.commands.executeCommand('variorum.compareSubstantiveOnly');
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => other.getText().includes('multipolarized') || undefined,
    );
    assert.match(other.getText(), /hinder/);
    await vscode.commands.executeCommand('variorum.compareEverything');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows disagreement only while it is wanted', async () => {
    await open(CTN);
    await vscode.commands.executeCommand('variorum.toggleDisagreement');
    assert.equal(views.disagreement.isShown, true);
    await vscode.commands.executeCommand('variorum.toggleDisagreement');
    assert.equal(views.disagreement.isShown, false);
  });

  it('writes findings to a file, as a page and as a table', async () => {
    for (const [format, start] of [
      ['html', /^<!doctype html>/],
      ['csv', /^source,line/],
      ['sarif', /^\{/],
    ] as const) {
      const file = vscode.Uri.joinPath(root(), '..', `findings.${format}`);
      await vscode.commands.executeCommand('variorum.exportFindings', format, file);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      assert.match(text, start);
      assert.match(text, /Universtiy/);
    }
  });

  it('checks all sources when asked, and only open ones again', async () => {
    const closed = vscode.Uri.joinPath(root(), '004_25201e690c609e44.txt');
    await vscode.commands.executeCommand('variorum.checkAllSources');
    await diagnostics(closed, (all) => all.length > 0);
    await vscode.commands.executeCommand('variorum.checkAllSources');
    await diagnostics(closed, (all) => all.length === 0);
  });

  it('colours people, numbers and quotations only where that is wanted', async () => {
    const { document } = await open(CTN);
    const tokens = async () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.equal((await tokens()).data.length, 0);
    const settings = vscode.workspace.getConfiguration('variorum');
    await settings.update('semanticTokens', true, vscode.ConfigurationTarget.Workspace);
    while ((await tokens()).data.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await settings.update('semanticTokens', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('sets lineage and draft in the manifest, and keeps its comments', async () => {
    const manifest = vscode.Uri.joinPath(root(), 'variorum.json');
    const before = await vscode.workspace.fs.readFile(manifest);
    await vscode.workspace.fs.writeFile(
      manifest,
      new TextEncoder().encode('{\n  // ours\n  "sources": ["*.txt"]\n}\n'),
    );
    const [, second] = (await views.sources.getChildren()) as { path: string; uri: string; siglum: string }[];
    await vscode.commands.executeCommand('variorum.source.pinLineage', second, 'wire');
    await vscode.commands.executeCommand('variorum.source.markDraft', second);
    const text = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(manifest));
    assert.match(await text(), /\/\/ ours/);
    assert.match(await text(), /"lineage": "wire"/);
    await vscode.commands.executeCommand('variorum.source.unmarkDraft', second);
    assert.match(await text(), /"drafts": \[\]/);
    await vscode.workspace.fs.writeFile(manifest, before);
  });

  it('lists what the reader decided, tells what went stale, and takes it back', async () => {
    const editor = await open(RADIO);
    const { document } = editor;
    await diagnostics(document.uri, (all) => all.some(isTypo));
    await runAction(document, 'Universtiy', 'Ignore this finding (misspelled-word)');
    await diagnostics(document.uri, (all) => !all.some(isTypo));
    const rows = async () => {
      const groups = await views.decisions.getChildren();
      const below = await Promise.all(groups.map((group) => items(views.decisions, group)));
      return { groups: groups.map((group) => labelOf(views.decisions.getTreeItem(group))), decisions: below.flat() };
    };
    const before = await rows();
    assert.deepEqual(before.groups, ['Ignored']);
    assert.deepEqual(before.decisions.map(labelOf), ['Universtiy']);
    assert.equal(before.decisions[0]!.description, `misspelled-word · ${RADIO}:19`);
    assert.match(before.decisions[0]!.tooltip as string, /Cambridge Universtiy’s Centre/);
    const opened = async () => {
      const { command, arguments: given = [] } = (await rows()).decisions[0]!.command!;
      await vscode.commands.executeCommand(command, ...(given as unknown[]));
      return vscode.window.activeTextEditor!;
    };
    const place = await opened();
    assert.equal(place.document.getText(place.selection), 'Universtiy');
    await place.edit((edit) => edit.insert(place.selection.start, 'old '));
    await diagnostics(document.uri, (all) => all.some(isTypo));
    assert.deepEqual((await rows()).groups, ['Stale']);
    const ledger = await opened();
    assert.ok(ledger.document.fileName.endsWith('variorum.decisions.jsonl'));
    assert.match(ledger.document.getText(ledger.selection), /"text":"Universtiy"/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, (all) => !all.some(isTypo));
    const [group] = await views.decisions.getChildren();
    await vscode.commands.executeCommand('variorum.decision.restore', group);
    await diagnostics(document.uri, (all) => all.some(isTypo));
    assert.deepEqual(await views.decisions.getChildren(), []);
  });

  it('adds a word to the reader’s own words, and beside those that are there', async () => {
    const { document } = await open(RADIO);
    const settings = () => vscode.workspace.getConfiguration('variorum');
    await settings().update('words', ['Elsewhere'], vscode.ConfigurationTarget.Global);
    await diagnostics(document.uri, (all) => all.some(isTypo));
    await runAction(document, 'Universtiy', 'Add “Universtiy” to your words');
    await diagnostics(document.uri, (all) => !all.some(isTypo));
    assert.deepEqual(settings().get('words'), ['Elsewhere', 'Universtiy']);
    await settings().update('words', undefined, vscode.ConfigurationTarget.Global);
    await diagnostics(document.uri, (all) => all.some(isTypo));
  });

  it('offers its actions from the status bar', async () => {
    await accepting(vscode.commands.executeCommand('variorum.showActions'));
  });

  it('opens five wrapped columns at the passage of the first, and none of the others leads', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('wordWrap', 'on', vscode.ConfigurationTarget.Workspace);
    const editor = await open(CTN);
    select(editor, 'impede');
    const leaders: string[] = [];
    const listener = views.reading.onDidUpdate(({ leader }) => leaders.push(leader.path.split('/').at(-1)!));
    const all = (await views.sources.getChildren()) as { uri: string }[];
    await vscode.commands.executeCommand('variorum.readInParallel', all[0], all);
    const column = (name: string) =>
      vscode.window.visibleTextEditors.find(({ document }) => document.fileName.endsWith(name))!;
    assert.ok(
      column(CTN).visibleRanges.some((range) => range.contains(rangeOf(editor.document, 'impede'))),
      'the cursor is in view',
    );
    const isInView = (name: string, words: string) => {
      const { document, visibleRanges } = column(name);
      return visibleRanges.some((range) => range.contains(rangeOf(document, words))) ? true : undefined;
    };
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => isInView(RADIO, 'hinder'));
    for (const [words, there] of [
      ['unbreakable', 'unbreakable'],
      ['commended', 'praising the country'],
    ] as const) {
      const updated = next(views.reading.onDidUpdate);
      select(column(CTN), words);
      column(CTN).revealRange(rangeOf(editor.document, words));
      await updated;
      await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => isInView(RADIO, there));
    }
    assert.deepEqual([...new Set(leaders)], [CTN]);
    listener.dispose();
    await vscode.commands.executeCommand('variorum.stopReadingInParallel');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settings.update('wordWrap', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('copies the sample', async () => {
    const target = vscode.Uri.joinPath(root(), '..', 'storage');
    const sample = await vscode.commands.executeCommand<vscode.Uri>('variorum.openSample', target);
    const names = (await vscode.workspace.fs.readDirectory(sample)).map(([name]) => name).sort();
    assert.deepEqual(names, ['courier.txt', 'digest.txt', 'gazette.txt', 'herald.txt', 'variorum.json']);
  });
});
