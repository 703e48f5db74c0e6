import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { cacheFolder } from './clearCache';
import { savingManifests } from './manifestEdits';
import { serverProcess } from './serverProcess';

const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];
const LANGUAGES = ['plaintext', 'markdown'];

/** The client of the language server; not started yet. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const { execArgv, ...runtime } = serverProcess(vscode.workspace.getConfiguration('variorum.server'));
  return new LanguageClient(
    'variorum',
    'Variorum',
    {
      run: { module, transport: TransportKind.ipc, ...runtime, options: { execArgv: [...execArgv] } },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      // Never git:, output channels or commit messages, which are plain text as well.
      documentSelector: SCHEMES.flatMap((scheme) => [
        ...LANGUAGES.map((language) => ({ scheme, language })),
        // What is typed there and not saved must not be lost when a word is added.
        { scheme, pattern: '**/variorum.json' },
      ]),
      initializationOptions: { cacheFolder: cacheFolder(context)?.fsPath },
      middleware: { workspace: { handleApplyEdit: savingManifests } },
      diagnosticCollectionName: 'variorum',
    },
  );
}
