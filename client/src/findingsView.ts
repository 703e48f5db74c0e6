import * as vscode from 'vscode';
import { counted, onFindingsChanged, ruleOf, shownFindings, type ShownFinding } from './findings';
import { isWholeCorpus } from './statusBar';

type Grouping = 'kind' | 'source' | 'passage';

interface Group {
  readonly label: string;
  readonly findings: readonly ShownFinding[];
}

type Node = Group | ShownFinding;

/** Findings by kind, by source or by passage, which Problems cannot; those with words wanted only. */
export class FindingsView implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  #grouping: Grouping = 'kind';
  #query = '';

  constructor(context: vscode.ExtensionContext) {
    this.#view = vscode.window.createTreeView('variorum.findings', { treeDataProvider: this, showCollapseAll: true });
    const command = (name: string, act: () => unknown) =>
      vscode.commands.registerCommand(`variorum.findings.${name}`, act);
    context.subscriptions.push(
      this.#view,
      onFindingsChanged(() => this.refresh()),
      command('byKind', () => this.groupBy('kind')),
      command('bySource', () => this.groupBy('source')),
      command('byPassage', () => this.groupBy('passage')),
      command('filter', () => this.#ask()),
      command('clearFilter', () => this.filter('')),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    this.refresh();
  }

  /** Only findings whose kind, message or words have these letters. */
  filter(query: string): void {
    this.#query = query.trim().toLowerCase();
    void vscode.commands.executeCommand('setContext', 'variorum.findings.isFiltered', this.#query !== '');
    this.refresh();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'findings' in node ? groupItem(node) : findingItem(node, this.#grouping);
  }

  getChildren(node?: Node): Node[] {
    if (node) return 'findings' in node ? [...node.findings] : [];
    const found = shownFindings().filter((finding) => this.#isWanted(finding));
    const filter = this.#query === '' ? undefined : `Findings with “${this.#query}”`;
    const scope = isWholeCorpus() ? undefined : 'Of the texts that are open';
    this.#view.message = [filter, scope].filter(Boolean).join(' · ');
    this.#view.description = found.length > 0 ? String(found.length) : '';
    return groups(found, this.#grouping);
  }

  #isWanted(finding: ShownFinding): boolean {
    if (this.#query === '') return true;
    return `${ruleOf(finding)} ${finding.diagnostic.message} ${nameOf(finding.uri)}`
      .toLowerCase()
      .includes(this.#query);
  }

  async #ask(): Promise<void> {
    const query = await vscode.window.showInputBox({
      title: 'Filter Findings',
      placeHolder: 'Kind, words or source',
      value: this.#query,
    });
    if (query !== undefined) this.filter(query);
  }
}

function groups(found: readonly ShownFinding[], grouping: Grouping): Group[] {
  const byKey = new Map<string, ShownFinding[]>();
  for (const finding of found) {
    const key = keyOf(finding, grouping);
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  const made = [...byKey].map(([label, findings]) => ({ label, findings: findings.sort(inOrder) }));
  if (grouping === 'kind') {
    return made.sort((a, b) => b.findings.length - a.findings.length || (a.label < b.label ? -1 : 1));
  }
  // Lines as numbers: the second before the tenth.
  return made.sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}

function keyOf(finding: ShownFinding, grouping: Grouping): string {
  if (grouping === 'kind') return ruleOf(finding);
  if (grouping === 'source') return nameOf(finding.uri);
  // The same passage in several sources is one: named by its first place among the finding and its evidence.
  const places = [
    { uri: finding.uri, range: finding.diagnostic.range },
    ...(finding.diagnostic.relatedInformation ?? []).map(({ location }) => location),
  ];
  const [first] = places.sort((a, b) => (a.uri.path < b.uri.path ? -1 : a.uri.path > b.uri.path ? 1 : 0));
  return first ? `${nameOf(first.uri)}, line ${first.range.start.line + 1}` : '';
}

function inOrder(a: ShownFinding, b: ShownFinding): number {
  if (a.uri.path !== b.uri.path) return a.uri.path < b.uri.path ? -1 : 1;
  return a.diagnostic.range.start.compareTo(b.diagnostic.range.start);
}

function groupItem({ label, findings }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(findings.length);
  item.iconPath = new vscode.ThemeIcon('list-tree');
  item.accessibilityInformation = { label: `${label}, ${counted(findings.length, 'finding')}` };
  return item;
}

/** By severity: what is seen, and what is said. */
const ICONS = ['error', 'warning', 'info', 'lightbulb'] as const;
const WORDS = ['error', 'warning', 'information', 'hint'] as const;

function findingItem(finding: ShownFinding, grouping: Grouping): vscode.TreeItem {
  const { uri, diagnostic } = finding;
  const place = `${nameOf(uri)}:${diagnostic.range.start.line + 1}`;
  const item = new vscode.TreeItem(diagnostic.message);
  item.description = grouping === 'kind' ? place : `${ruleOf(finding)} · ${place}`;
  item.iconPath = new vscode.ThemeIcon(ICONS[diagnostic.severity]);
  item.tooltip = diagnostic.message;
  item.accessibilityInformation = {
    label: `${WORDS[diagnostic.severity]}: ${diagnostic.message}, ${ruleOf(finding)}, ${place}`,
  };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri, { selection: diagnostic.range }] };
  return item;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
