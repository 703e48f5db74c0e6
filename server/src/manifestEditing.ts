import { applyEdits, type Edit } from 'jsonc-parser';
import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { join } from 'node:path';
import { readInside } from './insideFolder.js';
import { replaceFile } from './ledgerFile.js';
import { MANIFEST_NAME } from './manifestFile.js';

/** A manifest, and who may have it open. */
interface Editing {
  readonly root: string;
  readonly uri: string;
  readonly buffers: TextDocuments<TextDocument>;
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
}

/**
 * Changes a manifest. The client makes the edit where it can: the reader can undo it, and what is typed in an open buffer
 * and not saved stays. @returns whether the file was written here.
 */
export async function editManifest(
  editing: Editing,
  label: string,
  change: (text: string) => Edit[],
): Promise<boolean> {
  const { root, uri, buffers, connection, capabilities } = editing;
  if (!capabilities.workspace?.applyEdit) {
    const text = (await readInside(root, MANIFEST_NAME)).toString('utf8');
    // Editors do not count a byte order mark, nor does the parser.
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const own = text.slice(mark.length);
    const edits = change(own);
    if (edits.length > 0) await replaceFile(join(root, MANIFEST_NAME), mark + applyEdits(own, edits));
    return edits.length > 0;
  }
  const open = buffers.get(uri);
  const text = open?.getText() ?? (await readInside(root, MANIFEST_NAME)).toString('utf8').replace(/^\uFEFF/, '');
  const lines = open ?? TextDocument.create(uri, 'jsonc', 0, text);
  const edits = change(text).map(({ offset, length, content }) => ({
    range: { start: lines.positionAt(offset), end: lines.positionAt(offset + length) },
    newText: content,
  }));
  if (edits.length === 0) return false;
  const edit = capabilities.workspace.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: open?.version ?? null }, edits }] }
    : { changes: { [uri]: edits } };
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit });
  if (!applied) throw new Error(failureReason ?? `${MANIFEST_NAME} was not changed`);
  return false;
}
