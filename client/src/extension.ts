import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerBaseCommands } from './baseCommands';
import { clearCache } from './clearCache';
import { PassageComparison } from './comparePassage';
import { hasCorpus } from './corpusFolders';
import { DecisionsView } from './decisionsView';
import { Disagreement } from './disagreement';
import { registerExport } from './exportFindings';
import { FindingsView } from './findingsView';
import { createClient } from './languageClient';
import { registerManifestEdits } from './manifestEdits';
import { registerSample } from './openSample';
import { registerParallelCommands } from './parallelCommands';
import { ParallelReading } from './parallelReading';
import { PassagesView } from './passagesView';
import { PeopleView } from './peopleView';
import { readFolder } from './readFolder';
import { ShownText } from './shownText';
import { SourcesView } from './sourcesView';
import { StatusBar } from './statusBar';
import { registerUserWords } from './userWords';

let running: LanguageClient | undefined;

/** Nothing runs, and no server is started, before some folder of the workspace is a corpus. */
export function activate(context: vscode.ExtensionContext): Record<string, unknown> {
  const client = (running = createClient(context));
  const sources = new SourcesView(client, context);
  const people = new PeopleView(client, context);
  const passages = new PassagesView(client, context);
  const findings = new FindingsView(context);
  const decisions = new DecisionsView(client, context);
  const reading = new ParallelReading(client, context);
  const disagreement = new Disagreement(client, context);
  const statusBar = new StatusBar(
    client,
    context,
    (status) => sources.showLineages(status),
    () => reading.isReading,
  );
  new PassageComparison(client, context);
  const shownText = new ShownText(client, context);
  const refresh = () => {
    for (const view of [sources, people, passages, decisions]) view.refresh();
    disagreement.schedule();
    shownText.refresh();
    void statusBar.refresh();
  };
  // One listener for all views: the client keeps only the last one of a method.
  client.onNotification('variorum/corpusChanged', refresh);
  let isRunning = false;

  const update = async () => {
    const found = await hasCorpus();
    await vscode.commands.executeCommand('setContext', 'variorum.hasCorpus', found);
    if (found && !isRunning) {
      isRunning = true;
      await client.start();
    }
    refresh();
  };
  const manifests = vscode.workspace.createFileSystemWatcher('**/variorum.json');
  context.subscriptions.push(
    manifests,
    manifests.onDidCreate(update),
    manifests.onDidDelete(update),
    manifests.onDidChange(refresh),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('variorum.sources')) void update();
    }),
    vscode.commands.registerCommand('variorum.readFolder', readFolder),
    vscode.commands.registerCommand('variorum.restartServer', () => (isRunning ? client.restart() : undefined)),
    vscode.commands.registerCommand('variorum.clearCache', () => clearCache(context)),
    { dispose: () => void client.dispose() },
  );
  registerBaseCommands(context, client);
  registerParallelCommands(context, client);
  registerManifestEdits(context);
  registerExport(context, client);
  registerSample(context);
  registerUserWords(context, client);
  // The server starts beside the rest of VS Code, which waits for nothing of ours.
  const ready = update();
  // What the views show can be read from outside, by tests above all.
  return { ready, sources, people, passages, findings, decisions, reading, disagreement, statusBar };
}

/** VS Code waits for the server, which keeps what it read. */
export async function deactivate(): Promise<void> {
  if (running?.isRunning()) await running.stop();
}
