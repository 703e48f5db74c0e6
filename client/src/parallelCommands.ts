import * as vscode from 'vscode';
import type { LanguageClient, Location } from 'vscode-languageclient/node';
import type { Counterpart } from '../../server/src/features/counterparts';
import { counterparts } from './counterparts';
import { offeredCommand } from './offeredCommand';

/** Commands that lead from a passage to its parallels in other sources. */
export function registerParallelCommands(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('variorum.nextSource', () => goToSource(client, 1)),
    vscode.commands.registerCommand('variorum.previousSource', () => goToSource(client, -1)),
    vscode.commands.registerCommand('variorum.peekParallels', () =>
      vscode.commands.executeCommand('editor.action.peekImplementation'),
    ),
    vscode.commands.registerCommand('variorum.showParallels', showParallels),
    vscode.commands.registerCommand(READINGS, (uri: string, position: Position, places: readonly Location[]) =>
      peek(
        uri,
        position,
        places.map((place) => client.protocol2CodeConverter.asLocation(place)),
      ),
    ),
  );
  client.registerFeature(offeredCommand('readingsCommand', READINGS));
}

const READINGS = 'variorum.showReadings';

/** The same passage in the next source that has it, in the order of the sources and round at the end. */
async function goToSource(client: LanguageClient, step: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const here = editor.document.uri.toString();
  const found = await counterparts(client, editor.document, editor.selection.active);
  const [next] = inOrderFrom(here, found, step);
  if (!next) {
    vscode.window.setStatusBarMessage('$(info) No other source has this passage', 3000);
    return;
  }
  const target = await vscode.window.showTextDocument(vscode.Uri.parse(next.uri), {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
  const range = client.protocol2CodeConverter.asRange(next.range);
  const { start } = next.word ? client.protocol2CodeConverter.asRange(next.word) : range;
  target.selection = new vscode.Selection(start, start);
  target.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Sources after this one, then those before it; the other way round for a step back. */
function inOrderFrom(here: string, found: readonly Counterpart[], step: 1 | -1): Counterpart[] {
  const after = found.filter(({ uri }) => uri > here);
  const before = found.filter(({ uri }) => uri < here);
  return step === 1 ? [...after, ...before] : [...before.reverse(), ...after.reverse()];
}

/** As the server gives it. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a code lens does: the parallels of its passage in a peek. */
async function showParallels(uri: string, position: Position): Promise<void> {
  await peek(uri, position, await parallelsOf(uri, position));
}

async function parallelsOf(uri: string, { line, character }: Position): Promise<vscode.Location[]> {
  const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeImplementationProvider',
    vscode.Uri.parse(uri),
    new vscode.Position(line, character),
  );
  return links.map((link) =>
    'targetUri' in link ? new vscode.Location(link.targetUri, link.targetSelectionRange ?? link.targetRange) : link,
  );
}

async function peek(uri: string, { line, character }: Position, places: readonly vscode.Location[]): Promise<void> {
  const place = new vscode.Position(line, character);
  await vscode.commands.executeCommand('editor.action.peekLocations', vscode.Uri.parse(uri), place, places, 'peek');
}
