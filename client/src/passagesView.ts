import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassageRow, PassageRows, PresenceRow } from '../../server/src/features/passageRows';
import { counted } from './findings';

type Located = Pick<PassageRow, 'siglum' | 'text' | 'uri' | 'range'>;

interface Folder {
  readonly label: string;
  readonly passages: readonly PassageRow[];
}

type Node = PassageRow | PresenceRow | Folder;

/** The passages of a story in the order of one source: who has each, reworded or moved, and who has not. */
export class PassagesView implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  #story = new Set<string>();

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    this.#view = vscode.window.createTreeView('variorum.passages', { treeDataProvider: this, showCollapseAll: true });
    context.subscriptions.push(
      this.#view,
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#story.has(uri.toString()) && this.refresh()),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!this.#view.visible || !editor || !isText(editor.document)) return;
        if (!this.#story.has(editor.document.uri.toString())) this.refresh();
      }),
      vscode.commands.registerCommand('variorum.peekPassage', peek),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('passages' in node) return folderItem(node);
    return 'elsewhere' in node ? passageItem(node) : presenceItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'passages' in node ? [...node.passages] : 'elsewhere' in node ? [...node.elsewhere] : [];
    if (!this.client.isRunning()) return [];
    const document = vscode.window.activeTextEditor?.document;
    const found = await this.client.sendRequest<PassageRows | null>(
      'variorum/passages',
      document && isText(document) ? { textDocument: { uri: document.uri.toString() } } : {},
    );
    if (!found) return [];
    const { reference, sources, passages, others, alone } = found;
    this.#story = new Set(
      [...passages, ...others, ...alone].flatMap((one) => [one.uri, ...one.elsewhere.map(({ uri }) => uri)]),
    );
    this.#view.message = `As ${reference} tells it, beside ${sources.filter((one) => one !== reference).join(', ')}`;
    const folders: Folder[] = others.length > 0 ? [{ label: `Not in ${reference}`, passages: others }] : [];
    for (const source of sources) {
      const own = alone.filter(({ siglum }) => siglum === source);
      if (own.length > 0) folders.push({ label: `Only in ${source}`, passages: own });
    }
    return [...passages, ...folders];
  }
}

function isText({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'plaintext' || languageId === 'markdown';
}

function folderItem({ label, passages }: Folder): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(passages.length);
  item.iconPath = new vscode.ThemeIcon('diff-added');
  item.accessibilityInformation = { label: `${label}, ${counted(passages.length, 'passage')}` };
  return item;
}

/** In UTF-16 units. */
const LONGEST_LABEL = 24;
const SIGNS = { present: '', reworded: '≈', moved: '↕' } as const;

function passageItem(passage: PassageRow): vscode.TreeItem {
  const { text, elsewhere, missing } = passage;
  const state = elsewhere.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(opening(text), state);
  const here = elsewhere.map(({ siglum, state: how }) => siglum + SIGNS[how]).join(' ');
  item.description =
    elsewhere.length === 0
      ? 'only here'
      : [missing.length > 0 ? `not ${missing.join(' ')} ·` : '', here].filter(Boolean).join(' ');
  // Full, half and empty circles: told by their shape.
  const icon =
    elsewhere.length === 0 ? 'circle-large-outline' : missing.length === 0 ? 'circle-large-filled' : 'color-mode';
  item.iconPath = new vscode.ThemeIcon(icon);
  const states = elsewhere.map(({ siglum, state: how }) => `${siglum} ${how}`);
  const words =
    elsewhere.length === 0 ? 'only here' : [...states, ...missing.map((one) => `${one} missing`)].join(', ');
  item.tooltip = `${text}\n\n${words}`;
  item.accessibilityInformation = { label: `${text}, ${words}` };
  item.command = peekCommand(passage, elsewhere);
  return item;
}

/** The first words: a view is narrow, and who has the passage has to be seen beside them. */
function opening(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const cut = text.lastIndexOf(' ', LONGEST_LABEL);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function presenceItem(presence: PresenceRow): vscode.TreeItem {
  const { siglum, text, state } = presence;
  const item = new vscode.TreeItem(opening(text));
  item.description = `${siglum} · ${state}`;
  item.tooltip = text;
  item.iconPath = new vscode.ThemeIcon(state === 'moved' ? 'arrow-swap' : state === 'reworded' ? 'edit' : 'check');
  item.accessibilityInformation = { label: `${siglum}, ${state}: ${text}` };
  item.command = peekCommand(presence, []);
  return item;
}

function peekCommand(at: Located, others: readonly Located[]): vscode.Command {
  const plain = ({ uri, range }: Located) => ({ uri, range });
  return { command: 'variorum.peekPassage', title: 'Peek', arguments: [plain(at), others.map(plain)] };
}

type PlainPlace = Pick<Located, 'uri' | 'range'>;

/** Opens a passage, and shows the others in a peek below it. */
async function peek(at: PlainPlace, others: readonly PlainPlace[]): Promise<void> {
  const uri = vscode.Uri.parse(at.uri);
  const range = rangeOf(at);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(range.start, range.start) });
  if (others.length === 0) return;
  const places = others.map((one) => new vscode.Location(vscode.Uri.parse(one.uri), rangeOf(one)));
  await vscode.commands.executeCommand('editor.action.peekLocations', uri, range.start, places, 'peek');
}

function rangeOf({ range: { start, end } }: PlainPlace): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
