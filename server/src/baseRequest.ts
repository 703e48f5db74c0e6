import { ResponseError, type Connection, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { join } from 'node:path';
import { baseEdits } from './manifestBase.js';
import { MANIFEST_NAME } from './manifestFile.js';
import type { Settings } from './settings.js';
import type { Workspace } from './workspace.js';

/** LSP keeps this code for requests that were understood and cannot be done. */
const REQUEST_FAILED = -32803;

interface BaseParams {
  readonly textDocument: { readonly uri: string };
  /** False: the corpus of this text shall have no base text. */
  readonly isBase: boolean;
}

/** How the manifest has to change; the client makes the edit, so that an open buffer is never overwritten. */
export interface BaseEdit {
  readonly uri: string;
  /** The whole text of a manifest that does not exist yet. */
  readonly content?: string;
  readonly edits: readonly TextEdit[];
}

/** `variorum/baseEdit`: makes a text the base of its corpus, the one that the others are compared with. */
export function answerBase(
  connection: Connection,
  served: { readonly workspace: Workspace; readonly settings: () => Settings },
): void {
  connection.onRequest('variorum/baseEdit', ({ textDocument, isBase }: BaseParams): BaseEdit | ResponseError => {
    const located = served.workspace.locate(textDocument.uri);
    if (!located?.sources.corpus.document(located.path)) {
      return new ResponseError(REQUEST_FAILED, 'This text is no source of a corpus.');
    }
    const { sources, path } = located;
    if (isBase && sources.corpus.isDraft(path)) {
      return new ResponseError(REQUEST_FAILED, 'A draft cannot be the base text: drafts are no evidence.');
    }
    if (sources.manifestFile.problems.some(({ isBroken }) => isBroken)) {
      return new ResponseError(REQUEST_FAILED, `${MANIFEST_NAME} has errors; mend them first.`);
    }
    const uri = served.workspace.uriOfFile(join(sources.root, MANIFEST_NAME));
    const base = isBase ? path : undefined;
    if (sources.manifestText === undefined) {
      if (base === undefined) return { uri, edits: [] };
      const content = { sources: served.settings().sources, base };
      return { uri, content: `${JSON.stringify(content, null, 2)}\n`, edits: [] };
    }
    // Editors do not count a byte order mark.
    const text = sources.manifestText.replace(/^\uFEFF/, '');
    const lines = TextDocument.create(uri, 'jsonc', 0, text);
    const edits = baseEdits(text, base).map(({ offset, length, content }) => ({
      range: { start: lines.positionAt(offset), end: lines.positionAt(offset + length) },
      newText: content,
    }));
    return { uri, edits };
  });
}
