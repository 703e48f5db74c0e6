import { applyEdits, getNodeValue, findNodeAtLocation, modify, parseTree, type JSONPath } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { SourceRow } from '../../server/src/features/sourceList';

/** Commands of the view of sources that change `variorum.json`, and in it nothing but the one value. */
export function registerManifestEdits(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('variorum.source.pinLineage', pinLineage),
    vscode.commands.registerCommand('variorum.source.markDraft', (source: SourceRow) =>
      setValue(source, ['drafts'], (drafts) => [...new Set([...strings(drafts), source.path])]),
    ),
    vscode.commands.registerCommand('variorum.source.unmarkDraft', unmarkDraft),
  );
}

/** A manifest that the server edits counts once it is saved. One with changes of the reader's own is the reader's to save. */
export const savingManifests: NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']> = async (
  params,
  next,
) => {
  const unsaved = new Set(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty));
  const result = await next(params, new vscode.CancellationTokenSource().token);
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && !unsaved.has(document) && document.uri.path.endsWith('/variorum.json'))
      await document.save();
  }
  return result;
};

/** Copies of one text have one lineage, and one vote. An empty name leaves it to Variorum again. */
async function pinLineage(source: SourceRow, name?: string): Promise<void> {
  const lineage =
    typeof name === 'string'
      ? name
      : await vscode.window.showInputBox({
          title: `Lineage of ${source.siglum}`,
          prompt: 'Sources of one lineage are copies of one text and count once. Empty: found by comparison.',
          value: source.lineage ?? '',
        });
  if (lineage === undefined) return;
  await setValue(source, ['witnesses', source.path, 'lineage'], () => (lineage === '' ? undefined : lineage));
}

async function unmarkDraft(source: SourceRow): Promise<void> {
  const manifest = await vscode.workspace.openTextDocument(manifestOf(source));
  const root = parseTree(manifest.getText());
  const drafts = strings(root && valueAt(root, ['drafts']));
  if (drafts.includes(source.path)) {
    await setValue(source, ['drafts'], () => drafts.filter((draft) => draft !== source.path));
    return;
  }
  // A glob makes it one, perhaps with others: that is the reader's to change.
  await vscode.window.showTextDocument(manifest);
  vscode.window.setStatusBarMessage(`$(info) A pattern in “drafts” covers ${source.path}`, 5000);
}

/** Writes one value and leaves every other character of the manifest, comments included, as it is. */
async function setValue(source: SourceRow, path: JSONPath, change: (before: unknown) => unknown): Promise<void> {
  const uri = manifestOf(source);
  const document = await openOrCreate(uri);
  const text = document.getText();
  const root = parseTree(text);
  const value = change(root && valueAt(root, path));
  const edits = modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } });
  if (edits.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  edit.replace(uri, whole, applyEdits(text, edits));
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

function valueAt(root: NonNullable<ReturnType<typeof parseTree>>, path: JSONPath): unknown {
  const node = findNodeAtLocation(root, path);
  return node && (getNodeValue(node) as unknown);
}

function manifestOf({ uri, path }: SourceRow): vscode.Uri {
  const file = vscode.Uri.parse(uri);
  return file.with({ path: `${file.path.slice(0, -path.length)}variorum.json` });
}

/** A corpus that a setting declares has no manifest yet: it gets one with the same sources. */
async function openOrCreate(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    const sources = vscode.workspace.getConfiguration('variorum', uri).get<string[]>('sources', []);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${JSON.stringify({ sources }, null, 2)}\n`));
    return vscode.workspace.openTextDocument(uri);
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
