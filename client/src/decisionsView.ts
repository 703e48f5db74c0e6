import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DecisionItem } from '../../server/src/features/decisionList';
import { counted } from './findings';

interface Group {
  readonly kind: 'ignored' | 'known' | 'stale';
  readonly decisions: readonly DecisionItem[];
}

type Node = Group | DecisionItem;

const KINDS = {
  known: { label: 'Known Differences', icon: 'references' },
  ignored: { label: 'Ignored', icon: 'eye-closed' },
  stale: { label: 'Stale', icon: 'history' },
} as const;

/** What the reader decided about findings. A click leads to the place, and each decision can be taken back. */
export class DecisionsView implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    this.#view = vscode.window.createTreeView('variorum.decisions', { treeDataProvider: this, canSelectMany: true });
    context.subscriptions.push(
      this.#view,
      // An edit can make a decision stale; what is being typed does not have to be judged at every key.
      vscode.workspace.onDidSaveTextDocument(() => this.#view.visible && this.refresh()),
      vscode.commands.registerCommand('variorum.decision.restore', (node?: Node, selected?: Node[]) =>
        this.#restore(selected ?? (node ? [node] : [...this.#view.selection])),
      ),
      vscode.commands.registerCommand('variorum.decision.openLedger', openInLedger),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'kind' in node ? groupItem(node) : decisionItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'kind' in node ? [...node.decisions] : [];
    if (!this.client.isRunning()) return [];
    const all = await this.client.sendRequest<DecisionItem[]>('variorum/decisions');
    this.#view.description = all.length > 0 ? String(all.length) : '';
    return (['known', 'ignored', 'stale'] as const)
      .map((kind) => ({ kind, decisions: all.filter((one) => kindOf(one) === kind) }))
      .filter(({ decisions }) => decisions.length > 0);
  }

  /** A group stands for all that is in it. */
  async #restore(nodes: readonly Node[]): Promise<void> {
    const decisions = new Set(nodes.flatMap((node) => ('kind' in node ? node.decisions : [node])));
    for (const { ledger: uri, source } of decisions) {
      await this.client.sendRequest<boolean>('variorum/restoreFinding', { uri, source });
    }
  }
}

function kindOf({ isStale, decision }: DecisionItem): Group['kind'] {
  return isStale ? 'stale' : decision;
}

function groupItem({ kind, decisions }: Group): vscode.TreeItem {
  const { label } = KINDS[kind];
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = kind;
  item.description = String(decisions.length);
  item.contextValue = kind === 'stale' ? 'staleDecisions' : 'decisions';
  if (kind === 'stale') item.tooltip = 'The words no longer stand between the same neighbours.';
  item.accessibilityInformation = { label: `${label}, ${counted(decisions.length, 'decision')}` };
  return item;
}

function decisionItem(decision: DecisionItem): vscode.TreeItem {
  const { rule, path, text, before, after, isStale, uri, range } = decision;
  const item = new vscode.TreeItem(text.replace(/\s+/g, ' '));
  const { start, end } = range;
  const place = isStale ? path : `${path}:${start.line + 1}`;
  item.description = `${rule} · ${place}`;
  item.iconPath = new vscode.ThemeIcon(KINDS[kindOf(decision)].icon);
  item.tooltip = `… ${before}${text}${after} …\n\n${rule}, ${place}`;
  item.contextValue = isStale ? 'staleDecision' : 'decision';
  item.accessibilityInformation = { label: `${text}, ${rule}, ${place}${isStale ? ', stale' : ''}` };
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(uri), { selection }] };
  return item;
}

/** The line of the ledger that holds a decision. */
async function openInLedger(node: Node): Promise<void> {
  if ('kind' in node) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(node.ledger));
  const at = document.positionAt(Math.max(0, document.getText().indexOf(node.source)));
  await vscode.window.showTextDocument(document, { selection: document.lineAt(at.line).range });
}
