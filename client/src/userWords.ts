import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { offeredCommand } from './offeredCommand';

const COMMAND = 'variorum.addUserWord';

/** “Add to your words”: a word that is right in every corpus goes into the reader's own settings. */
export function registerUserWords(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(vscode.commands.registerCommand(COMMAND, addUserWord));
  client.registerFeature(offeredCommand('userWordCommand', COMMAND));
}

async function addUserWord(word: unknown): Promise<void> {
  if (typeof word !== 'string' || word === '') return;
  const settings = vscode.workspace.getConfiguration('variorum');
  // A workspace may have words of its own, which stay there.
  const words = settings.inspect<readonly string[]>('words')?.globalValue ?? [];
  if (words.includes(word)) return;
  await settings.update('words', [...words, word], vscode.ConfigurationTarget.Global);
}
