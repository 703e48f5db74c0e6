import * as vscode from 'vscode';
import { registerBaseCommands } from './baseCommands';
import { createClient } from './languageClient';
import { registerParallelCommands } from './parallelCommands';
import { PeopleView } from './peopleView';
import { readFolder } from './readFolder';
import { SourcesView } from './sourcesView';
import { hasCorpus } from './corpusFolders';

/** Nothing runs, and no server is started, before some folder of the workspace is a corpus. */
export async function activate(context: vscode.ExtensionContext): Promise<{ people: PeopleView }> {
  const client = createClient(context);
  const sources = new SourcesView(client);
  const people = new PeopleView(client, context);
  // One listener for all views: the client keeps only the last one of a method.
  client.onNotification('variorum/corpusChanged', () => {
    sources.refresh();
    people.refresh();
  });
  let isRunning = false;

  const update = async () => {
    const found = await hasCorpus();
    await vscode.commands.executeCommand('setContext', 'variorum.hasCorpus', found);
    if (found && !isRunning) {
      isRunning = true;
      await client.start();
    }
    sources.refresh();
    people.refresh();
  };
  const manifests = vscode.workspace.createFileSystemWatcher('**/variorum.json');
  context.subscriptions.push(
    manifests,
    manifests.onDidCreate(update),
    manifests.onDidDelete(update),
    manifests.onDidChange(() => sources.refresh()),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('variorum.sources')) void update();
    }),
    vscode.commands.registerCommand('variorum.readFolder', readFolder),
    vscode.commands.registerCommand('variorum.restartServer', () => (isRunning ? client.restart() : undefined)),
    vscode.window.registerTreeDataProvider('variorum.sources', sources),
    { dispose: () => void client.dispose() },
  );
  registerBaseCommands(context, client);
  registerParallelCommands(context, client);
  await update();
  // What the views show can be read from outside, by tests above all.
  return { people };
}
