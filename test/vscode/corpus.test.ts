import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open, rangeOf, root } from './editor.js';

const CTN = '000_b4a0a099eddaae10.txt';
const BLOG = '002_006df795ca171f94.txt';
const SPUN = '004_25201e690c609e44.txt';
const RADIO = '003_f2a5394b45cfa237.txt';

interface TreeNode {
  readonly item: vscode.TreeItem;
}

interface Tree {
  filter(query: string): void;
  getChildren(node?: TreeNode): Promise<TreeNode[]>;
}

function labelOf({ item: { label = '' } }: TreeNode): string {
  return typeof label === 'string' ? label : label.label;
}

describe('the seeds in VS Code', () => {
  it('activates the extension', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('marks the typo, with the evidence of other sources', async () => {
    const { document } = await open(RADIO);
    const found = await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
    const typos = found.filter((one) => codeOf(one) === 'misspelled-word');
    assert.equal(typos.length, 1);
    const [typo] = typos as [vscode.Diagnostic];
    assert.equal(document.getText(typo.range), 'Universtiy');
    assert.equal(typo.source, 'Variorum');
    assert.equal(typo.severity, vscode.DiagnosticSeverity.Warning);
    const elsewhere = typo.relatedInformation!.map(({ location }) => location.uri.path.split('/').at(-1)!.slice(0, 3));
    assert.deepEqual(elsewhere, ['000', '001']);
  });

  it('mends the typo by its quick fix, and takes it up again when that is undone', async () => {
    const { document } = await open(RADIO);
    await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'Universtiy'),
    );
    const fix = actions.find(({ title }) => title === 'Replace with “University”');
    assert.ok(fix?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /Cambridge University’s Centre/);
    await diagnostics(document.uri, (all) => all.every((one) => codeOf(one) !== 'misspelled-word'));
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
  });

  it('mends all that is plain in a text at once, and nothing in quotations', async () => {
    const { document } = await open(SPUN);
    await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'spaced-number'));
    const before = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      'source.fixAll.variorum',
    );
    assert.equal(actions.length, 1, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(actions[0]!.edit!));
    const after = document.getText();
    const [torn, mended, quoted] = ['wo n’t', 'won’t', '“dozens of ballistic missiles and over 11, 000 containers'];
    assert.ok(before.includes(torn) && !after.includes(torn) && after.includes(mended), after);
    assert.ok(after.includes(quoted), after);
    await diagnostics(document.uri, (all) => all.every((one) => codeOf(one) !== 'split-contraction'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('greys and folds what is furniture, and leads to what the rule is about', async () => {
    const { document } = await open(RADIO);
    const found = await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'web-furniture'));
    const furniture = found.filter((one) => codeOf(one) === 'web-furniture');
    assert.deepEqual(
      furniture.map(({ range }) => document.getText(range)),
      ['Ali Miraj 12pm - 3pm', 'Listen to this article', 'Loading audio...'],
    );
    for (const { tags, code } of furniture) {
      assert.deepEqual(tags, [vscode.DiagnosticTag.Unnecessary]);
      assert.equal((code as { target: vscode.Uri }).target.fragment, 'web-furniture');
    }
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const line = furniture[1]!.range.start.line;
    assert.ok(
      folds.some(({ start, end }) => start <= line && line < end),
      JSON.stringify(folds),
    );
  });

  it('adds a word to the manifest by an edit that can be undone, over what is typed there and not saved', async () => {
    const manifest = await open('variorum.json');
    await manifest.edit((edit) => edit.insert(new vscode.Position(0, 0), '// my own\n'));
    const before = manifest.document.getText();
    const word = { uri: vscode.Uri.joinPath(root(), RADIO).toString(), word: 'Universtiy' };
    await vscode.commands.executeCommand('variorum.addCorpusWord', word);
    assert.match(manifest.document.getText(), /^\/\/ my own\n[^]*"words": \[[^\]]*"Universtiy"/);
    assert.ok(manifest.document.isDirty);
    await vscode.window.showTextDocument(manifest.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(manifest.document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // Where nothing else was typed it counts at once.
    await vscode.commands.executeCommand('variorum.addCorpusWord', word);
    assert.ok(!manifest.document.isDirty);
    const { document } = await open(RADIO);
    await diagnostics(document.uri, (all) => all.every((one) => codeOf(one) !== 'misspelled-word'));
    await vscode.window.showTextDocument(manifest.document);
    await vscode.commands.executeCommand('undo');
    await manifest.document.save();
    await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
  });

  it('finds what is typed, and forgets it when it is gone', async () => {
    const editor = await open(BLOG);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'It was the the end. '));
    await diagnostics(editor.document.uri, (all) => all.some((one) => codeOf(one) === 'repeated-word'));
    await vscode.commands.executeCommand('undo');
    await diagnostics(editor.document.uri, (all) => all.every((one) => codeOf(one) !== 'repeated-word'));
  });

  it('shows an altered quotation in both sources', async () => {
    const { document } = await open(CTN);
    const found = await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'altered-quotation'));
    const altered = found
      .filter((one) => codeOf(one) === 'altered-quotation')
      .map(({ range }) => document.getText(range));
    assert.deepEqual(altered, ['impede', 'Mr Putin’s']);
  });

  it('shows a person’s card from all sources', async () => {
    const { document } = await open(CTN);
    const card = await hoverText(document, 'Belousov');
    assert.match(card, /\*\*Andrei Belousov\*\*/);
    assert.match(card, /Named in 4 of 5 sources/);
    for (const siglum of ['000', '001', '002', '004']) assert.ok(card.includes(`[${siglum}](`), siglum);
  });

  it('goes from a sentence to its parallels, the best in each source', async () => {
    const { document } = await open(CTN);
    const links = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'oppose” Western intentions').start,
    );
    const targets = links.map((link) =>
      ('targetUri' in link ? link.targetUri : link.uri).path.split('/').at(-1)!.slice(0, 3),
    );
    assert.ok(targets.includes('003'), targets.join());
    assert.equal(new Set(targets).size, targets.length);
    assert.ok(!targets.includes('000'));
  });

  it('goes to the same passage in the next source, at the word that stands there, and round', async () => {
    const editor = await open(CTN);
    const place = rangeOf(editor.document, 'impede').start;
    editor.selection = new vscode.Selection(place, place);
    const at = () => {
      const { document, selection } = vscode.window.activeTextEditor!;
      const word = document.getText(document.getWordRangeAtPosition(selection.active, /\p{L}+/u));
      return `${document.fileName.split('/').at(-1)!.slice(0, 3)} ${word}`;
    };
    await vscode.commands.executeCommand('variorum.nextSource');
    assert.equal(at(), '002 hinder');
    await vscode.commands.executeCommand('variorum.nextSource');
    assert.equal(at(), '003 hinder');
    // Round the end: the first source again, at the word the way began with.
    await vscode.commands.executeCommand('variorum.nextSource');
    assert.equal(at(), '000 impede');
    await vscode.commands.executeCommand('variorum.previousSource');
    assert.equal(at(), '003 hinder');
  });

  it('lists every mention of a person in every source', async () => {
    const { document } = await open(CTN);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'Novak').start,
    );
    assert.equal(places.length, 4);
    assert.equal(new Set(places.map(({ uri }) => uri.toString())).size, 4);
  });

  it('finds people by name in the whole corpus', async () => {
    const people = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'ushakov',
    );
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Yuri Ushakov'],
    );
  });

  it('lists people by number of sources, with roles, quotations and mentions below', async () => {
    const { people } = vscode.extensions.getExtension<{ people: Tree }>(EXTENSION)!.exports;
    const everyone = await people.getChildren();
    assert.equal(everyone.length, 19);
    const [putin] = everyone as [TreeNode];
    assert.equal(labelOf(putin), 'Vladimir Putin');
    assert.match(String(putin.item.description), /^Russian President – 5 · 55$/);
    const below = await people.getChildren(putin);
    assert.deepEqual(below.slice(0, 2).map(labelOf), ['Roles', 'Quotations']);
    assert.equal(below.length, 2 + 5);
    const [mention] = (await people.getChildren(below[2])) as [TreeNode];
    assert.match(labelOf(mention), /Putin/);
    const [uri, { selection }] = mention.item.command!.arguments as [vscode.Uri, { selection: vscode.Range }];
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(selection), /^(?:Vladimir )?Putin$/);
  });

  it('filters the list of people, and shows them all again', async () => {
    const { people } = vscode.extensions.getExtension<{ people: Tree }>(EXTENSION)!.exports;
    people.filter('belousov');
    assert.deepEqual((await people.getChildren()).map(labelOf), ['Andrei Belousov']);
    await vscode.commands.executeCommand('variorum.people.clearFilter');
    assert.equal((await people.getChildren()).length, 19);
  });

  it('renames a person in the text at hand only', async () => {
    const { document } = await open(CTN);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, 'Belousov').start,
      'Beloussov',
    );
    const changes = edit.entries();
    assert.deepEqual(
      changes.map(([uri, edits]) => [uri.toString(), edits.length]),
      [[document.uri.toString(), 1]],
    );
  });

  it('leaves the sources on disk as they were', async () => {
    for (const editor of vscode.window.visibleTextEditors)
      assert.equal(editor.document.isDirty, false, editor.document.fileName);
    const names = (await vscode.workspace.fs.readDirectory(root())).map(([name]) => name).sort();
    assert.equal(names.filter((name) => name.endsWith('.txt')).length, 5);
  });
});
